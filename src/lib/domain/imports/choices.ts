import type { FieldKey, SheetKind } from './fields.ts';
import { fillMerged } from './fill-merged.ts';
import type { Grid } from './grid.ts';
import { guessColumns, guessSheet, headingsOf, type HeaderBand } from './header.ts';
import { headerKey } from './header-names.ts';
import { tidyName } from './words.ts';

/** What a person decided about one sheet; made by guessing first. */
export interface SheetChoices {
	/** Null: nothing of this sheet is taken in. */
	readonly kind: SheetKind | null;
	readonly band: HeaderBand;
	/** Last row of the table; null takes the sheet to its end. */
	readonly lastRow: number | null;
	/** Field of each column, by its number from 0; columns that are not here are not taken in. */
	readonly columns: Readonly<Record<string, FieldKey>>;
	/** What a text of a field stands for, by field and folded text: a code, a key, or {@link NEW_VALUE}. */
	readonly matches: Readonly<Record<string, string>>;
	/** Corrected texts by „row:field“. */
	readonly fixes: Readonly<Record<string, string>>;
	/** Rows that a person left out. */
	readonly leftOut: readonly number[];
	/** Whether rows that the file hides are taken in. */
	readonly takesHidden: boolean;
	/** Whether rows that look like sums are taken in as data. */
	readonly takesTotals?: boolean;
	/** Rows that a person says are data, whatever they look like. */
	readonly dataRows?: readonly number[];
	/** What a person says the file is; absent until somebody does. */
	readonly standing?: FileStanding;
}

/** An approved document, whose values are verified, or a table for work, whose values are reconstructed. */
export const FILE_STANDINGS = ['official', 'working'] as const;
export type FileStanding = (typeof FILE_STANDINGS)[number];

/** Stands for „make a new one of this name“ where a text matches nothing; a name after it is taken instead. */
export const NEW_VALUE = '+';

/** Stands for „this is not the name of a unit“: the rows fall to the heading above. */
export const NOT_A_UNIT = '-';

/** The choice „make a new unit of it“, in usual letters where the file writes the name in capitals. */
export function newUnitValue(text: string): string {
	const name = tidyName(text);
	return name === text.trim() ? NEW_VALUE : `${NEW_VALUE}${name}`;
}

/** A map that people confirmed before: the field of every column by its heading; empty where it is not taken in. */
export interface RememberedMap {
	readonly kind: SheetKind;
	readonly columns: Readonly<Record<string, FieldKey | ''>>;
	/** What was set for the whole sheet, by field, where it has no such column. */
	readonly whole: Readonly<Partial<Record<FieldKey, string>>>;
}

/** A remembered map as it is kept. */
export interface SavedMap extends RememberedMap {
	readonly id: string;
	/** As the person called it; null for one that was only remembered. */
	readonly name: string | null;
	readonly savedAt: string;
}

/**
 * The choices that a sheet begins with: what it seems to be, its heading, its columns. A remembered map of the same
 * headings goes before the dictionary. Hidden sheets are recognised, but nothing of them is taken in unasked.
 */
export function guessChoices(grid: Grid, remembered: readonly RememberedMap[]): SheetChoices {
	const filled = fillMerged(grid);
	const guess = guessSheet(filled);
	const band = guess?.band ?? { first: 1, last: 1 };
	const kind = grid.isHidden ? null : (guess?.kind ?? null);
	const table = kind === null ? null : tableFor(filled, { band, kind }, remembered);
	return {
		kind,
		band,
		lastRow: null,
		...(table ?? { columns: {}, matches: {} }),
		fixes: {},
		leftOut: [],
		takesHidden: true,
	};
}

/**
 * The field of each column for a kind, and what holds for the whole sheet, by what people confirmed before; else the
 * columns by the dictionary.
 */
export function tableFor(
	grid: Grid,
	{ band, kind }: { readonly band: HeaderBand; readonly kind: SheetKind },
	remembered: readonly RememberedMap[],
): Pick<SheetChoices, 'columns' | 'matches'> {
	const filled = fillMerged(grid);
	const signature = mapSignature(headingsOf(filled, band));
	const known = remembered.find(
		(map) => map.kind === kind && mapSignature(Object.keys(map.columns)) === signature,
	);
	const byName = new Map(
		Object.entries(known?.columns ?? {}).map(([name, field]) => [headerKey(name), field]),
	);
	const pairs = guessColumns(filled, band, kind).flatMap(({ column, heading, field }) => {
		const chosen = known ? byName.get(headerKey(heading)) : field;
		return chosen ? [[String(column), chosen] as const] : [];
	});
	const whole = Object.entries(known?.whole ?? {}) as [FieldKey, string][];
	return {
		columns: Object.fromEntries(pairs),
		matches: Object.fromEntries(whole.map(([field, value]) => [blankMatch(field), value])),
	};
}

/** The field of each column by a map that a person chose, for the headings that it knows; the others by the dictionary. */
export function columnsByMap(
	grid: Grid,
	band: HeaderBand,
	map: RememberedMap,
): Readonly<Record<string, FieldKey>> {
	const named = new Map(Object.entries(map.columns).map(([name, field]) => [headerKey(name), field]));
	const taken = new Set(Object.values(map.columns));
	const pairs = guessColumns(fillMerged(grid), band, map.kind).flatMap(({ column, heading, field }) => {
		const known = named.get(headerKey(heading));
		const chosen = known ?? (field !== null && !taken.has(field) ? field : '');
		return chosen === '' ? [] : [[String(column), chosen] as const];
	});
	return Object.fromEntries(pairs);
}

/** Equal for tables with the same headings in whatever order. */
export function mapSignature(headings: readonly string[]): string {
	return [...new Set(headings.map(headerKey).filter((key) => key !== ''))].sort().join('|');
}

/** The key under which a correction of one cell is kept: the row of the file (from 1) and the field. */
export function fixKey(row: number, field: FieldKey): string {
	return `${row}:${field}`;
}

/** The key under which it is kept what one text of a field stands for; `key` is the text as names are compared. */
export function matchKey(field: FieldKey, key: string): string {
	return `${field}:${key}`;
}

/** The key of the one value for all rows of a sheet whose cell is empty, or that have no such column. */
export function blankMatch(field: FieldKey): string {
	return matchKey(field, '');
}

/** Whether a key of `matchKey` is that of the value for empty cells (`blankMatch`). */
export function isBlankMatch(key: string): boolean {
	return key.endsWith(':');
}
