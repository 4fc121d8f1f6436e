/** Two items that stand for each other, or one that stands alone. */
export interface Aligned {
	/** Place in the first list; null for what only the second has. */
	readonly one: number | null;
	readonly other: number | null;
}

/** Longer lists are laid side by side place by place: the table of their common parts would be too large. */
const MOST_STEPS = 4_000_000;

/**
 * Which items of two lists stand for each other: equal ones in their order, as many as can be; between them items are
 * paired in turn, and what is over stands alone. Example: [a b c] and [a x y c] → a–a, b–x, –y, c–c.
 */
export function alignLists(one: readonly string[], other: readonly string[]): readonly Aligned[] {
	const result: Aligned[] = [];
	let [from, to] = [0, 0];
	for (const [at, place] of [...equalPairs(one, other), [one.length, other.length] as const]) {
		for (; from < at || to < place;) {
			result.push({ one: from < at ? from++ : null, other: to < place ? to++ : null });
		}
		if (at < one.length) result.push({ one: from++, other: to++ });
	}
	return result;
}

/** Places of a longest common part, in order. */
function equalPairs(
	one: readonly string[],
	other: readonly string[],
): readonly (readonly [number, number])[] {
	if (one.length * other.length > MOST_STEPS) return samePlaces(one, other);
	const width = other.length + 1;
	const longest = new Uint32Array((one.length + 1) * width);
	const at = (row: number, column: number) => longest[row * width + column] ?? 0;
	for (let row = one.length - 1; row >= 0; row--)
		for (let column = other.length - 1; column >= 0; column--)
			longest[row * width + column] =
				one[row] === other[column]
					? at(row + 1, column + 1) + 1
					: Math.max(at(row + 1, column), at(row, column + 1));
	const pairs: (readonly [number, number])[] = [];
	for (let row = 0, column = 0; row < one.length && column < other.length;) {
		if (one[row] === other[column]) pairs.push([row++, column++]);
		else if (at(row + 1, column) >= at(row, column + 1)) row++;
		else column++;
	}
	return pairs;
}

function samePlaces(one: readonly string[], other: readonly string[]) {
	return one.flatMap((item, at) => (other[at] === item ? [[at, at] as const] : []));
}
