import type { MatrixCell, MatrixEntry } from '#lib/charts/matrix.ts';
import { newParts, type MatrixTile } from '#lib/charts/matrix-walk.ts';
import { CUT, lookOf, SHEET, type CellLook } from './matrix-looks.ts';
import type { MatrixSizes } from './matrix-sizes.ts';

/** What is drawn; another one makes a picture anew. */
export interface MatrixPicture {
	readonly rows: readonly MatrixEntry[];
	readonly columns: readonly MatrixEntry[];
	readonly sizes: MatrixSizes;
	readonly cellOf: (row: MatrixEntry, column: MatrixEntry) => MatrixCell;
	readonly signOf: (
		cell: MatrixCell,
		row: MatrixEntry,
		column: MatrixEntry,
	) => { readonly text: string; readonly look: string };
}

/** More pixels than this are drawn at half the sharpness, for printing the whole. */
const MOST_PIXELS = 16_000_000;
/** By weight, as the drawing is told them. */
const FONTS: Readonly<Record<number, string>> = Object.fromEntries(
	[500, 600, 700].map((weight) => [weight, `${weight} 13px 'Sofia Sans Variable', system-ui, sans-serif`]),
);

/** Draws parts of a matrix on one canvas; what was drawn before and is still in sight is only moved. */
export function drawingOn(canvas: HTMLCanvasElement): (picture: MatrixPicture, tile: MatrixTile) => void {
	let last:
		{ readonly picture: MatrixPicture; readonly tile: MatrixTile; readonly sharp: number } | undefined;
	return (picture, tile) => {
		const context = canvas.getContext('2d');
		if (!context) return;
		const { cell, line } = picture.sizes;
		const [width, height] = [
			(tile.endColumn - tile.firstColumn) * cell,
			(tile.endRow - tile.firstRow) * line,
		];
		const sharp = width * height > MOST_PIXELS ? 1 : Math.max(1, Math.min(2, window.devicePixelRatio || 1));
		const before = last?.picture === picture && last.sharp === sharp ? last.tile : null;
		const parts = before === null ? null : newParts(before, tile);
		if (before === null || parts === null) {
			canvas.width = width * sharp;
			canvas.height = height * sharp;
		} else move(context, { before, tile, cell: cell * sharp, line: line * sharp });
		context.setTransform(sharp, 0, 0, sharp, 0, 0);
		context.textAlign = 'center';
		context.textBaseline = 'middle';
		for (const part of parts ?? [tile]) drawPart(context, picture, part, tile);
		last = { picture, tile, sharp };
	};
}

interface Move {
	readonly before: MatrixTile;
	readonly tile: MatrixTile;
	readonly cell: number;
	readonly line: number;
}

function move(context: CanvasRenderingContext2D, { before, tile, cell, line }: Move): void {
	const right = (before.firstColumn - tile.firstColumn) * cell;
	const down = (before.firstRow - tile.firstRow) * line;
	context.setTransform(1, 0, 0, 1, 0, 0);
	context.globalCompositeOperation = 'copy';
	context.drawImage(context.canvas, right, down);
	context.globalCompositeOperation = 'source-over';
}

function drawPart(
	context: CanvasRenderingContext2D,
	picture: MatrixPicture,
	part: MatrixTile,
	tile: MatrixTile,
): void {
	const { cell, line } = picture.sizes;
	const leftOf = (column: number) => (column - tile.firstColumn) * cell;
	const topOf = (row: number) => (row - tile.firstRow) * line;
	drawLines(context, { part, leftOf, topOf });
	const corners = new Path2D();
	for (let row = part.firstRow; row < part.endRow; row++) {
		const entry = picture.rows[row];
		if (!entry) continue;
		if (entry.kind === 'area') {
			context.fillStyle = SHEET.area;
			context.fillRect(
				leftOf(part.firstColumn),
				topOf(row),
				leftOf(part.endColumn) - leftOf(part.firstColumn),
				line - 1,
			);
		}
		for (let column = part.firstColumn; column < part.endColumn; column++) {
			const at = { left: leftOf(column), top: topOf(row) };
			drawCell(context, picture, { entry, place: picture.columns[column], corners, ...at });
		}
	}
	context.fillStyle = CUT.corner;
	context.fill(corners);
}

interface Lines {
	readonly part: MatrixTile;
	readonly leftOf: (column: number) => number;
	readonly topOf: (row: number) => number;
}

/** Lines drawn here cost nothing to move; as a background of the sheet they are worked out for every pixel. */
function drawLines(context: CanvasRenderingContext2D, { part, leftOf, topOf }: Lines): void {
	const [left, top] = [leftOf(part.firstColumn), topOf(part.firstRow)];
	const [width, height] = [leftOf(part.endColumn) - left, topOf(part.endRow) - top];
	context.fillStyle = SHEET.column;
	for (let column = part.firstColumn + 1; column <= part.endColumn; column++) {
		context.fillRect(leftOf(column) - 1, top, 1, height);
	}
	context.fillStyle = SHEET.row;
	for (let row = part.firstRow + 1; row <= part.endRow; row++) {
		context.fillRect(left, topOf(row) - 1, width, 1);
	}
}

interface Place {
	readonly left: number;
	readonly top: number;
	/** The cut corners of all cells, filled together at the end. */
	readonly corners: Path2D;
}

function drawCell(
	context: CanvasRenderingContext2D,
	{ sizes, cellOf, signOf }: MatrixPicture,
	{ entry, place, ...at }: Place & { readonly entry: MatrixEntry; readonly place: MatrixEntry | undefined },
): void {
	if (!place) return;
	const cell = cellOf(entry, place);
	if (cell.marks === 0) return;
	const sign = signOf(cell, entry, place);
	const look = lookOf(sign.look);
	drawGround(context, look, sizes, at);
	const font = FONTS[look.weight] ?? '';
	if (context.font !== font) context.font = font;
	context.fillStyle = look.ink;
	context.fillText(sign.text, at.left + (sizes.cell - 1) / 2, at.top + sizes.line / 2);
}

function drawGround(
	context: CanvasRenderingContext2D,
	look: CellLook,
	sizes: MatrixSizes,
	{ left, top, corners }: Place,
): void {
	if (look.ground === null) return;
	const [width, height] = [sizes.cell - 1, sizes.line - 1];
	context.fillStyle = look.isCut ? CUT.edge : look.ground;
	context.fillRect(left, top, width, height);
	if (!look.isCut) return;
	context.fillStyle = look.ground;
	context.fillRect(left + 1, top + 1, width - 2, height - 2);
	corners.moveTo(left + width - CUT.size, top);
	corners.lineTo(left + width, top);
	corners.lineTo(left + width, top + CUT.size);
	corners.closePath();
}
