import type { MatrixLinks } from './matrix.ts';

/** What a function has in common with a place. */
export interface PlaceLink {
	/** Number of the place. */
	readonly place: number;
	/** A packed place. */
	readonly cell: number;
}

/** The links of a function, by its number. */
export function linksOf({ ends, places, cells }: MatrixLinks, number: number): readonly PlaceLink[] {
	const [first, end] = [ends[number - 1] ?? 0, ends[number] ?? 0];
	return places.slice(first, end).map((place, at) => ({ place, cell: cells[first + at] ?? 0 }));
}
