import { profileAffinity, scopeAffinity, type Profile } from './affinity.ts';
import type { Rows } from './rows.ts';
import type { Scope } from './scope.ts';
import { toProduct } from './scale.ts';

/** Factors of acts and scope of one query with any row, on the scale of products. */
export type RowFactor = (row: number) => number;

export interface PairFactors {
	readonly of: (profile: number, scope: number) => RowFactor;
}

/** Factors between profiles are worked out once and kept by the profile that asks. */
export function createPairFactors(input: {
	readonly profiles: readonly Profile[];
	readonly scopes: readonly Scope[];
	readonly rows: Rows;
}): PairFactors {
	const { profiles, scopes, rows } = input;
	const tables = new Map<number, Float64Array>();
	const tableOf = (profile: number) => {
		const known = tables.get(profile);
		if (known) return known;
		const own = at(profiles, profile);
		const table = Float64Array.from(profiles, (other) => toProduct(profileAffinity(own, other).factor));
		tables.set(profile, table);
		return table;
	};
	const isOpen = Uint8Array.from(scopes, ({ places, periods, names }) =>
		places.length + periods.length + names.length === 0 ? 1 : 0,
	);
	return {
		of: (profile, scope) => {
			const table = tableOf(profile);
			const own = at(scopes, scope);
			const isOpenHere = isOpen[scope] === 1;
			return (row) => {
				const other = rows.scope[row] as number;
				const acts = table[rows.profile[row] as number] as number;
				if (other === scope || (isOpenHere && isOpen[other] === 1)) return acts;
				return acts * toProduct(scopeAffinity(own, at(scopes, other)).factor);
			};
		},
	};
}

function at<T>(values: readonly T[], index: number): T {
	const value = values[index];
	if (value === undefined) throw new RangeError(`no value at ${index}`);
	return value;
}
