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

const STEP = 2;

/** The part to draw around what is in sight: it changes only every second line, and keeps its size while scrolling. */
export function tileAround(sight: MatrixTile, { rows, columns }: MatrixSize): MatrixTile {
	const [firstRow, endRow] = stretch(sight.firstRow, sight.endRow, rows);
	const [firstColumn, endColumn] = stretch(sight.firstColumn, sight.endColumn, columns);
	return { firstRow, endRow, firstColumn, endColumn };
}

/** Always as long as the window can ever need, so that a picture may be moved along. */
function stretch(first: number, end: number, count: number): readonly [number, number] {
	const length = Math.min(count, (Math.ceil((end - first) / STEP) + 2) * STEP);
	const from = between(Math.floor(first / STEP) * STEP, 0, count - length);
	return [from, from + length];
}

/**
 * What of a part is not yet in the picture of the part before; null when nothing of it can be kept: the size is
 * another one, or they have too little in common.
 */
export function newParts(before: MatrixTile, now: MatrixTile): readonly MatrixTile[] | null {
	const rows = now.endRow - now.firstRow;
	const columns = now.endColumn - now.firstColumn;
	if (before.endRow - before.firstRow !== rows || before.endColumn - before.firstColumn !== columns)
		return null;
	const [down, right] = [now.firstRow - before.firstRow, now.firstColumn - before.firstColumn];
	if (Math.abs(down) * 2 > rows || Math.abs(right) * 2 > columns) return null;
	const parts: MatrixTile[] = [];
	if (down > 0) parts.push({ ...now, firstRow: before.endRow });
	if (down < 0) parts.push({ ...now, endRow: before.firstRow });
	if (right > 0) parts.push({ ...now, firstColumn: before.endColumn });
	if (right < 0) parts.push({ ...now, endColumn: before.firstColumn });
	return parts;
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
