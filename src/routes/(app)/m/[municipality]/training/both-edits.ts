import { findClashes, settleClashes, type FieldTexts, type Sides } from '#lib/domain/org/index.ts';

/** My form beside what somebody else stored meanwhile. */
export interface BothEdits {
	/** Fields that only one of the two moved keep the move; where both did, what I gave stays. */
	readonly values: FieldTexts;
	/** What the other one stored, by the fields that both moved: whoever saves now chooses. */
	readonly others: FieldTexts;
}

/** Puts two edits of one form together, and names the fields in which both differ. */
export function bothEdits(sides: Sides): BothEdits {
	const clashes = findClashes(sides);
	const both = clashes.filter(({ by }) => by === 'both');
	const chosen = Object.fromEntries(both.map(({ field }) => [field, 'mine' as const]));
	return {
		values: settleClashes(sides.theirs, clashes, chosen),
		others: Object.fromEntries(both.map(({ field, theirs }) => [field, theirs[field] ?? ''])),
	};
}

/** What a form held when it was opened, as it wrote it down itself; null for anything else. */
export function seenIn(data: FormData, name = 'seen'): FieldTexts | null {
	const text = data.get(name);
	if (typeof text !== 'string' || text === '') return null;
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
		const entries = Object.entries(value);
		return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
			? Object.fromEntries(entries)
			: null;
	} catch {
		// Not something that our own form wrote: as good as nothing.
		return null;
	}
}

/**
 * On what the texts of a refused form rest: what the person saw, never what is stored by now, which they did not read.
 * Null for what the form did not write down.
 */
export function restsOn(data: FormData): {
	readonly revision: string | null;
	readonly seen: FieldTexts | null;
} {
	const revision = data.get('revision');
	const isNumber = typeof revision === 'string' && /^\d{1,16}$/.test(revision);
	return { revision: isNumber ? revision : null, seen: seenIn(data) };
}

/**
 * The same for a list of things that are in or out: each keeps the move of whoever moved it, so nothing is left to choose.
 * Seen a and b; I take b out, the other one puts c in: a and c.
 */
export function bothChoices(sides: {
	readonly seen: readonly string[];
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
}): readonly string[] {
	const [seen, mine, theirs] = [new Set(sides.seen), new Set(sides.mine), new Set(sides.theirs)];
	const kept = sides.theirs.filter((one) => mine.has(one) || !seen.has(one));
	return [...kept, ...sides.mine.filter((one) => !theirs.has(one) && !seen.has(one))];
}
