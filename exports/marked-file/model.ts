import {
	fillMerged,
	fixKey,
	gridWidth,
	type CellProblem,
	type GridCell,
	type ImportSheet,
	type PlannedSheet,
} from '#lib/domain/imports/index.ts';
import { nameOfSkipReason, textOfProblem } from '#lib/i18n/import-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { workbookFileName } from '../shared/file-name.ts';
import type { MarkedCell, MarkedSheet } from './workbook.ts';

/** The sheets of a file with what the plan says of every row and cell, in the language of the request. */
export function markedSheets(
	sheets: readonly ImportSheet[],
	planned: readonly (PlannedSheet | null)[],
): { readonly note: string; readonly sheets: readonly MarkedSheet[] } {
	return {
		note: m.imports_marked_note(),
		sheets: sheets.map((sheet, at) => markSheet(sheet, planned[at] ?? null)),
	};
}

export function markedFileName(fileName: string): string {
	return workbookFileName([fileName.replace(/\.[^.]+$/, ''), '–', m.imports_marked_file()]);
}

function markSheet({ grid, choices }: ImportSheet, planned: PlannedSheet | null): MarkedSheet {
	const outcomes = new Map(planned?.outcomes.map((row) => [row.row, row]));
	const fields = new Map(Object.entries(choices.columns).map(([column, field]) => [Number(column), field]));
	const filled = fillMerged(grid);
	return {
		name: grid.name,
		outcomeColumn: gridWidth(grid),
		outcomeHeading: planned && { row: choices.band.last, text: m.imports_marked_outcome() },
		rows: filled.rows.map((row) => {
			const outcome = outcomes.get(row.number);
			// What no column can say stands at the first cell of the row.
			const first = row.cells.findIndex((cell) => cell !== null && cell.inferred !== 'across');
			const homeless = outcome?.problems.filter(({ cell }) => cell === null) ?? [];
			return {
				number: row.number,
				outcome: outcome === undefined ? null : textOfOutcome(outcome),
				cells: row.cells.map((cell, column) => {
					const field = fields.get(column);
					const own = outcome?.problems.filter((one) => one.field === field && one.cell !== null) ?? [];
					const problems = column === first ? [...own, ...homeless.filter(isWorthColour)] : own;
					const fix = field === undefined ? undefined : choices.fixes[fixKey(row.number, field)];
					return markCell(cell, problems, fix);
				}),
			};
		}),
	};
}

/** What was merely concluded of a missing column would colour every row. */
function isWorthColour({ severity, code }: CellProblem): boolean {
	return severity === 'error' || code !== 'imports/assumed';
}

function textOfOutcome({ outcome, reason, problems }: PlannedSheet['outcomes'][number]): string {
	if (outcome === 'accepted') return m.imports_outcome_accepted();
	if (outcome === 'corrected') return m.imports_outcome_corrected();
	const errors = problems
		.filter(({ severity, cell }) => severity === 'error' && cell === null)
		.map(textOfProblem);
	return [m.imports_outcome_skipped(), reason && nameOfSkipReason(reason), ...errors]
		.filter(Boolean)
		.join('; ');
}

function markCell(
	cell: GridCell | null,
	problems: readonly CellProblem[],
	fix: string | undefined,
): MarkedCell | null {
	const note = problems.length === 0 ? null : problems.map(textOfProblem).join('\n');
	if (cell?.inferred === 'across') return null;
	if (cell === null && note === null && fix === undefined) return null;
	const hasError = problems.some(({ severity }) => severity === 'error');
	const look = hasError ? 'error' : fix !== undefined ? 'corrected' : problems.length > 0 ? 'warning' : null;
	return {
		value: fix ?? cell?.value ?? '',
		look: look ?? (cell?.inferred === 'down' ? 'inferred' : 'plain'),
		note,
	};
}
