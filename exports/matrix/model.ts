import type { Colophon } from '../shared/cover.ts';

/** A row or a column of the matrix as it stands in the file. */
export interface MatrixLine {
	readonly key: string;
	readonly label: string;
	readonly depth: number;
	/** An area heads its functions and has no cells of its own. */
	readonly isHeading: boolean;
	/** Full posts of the counted work; null where nothing is counted. */
	readonly fte: number | null;
}

/** A filled cell: the letters of the roles on the shade of the counted work. */
export interface MatrixMark {
	readonly text: string;
	/** Null leaves the ground white. */
	readonly ground: string | null;
}

/** A function at a place as a line of the second sheet; what the sums of the first one rest on. */
export interface MatrixLink {
	readonly row: string;
	readonly column: string;
	readonly rowLabel: string;
	readonly columnLabel: string;
	readonly roles: string;
	readonly fte: number | null;
	readonly agreement: string;
}

/** The matrix as seen: with its filters, order and direction, in the language of the person. */
export interface MatrixPaper {
	readonly rowTitle: string;
	readonly columnTitle: string;
	/** What is shown: layer and words of the search. */
	readonly shown: string;
	readonly rows: readonly MatrixLine[];
	readonly columns: readonly MatrixLine[];
	/** By row and column; null for an empty cell. */
	readonly marks: readonly (readonly (MatrixMark | null)[])[];
	readonly links: readonly MatrixLink[];
	/** False where posts stand beside their units: the same work is in both columns and must not be added up. */
	readonly isAdditive: boolean;
}

export interface MatrixBook {
	readonly colophon: Colophon;
	readonly paper: MatrixPaper;
}
