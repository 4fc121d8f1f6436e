import type { MatrixSize } from '#lib/charts/matrix-walk.ts';

/** Sizes of a matrix in pixels; the styles of its parts follow them. */
export interface MatrixSizes {
	readonly cell: number;
	readonly line: number;
	/** Width of the names of the rows, height of the names of the columns. */
	readonly names: number;
	readonly head: number;
	/** How far the slanted name of the last column reaches out. */
	readonly overhang: number;
}

export const MATRIX_ZOOMS = ['near', 'far', 'map'] as const;
/** Letters to read, small ones, or the pattern of the whole without letters. */
export type MatrixZoom = (typeof MATRIX_ZOOMS)[number];
/** The same, or cells with room for a sign and two numbers. */
export type MatrixScale = MatrixZoom | 'wide';

export function sizesOf(zoom: MatrixScale, isNarrow: boolean): MatrixSizes {
	const names = isNarrow ? 176 : 380;
	if (zoom === 'wide') return { cell: 58, line: 34, names, head: 208, overhang: 130 };
	return zoom === 'near'
		? { cell: 30, line: 34, names, head: 208, overhang: 130 }
		: { cell: 18, line: 18, names, head: 208, overhang: 130 };
}

/** Pixels of one picture of cells, about: small enough that a new one does not hold up a frame, few enough to be moved together. */
const PATCH = { width: 960, height: 102 } as const;

/** Lines that are drawn in one picture. */
export function patchOf({ cell, line }: MatrixSizes): MatrixSize {
	return { rows: Math.round(PATCH.height / line), columns: Math.round(PATCH.width / cell) };
}

export interface MatrixBox {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** The window before the browser has told its size. */
export const FIRST_BOX: MatrixBox = { left: 0, top: 0, width: 1180, height: 620 };

const MAP_COLOURS: Readonly<Record<string, string>> = {
	accountable: '#14595b',
	participates: '#78b4aa',
	consulted: '#b3d6cf',
	informed: '#d8d3c6',
	paper: '#bdb7a8',
	sum: '#e9e5da',
	'amount-0': '#dcebe7',
	'amount-1': '#b3d6cf',
	'amount-2': '#78b4aa',
	'amount-3': '#3b8b84',
	'amount-4': '#14595b',
};

/** The colour of a cell on the map: stronger than in the grid, because no letter stands in it. */
export function mapColour(look: string): string {
	return MAP_COLOURS[look] ?? '#8f8979';
}
