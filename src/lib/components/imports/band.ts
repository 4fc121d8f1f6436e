/** Where the heading of a table begins and ends, and its last row; null takes the sheet to its end. */
export interface BandEdges {
	readonly first: number;
	readonly last: number;
	readonly lastRow: number | null;
}

export type BandEdge = keyof BandEdges;

/** The edges after one of them moved to a row; the others give way, so that the heading stays before the table. */
export function moved(edges: BandEdges, edge: BandEdge, row: number): BandEdges {
	switch (edge) {
		case 'first':
			return { ...edges, first: row, last: Math.max(row, edges.last) };
		case 'last':
			return { ...edges, first: Math.min(row, edges.first), last: row };
		case 'lastRow':
			return { ...edges, lastRow: Math.max(row, edges.last + 1) };
	}
}
