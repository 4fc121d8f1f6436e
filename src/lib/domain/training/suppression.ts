import { compare } from './requirements.ts';

/** A number about fewer people than this is not shown to whoever may not see persons. */
export const SMALLEST_GROUP = 3;

/** A part of a group whose own number is published, with the people it speaks of. */
export interface GroupPart {
	readonly key: string;
	readonly people: number;
}

/**
 * The parts whose numbers stay hidden when the number of the whole is published: those about fewer people than the
 * smallest group, and, when they together are still fewer, the smallest of the others as well – otherwise the whole
 * less the shown parts would give the hidden ones away. So whatever can be worked out by adding and subtracting what
 * is published speaks of at least the smallest group. Parts of nobody hide nothing. Ties: the earlier key.
 * Example: parts of 1, 3, 5 people of 9 → 1 and 3 are hidden (together 4); parts of 1, 2, 5 → 1 and 2 (together 3).
 */
export function hiddenParts(
	parts: readonly GroupPart[],
	minimum: number = SMALLEST_GROUP,
): ReadonlySet<string> {
	const small = parts.filter(({ people }) => people > 0 && people < minimum);
	const together = small.reduce((sum, { people }) => sum + people, 0);
	const keys = small.map(({ key }) => key);
	if (together === 0 || together >= minimum) return new Set(keys);
	const [next] = parts
		.filter(({ people }) => people >= minimum)
		.sort((a, b) => a.people - b.people || compare(a.key, b.key));
	return new Set(next === undefined ? keys : [...keys, next.key]);
}

/** True for a number about somebody, but about too few. */
export function isSmallGroup(people: number, minimum: number = SMALLEST_GROUP): boolean {
	return people > 0 && people < minimum;
}
