import { profileAffinity, scopeAffinity, type Profile } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import type { Scope } from './scope.ts';
import { toProduct } from './scale.ts';

/** Factors of acts and scope of one query with any row, on the scale of products. */
export type RowFactor = (row: number) => number;

export interface PairFactors {
	/** For a profile and a scope of the corpus, by their numbers. */
	readonly of: (profile: number, scope: number) => RowFactor;
	/** For a statement that is not in the corpus. */
	readonly ofNew: (profile: Profile, scope: Scope) => RowFactor;
}

/** Factors between profiles are worked out when they are first asked for and kept by the profile that asks. */
export function createPairFactors({
	profiles,
	scopes,
	rows,
}: Pick<Corpus, 'profiles' | 'scopes' | 'rows'>): PairFactors {
	const tables = new Map<number, Float64Array>();
	const actsFactor = profiles.length > MOST_REMEMBERED ? workedOut : remembered;
	const isOpen = Uint8Array.from(scopes, (scope) => (isUnbounded(scope) ? 1 : 0));
	const emptyTable = () => new Float64Array(profiles.length).fill(UNKNOWN);
	const tableOf = (profile: number) => {
		let table = tables.get(profile);
		if (!table) tables.set(profile, (table = emptyTable()));
		return table;
	};
	const factorsOf = (own: Profile, ownScope: Scope, table: Float64Array): RowFactor => {
		const isOpenHere = isUnbounded(ownScope);
		return (row) => {
			const profile = rows.profile[row] as number;
			let acts = table[profile] as number;
			if (acts === UNKNOWN) table[profile] = acts = actsFactor(own, at(profiles, profile));
			const other = rows.scope[row] as number;
			if (isOpenHere && isOpen[other] === 1) return acts;
			return acts * toProduct(scopeAffinity(ownScope, at(scopes, other)).factor);
		};
	};
	return {
		of: (profile, scope) => factorsOf(at(profiles, profile), at(scopes, scope), tableOf(profile)),
		ofNew: (profile, scope) => factorsOf(profile, scope, emptyTable()),
	};
}

/** Profiles are the same objects from one analysis to the next; with more of them their pairs are too many to keep. */
const MOST_REMEMBERED = 1000;
const REMEMBERED = new WeakMap<Profile, WeakMap<Profile, number>>();

function remembered(own: Profile, other: Profile): number {
	let factors = REMEMBERED.get(own);
	if (!factors) REMEMBERED.set(own, (factors = new WeakMap()));
	let factor = factors.get(other);
	if (factor === undefined) factors.set(other, (factor = workedOut(own, other)));
	return factor;
}

function workedOut(own: Profile, other: Profile): number {
	return toProduct(profileAffinity(own, other).factor);
}

/** No factor is negative. */
const UNKNOWN = -1;

function isUnbounded({ places, periods, names }: Scope): boolean {
	return places.length + periods.length + names.length === 0;
}

function at<T>(values: readonly T[], index: number): T {
	const value = values[index];
	if (value === undefined) throw new RangeError(`no value at ${index}`);
	return value;
}
