import type { MatrixPlace } from '#lib/charts/matrix-walk.ts';
import type { MatrixCell, MatrixEntry } from '#lib/charts/matrix.ts';
import type { MatrixCut } from './matrix-chosen.svelte.ts';
import type { MatrixPicture } from './matrix-drawing.ts';
import type { MoveLine } from './matrix-lift.svelte.ts';
import type { MatrixScale } from './matrix-sizes.ts';
import type { MatrixTotalLink } from './matrix-total.ts';

/** Lines, cells and their signs are those of the picture. */
export interface MatrixGridProps extends Omit<MatrixPicture, 'sizes' | 'sharp'> {
	/** Name of the whole and of the first column. */
	label: string;
	rowTitle: string;
	zoom?: MatrixScale;
	/** What is read out in the place of a sign. */
	nameOf: (cell: MatrixCell, row: MatrixEntry, column: MatrixEntry) => string;
	/** Another one for each matrix shown. */
	stamp: unknown;
	/** The cell in one sentence; shown and read out under the matrix. */
	sentenceOf: (row: MatrixEntry, column: MatrixEntry, cell: MatrixCell) => string;
	/** A line in one sentence; its name alone when absent. */
	lineOf?: ((entry: MatrixEntry) => string) | undefined;
	hrefOf: (entry: MatrixEntry) => string;
	/** Where the number at the end of a line leads, and what it says; without it the numbers are no links. */
	totalOf?: ((entry: MatrixEntry) => MatrixTotalLink) | undefined;
	/** The counted work of a line, beside its number. */
	workOf?: ((entry: MatrixEntry) => string) | undefined;
	onfold: (key: string) => void;
	/** A line is to stand elsewhere; absent where the order is fixed. */
	onmove?: MoveLine | undefined;
	/** An edge is to be ordered by its bars, or as in the act again. */
	onsort?: ((edge: 'rows' | 'columns') => void) | undefined;
	/** Edges ordered by their bars now. */
	sorted?: { readonly rows: boolean; readonly columns: boolean };
	/** A cell is opened by Enter or by a click. */
	onopen?: (row: MatrixEntry, column: MatrixEntry) => void;
	/** A key that the walk does not use, with the row above; true when it was used. */
	onkey?: (
		event: KeyboardEvent,
		row: MatrixEntry,
		column: MatrixEntry,
		above: MatrixEntry | undefined,
	) => boolean;
	/** What is chosen is copied: its text for a spreadsheet. */
	oncopy?: (cut: MatrixCut) => string;
	onpaste?: (text: string, at: MatrixPlace) => void;
	/** Height of the window in pixels. */
	height?: number;
}
