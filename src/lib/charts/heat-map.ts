import { range, scaleBand, scaleThreshold } from 'd3';

/** A square map: the same things on both sides, a number where two of them meet. */
export interface HeatMapInput {
	readonly axis: readonly { readonly key: string; readonly label: string; readonly short?: string }[];
	/** Each meeting once; the map is symmetric, unless `below` is given. */
	readonly cells: readonly HeatMapValue[];
	/** What stands below the diagonal instead, for two states side by side; each meeting once. */
	readonly below?: readonly HeatMapValue[] | undefined;
}

export interface HeatMapValue {
	readonly row: string;
	readonly column: string;
	readonly value: number;
}

export interface HeatMapCell {
	readonly id: string;
	readonly row: string;
	readonly column: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	/** True below the diagonal. */
	readonly isBelow: boolean;
	/** 0 where the two have nothing in common. */
	readonly value: number;
	/** Step of the sequence of amounts, 0–5; 0 only for no value. */
	readonly level: number;
}

export interface HeatMapLabel {
	readonly key: string;
	/** The whole name. */
	readonly label: string;
	/** The name cut to the room there is. */
	readonly short: string;
	readonly x: number;
	readonly y: number;
}

export interface HeatMap {
	readonly width: number;
	readonly height: number;
	readonly cells: readonly HeatMapCell[];
	readonly rows: readonly HeatMapLabel[];
	readonly columns: readonly HeatMapLabel[];
}

const SIDE = 206;
const TOP = 140;
const RIGHT = 104;
const CELL = 34;
/** Steps of the sequence of amounts above none. */
const LEVELS = 5;
const LABEL_LENGTH = 27;
const COLUMN_LABEL_LENGTH = 24;

/** Places of cells and names; cells are equal squares, and colour steps share the range from 1 to the greatest value. */
export function layOutHeatMap({ axis, cells, below = cells }: HeatMapInput): HeatMap {
	const side = axis.length * CELL;
	const band = scaleBand<string>()
		.domain(axis.map(({ key }) => key))
		.range([0, side])
		.paddingInner(0.06);
	const greatest = Math.max(1, ...[...cells, ...below].map(({ value }) => value));
	const level = scaleThreshold<number, number>()
		.domain(range(1, LEVELS).map((step) => (step * greatest) / LEVELS))
		.range(range(1, LEVELS + 1));
	const [above, under] = [meetings(cells), meetings(below)];
	const size = band.bandwidth();
	const at = (key: string) => band(key) ?? 0;
	return {
		width: SIDE + side + RIGHT,
		height: TOP + side + 8,
		cells: axis.flatMap((row, down) =>
			axis.map((column, across) => {
				const id = `${row.key} ${column.key}`;
				const isBelow = down > across;
				const value = (isBelow ? under : above).get(id) ?? 0;
				const place = { x: SIDE + at(column.key), y: TOP + at(row.key), size };
				return {
					id,
					row: row.key,
					column: column.key,
					...place,
					isBelow,
					value,
					level: value === 0 ? 0 : level(value),
				};
			}),
		),
		rows: axis.map(({ key, label, short = label }) => ({
			key,
			label,
			short: cut(short, LABEL_LENGTH),
			x: SIDE - 10,
			y: TOP + at(key) + size / 2,
		})),
		columns: axis.map(({ key, label, short = label }) => ({
			key,
			label,
			short: cut(short, COLUMN_LABEL_LENGTH),
			x: SIDE + at(key) + size / 2,
			y: TOP - 8,
		})),
	};
}

function meetings(cells: readonly HeatMapValue[]): ReadonlyMap<string, number> {
	return new Map(
		cells.flatMap(({ row, column, value }) => [
			[`${row} ${column}`, value],
			[`${column} ${row}`, value],
		]),
	);
}

export type HeatMapKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** The cell with a value that a key leads to: the nearest in that direction, or the first and last of all. */
export function moveInHeatMap(map: HeatMap, from: string, key: string): string | undefined {
	const filled = map.cells.filter(({ value }) => value > 0);
	if (key === 'Home') return filled[0]?.id;
	if (key === 'End') return filled.at(-1)?.id;
	const current = map.cells.find(({ id }) => id === from);
	const ahead = current && directionOf(key, current);
	if (!current || !ahead) return undefined;
	const distance = (cell: HeatMapCell) =>
		Math.abs(cell.x - current.x) * (ahead.isAcross ? 1 : 3) +
		Math.abs(cell.y - current.y) * (ahead.isAcross ? 3 : 1);
	return filled.filter(ahead.isAhead).sort((a, b) => distance(a) - distance(b))[0]?.id;
}

function directionOf(
	key: string,
	{ x, y }: HeatMapCell,
): { readonly isAcross: boolean; readonly isAhead: (cell: HeatMapCell) => boolean } | undefined {
	if (key === 'ArrowRight') return { isAcross: true, isAhead: (cell) => cell.x > x };
	if (key === 'ArrowLeft') return { isAcross: true, isAhead: (cell) => cell.x < x };
	if (key === 'ArrowDown') return { isAcross: false, isAhead: (cell) => cell.y > y };
	if (key === 'ArrowUp') return { isAcross: false, isAhead: (cell) => cell.y < y };
	return undefined;
}

function cut(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
