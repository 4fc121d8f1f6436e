/** A sum that is published beside the whole, with the people whose time is in it. */
export interface SummedRow {
	readonly key: string;
	readonly people: ReadonlySet<string>;
}

/**
 * The rows that stay hidden where every row and their whole are published: sums of the time of fewer people than the
 * smallest group, and, where all hidden rows together are still about fewer, the row of the fewest people among the
 * others as well, because the whole less what is shown is the sum of what is hidden. The same person may stand behind
 * many rows and counts once. Ties: the earlier key.
 * Example (smallest group 3): rows of {A}, {A, B}, {A, B, C}, {A, B, C, D} → the first two are hidden, together about
 * A and B only, so the third is hidden as well.
 */
export function hiddenRows(rows: readonly SummedRow[], smallest: number): ReadonlySet<string> {
	const bySize = rows
		.filter(({ people }) => people.size > 0)
		.sort((a, b) => a.people.size - b.people.size || (a.key < b.key ? -1 : 1));
	const hidden = new Set<string>();
	const behind = new Set<string>();
	for (const { key, people } of bySize) {
		const isNeeded = people.size < smallest || (hidden.size > 0 && behind.size < smallest);
		if (!isNeeded) break;
		hidden.add(key);
		for (const person of people) behind.add(person);
	}
	return hidden;
}
