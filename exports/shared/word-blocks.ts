/** A document as a list of blocks, from which it is drawn, read aloud and checked. */
export interface WordDocument {
	readonly title: string;
	readonly blocks: readonly WordBlock[];
	/** Foot of every page, left: municipality, snapshot; right: „стр. &P от &N“ with the codes of page and pages. */
	readonly foot: { readonly left: string; readonly page: string };
	/** The sheet of the first page. */
	readonly sheet: WordSheet;
	/** ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	readonly madeBy: string;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

export type WordBlock =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly align?: Align }
	| {
			readonly kind: 'paragraph';
			readonly text: string;
			readonly align?: Align;
			readonly isBold?: boolean;
			/** Small and grey: notes, the mark of the snapshot. */
			readonly isNote?: boolean;
			/** Indented as a point under a point, 1 or 2. */
			readonly level?: 1 | 2;
	  }
	| { readonly kind: 'table'; readonly table: WordTable }
	/** A drawing; its words say in other words what a table beside it says. */
	| {
			readonly kind: 'picture';
			readonly svg: string;
			readonly alt: string;
			/** Points for one pixel of the drawing; without it as large as the page allows, but not above 0,75. */
			readonly scale?: number;
	  }
	/** The next page; on a sheet of its own kind until the next break that names one. */
	| { readonly kind: 'page-break'; readonly sheet?: WordSheet };

export interface WordSheet {
	readonly paper: 'A4' | 'A3';
	readonly orientation: 'portrait' | 'landscape';
}

export interface WordTable {
	readonly columns: readonly {
		readonly header: string;
		/** Share of the width, any unit. */
		readonly width: number;
		/** Figures stand to the right, texts to the left; by default the first column is text and the others figures. */
		readonly align?: Align;
	}[];
	readonly rows: readonly WordRow[];
}

export interface WordRow {
	readonly cells: readonly string[];
	readonly isTotal?: boolean;
}
