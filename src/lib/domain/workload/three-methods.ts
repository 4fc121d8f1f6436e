import { lookUp, type OrgUnit, type Post, type Structure, type StructureLookup } from '../org/index.ts';
import { share, type FunctionKey, type PostKey, type Share, type UnitKey } from '../shared/index.ts';
import { functionWeights } from './coverage.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import {
	compareMethods,
	judgeNeed,
	type AgreementRule,
	type NeedMeasure,
	type NeedVerdict,
} from './method-agreement.ts';
import { commonWorkFactor } from './own-workload.ts';
import {
	baseAmounts,
	compareWithPeers,
	type ComparisonBase,
	type PeerComparison,
	type PeerFunction,
} from './peer-comparison.ts';
import { surveyNeed, surveyTerms, type Allocation, type PostTime, type SurveyNeed } from './survey-need.ts';
import type { UnitWorkload, WorkloadReport } from './unit-workload.ts';

/** One function at one unit by the three methods; null is „не е измерено“. */
export interface FunctionNeed {
	readonly functionKey: FunctionKey;
	/** What the unit does for the function by the written roles; 0 where it is written nowhere. */
	readonly weight: number;
	/** Part of the function that falls on the unit, 0–1: its weight ÷ the weights of all units. */
	readonly part: Share;
	readonly survey: Estimate | null;
	/** With the common work of the unit, without its individual duties. */
	readonly volume: Estimate | null;
	readonly comparison: Estimate | null;
	/** The comparison of the whole function, with its terms or with the reason why there is none. */
	readonly peers: PeerComparison;
	/** Survey and volume are both known and differ by more than the tolerance: „за проверка“. */
	readonly isDoubtful: boolean;
}

/** Needed against available staff of one unit by three methods, with the verdict. */
export interface UnitNeed {
	readonly unitKey: UnitKey;
	readonly approved: number;
	readonly occupied: number;
	/** Methods that measured something, in the order of `NEED_METHODS`. */
	readonly measures: readonly NeedMeasure[];
	readonly verdict: NeedVerdict;
	readonly functions: readonly FunctionNeed[];
	/** Individual duties of the volume method that belong to no function, full posts. */
	readonly individualFte: number;
	/** What each post spends on each function. */
	readonly postTimes: () => readonly PostTime[];
}

export interface ThreeMethodsInput {
	readonly structure: Structure;
	/** Volume × standard, by the method and the year chosen. */
	readonly report: WorkloadReport;
	readonly allocations: readonly Allocation[];
	/** The same functions elsewhere, by the own function. */
	readonly peers: ReadonlyMap<FunctionKey, readonly PeerFunction[]>;
	readonly base: ComparisonBase;
	readonly rule: AgreementRule;
}

/**
 * Needed staff of every unit by survey, volume × standard and comparison, full posts, in the order of the structure (N11).
 *
 * The comparison of a function is divided among the units by what they do for it; the coverage of the comparison is the
 * weight of the compared functions over the weight of all functions of the unit. Source: methodology §3.3, §3.5, §3.7.
 */
export function computeThreeMethods(input: ThreeMethodsInput): ReadonlyMap<UnitKey, UnitNeed> {
	const { structure } = input;
	const lookup = lookUp(structure);
	const weights = weightsByUnit(lookup);
	const frame: Frame = {
		input,
		lookup,
		weights,
		rank: new Map(structure.functions.map(({ key }, at) => [key, at])),
		totals: totalWeights(weights),
		byPost: Map.groupBy(input.allocations, ({ postKey }) => postKey),
		compared: createComparisons(input, lookup),
	};
	return new Map(structure.units.map((unit) => [unit.key, needOf(frame, unit)]));
}

interface Frame {
	readonly input: ThreeMethodsInput;
	readonly lookup: StructureLookup;
	readonly rank: ReadonlyMap<FunctionKey, number>;
	readonly weights: ReadonlyMap<UnitKey, ReadonlyMap<FunctionKey, number>>;
	readonly totals: ReadonlyMap<FunctionKey, number>;
	readonly byPost: ReadonlyMap<PostKey, readonly Allocation[]>;
	readonly compared: (key: FunctionKey) => PeerComparison;
}

function needOf(frame: Frame, unit: OrgUnit): UnitNeed {
	const posts = frame.lookup.postsByUnit.get(unit.key) ?? [];
	const workload = frame.input.report.units.get(unit.key);
	const survey = surveyNeed(posts, frame.byPost);
	const functions = functionsOf(frame, unit.key, survey, volumeByFunction(frame, workload));
	const occupied = sumOf(posts, 'occupied');
	const measures = [surveyMeasure(survey), volumeMeasure(workload), comparisonMeasure(functions)].flatMap(
		(measure) => measure ?? [],
	);
	return {
		unitKey: unit.key,
		approved: sumOf(posts, 'approved'),
		occupied,
		measures,
		verdict: judgeNeed(measures, occupied, frame.input.rule),
		functions,
		individualFte: workload?.terms?.individualAllowanceFte ?? 0,
		postTimes: () => surveyTerms(posts, frame.byPost),
	};
}

