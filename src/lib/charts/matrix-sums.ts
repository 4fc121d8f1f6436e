import { MARK } from '#lib/domain/workload/index.ts';
import type { Targets } from './matrix-targets.ts';
import type { MatrixData, MatrixLinks } from './matrix.ts';

/** Sums of all cells of the visible places, by function and by area, with the totals of both edges. */
export interface Sums {
	readonly width: number;
	/** Row by row: what {@link marksIn} and {@link workIn} read. */
	readonly cells: Int32Array;
	/** Of the cells of areas: the functions that touch the place. */
	readonly counts: Uint16Array;
	readonly functions: Totals;
	readonly places: Totals;
	/** The cell of a function and a place with the most work. */
	readonly most: number;
}

/** By the place of the line in its edge. Work is in thousandths of a full post. */
export interface Totals {
	readonly total: Uint32Array;
	readonly accountable: Uint32Array;
	readonly work: Int32Array;
	/** Not 0 where any work is known. */
	readonly isMeasured: Uint8Array;
}

/** Beside the `MARK` bits in a cell: its work is known. Work can be counted where it is not. */
const MEASURED = 64;
/**
 * The work stands above the marks and {@link MEASURED}: one number for a cell, whole, so that sums are exact and nothing
 * is left behind for the memory to be swept. Room for 16 000 full posts in a cell.
 */
const WORK = 128;

/** `MARK` bits of a cell. */
export function marksIn(cell: number): number {
	return cell & (MEASURED - 1);
}

/** Thousandths of a full post; null where nobody knows. */
export function workIn(cell: number): number | null {
	return (cell & MEASURED) === 0 ? null : Math.floor(cell / WORK);
}

/**
 * First the links are added to their cells, then the cells to both edges: plain passes over whole numbers, so that
 * 80 000 links take a few milliseconds even where nothing has been compiled yet.
 */
export function sumLinks(data: MatrixData, targets: Targets): Sums {
	const [height, width] = [data.functions.length, data.places.length];
	const sums = {
		width,
		cells: new Int32Array(height * width),
		counts: new Uint16Array(height * width),
		functions: emptyTotals(height),
		places: emptyTotals(width),
	};
	addLinks(sums, data.links, targets);
	let most = 0;
	data.functions.forEach(({ kind, parent }, row) => {
		if (kind === 'function') most = Math.max(most, addToColumns(sums, row, parent));
	});
	data.functions.forEach((_, row) => addAcross(sums, row, targets.unitColumn));
	return { ...sums, most };
}

function emptyTotals(count: number): Totals {
	return {
		total: new Uint32Array(count),
		accountable: new Uint32Array(count),
		work: new Int32Array(count),
		isMeasured: new Uint8Array(count),
	};
}

type Adding = Omit<Sums, 'most'>;

/** A visible post leaves its work in its own column and in the column of its unit. */
function addLinks(sums: Adding, links: MatrixLinks, targets: Targets): void {
	const { rows, columns, unitColumn, bits, hasWork } = targets;
	const { width, cells } = sums;
	const { functions, places, marks, work: works } = links;
	for (let at = 0; at < functions.length; at++) {
		const row = rows[functions[at] ?? -1] ?? -1;
		const column = columns[places[at] ?? -1] ?? -1;
		const own = (marks[at] ?? 0) & bits;
		if (row < 0 || column < 0 || own === 0) continue;
		const work = hasWork ? (works[at] ?? -1) : -1;
		const marked = work < 0 ? own : own | MEASURED;
		const above = work < 0 ? 0 : work * WORK;
		const slot = row * width + column;
		cells[slot] = ((cells[slot] ?? 0) | marked) + above;
		const unit = unitColumn[column] ?? -1;
		const wider = row * width + unit;
		if (unit >= 0) cells[wider] = ((cells[wider] ?? 0) | marked) + above;
	}
}

/** Adds the cells of a function to their columns and to its area; answers with the largest of them. */
function addToColumns({ width, cells, counts, places }: Adding, row: number, area: number): number {
	const { total, accountable, isMeasured, work } = places;
	let most = 0;
	for (let column = 0, slot = row * width, above = area * width; column < width; column++, slot++, above++) {
		const cell = cells[slot] ?? 0;
		if (cell === 0) continue;
		if (cell > most) most = cell;
		const marks = cell & (WORK - 1);
		total[column] = (total[column] ?? 0) + 1;
		accountable[column] = (accountable[column] ?? 0) + (cell & MARK.accountable);
		isMeasured[column] = (isMeasured[column] ?? 0) | (cell & MEASURED);
		work[column] = (work[column] ?? 0) + (cell - marks) / WORK;
		if (area < 0) continue;
		cells[above] = ((cells[above] ?? 0) | marks) + cell - marks;
		counts[above] = (counts[above] ?? 0) + 1;
	}
	return most;
}

/** What the cells of a row come to; a post beside its unit does not count once more. */
function addAcross({ width, cells, functions }: Adding, row: number, unitColumn: Int32Array): void {
	const { total, accountable, isMeasured, work } = functions;
	for (let column = 0, slot = row * width; column < width; column++, slot++) {
		const cell = cells[slot] ?? 0;
		if (cell === 0 || (unitColumn[column] ?? -1) >= 0) continue;
		total[row] = (total[row] ?? 0) + 1;
		accountable[row] = (accountable[row] ?? 0) + (cell & MARK.accountable);
		isMeasured[row] = (isMeasured[row] ?? 0) | (cell & MEASURED);
		work[row] = (work[row] ?? 0) + Math.floor(cell / WORK);
	}
}
