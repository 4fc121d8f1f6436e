import { markedWorkbook, type MarkedSheet } from '#exports/marked-file/workbook.ts';
import { COLUMN, ROW, type QuestionnaireField } from '#exports/survey/layout.ts';
import { questionnaireBytes, blankSheet, type QuestionnaireSource } from './survey-questionnaire.ts';
import type { QuestionnaireSheet } from '#exports/survey/sheet-model.ts';
import { cellText, gridWidth, type Grid } from '#lib/domain/imports/index.ts';
import { textOfAnswersIssue, textOfFieldProblem, textOfSheetProblem } from '#exports/survey/words.ts';
import type { Ctx } from '../context.ts';
import type { ReturnedSheet, SheetProblem } from './survey-return-read.ts';
import type { SheetValues } from './survey-return-values.ts';

/** A file that goes back to whoever brought it. */
export interface MarkedReturn {
	readonly bytes: Uint8Array;
}

type Marking =
	/** The sheets could not be told for sure: the file as it was read, with the broken keys marked. */
	| { readonly grids: readonly Grid[]; readonly problems: readonly SheetProblem[] }
	/** Only fields are wrong: the same questionnaire with everything that was typed, so that it can be brought again. */
	| {
			readonly source: QuestionnaireSource;
			readonly read: readonly { readonly sheet: ReturnedSheet; readonly values: SheetValues }[];
	  };

export async function markedReturn(ctx: Ctx, marking: Marking): Promise<MarkedReturn> {
	if ('source' in marking) {
		const sheets = marking.read.map(({ sheet, values }) => filledSheet(marking.source, sheet, values));
		return { bytes: await questionnaireBytes(ctx, marking.source, sheets) };
	}
	const sheets = marking.grids
		.filter(({ isHidden }) => !isHidden)
		.map((grid) => asRead(grid, marking.problems));
	return { bytes: await markedWorkbook({ createdAt: ctx.clock.now(), note: '', sheets }) };
}

function filledSheet(
	source: QuestionnaireSource,
	sheet: ReturnedSheet,
	{ marks, sum }: SheetValues,
): QuestionnaireSheet {
	const blank = blankSheet(source, sheet.respondent);
	return {
		...blank,
		sumMark: sum && textOfAnswersIssue(sum),
		rows: blank.rows.map((row) => {
			const what = row.key.slice(0, row.key.lastIndexOf('.'));
			const returned = sheet.rows.find((one) => one.what === what);
			if (!returned) return row;
			const own = marks.filter((mark) => mark.what === what);
			return {
				...row,
				values: typedOf(returned.cells, row.kind),
				marks: Object.fromEntries(own.map(({ field, problem }) => [field, textOfFieldProblem(problem)])),
			};
		}),
	};
}

/** What was typed, as it stood; a percentage that can be read becomes a number again. */
function typedOf(
	cells: ReturnedSheet['rows'][number]['cells'],
	kind: 'item' | 'own' | 'note',
): Partial<Record<QuestionnaireField, string | number>> {
	const typed: Partial<Record<QuestionnaireField, string | number>> = {};
	for (const [field, cell] of Object.entries(cells) as [
		QuestionnaireField,
		{ value: string | number } | null,
	][]) {
		if (cell === null || cellText(cell) === '') continue;
		if (kind === 'item' && (field === 'group' || field === 'text')) continue;
		const isPercent = kind !== 'note' && (field === 'share' || field === 'low' || field === 'high');
		const plain = cellText(cell).replace(',', '.');
		typed[field] = isPercent && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : cell.value;
	}
	return typed;
}

function asRead(grid: Grid, problems: readonly SheetProblem[]): MarkedSheet {
	const notes = new Map<number, string>();
	for (const problem of problems)
		if ('row' in problem && problem.sheet === grid.name) notes.set(problem.row, textOfSheetProblem(problem));
	const general = problems.filter((problem) => !('row' in problem)).map(textOfSheetProblem);
	const rows = grid.rows.map((row) => ({
		number: row.number,
		outcome: notes.get(row.number) ?? (row.number === ROW.header ? general.join(' ') : null),
		cells: row.cells.map((cell, column) => {
			const note = column === COLUMN.key ? (notes.get(row.number) ?? null) : null;
			if (!cell && note === null) return null;
			return {
				value: cell?.value ?? '',
				look: note === null ? ('plain' as const) : ('error' as const),
				note,
			};
		}),
	}));
	return { name: grid.name, rows, outcomeColumn: gridWidth(grid), outcomeHeading: null };
}
