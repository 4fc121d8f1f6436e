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

export const MATRIX_ZOOMS = ['near', 'far'] as const;
/** Letters to read, or the pattern of the whole. */
export type MatrixZoom = (typeof MATRIX_ZOOMS)[number];

export function sizesOf(zoom: MatrixZoom, isNarrow: boolean): MatrixSizes {
	const names = isNarrow ? 176 : 380;
	return zoom === 'near'
		? { cell: 30, line: 34, names, head: 208, overhang: 130 }
		: { cell: 18, line: 18, names, head: 208, overhang: 130 };
}

export interface MatrixBox {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** The window before the browser has told its size. */
export const FIRST_BOX: MatrixBox = { left: 0, top: 0, width: 1180, height: 620 };
