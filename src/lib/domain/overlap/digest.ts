import type { Profile } from './affinity.ts';
import type { OverlapStatement } from './options.ts';
import type { ParsedStatement } from './parse.ts';
import type { Scope } from './scope.ts';
import { placeOfUnit } from './unit-place.ts';

/** What the analysis keeps of a statement: terms by name, and numbers of its profile and scope. */
export interface Digest {
	readonly concepts: readonly string[];
	readonly emphases: readonly number[];
	readonly profile: number;
	readonly scope: number;
}

/** Gives equal values one number, in the order of their first appearance. */
export interface Interner<T> {
	readonly values: readonly T[];
	readonly numberOf: (value: T) => number;
}

export function digestOf(
	parsed: ParsedStatement,
	statement: OverlapStatement,
	profiles: Interner<Profile>,
	scopes: Interner<Scope>,
): Digest {
	return {
		concepts: parsed.terms.map((term) => term.concept),
		emphases: parsed.terms.map((term) => term.emphasis),
		profile: profiles.numberOf(profileOf(parsed)),
		scope: scopes.numberOf(scopeOf(parsed, statement)),
	};
}

export function profileOf(parsed: ParsedStatement): Profile {
	return { acts: parsed.acts, isGeneral: parsed.isGeneral, isNegated: parsed.isNegated };
}

/** The places of the text, or else the place of the unit: a mayoralty acts in its own settlement. */
export function scopeOf(parsed: ParsedStatement, statement: OverlapStatement): Scope {
	const places = parsed.scope.places.filter((name) => name !== statement.home);
	if (places.length > 0) return { ...parsed.scope, places };
	const place = statement.place === undefined ? placeOfUnit(statement.unit) : statement.place;
	return { ...parsed.scope, places: place === null ? [] : [place] };
}

export function createInterner<T>(): Interner<T> {
	const values: T[] = [];
	const numbers = new Map<string, number>();
	return {
		values,
		numberOf: (value) => {
			const key = JSON.stringify(value);
			const found = numbers.get(key);
			if (found !== undefined) return found;
			numbers.set(key, values.length);
			values.push(value);
			return values.length - 1;
		},
	};
}
