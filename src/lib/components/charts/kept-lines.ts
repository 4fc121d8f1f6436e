import type { MatrixEntry } from '#lib/charts/matrix.ts';
import type { MatrixTotalLink } from './matrix-total.ts';

/** A name of an edge as it is drawn. */
export interface NameLine {
	readonly key: string;
	readonly entry: MatrixEntry;
	/** Its place in the edge. */
	readonly at: number;
	/** Where it stands, as a style. */
	readonly place: string;
	readonly href: string;
	/** Where the number at its end leads; undefined where it leads nowhere. */
	readonly total: MatrixTotalLink | undefined;
}

/** The name of a row. */
export interface RowLine extends NameLine {
	/** The counted work, beside the number. */
	readonly work: string | undefined;
}

/**
 * The lines of an edge that are in sight, and one more that must not leave the page. Each is made when it is first in
 * sight and kept: whatever only stays in sight while the rest scrolls is the same line, and nothing of it is drawn anew.
 */
export function keptLines<Line extends NameLine>(
	entries: readonly MatrixEntry[],
	make: (entry: MatrixEntry, at: number) => Line,
): (part: { readonly first: number; readonly end: number; readonly also: number }) => readonly Line[] {
	const kept: (Line | undefined)[] = [];
	const lineAt = (at: number): readonly Line[] => {
		const entry = entries[at];
		return entry ? [(kept[at] ??= make(entry, at))] : [];
	};
	return ({ first, end, also }) => {
		const lines: Line[] = [];
		for (let at = first; at < end; at++) lines.push(...lineAt(at));
		return also >= first && also < end ? lines : [...lines, ...lineAt(also)];
	};
}
