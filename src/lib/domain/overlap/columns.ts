import { profileKey, type Profile } from './affinity.ts';
import { byIdentity, createInterner } from './interner.ts';
import type { Reading } from './reading.ts';
import { growingInts, type Growing } from './room.ts';
import type { Scope } from './scope.ts';

/** Readings of many statements, in columns: concepts, profiles and scopes by number. */
export interface Columns {
	/** Number of statements. */
	readonly size: number;
	/** Statement → first of its entries; one more at the end. */
	readonly start: Int32Array;
	/** A concept, by its number in `conceptOfNumber`, with its emphasis; see {@link numberIn}. */
	readonly entry: Int32Array;
	/** The emphases that occur, 0–1. */
	readonly emphases: readonly number[];
	readonly profiles: readonly Profile[];
	readonly profile: Int32Array;
	readonly scopes: readonly Scope[];
	readonly scope: Int32Array;
}

/** One statement: what its text says, and what bounds it. */
export interface Read {
	readonly reading: Pick<Reading, 'numbers' | 'emphases' | 'profile'>;
	readonly scope: Scope;
}

export interface ColumnsBuilder {
	/** The next statement. */
	readonly add: (read: Read) => void;
	/** The columns, with some statements read anew. */
	readonly finish: (anew: ReadonlyMap<number, Read>) => Columns;
}

/** An entry is the number of a concept or term and, in its lowest bits, that of an emphasis. */
const EMPHASIS_BITS = 4;
const MOST_EMPHASES = 2 ** EMPHASIS_BITS;

/** Number of the concept or term of an entry. */
export function numberIn(entry: number): number {
	return entry >>> EMPHASIS_BITS;
}

/** Number of the emphasis of an entry. */
export function emphasisIn(entry: number): number {
	return entry & (MOST_EMPHASES - 1);
}

/** The entry with another number and the same emphasis. */
export function renumbered(entry: number, number: number): number {
	return (number << EMPHASIS_BITS) | emphasisIn(entry);
}

/** Takes statements one by one and keeps nothing of them but numbers, so that a country needs little room. */
export function createColumns(size: number): ColumnsBuilder {
	const profiles = byIdentity(createInterner(profileKey));
	const scopes = byIdentity(createInterner(scopeKey));
	const emphases = createEmphases();
	const start = new Int32Array(size + 1);
	const [profile, scope] = [new Int32Array(size), new Int32Array(size)];
	const entries = growingInts(size * USUAL_LENGTH);
	let count = 0;
	const note = (at: number, read: Read) => {
		profile[at] = profiles.numberOf(read.reading.profile);
		scope[at] = scopes.numberOf(read.scope);
	};
	const finished = (given: Pick<Columns, 'start' | 'entry'>): Columns => ({
		...{ size, emphases: emphases.values, ...given },
		...{ profiles: profiles.values, profile, scopes: scopes.values, scope },
	});
	return {
		add: (read) => {
			note(count, read);
			emphases.pushEntries(read, entries);
			count += 1;
			start[count] = entries.length();
		},
		finish: (anew) => {
			if (anew.size === 0) return finished({ start, entry: entries.values() });
			const patched = growingInts(entries.length());
			const patchedStart = new Int32Array(size + 1);
			const old = entries.values();
			for (let at = 0; at < size; at++) {
				const read = anew.get(at);
				if (read) {
					note(at, read);
					emphases.pushEntries(read, patched);
				} else patched.pushAll(old, start[at] as number, start[at + 1] as number);
				patchedStart[at + 1] = patched.length();
			}
			return finished({ start: patchedStart, entry: patched.values() });
		},
	};
}

/** Words of a statement that say something, roughly. */
const USUAL_LENGTH = 8;

interface Emphases {
	readonly values: readonly number[];
	readonly pushEntries: (read: Read, entries: Growing) => void;
}

function createEmphases(): Emphases {
	const values: number[] = [1];
	const numberOf = (emphasis: number) => {
		const known = values.indexOf(emphasis);
		if (known >= 0) return known;
		if (values.length === MOST_EMPHASES) throw new RangeError('more emphases than an entry has room for');
		return values.push(emphasis) - 1;
	};
	return {
		values,
		pushEntries: ({ reading: { numbers, emphases } }, entries) => {
			for (let i = 0; i < numbers.length; i++) {
				const emphasis = emphases[i] as number;
				const number = emphasis === 1 ? 0 : numberOf(emphasis);
				entries.push(((numbers[i] as number) << EMPHASIS_BITS) | number);
			}
		},
	};
}

function scopeKey({ places, periods, names }: Scope): string {
	if (places.length + periods.length + names.length === 0) return '';
	return JSON.stringify([places, periods, names]);
}
