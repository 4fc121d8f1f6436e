import type { Profile } from './affinity.ts';
import { parseStatement } from './parse.ts';
import { isWholeMunicipality, type Scope } from './scope.ts';
import type { WordInfo } from './words.ts';

/** What the analysis keeps of a text. */
export interface Reading {
	readonly concepts: readonly string[];
	/** How much each concept counts, 0–1, in their order. */
	readonly emphases: readonly number[];
	readonly profile: Profile;
	readonly scope: Scope;
	/** Words that a slip of the pen could be among. */
	readonly spelling: readonly Pick<WordInfo, 'folded' | 'isFamiliar'>[];
}

/**
 * Reads a text, with slips of the pen put right. Texts read without slips are remembered, since the same ones come
 * again whenever one statement among many has changed.
 */
export function readText(text: string, slips?: ReadonlyMap<string, string>): Reading {
	if (slips) return read(text, slips);
	const known = READ.get(text);
	if (known) return known;
	const reading = read(text);
	if (READ.size >= MOST_READ) READ.clear();
	READ.set(text, reading);
	return reading;
}

/** The places of the text, or else the place of the unit: a mayoralty acts in its own settlement. */
export function scopeOf(
	scope: Scope,
	{ home, place }: { readonly home?: string; readonly place: string | null },
): Scope {
	const places =
		scope.places.length === 0
			? scope.places
			: scope.places.filter((name) => name !== home && name !== `община ${home}`);
	if (!places.every(isWholeMunicipality)) return { ...scope, places };
	if (place === null && scope.places.length === 0) return scope;
	return { ...scope, places: place === null ? places : [...places, place].sort() };
}

/** A pure cache of a pure function, emptied when it is full. */
const READ = new Map<string, Reading>();
const MOST_READ = 25_000;

function read(text: string, slips?: ReadonlyMap<string, string>): Reading {
	const { words, terms, acts, isGeneral, isNegated, scope } = parseStatement(text, slips);
	const spelling: WordInfo[] = [];
	for (const { info, start } of words)
		// A capital letter inside a sentence: names are never slips of the pen.
		if (info.canBeSlip && !(info.isCapitalised && start > 0)) spelling.push(info);
	return {
		concepts: terms.map(({ concept }) => concept),
		emphases: terms.map(({ emphasis }) => emphasis),
		profile: { acts, isGeneral, isNegated },
		scope,
		spelling,
	};
}
