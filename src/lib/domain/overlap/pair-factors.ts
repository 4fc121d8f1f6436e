import { profileAffinity, scopeAffinity, type Profile } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import type { Scope } from './scope.ts';
import { profileTables, UNKNOWN, type ProfileTable } from './profile-tables.ts';
import { toProduct } from './scale.ts';

/**
 * Factors of acts and scope of one query with any row, on the scale of products: tables by the number of the profile
 * and of the scope, and how to ask for what is {@link UNKNOWN} in them.
 */
export interface RowFactors {
	readonly acts: Float64Array;
	readonly askActs: (profile: number) => number;
	readonly scopes: Float64Array;
	readonly askScope: (scope: number) => number;
}

export interface PairFactors {
	/** For a profile and a scope of the corpus, by their numbers. */
	readonly of: (profile: number, scope: number) => RowFactors;
	/** For a statement that is not in the corpus. */
	readonly ofNew: (profile: Profile, scope: Scope) => RowFactors;
}

/** The factor with a row of this profile and scope. */
export function factorWith(factors: RowFactors, profile: number, scope: number): number {
	const acts = factors.acts[profile] as number;
	const ofScope = factors.scopes[scope] as number;
	return (
		(acts === UNKNOWN ? factors.askActs(profile) : acts) *
		(ofScope === UNKNOWN ? factors.askScope(scope) : ofScope)
	);
}

/** Factors are worked out when they are first asked for and kept by the profile or the scope that asks. */
export function createPairFactors({ profiles, scopes }: Pick<Corpus, 'profiles' | 'scopes'>): PairFactors {
	const tableOf = profileTables(profiles);
	const actsOf = kept((own: Profile) => actFactors(profiles, own, tableOf(own)), Infinity);
	const scopesOf = scopeFactors(scopes);
	const factorsOf = (own: Profile, ownScope: Scope): RowFactors => {
		const { acts, askActs } = actsOf(own);
		const { scopes, askScope } = scopesOf(ownScope);
		return { acts, askActs, scopes, askScope };
	};
	return {
		of: (profile, scope) => factorsOf(at(profiles, profile), at(scopes, scope)),
		ofNew: factorsOf,
	};
}

function actFactors(
	profiles: readonly Profile[],
	own: Profile,
	{ values, put }: ProfileTable,
): Pick<RowFactors, 'acts' | 'askActs'> {
	const askActs = (number: number) =>
		put(number, toProduct(profileAffinity(own, at(profiles, number)).factor));
	return { acts: values, askActs };
}

/** Tables of so many scopes are small; with more of them each is worked out when it is met. */
const MOST_SCOPES = 500;

type ScopeFactors = Pick<RowFactors, 'scopes' | 'askScope'>;

/** Two scopes that bound nothing agree; nearly all are such, and no table of their own is needed for them. */
function scopeFactors(all: readonly Scope[]): (own: Scope) => ScopeFactors {
	const factorWith = (own: Scope, number: number) => toProduct(scopeAffinity(own, at(all, number)).factor);
	const unknown = () => new Float64Array(all.length).fill(UNKNOWN);
	const withOpen = Float64Array.from(all, (scope) => (isUnbounded(scope) ? 1 : UNKNOWN));
	const nothing = unknown();
	const isSmall = all.length <= MOST_SCOPES;
	return kept((own): ScopeFactors => {
		const open = isUnbounded(own);
		if (!isSmall) return { scopes: open ? withOpen : nothing, askScope: (number) => factorWith(own, number) };
		const scopes = open ? withOpen.slice() : unknown();
		return { scopes, askScope: (number) => (scopes[number] = factorWith(own, number)) };
	}, MOST_SCOPES);
}

/** The same answer for the same object, of the first `most` objects that ask. */
function kept<K extends object, V>(work: (key: K) => V, most: number): (key: K) => V {
	const known = new Map<K, V>();
	return (key) => {
		let value = known.get(key);
		if (value !== undefined) return value;
		value = work(key);
		if (known.size < most) known.set(key, value);
		return value;
	};
}

function isUnbounded({ places, periods, names }: Scope): boolean {
	return places.length + periods.length + names.length === 0;
}

function at<T>(values: readonly T[], index: number): T {
	const value = values[index];
	if (value === undefined) throw new RangeError(`no value at ${index}`);
	return value;
}
