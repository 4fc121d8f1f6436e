import { ACT_CLASSES, type ActClass } from './acts.ts';

/** An act of a parsed statement, apart from the place where it stands. */
export interface Act {
	readonly lemma: string;
	readonly actClass: ActClass;
}

/** Two different duties: the pair is not the same work, however alike the objects are. */
export const ACT_CONFLICT_BELOW = 0.7;
/** The same duty, possibly in another verb. */
export const SAME_ACT_FROM = 0.87;

const SAME_CLASS = 0.97;
const UNKNOWN = 0.9;
const OTHER = 0.55;

/**
 * How far two sets of acts mean the same work, 0–1: 1 for the same verbs, 0,97 for the same class, less for
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
	for (const act of from) sum += Math.max(...to.map((other) => oneToOne(act, other)));
	return sum / from.length;
}

function oneToOne(a: Act, b: Act): number {
	if (a.actClass !== b.actClass) return NEIGHBOURS.get(`${a.actClass} ${b.actClass}`) ?? OTHER;
	return a.lemma === b.lemma ? 1 : SAME_CLASS;
}

/** Classes that practice uses for one and the same work, and how sure that is. */
const AFFINITIES: readonly (readonly [ActClass, ActClass, number])[] = [
	['plan', 'prepare', 0.9],
	['plan', 'perform', 0.8],
	['prepare', 'perform', 0.85],
	['prepare', 'propose', 0.85],
	['prepare', 'report', 0.65],
	['register', 'report', 0.72],
	['serve', 'report', 0.75],
	['prepare', 'analyse', 0.75],
	['prepare', 'issue', 0.88],
	['issue', 'serve', 0.85],
	['issue', 'perform', 0.85],
	['issue', 'regulate', 0.75],
	['register', 'perform', 0.85],
	['register', 'maintain', 0.9],
	['register', 'serve', 0.7],
	['register', 'prepare', 0.75],
	['serve', 'perform', 0.88],
	['serve', 'support', 0.8],
	['serve', 'advise', 0.75],
	['coordinate', 'perform', 0.72],
	['coordinate', 'support', 0.72],
	['maintain', 'perform', 0.93],
	['collect', 'perform', 0.9],
	['pay', 'perform', 0.9],
	['report', 'analyse', 0.75],
	['analyse', 'perform', 0.75],
	['support', 'perform', 0.72],
	['support', 'participate', 0.72],
	['represent', 'perform', 0.8],
	['protect', 'perform', 0.85],
	['protect', 'control', 0.72],
	['supply', 'perform', 0.88],
	['supply', 'support', 0.8],
	['regulate', 'perform', 0.7],
];

const NEIGHBOURS: ReadonlyMap<string, number> = new Map(
	AFFINITIES.flatMap(([a, b, value]) => [
		[`${a} ${b}`, value],
		[`${b} ${a}`, value],
	]),
);

/** Number of a class, for compact tables. */
export function actClassNumber(actClass: ActClass): number {
	return ACT_CLASSES.indexOf(actClass);
}
