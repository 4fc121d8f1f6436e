import {
	COLUMN,
	LISTED_KEYS_COLUMN,
	LISTS,
	NOTE_KEYS,
	OWN_ROWS,
	ownKey,
	QUESTIONNAIRE_FORMAT,
	ROW,
	type QuestionnaireField,
} from '#exports/survey/layout.ts';
import { cellText, type Grid, type GridCell, type GridRow } from '#lib/domain/imports/index.ts';
import { foldText } from '#lib/domain/shared/index.ts';
import type { SurveyRespondent } from '#lib/domain/workload/index.ts';
import { checksum, itemsOf, sheetKey, type QuestionnaireSource } from './survey-questionnaire.ts';

/** What is wrong with a file or a sheet as a whole. */
export type SheetProblem =
	| { readonly code: 'survey/no-sheets' }
	| { readonly code: 'survey/other-campaign' }
	| { readonly code: 'survey/edited-key'; readonly sheet: string; readonly row: number }
	/** The key of a row belongs to other work than what stands beside it. */
	| { readonly code: 'survey/other-text'; readonly sheet: string; readonly row: number }
	| { readonly code: 'survey/rows-missing'; readonly sheet: string; readonly count: number }
	| { readonly code: 'survey/sheets-missing'; readonly count: number }
	| { readonly code: 'survey/handed-in'; readonly sheet: string };

/** A row of a sheet with what stands in its fields. */
export interface ReturnedRow {
	/** The item, `own-<n>`, `obstacles` or `systems`. */
	readonly what: string;
	readonly number: number;
	readonly cells: Readonly<Record<QuestionnaireField, GridCell | null>>;
}

export interface ReturnedSheet {
	readonly name: string;
	readonly respondent: SurveyRespondent;
	readonly rows: readonly ReturnedRow[];
}

export interface ReturnedFile {
	readonly sheets: readonly ReturnedSheet[];
	readonly problems: readonly SheetProblem[];
}

/**
 * Finds the people and rows of a file that came back. Every key is checked: of another campaign, edited or exchanged,
 * rows and sheets that were deleted. Sheets that are none of ours are passed over.
 */
export function findSheets(grids: readonly Grid[], source: QuestionnaireSource): ReturnedFile {
	const own = grids.filter((grid) => keyAt(grid, ROW.format) === QUESTIONNAIRE_FORMAT);
	if (own.length === 0) return { sheets: [], problems: [{ code: 'survey/no-sheets' }] };
	const found = own.map((grid) => findSheet(grid, source));
	const missing = missingSheets(grids, own);
	return {
		sheets: found.flatMap(({ sheet }) => sheet ?? []),
		problems: [
			...found.flatMap(({ problems }) => problems),
			...(missing > 0 ? [{ code: 'survey/sheets-missing' as const, count: missing }] : []),
		],
	};
}

function findSheet(
	grid: Grid,
	source: QuestionnaireSource,
): { readonly sheet: ReturnedSheet | null; readonly problems: readonly SheetProblem[] } {
	const { campaign } = source.open;
	const key = keyAt(grid, ROW.key);
	const [campaignId, respondentId] = key.split('.');
	if (campaignId !== campaign.id) return { sheet: null, problems: [{ code: 'survey/other-campaign' }] };
	const respondent = source.respondents.find(({ id }) => id === respondentId);
	if (!respondent || key !== sheetKey(campaign, respondent))
		return { sheet: null, problems: [{ code: 'survey/edited-key', sheet: grid.name, row: ROW.key }] };
	const lines = grid.rows.filter((row) => row.number >= ROW.first && !isBlank(row));
	const rows = lines.flatMap((row) => rowOf(row, source, respondent) ?? []);
	const edited = lines.filter((row) => rowOf(row, source, respondent) === null);
	const expected = expectedKeys(source, respondent);
	const gone = expected.filter((what) => !rows.some((row) => row.what === what)).length;
	const doubled = rows.find((row, at) => rows.findIndex(({ what }) => what === row.what) !== at);
	const problems: SheetProblem[] = [...edited, ...(doubled ? [doubled] : [])].map(({ number }) => ({
		code: 'survey/edited-key',
		sheet: grid.name,
		row: number,
	}));
	const texts = textsOf(source, respondent);
	for (const { what, number, cells } of rows)
		if (texts.get(what)?.has(foldText(cellText(cells.text))) === false)
			problems.push({ code: 'survey/other-text', sheet: grid.name, row: number });
	if (gone > edited.length) problems.push({ code: 'survey/rows-missing', sheet: grid.name, count: gone });
	return { sheet: { name: grid.name, respondent, rows }, problems };
}

/** The row, when its key is one of the person's own; null for a key that was edited or comes from elsewhere. */
function rowOf(row: GridRow, source: QuestionnaireSource, respondent: SurveyRespondent): ReturnedRow | null {
	const key = cellText(row.cells[COLUMN.key]);
	const what = key.slice(0, key.lastIndexOf('.'));
	if (key !== `${what}.${checksum(source.open.campaign, respondent, what)}`) return null;
	const at = (field: QuestionnaireField) => row.cells[COLUMN[field]] ?? null;
	return {
		what,
		number: row.number,
		cells: {
			group: at('group'),
			text: at('text'),
			share: at('share'),
			low: at('low'),
			high: at('high'),
			participation: at('participation'),
			peak: at('peak'),
			secondPeak: at('secondPeak'),
		},
	};
}

/** What may stand beside the key of an item: its text in either language. */
function textsOf(
	source: QuestionnaireSource,
	respondent: SurveyRespondent,
): ReadonlyMap<string, ReadonlySet<string>> {
	return new Map(
		itemsOf(source, respondent).map(({ id, text }) => [
			id,
			new Set([text.bg, text.en ?? text.bg].map((one) => foldText(one))),
		]),
	);
}

function expectedKeys(source: QuestionnaireSource, respondent: SurveyRespondent): readonly string[] {
	return [
		...itemsOf(source, respondent).map(({ id }) => id),
		...Array.from({ length: OWN_ROWS }, (_, at) => ownKey(at + 1)),
		...NOTE_KEYS,
	];
}

/** How many of the sheets that the file was made with are not there; all of them when the list itself is gone. */
function missingSheets(grids: readonly Grid[], own: readonly Grid[]): number {
	const lists = grids.find(({ name }) => name === LISTS);
	if (!lists) return own.length;
	const listed = lists.rows.map((row) => cellText(row.cells[LISTED_KEYS_COLUMN])).filter((key) => key !== '');
	const there = new Set(own.map((grid) => keyAt(grid, ROW.key)));
	// A sheet whose key was edited is told of by itself.
	return Math.max(0, listed.length - own.length) && listed.filter((key) => !there.has(key)).length;
}

function keyAt(grid: Grid, number: number): string {
	return cellText(grid.rows.find((row) => row.number === number)?.cells[COLUMN.key]);
}

function isBlank(row: GridRow): boolean {
	return row.cells.every((cell) => cellText(cell) === '');
}
