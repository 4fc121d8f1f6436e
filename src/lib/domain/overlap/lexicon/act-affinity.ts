import { tellingConcept } from './act-forms.ts';
import type { ActClass } from './act-classes.ts';

/** An act of a parsed statement, apart from the place where it stands. */
export interface Act {
	readonly lemma: string;
	readonly actClass: ActClass;
}

/** Two different duties: the pair is not the same work, however alike the objects are. */
export const ACT_CONFLICT_BELOW = 0.7;
/** The same duty, possibly in another verb. */
export const SAME_ACT_FROM = 0.84;

const SAME_CLASS = 0.99;
const UNKNOWN = 0.9;
const OTHER = 0.55;

/**
 * How far two sets of acts mean the same work, 0–1: 1 for the same verbs, 0,99 for the same class, less for
 * neighbouring classes, 0,55 for different duties (prepares / controls). Symmetric. Statements with several acts
 * are compared act by act with the best partner: {prepares, controls} with {prepares} gives
 * ((1 + 0,55) ÷ 2 + 1) ÷ 2 = 0,8875.
 */
export function actAffinity(a: readonly Act[], b: readonly Act[]): number {
	if (a.length === 0 && b.length === 0) return 1;
	if (a.length === 0 || b.length === 0) return UNKNOWN;
	return (meanOfBest(a, b) + meanOfBest(b, a)) / 2;
}

function meanOfBest(from: readonly Act[], to: readonly Act[]): number {
	let sum = 0;
	for (const act of from) {
		let best = 0;
		for (const other of to) best = Math.max(best, oneToOne(act, other));
		sum += best;
	}
	return sum / from.length;
}

function oneToOne(a: Act, b: Act): number {
	if (a.lemma === b.lemma && a.actClass === b.actClass) return 1;
	const special =
		SPECIAL.get(a.lemma)?.get(b.lemma) ??
		SPECIAL.get(a.lemma)?.get(b.actClass) ??
		SPECIAL.get(a.actClass)?.get(b.lemma);
	if (special !== undefined) return special;
	if (tellDifferentWork(a, b)) return OTHER;
	if (a.actClass === b.actClass) return SAME_CLASS;
	return NEIGHBOURS.get(a.actClass)?.get(b.actClass) ?? OTHER;
}

/** „обучава“ and „застрахова“ say what they do themselves; where that differs, so does the work. */
function tellDifferentWork(a: Act, b: Act): boolean {
	const [x, y] = [tellingConcept(a.lemma), tellingConcept(b.lemma)];
	return x !== undefined && y !== undefined && x !== y;
}

/** Classes that practice uses for one and the same work, and how sure that is. */
const AFFINITIES: readonly (readonly [ActClass, ActClass, number])[] = [
	['plan', 'prepare', 0.93],
	['plan', 'perform', 0.68],
	['prepare', 'perform', 0.9],
	['prepare', 'propose', 0.9],
	['prepare', 'report', 0.65],
	['register', 'report', 0.72],
	['serve', 'report', 0.9],
	['prepare', 'analyse', 0.65],
	['prepare', 'advise', 0.72],
	['prepare', 'issue', 0.92],
	['issue', 'serve', 0.9],
	['issue', 'perform', 0.9],
	['issue', 'regulate', 0.72],
	['register', 'perform', 0.91],
	['register', 'maintain', 0.93],
	['register', 'serve', 0.7],
	['register', 'prepare', 0.75],
	['register', 'collect', 0.72],
	['serve', 'perform', 0.92],
	['serve', 'support', 0.9],
	['serve', 'advise', 0.75],
	['serve', 'supply', 0.75],
	['coordinate', 'perform', 0.89],
	['coordinate', 'support', 0.89],
	['coordinate', 'prepare', 0.72],
	['maintain', 'perform', 0.95],
	['collect', 'perform', 0.93],
	['collect', 'supply', 0.72],
	['pay', 'perform', 0.93],
	['pay', 'support', 0.8],
	['report', 'analyse', 0.75],
	['report', 'control', 0.6],
	['analyse', 'perform', 0.68],
	['analyse', 'register', 0.72],
	['analyse', 'control', 0.7],
	['support', 'perform', 0.75],
	['support', 'participate', 0.72],
	['represent', 'perform', 0.9],
	['protect', 'perform', 0.8],
	['protect', 'maintain', 0.65],
	['protect', 'control', 0.72],
	['supply', 'perform', 0.92],
	['supply', 'support', 0.8],
	['regulate', 'perform', 0.66],
	['regulate', 'advise', 0.75],
	['report', 'issue', 0.8],
];

/** Verbs that mean more or less than their class does; a class stands for all its verbs. */
const EXCEPTIONS: readonly (readonly [string, string, number])[] = [
	// to work out what is due, and to take it
	...across(['начислява', 'изчислява', 'облага'], ['събира', 'инкасира', 'набира', 'прибира', 'удържа'], 0.6),
	['начислява', 'regulate', 0.9],
	['изчислява', 'regulate', 0.9],
	['изчислява', 'prepare', 0.85],
	// to write a rule, and to follow it
	['прилага', 'prepare', 0.55],
	['прилага', 'regulate', 0.55],
	// to write a paper, and to hand it over
	['връчва', 'prepare', 0.6],
	['изпраща', 'prepare', 0.72],
	['раздава', 'prepare', 0.6],
	['раздава', 'issue', 0.88],
	// to sign or to stop is no drafting
	['обявява', 'analyse', 0.6],
	['разглежда', 'report', 0.6],
	['разглежда', 'serve', 0.72],
	// to answer for a paper is to write it
	['отговаря', 'prepare', 0.88],
	['отговаря', 'maintain', 0.97],
	['отговаря', 'register', 0.9],
	// to look at what is asked for, and to serve who asks
	['разглежда', 'issue', 0.84],
	['разглежда', 'обработва', 0.97],
	['заверява', 'prepare', 0.6],
	['обработва', 'perform', 0.84],
	['обработва', 'issue', 0.72],
	['администрира', 'serve', 0.88],
	['администрира', 'analyse', 0.84],
	// to write down what is examined
	['съставя', 'control', 0.72],
	['установява', 'prepare', 0.72],
	// to engage people is to appoint them, whatever the form
	['наема', 'regulate', 0.9],
	// upkeep is not guarding, cleaning or financing
	['охранява', 'maintain', 0.6],
];

function across(from: readonly string[], to: readonly string[], value: number) {
	return from.flatMap((a) => to.map((b) => [a, b, value] as const));
}

const NEIGHBOURS = bothWays(AFFINITIES);
const SPECIAL = bothWays(EXCEPTIONS);

type Affinities = ReadonlyMap<string, ReadonlyMap<string, number>>;

function bothWays(list: readonly (readonly [string, string, number])[]): Affinities {
	const table = new Map<string, Map<string, number>>();
	const put = (a: string, b: string, value: number) =>
		table.set(a, (table.get(a) ?? new Map<string, number>()).set(b, value));
	for (const [a, b, value] of list) {
		put(a, b, value);
		put(b, a, value);
	}
	return table;
}
