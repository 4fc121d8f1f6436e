import { profileKey } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import { ACT_CONFLICT_BELOW, actAffinity, type Act } from './lexicon/act-affinity.ts';
import type { RowFactors } from './pair-factors.ts';
import { profileTables, UNKNOWN, type ProfileTable } from './profile-tables.ts';

/** The acts of a wording against the rows of a corpus. */
export interface ActsOfWording {
	/** How far the acts of a profile, by its number, are those of the wording, 0–1. */
	readonly actOf: (profile: number) => number;
	/** 1 for rows that do the same duty, 0 for the others; places and years do not count. */
	readonly factors: RowFactors;
}

export type WordingActs = (acts: readonly Act[]) => ActsOfWording;

/** Wordings with the same acts share what was found; each profile is compared with them once. */
export function createWordingActs({ profiles, scopes }: Pick<Corpus, 'profiles' | 'scopes'>): WordingActs {
	const tableOf = profileTables(profiles);
	const anyScope = new Float64Array(scopes.length).fill(1);
	const known = new Map<readonly Act[], ActsOfWording>();
	const compare = (acts: readonly Act[], { values, put }: ProfileTable): ActsOfWording => {
		const actOf = (number: number) => {
			const value = values[number] as number;
			if (value !== UNKNOWN) return value;
			const profile = profiles[number];
			const isWork = profile && !profile.isGeneral && !profile.isNegated;
			return put(number, isWork ? actAffinity(acts, profile.acts) : 0);
		};
		const same = new Float64Array(profiles.length).fill(UNKNOWN);
		const askActs = (number: number) => (same[number] = actOf(number) >= ACT_CONFLICT_BELOW ? 1 : 0);
		return { actOf, factors: { acts: same, askActs, scopes: anyScope, askScope: () => 1 } };
	};
	return (listed) => {
		const acts = oneOf(listed);
		let found = known.get(acts);
		if (!found) known.set(acts, (found = compare(acts, tableOf(acts))));
		return found;
	};
}

/** One list of acts for all that are equal to it; the catalogue has few, and never changes while the program runs. */
function oneOf(acts: readonly Act[]): readonly Act[] {
	let one = ONE_OF.get(acts);
	if (one) return one;
	const key = profileKey({ acts, isGeneral: false, isNegated: false });
	one = BY_KEY.get(key) ?? acts;
	BY_KEY.set(key, one);
	ONE_OF.set(acts, one);
	return one;
}

const ONE_OF = new WeakMap<readonly Act[], readonly Act[]>();
const BY_KEY = new Map<string, readonly Act[]>();
