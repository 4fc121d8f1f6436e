import { profileKey, type Profile } from './affinity.ts';
import { createInterner, type Interner } from './interner.ts';
import { parseStatement } from './parse.ts';
import { isWholeMunicipality, type Scope } from './scope.ts';
import type { WordInfo } from './words.ts';

/** What the analysis keeps of a text. */
export interface Reading {
	readonly concepts: readonly string[];
	/** The concepts by their numbers in {@link conceptOfNumber}, which hold until {@link forgetReadings}. */
	readonly numbers: Int32Array;
	/** How much each concept counts, 0–1, in their order. */
	readonly emphases: readonly number[];
	readonly profile: Profile;
	readonly scope: Scope;
	/** Words that a slip of the pen could be among, by their numbers in {@link spelledWord}, which hold as long. */
	readonly spelling: Int32Array;
}

export type SpelledWord = Pick<WordInfo, 'folded' | 'isFamiliar'>;

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

/**
 * Reads texts with slips of the pen put right. What was read is remembered as long as the analyses find the same slips;
 * one edit seldom changes them.
 */
export function readerWith(slips: ReadonlyMap<string, string>): (text: string) => Reading {
	const key = JSON.stringify([...slips]);
	if (key !== readRight.slips) readRight = { slips: key, readings: new Map() };
	const { readings } = readRight;
	return (text) => {
		const known = readings.get(text);
		if (known) return known;
		const reading = read(text, slips);
		if (readings.size < MOST_READ) readings.set(text, reading);
		return reading;
	};
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

/** Every concept that was read, by its number. */
export function conceptOfNumber(number: number): string {
	return met().concepts.values[number] ?? '';
}

/** How many concepts were read since the last `forgetReadings`. */
export function conceptCount(): number {
	return met().concepts.values.length;
}

/** The numbers of all concepts by their names. */
export function conceptsByName(): Int32Array {
	const kept = met();
	const { values } = kept.concepts;
	if (kept.byName.length === values.length) return kept.byName;
	const order = [...kept.byName];
	for (let number = order.length; number < values.length; number++) order.push(number);
	order.sort((a, b) => ((values[a] as string) < (values[b] as string) ? -1 : 1));
	return (kept.byName = Int32Array.from(order));
}

/** Every word that was read and that a slip could be among, by its number; all numbers are below {@link spelledCount}. */
export function spelledWord(number: number): SpelledWord {
	return met().spelled.values[number] ?? { folded: '', isFamiliar: true };
}

/** How many spelled words were read since the last `forgetReadings`. */
export function spelledCount(): number {
	return met().spelled.values.length;
}

/** Empties what is remembered of texts once it is very much; no reading from before may be used after it. */
export function forgetReadings(): void {
	if (conceptCount() + spelledCount() < MOST_NUMBERED) return;
	READ.clear();
	readRight = NOTHING_READ;
	numbered = undefined;
}

/** Pure caches of pure functions, emptied when they are full. */
const READ = new Map<string, Reading>();
const MOST_READ = 25_000;
const NOTHING_READ = { slips: '', readings: new Map<string, Reading>() };
let readRight = NOTHING_READ;
const MOST_NUMBERED = 200_000;

/** What was met in texts, each thing once. */
interface Met {
	readonly concepts: Interner<string>;
	readonly spelled: Interner<SpelledWord>;
	readonly profiles: Interner<Profile>;
	byName: Int32Array;
}

let numbered: Met | undefined;

function met(): Met {
	numbered ??= {
		concepts: createInterner((concept) => concept),
		spelled: createInterner(({ folded }) => folded),
		profiles: createInterner(profileKey),
		byName: new Int32Array(0),
	};
	return numbered;
}

/** Nearly every statement is bounded by nothing, in the same words as others or not; one value stands for all of them. */
const UNBOUNDED: Scope = { places: [], periods: [], names: [] };

function read(text: string, slips?: ReadonlyMap<string, string>): Reading {
	const { words, terms, acts, isGeneral, isNegated, scope } = parseStatement(text, slips);
	const spelling: WordInfo[] = [];
	for (const { info, start } of words)
		// A capital letter inside a sentence: names are never slips of the pen.
		if (info.canBeSlip && !(info.isCapitalised && start > 0)) spelling.push(info);
	const { concepts, spelled, profiles } = met();
	const isBounded = scope.places.length + scope.periods.length + scope.names.length > 0;
	return {
		concepts: terms.map(({ concept }) => concept),
		numbers: Int32Array.from(terms, ({ concept }) => concepts.numberOf(concept)),
		emphases: terms.map(({ emphasis }) => emphasis),
		profile: profiles.values[profiles.numberOf({ acts, isGeneral, isNegated })] as Profile,
		scope: isBounded ? scope : UNBOUNDED,
		spelling: Int32Array.from(spelling, (word) => spelled.numberOf(word)),
	};
}
