import { profileKey, type Profile } from './affinity.ts';
import { byIdentity, createInterner } from './interner.ts';
import { conceptCount, conceptOfNumber, type Reading } from './reading.ts';
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
	const profiles = byIdentity(createInterner(profileKey));
	const scopes = byIdentity(createInterner(scopeKey));
	const start = new Int32Array(reads.length + 1);
	const profile = new Int32Array(reads.length);
	const scope = new Int32Array(reads.length);
	reads.forEach((read, at) => {
		profile[at] = profiles.numberOf(read.reading.profile);
		scope[at] = scopes.numberOf(read.scope);
		start[at + 1] = (start[at] as number) + read.reading.numbers.length;
	});
	return {
		size: reads.length,
		...conceptColumns(reads, start),
		start,
		...{ profiles: profiles.values, profile },
		...{ scopes: scopes.values, scope },
	};
}

function conceptColumns(
	reads: readonly Read[],
	start: Int32Array,
): Pick<Columns, 'concepts' | 'concept' | 'emphasis'> {
	const concepts: string[] = [];
	/** Number of a concept everywhere → its number here and one. */
	const here = new Int32Array(conceptCount());
	const concept = new Int32Array(start.at(-1) ?? 0);
	const emphasis = new Float64Array(concept.length);
	reads.forEach(({ reading: { numbers, emphases } }, at) => {
		const from = start[at] as number;
		for (let i = 0; i < numbers.length; i++) {
			const number = numbers[i] as number;
			if (here[number] === 0) here[number] = concepts.push(conceptOfNumber(number));
			concept[from + i] = (here[number] as number) - 1;
			emphasis[from + i] = emphases[i] as number;
		}
	});
	return { concepts, concept, emphasis };
}

function scopeKey({ places, periods, names }: Scope): string {
	if (places.length + periods.length + names.length === 0) return '';
	return JSON.stringify([places, periods, names]);
}
