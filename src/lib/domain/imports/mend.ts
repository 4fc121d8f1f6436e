import { fixKey, type SheetChoices } from './choices.ts';
import type { FieldKey } from './fields.ts';
import { fillMerged } from './fill-merged.ts';
import { cellText, type Grid } from './grid.ts';
import type { SheetRecord } from './records.ts';

/** A cell that a person corrected: its text in the file and the one taken in. */
export interface MendedCell {
	readonly field: FieldKey;
	readonly from: string;
	readonly to: string;
}

/** The corrected cells of every row that has any. */
export function mendedCells(grid: Grid, choices: SheetChoices): ReadonlyMap<number, readonly MendedCell[]> {
	const rows = new Map(fillMerged(grid).rows.map((row) => [row.number, row]));
	const columns = new Map(Object.entries(choices.columns).map(([column, field]) => [field, Number(column)]));
	const mended = Object.entries(choices.fixes).map(([key, to]) => {
		const at = key.indexOf(':');
		const [row, field] = [Number(key.slice(0, at)), key.slice(at + 1) as FieldKey];
		return { row, field, from: cellText(rows.get(row)?.cells[columns.get(field) ?? -1]), to };
	});
	return new Map(
		[...Map.groupBy(mended, ({ row }) => row)].map(([row, cells]) => [
			row,
			cells.map(({ field, from, to }) => ({ field, from, to })),
		]),
	);
}

type Fixes = SheetChoices['fixes'];

/** No cell may say more. */
const LONGEST = 2000;

/**
 * Corrections that put one text in place of another in every cell of a field, whatever the case of the letters.
 * Example: find „ТСУ“, put „УТ“: „отдел ТСУ“ → „отдел УТ“. Nothing for an empty text to find.
 */
export function replaceInField(
	records: readonly SheetRecord[],
	{ field, find, by }: { readonly field: FieldKey; readonly find: string; readonly by: string },
): Fixes {
	if (find === '') return {};
	const pattern = new RegExp(find.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'giu');
	const changed = records.flatMap(({ row, cells }): readonly (readonly [string, string])[] => {
		const text = cells[field]?.text ?? '';
		const replaced = text.replace(pattern, () => by).slice(0, LONGEST);
		return replaced === text ? [] : [[fixKey(row, field), replaced]];
	});
	return Object.fromEntries(changed);
}

/**
 * Corrections that write the nearest text above into an empty cell and into the empty cells right below it, as far as
 * the next filled one. Nothing where the cell is filled or no row above says anything.
 */
export function fillDown(
	records: readonly SheetRecord[],
	{ row, field }: { readonly row: number; readonly field: FieldKey },
): Fixes {
	const textOf = (record: SheetRecord | undefined) => record?.cells[field]?.text.trim() ?? '';
	const at = records.findIndex((record) => record.row === row);
	const above = records.slice(0, Math.max(0, at)).findLast((record) => textOf(record) !== '');
	if (at < 0 || !above || textOf(records[at]) !== '') return {};
	const below = records.slice(at);
	const end = below.findIndex((record) => textOf(record) !== '');
	const empty = end < 0 ? below : below.slice(0, end);
	return Object.fromEntries(empty.map((record) => [fixKey(record.row, field), textOf(above)]));
}
