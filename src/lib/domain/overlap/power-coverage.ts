import { printReference } from '../legal/index.ts';
import type { AdminFunction, Power, Structure } from '../org/index.ts';
import { isWithin, type FunctionKey, type IsoDate } from '../shared/index.ts';
import { buildCorpus } from './corpus.ts';
import { createOverlapQuery } from './query.ts';
import { statementsOf } from './structure-statements.ts';

/** A function that may serve a power without saying so. */
export interface PowerHint {
	readonly functionKey: FunctionKey;
	/** It cites the same provision, or its text is near to that of the power. */
	readonly why: 'same-basis' | 'similar';
	/** Similarity of the texts, 0–1; null where the provision is the reason. */
	readonly score: number | null;
}

export interface PowerCoverage {
	readonly power: Power;
	/** Functions that name the power: only these make it covered. In the order of the structure. */
	readonly functions: readonly FunctionKey[];
	/** For a power that nobody names: where to look first. */
	readonly hints: readonly PowerHint[];
}

const MOST_HINTS = 3;
/** The score from which a pair of functions is called an overlap. */
const HINT_FROM = 0.5;

/**
 * Why each power in force counts as covered, or which functions come nearest where none names it. A hint is never
 * coverage: a person joins the function and the power. Example: nobody names „Осигурява вътрешен одит“, one function cites
 * ЗВОПС, чл. 12 → not covered, one hint `same-basis`.
 */
export function coverPowers(
	structure: Structure,
	powers: readonly Power[],
	asOf: IsoDate,
): readonly PowerCoverage[] {
	const near = createNearFunctions(structure);
	return powers
		.filter(({ validFrom, validTo }) => isWithin(asOf, { from: validFrom, to: validTo }))
		.map((power) => {
			const functions = keysOf(structure, (fn) => fn.powers.includes(power.key));
			return { power, functions, hints: functions.length > 0 ? [] : hintsOf(structure, power, near) };
		});
}

function hintsOf(
	structure: Structure,
	power: Power,
	near: (text: string) => readonly PowerHint[],
): readonly PowerHint[] {
	const reference = printReference(power.reference);
	const cited = keysOf(structure, ({ bases }) =>
		bases.some((basis) => basis.actKey === power.actKey && printReference(basis.reference) === reference),
	);
	const known = new Set(cited);
	return [
		...cited.map((functionKey) => ({ functionKey, why: 'same-basis' as const, score: null })),
		...near(power.text.bg).filter(({ functionKey }) => !known.has(functionKey)),
	].slice(0, MOST_HINTS);
}

function createNearFunctions(structure: Structure): (text: string) => readonly PowerHint[] {
	const all = statementsOf(structure);
	const query = createOverlapQuery(buildCorpus(all.map(({ statement }) => statement)));
	return (text) =>
		query({ id: '', unit: '', text, place: null }, { threshold: HINT_FROM, top: MOST_HINTS }).flatMap(
			({ statement, score }) => {
				const functionKey = all[statement]?.member.functionKey;
				return functionKey === undefined ? [] : [{ functionKey, why: 'similar' as const, score }];
			},
		);
}

function keysOf(structure: Structure, wanted: (fn: AdminFunction) => boolean): readonly FunctionKey[] {
	return structure.functions.filter(wanted).map(({ key }) => key);
}
