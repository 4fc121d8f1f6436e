import type { Profile } from './affinity.ts';
import { createInterner } from './interner.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';

/** Readings of many statements, in columns: concepts, profiles and scopes by number. */
export interface Columns {
	/** Number of statements. */
	readonly size: number;
	readonly concepts: readonly string[];
	/** Statement → first place of its concepts; one more at the end. */
	readonly start: Int32Array;
	readonly concept: Int32Array;
	readonly emphasis: Float64Array;
	readonly profiles: readonly Profile[];
	readonly profile: Int32Array;
	readonly scopes: readonly Scope[];
	readonly scope: Int32Array;
}

/** One statement: what its text says, and what bounds it. */
export interface Read {
	readonly reading: Reading;
	readonly scope: Scope;
}

/** Numbers concepts, profiles and scopes in the order of their first appearance. */
export function toColumns(reads: readonly Read[]): Columns {
	const concepts = createInterner<string>((concept) => concept);
	const profiles = createInterner<Profile>(profileKey);
	const scopes = createInterner<Scope>(scopeKey);
	const start = new Int32Array(reads.length + 1);
	const profile = new Int32Array(reads.length);
	const scope = new Int32Array(reads.length);
	const concept: number[] = [];
	const emphasis: number[] = [];
	reads.forEach((read, at) => {
		for (const name of read.reading.concepts) concept.push(concepts.numberOf(name));
		for (const value of read.reading.emphases) emphasis.push(value);
		profile[at] = profiles.numberOf(read.reading.profile);
		scope[at] = scopes.numberOf(read.scope);
		start[at + 1] = concept.length;
	});
	return {
		size: reads.length,
		concepts: concepts.values,
		start,
		concept: Int32Array.from(concept),
		emphasis: Float64Array.from(emphasis),
		...{ profiles: profiles.values, profile },
		...{ scopes: scopes.values, scope },
	};
}

function profileKey({ acts, isGeneral, isNegated }: Profile): string {
	let key = `${isGeneral ? 'g' : ''}${isNegated ? 'n' : ''}`;
	for (const act of acts) key += `|${act.actClass} ${act.lemma}`;
	return key;
}

function scopeKey({ places, periods, names }: Scope): string {
	if (places.length + periods.length + names.length === 0) return '';
	return JSON.stringify([places, periods, names]);
}
