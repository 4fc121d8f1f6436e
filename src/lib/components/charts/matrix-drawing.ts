import type { MatrixCell, MatrixEntry } from '#lib/charts/matrix.ts';
import type { MatrixTile } from '#lib/charts/matrix-walk.ts';
import { CUT, lookOf, SHEET, type CellLook } from './matrix-looks.ts';
import type { MatrixSizes } from './matrix-sizes.ts';

/** What is drawn; another one makes a picture anew. */
export interface MatrixPicture {
	readonly rows: readonly MatrixEntry[];
	readonly columns: readonly MatrixEntry[];
	readonly sizes: MatrixSizes;
	/** Pixels of the picture for one of the page. */
	readonly sharp: number;
	readonly cellOf: (row: MatrixEntry, column: MatrixEntry) => MatrixCell;
	readonly signOf: (
		cell: MatrixCell,
		row: MatrixEntry,
		column: MatrixEntry,
	) => { readonly text: string; readonly look: string };
}

type Context = OffscreenCanvasRenderingContext2D;

/** The weights of the looks, each with its typeface as the drawing is told it. */
const FONTS = [500, 600, 700].map(
	(weight) => [weight, `${weight} 13px 'Sofia Sans Variable', system-ui, sans-serif`] as const,
);

/**
 * Draws parts of a matrix, each as a still image on a canvas of its own: a canvas that can be drawn on is copied by the
 * browser in every frame in which it moves, an image only once.
 */
export function patchDrawer(): (canvas: HTMLCanvasElement, picture: MatrixPicture, part: MatrixTile) => void {
	let board: OffscreenCanvas | undefined;
	return (canvas, picture, part) => {
		const { sizes, sharp } = picture;
		const width = (part.endColumn - part.firstColumn) * sizes.cell * sharp;
		const height = (part.endRow - part.firstRow) * sizes.line * sharp;
		if (board?.width !== width || board.height !== height) board = new OffscreenCanvas(width, height);
		const context = board.getContext('2d');
		if (!context) return;
		context.setTransform(sharp, 0, 0, sharp, 0, 0);
		drawPart(context, picture, part);
		if (canvas.width !== width) canvas.width = width;
		if (canvas.height !== height) canvas.height = height;
		canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(board.transferToImageBitmap());
	};
}

function drawPart(context: Context, picture: MatrixPicture, part: MatrixTile): void {
	const { sizes } = picture;
	const lines: Lines = {
		part,
		leftOf: (column) => (column - part.firstColumn) * sizes.cell,
		topOf: (row) => (row - part.firstRow) * sizes.line,
	};
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	drawLines(context, lines);
	drawCells(context, picture, lines);
}

function drawCells(context: Context, picture: MatrixPicture, lines: Lines): void {
	const { part, leftOf, topOf } = lines;
	const corners = new Path2D();
	const words: Word[] = [];
	for (let row = part.firstRow; row < part.endRow; row++) {
		const entry = picture.rows[row];
		if (!entry) continue;
		if (entry.kind === 'area') {
			context.fillStyle = SHEET.area;
			const width = leftOf(part.endColumn) - leftOf(part.firstColumn);
			context.fillRect(leftOf(part.firstColumn), topOf(row), width, picture.sizes.line - 1);
		}
		for (let column = part.firstColumn; column < part.endColumn; column++) {
			const at = { left: leftOf(column), top: topOf(row) };
			const word = drawCell(context, picture, { entry, place: picture.columns[column], corners, ...at });
			if (word) words.push(word);
		}
	}
	context.fillStyle = CUT.corner;
	context.fill(corners);
	drawWords(context, words);
}

/** What is written in a cell, and where its middle is. */
interface Word {
	readonly text: string;
	readonly look: CellLook;
	readonly x: number;
	readonly y: number;
}

/** All words of one weight together: another typeface costs the drawing more than a word. */
function drawWords(context: Context, words: readonly Word[]): void {
	for (const [weight, font] of FONTS) {
		const alike = words.filter(({ look }) => look.weight === weight);
		if (alike.length > 0) context.font = font;
		for (const { text, look, x, y } of alike) {
			context.fillStyle = look.ink;
			context.fillText(text, x, y);
		}
	}
}

interface Lines {
	readonly part: MatrixTile;
	readonly leftOf: (column: number) => number;
	readonly topOf: (row: number) => number;
}

/** Lines drawn here cost nothing to move; as a background of the sheet they are worked out for every pixel. */
function drawLines(context: Context, { part, leftOf, topOf }: Lines): void {
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

/** The ground of a cell; answers with what is to be written on it. */
function drawCell(
	context: Context,
	{ sizes, cellOf, signOf }: MatrixPicture,
	{ entry, place, ...at }: Place & { readonly entry: MatrixEntry; readonly place: MatrixEntry | undefined },
): Word | undefined {
	if (!place) return undefined;
	const cell = cellOf(entry, place);
	if (cell.marks === 0) return undefined;
	const sign = signOf(cell, entry, place);
	const look = lookOf(sign.look);
	drawGround(context, look, sizes, at);
	return { text: sign.text, look, x: at.left + (sizes.cell - 1) / 2, y: at.top + sizes.line / 2 };
}

function drawGround(
	context: Context,
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
