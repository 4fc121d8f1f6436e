/** Where the focus stands. −1 is the head: the names of the columns, or of the rows. */
export interface MatrixPlace {
	readonly row: number;
	readonly column: number;
}

export interface MatrixSize {
	readonly rows: number;
	readonly columns: number;
}

const PAGE = 10;

/**
 * Where a key leads from a cell; undefined when it means nothing here. Arrows also enter the heads of rows and
 * columns, where Enter folds or opens; the corner itself cannot be entered.
 */
export function moveInMatrix(
	{ rows, columns }: MatrixSize,
	from: MatrixPlace,
	key: { readonly name: string; readonly isCtrl: boolean },
): MatrixPlace | undefined {
	const to = (row: number, column: number): MatrixPlace => {
		const next = { row: between(row, -1, rows - 1), column: between(column, -1, columns - 1) };
		return next.row === -1 && next.column === -1 ? from : next;
	};
	switch (key.name) {
		case 'ArrowRight':
			return to(from.row, from.column + 1);
		case 'ArrowLeft':
			return to(from.row, from.column - 1);
		case 'ArrowDown':
			return to(from.row + 1, from.column);
		case 'ArrowUp':
			return to(from.row - 1, from.column);
		case 'PageDown':
			return to(from.row + PAGE, from.column);
		case 'PageUp':
			return to(Math.max(Math.min(0, from.row), from.row - PAGE), from.column);
		case 'Home':
			return key.isCtrl ? to(0, 0) : to(from.row, 0);
		case 'End':
			return key.isCtrl ? to(rows - 1, columns - 1) : to(from.row, columns - 1);
		default:
			return undefined;
	}
}

function between(value: number, low: number, high: number): number {
	return Math.max(low, Math.min(value, high));
}

/** The lines of one direction that a window shows, up to but without `end`, with a few beyond both edges. */
export function linesInSight(scroll: {
	readonly from: number;
	readonly length: number;
	readonly step: number;
	readonly count: number;
	readonly beyond: number;
}): { readonly first: number; readonly end: number } {
	const { from, length, step, count, beyond } = scroll;
	const first = between(Math.floor(from / step) - beyond, 0, Math.max(0, count - 1));
	const end = between(Math.ceil((from + length) / step) + beyond, first, count);
	return { first, end };
}

/** Where to scroll so that a line is wholly in sight; the same place when it is already. */
export function scrollTo(
	line: number,
	{ from, length, step }: { readonly from: number; readonly length: number; readonly step: number },
): number {
	const start = line * step;
	if (line < 0) return from;
	if (start < from) return start;
	return start + step > from + length ? start + step - length : from;
}

/** Lines of a matrix that are drawn together, up to but without the ends. */
export interface MatrixTile {
	readonly firstRow: number;
	readonly endRow: number;
	readonly firstColumn: number;
	readonly endColumn: number;
}

/** One of the pictures that cover a part of a matrix. */
export interface MatrixPatch extends MatrixTile {
	/** The same for one that goes and for the one that comes instead, so that its canvas is used again. */
	readonly slot: number;
}

/**
 * The patches over what is in sight. They begin at fixed lines and move with the sheet: scrolling makes only the new ones,
 * and each new one takes the slot of one that has gone. Those of `before` that stay are the same objects.
 * @param size lines of the matrix
 * @param patch lines of one patch
 * @param most lines that can be in sight together
 */
export function patchesOver(
	sight: MatrixTile,
	{ size, patch, most, before }: PatchesAsk,
): readonly MatrixPatch[] {
	const slotsDown = Math.ceil(most.rows / patch.rows) + 1;
	const slotsAcross = Math.ceil(most.columns / patch.columns) + 1;
	const patches: MatrixPatch[] = [];
	for (let down = Math.floor(sight.firstRow / patch.rows); down * patch.rows < sight.endRow; down++) {
		const rows = ends(down, patch.rows, size.rows);
		let across = Math.floor(sight.firstColumn / patch.columns);
		for (; across * patch.columns < sight.endColumn; across++) {
			const [firstColumn, endColumn] = ends(across, patch.columns, size.columns);
			const slot = (down % slotsDown) * slotsAcross + (across % slotsAcross);
			const now = { firstRow: rows[0], endRow: rows[1], firstColumn, endColumn, slot };
			patches.push(before.find((one) => isAlike(one, now)) ?? now);
		}
	}
	const isSame = patches.length === before.length && patches.every((one, at) => one === before[at]);
	return isSame ? before : patches;
}

interface PatchesAsk {
	readonly size: MatrixSize;
	readonly patch: MatrixSize;
	readonly most: MatrixSize;
	readonly before: readonly MatrixPatch[];
}

function isAlike(one: MatrixPatch, other: MatrixPatch): boolean {
	return (
		one.firstRow === other.firstRow &&
		one.firstColumn === other.firstColumn &&
		one.endRow === other.endRow &&
		one.endColumn === other.endColumn &&
		one.slot === other.slot
	);
}

function ends(at: number, length: number, count: number): readonly [number, number] {
	return [at * length, Math.min(count, (at + 1) * length)];
}

/**
 * A name that fits into so many letters, left out in the middle: names of one kind begin alike and differ at the end.
 * The whole one stands in its tip.
 */
export function shortName(name: string, letters: number): string {
	if (name.length <= letters) return name;
	const end = Math.floor(letters / 2);
	return `${name.slice(0, letters - 1 - end).trimEnd()}…${name.slice(-end).trimStart()}`;
}
