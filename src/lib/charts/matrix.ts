export type MatrixKind = 'area' | 'function' | 'unit' | 'post';

/** A line of one edge. A parent stands before its children, the children right after it. */
export interface MatrixNode {
	readonly key: string;
	readonly label: string;
	readonly kind: MatrixKind;
	/** Place of the parent in the same list; −1 at the top. */
	readonly parent: number;
	/** What links call it; −1 for an area, which has none. */
	readonly number: number;
	/** Of a place: what a full post costs there in a year, in euro cents; null or absent where nobody knows. */
	readonly price?: number | null;
}

/** Who has what to do with which function, as columns of numbers: a tenth of the weight of objects. */
export interface MatrixLinks {
	/** By the number of a function: where its links end; they begin where those of the one before it end. */
	readonly ends: readonly number[];
	/** Of each link the number of the place; one that no line has is left out. */
	readonly places: readonly number[];
	/** Of each link the marks and the work, as `packFunctionPlace` puts them together. */
	readonly cells: readonly number[];
}

export interface MatrixData {
	/** Policy areas and their functions. */
	readonly functions: readonly MatrixNode[];
	/** Units and their posts. */
	readonly places: readonly MatrixNode[];
	readonly links: MatrixLinks;
}

export const MATRIX_LAYERS = ['both', 'paper', 'practice'] as const;
/** What is shown: what is written, what is counted, or both. */
export type MatrixLayer = (typeof MATRIX_LAYERS)[number];

export const MATRIX_SORTS = ['act', 'total', 'fte', 'cost'] as const;
/** Order of an edge: as in the act, or by a number at the edge, largest first: the count, the full posts, what they cost. */
export type MatrixSort = (typeof MATRIX_SORTS)[number];

/** What the person asks the matrix to show. */
export interface MatrixAsk {
	readonly layer: MatrixLayer;
	/** Parts of names, folded by `foldText`; empty for all. */
	readonly functionQuery: string;
	readonly placeQuery: string;
	/** Folded lines of both edges, by key. */
	readonly folded: ReadonlySet<string>;
	readonly withPosts: boolean;
	/** Leaves out units and posts that nothing shown touches; when places are searched, functions too. */
	readonly hideEmpty: boolean;
	readonly functionSort: MatrixSort;
	readonly placeSort: MatrixSort;
	/** Lines that were put in their places by hand, by key: they stand before the others under the same parent. */
	readonly functionOrder: readonly string[];
	readonly placeOrder: readonly string[];
}

/** A visible line of one edge. */
export interface MatrixEntry {
	readonly key: string;
	readonly label: string;
	readonly kind: MatrixKind;
	readonly depth: number;
	readonly hasChildren: boolean;
	readonly isFolded: boolean;
	/** Function: units that take part. Area: its functions. Place: functions in which it takes part. */
	readonly total: number;
	/** Of `total`, where the place answers, or the units that answer for the function. */
	readonly accountable: number;
	/** Full posts of the counted work; null where none is counted. */
	readonly fte: number | null;
	/** Where its cells lie; meaningless outside. */
	readonly slot: number;
}

/** `count`: of an area, the functions that touch the place; otherwise 1 or 0. */
export interface MatrixCell {
	readonly marks: number;
	readonly count: number;
	readonly fte: number | null;
}

export interface MatrixView {
	readonly functions: readonly MatrixEntry[];
	readonly places: readonly MatrixEntry[];
	/** Functions shown or folded away, without the areas. */
	readonly functionCount: number;
	/** Pairs of function and visible unit with anything in common. */
	readonly linkCount: number;
	/** Largest full posts of one function at one place, for the shade; 0 where nothing is counted. */
	readonly mostFte: number;
	readonly cellOf: (fn: MatrixEntry, place: MatrixEntry) => MatrixCell;
	/** What the counted work of a line costs in a year, in euro cents, as far as the prices are known; null where nothing is known. */
	readonly costOf: (line: MatrixEntry) => number | null;
}
