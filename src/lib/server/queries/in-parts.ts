/** Rows in the order given, so many at once: one statement takes only so many values. */
export function inParts<Row>(rows: readonly Row[], size = 100): readonly (readonly Row[])[] {
	const parts: (readonly Row[])[] = [];
	for (let from = 0; from < rows.length; from += size) parts.push(rows.slice(from, from + size));
	return parts;
}