function functionsOf(
	frame: Frame,
	unitKey: UnitKey,
	survey: SurveyNeed | null,
	volumes: ReadonlyMap<FunctionKey, Estimate>,
): readonly FunctionNeed[] {
	const weights = frame.weights.get(unitKey) ?? new Map<FunctionKey, number>();
	const keys = new Set([...weights.keys(), ...(survey?.functions.keys() ?? [])]);
	const place = (key: FunctionKey) => frame.rank.get(key) ?? 0;
	return [...keys]
		.filter((key) => frame.rank.has(key))
		.sort((a, b) => place(a) - place(b))
		.map((functionKey) => {
			const weight = weights.get(functionKey) ?? 0;
			const total = frame.totals.get(functionKey) ?? 0;
			const part = share(total > 0 ? Math.min(weight / total, 1) : 0);
			const peers = frame.compared(functionKey);
			const spent = survey?.functions.get(functionKey) ?? null;
			const volume = volumes.get(functionKey) ?? null;
			return {
				functionKey,
				weight,
				part,
				survey: spent,
				volume,
				comparison:
					peers.kind === 'compared' && part > 0 ? mapEstimate(peers.fte, (value) => value * part) : null,
				peers,
				isDoubtful: differ(spent, volume, frame.input.rule),
			};
		});
}

function differ(spent: Estimate | null, volume: Estimate | null, rule: AgreementRule): boolean {
	if (!spent || !volume) return false;
	const pair = compareMethods(
		{ method: 'survey', fte: spent, coverage: null },
		{ method: 'volume', fte: volume, coverage: null },
		rule,
	);
	return !pair.agrees;
}

function surveyMeasure(survey: SurveyNeed | null): NeedMeasure | null {
	return survey && { method: 'survey', fte: survey.total, coverage: survey.coverage };
}

function volumeMeasure(workload: UnitWorkload | undefined): NeedMeasure | null {
	if (workload?.own.need.kind !== 'measured') return null;
	return { method: 'volume', fte: workload.own.need.value, coverage: workload.own.coverage.share };
}

function comparisonMeasure(functions: readonly FunctionNeed[]): NeedMeasure | null {
	const compared = functions.filter(({ comparison }) => comparison !== null);
	if (compared.length === 0) return null;
	const weightOf = (list: readonly FunctionNeed[]) => list.reduce((sum, { weight }) => sum + weight, 0);
	const total = weightOf(functions);
	return {
		method: 'comparison',
		fte: sumEstimates(compared.flatMap(({ comparison }) => comparison ?? [])),
		coverage: total > 0 ? share(Math.min(weightOf(compared) / total, 1)) : null,
	};
}

function volumeByFunction(
	frame: Frame,
	workload: UnitWorkload | undefined,
): ReadonlyMap<FunctionKey, Estimate> {
	const terms = workload?.terms;
	if (!terms) return new Map();
	const factor = commonWorkFactor(frame.input.report, terms);
	return new Map(
		[...Map.groupBy(terms.activities, ({ activity }) => activity.functionKey)].map(([key, parts]) => [
			key,
			mapEstimate(sumEstimates(parts.map(({ fte }) => fte)), (value) => value * factor),
		]),
	);
}

function weightsByUnit(lookup: StructureLookup): Frame['weights'] {
	return new Map(
		lookup.structure.units.map(({ key }) => [
			key,
			functionWeights(lookup.participationsByUnit.get(key) ?? [], lookup.activitiesByUnit.get(key) ?? []),
		]),
	);
}

function totalWeights(weights: Frame['weights']): ReadonlyMap<FunctionKey, number> {
	const totals = new Map<FunctionKey, number>();
	for (const own of weights.values()) {
		for (const [key, weight] of own) totals.set(key, (totals.get(key) ?? 0) + weight);
	}
	return totals;
}

/** Each function is compared once, however many units work on it. */
function createComparisons(
	input: ThreeMethodsInput,
	lookup: StructureLookup,
): (key: FunctionKey) => PeerComparison {
	const known = new Map<FunctionKey, PeerComparison>();
	const { base, peers, rule } = input;
	return (key) => {
		const found = known.get(key);
		if (found) return found;
		const comparison = compareWithPeers({
			own: baseAmounts(lookup, key),
			peers: peers.get(key) ?? [],
			base,
			minimum: rule.peersMinimum,
		});
		known.set(key, comparison);
		return comparison;
	};
}

function sumOf(posts: readonly Post[], name: 'approved' | 'occupied'): number {
	return posts.reduce((sum, post) => sum + post[name], 0);
}
