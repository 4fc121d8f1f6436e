import { profileAffinity, scopeAffinity, type Profile } from './affinity.ts';
import type { Rows } from './rows.ts';
import type { Scope } from './scope.ts';
import { toProduct } from './scale.ts';

/** Factors of acts and scope on the scale of products, worked out once for each two profiles. */
export interface PairFactors {
	readonly between: (profile: number, scope: number, row: number) => number;
}

/** Above this many profiles the table would not fit the cache of a processor; it is then filled by need. */
export function createPairFactors(input: {
	readonly profiles: readonly Profile[];
	readonly scopes: readonly Scope[];
	readonly rows: Rows;
}): PairFactors {
	const { profiles, scopes, rows } = input;
	const tables = new Map<number, Float64Array>();
	const byProfile = (a: number, b: number) => {
		let table = tables.get(a);
		if (!table) {
			table = new Float64Array(profiles.length).fill(-1);
			tables.set(a, table);
		}
		const known = table[b] as number;
		if (known >= 0) return known;
		const factor = toProduct(profileAffinity(at(profiles, a), at(profiles, b)).factor);
		table[b] = factor;
		return factor;
	};
	const isOpen = scopes.map(
		({ places, periods, names }) => places.length + periods.length + names.length === 0,
	);
	return {
		between: (profile, scope, row) => {
			const other = rows.scope[row] as number;
			const acts = byProfile(profile, rows.profile[row] as number);
			if (scope === other || (isOpen[scope] && isOpen[other])) return acts;
			return acts * toProduct(scopeAffinity(at(scopes, scope), at(scopes, other)).factor);
		},
	};
}

function at<T>(values: readonly T[], index: number): T {
	const value = values[index];
	if (value === undefined) throw new RangeError(`no value at ${index}`);
	return value;
}
