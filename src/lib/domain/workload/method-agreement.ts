import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import { err, ok, type IsoDate, type Result, type Share } from '../shared/index.ts';
import type { Estimate } from './estimate.ts';
import type { MissingParameters } from './thresholds.ts';

/** Ways to measure a need, in the order in which they are shown: time survey, volume × standard, comparison. */
export const NEED_METHODS = ['survey', 'volume', 'comparison'] as const;
export type NeedMethod = (typeof NEED_METHODS)[number];

/** What one method says of a unit or a function, in full posts. */
export interface NeedMeasure {
	readonly method: NeedMethod;
	readonly fte: Estimate;
	/** Part of the work that the method reaches, 0–1; null where there is nothing to reach. */
	readonly coverage: Share | null;
}

/** Keys of the dated parameters of the agreement between methods. */
export const AGREEMENT_PARAMETERS = {
	tolerance: 'workload.agreement.tolerance',
	shortage: 'workload.ratio.shortage',
	surplus: 'workload.ratio.surplus',
	coverageMinimum: 'workload.coverage.minimum',
	peersMinimum: 'workload.comparison.peers',
} as const;

export interface AgreementRule {
	/** Greatest difference of two central values that still agree, as a share of the greater one. */
	readonly tolerance: number;
	/** Staff ÷ need below which there is a shortage; on the bound there is balance. */
	readonly shortage: number;
	/** Staff ÷ need above which there is a surplus; on the bound there is balance. */
	readonly surplus: number;
	/** A method that reaches less than this share of the work has no say. */
	readonly coverageMinimum: number;
	/** Fewest peers that make a comparison. */
	readonly peersMinimum: number;
}

export const STAFF_BALANCES = ['shortage', 'balance', 'surplus'] as const;
export type StaffBalance = (typeof STAFF_BALANCES)[number];

/** Two methods beside each other. */
export interface MethodPair {
	readonly a: NeedMethod;
	readonly b: NeedMethod;
	/** |a − b| ÷ the greater of the two; 0 where both are 0. */
	readonly difference: number;
	readonly agrees: boolean;
}

/** A verdict with everything that it rests on. Without two methods that agree nothing is proven. */
export type NeedVerdict =
	| {
			readonly kind: 'proven';
			readonly balance: StaffBalance;
			/** The same at the least and at the greatest need; both equal means that the range changes nothing. */
			readonly balanceRange: { readonly low: StaffBalance; readonly high: StaffBalance };
			/** Methods that agree, in the order of `NEED_METHODS`. */
			readonly methods: readonly NeedMethod[];
			/** Mean of the central values; least and greatest of the bounds. */
			readonly need: Estimate;
			/** Occupied ÷ need; null where nothing is needed. */
			readonly ratio: number | null;
			readonly pairs: readonly MethodPair[];
	  }
	| {
			readonly kind: 'unproven';
			readonly reason: 'too-few-methods' | 'disagreement';
			/** Methods without a measurement, or with too little coverage to have a say. */
			readonly silent: readonly NeedMethod[];
			readonly pairs: readonly MethodPair[];
	  };

/**
 * Whether the methods prove a shortage, balance or surplus of staff.
 *
 * Two methods agree when their central values differ by at most `tolerance` of the greater one (bound included); their
 * ranges do not make them agree. The verdict takes all three where each pair agrees, otherwise the agreeing pair with the
 * smallest difference; its need is the mean of the central values. A measure below the least coverage has no say.
 * Example: survey 3,0 and volume 3,6 differ by 0,6 ÷ 3,6 = 16,7 % ≤ 25 % → need 3,3; 3 people ÷ 3,3 = 0,909 → balance.
 * Source: methodology §3.7, §3.8; products N11.
 */
export function judgeNeed(
	measures: readonly NeedMeasure[],
	occupied: number,
	rule: AgreementRule,
): NeedVerdict {
	const heard = NEED_METHODS.flatMap((method) => {
		const found = measures.find((item) => item.method === method);
		return found && reachesEnough(found, rule) ? [found] : [];
	});
	const pairs = heard.flatMap((a, at) => heard.slice(at + 1).map((b) => compareMethods(a, b, rule)));
	const agreed = agreeing(heard, pairs);
	if (agreed.length < 2) {
		const silent = NEED_METHODS.filter((method) => !heard.some((item) => item.method === method));
		return { kind: 'unproven', reason: heard.length < 2 ? 'too-few-methods' : 'disagreement', silent, pairs };
	}
	const need = agreedNeed(agreed.map(({ fte }) => fte));
	return {
		kind: 'proven',
		balance: balanceOfStaff(occupied, need.expected, rule),
		balanceRange: {
			low: balanceOfStaff(occupied, need.low, rule),
			high: balanceOfStaff(occupied, need.high, rule),
		},
		methods: agreed.map(({ method }) => method),
		need,
		ratio: need.expected > 0 ? occupied / need.expected : null,
		pairs,
	};
}

/**
 * Two measures beside each other, by their central values alone: ranges are conservative and wide, so that they meet
 * proves nothing. Example: 3 and 4 posts differ by 1 ÷ 4 = 25 %, which still agrees at a tolerance of 25 %; 5,00 and 3,72
 * (2,65–6,11) differ by 25,6 % and do not agree. Source: methodology §3.7.
 */
export function compareMethods(
	a: NeedMeasure,
	b: NeedMeasure,
	rule: Pick<AgreementRule, 'tolerance'>,
): MethodPair {
	const greater = Math.max(a.fte.expected, b.fte.expected);
	const difference = greater > 0 ? Math.abs(a.fte.expected - b.fte.expected) / greater : 0;
	return { a: a.method, b: b.method, difference, agrees: tidy(difference) <= tidy(rule.tolerance) };
}

/**
 * Balance of staff by staff ÷ need: below `shortage` a shortage, above `surplus` a surplus, on a bound balance.
 * Where nothing is needed anybody there is a surplus.
 */
export function balanceOfStaff(
	occupied: number,
	need: number,
	rule: Pick<AgreementRule, 'shortage' | 'surplus'>,
): StaffBalance {
	if (!(need > 0)) return occupied > 0 ? 'surplus' : 'balance';
	const ratio = tidy(occupied / need);
	if (ratio < rule.shortage) return 'shortage';
	return ratio > rule.surplus ? 'surplus' : 'balance';
}

/** The rule in force on a day. Error `workload/missing-parameter` names every key that is not set. */
export function agreementInForce(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: string | null,
): Result<AgreementRule, MissingParameters> {
	const valueOf = (key: string) => parameterNumber(parameters, { key, asOf, municipality });
	const missing = Object.values(AGREEMENT_PARAMETERS).filter((key) => valueOf(key) === undefined);
	if (missing.length > 0) return err({ code: 'workload/missing-parameter', keys: missing });
	const value = (name: keyof typeof AGREEMENT_PARAMETERS) => valueOf(AGREEMENT_PARAMETERS[name]) ?? 0;
	return ok({
		tolerance: value('tolerance'),
		shortage: value('shortage'),
		surplus: value('surplus'),
		coverageMinimum: value('coverageMinimum'),
		peersMinimum: value('peersMinimum'),
	});
}

/** A method has a say when it reaches the least coverage; the bound itself is enough. */
export function reachesEnough(
	{ coverage }: Pick<NeedMeasure, 'coverage'>,
	rule: Pick<AgreementRule, 'coverageMinimum'>,
): boolean {
	return coverage !== null && tidy(coverage) >= rule.coverageMinimum;
}

function agreeing(heard: readonly NeedMeasure[], pairs: readonly MethodPair[]): readonly NeedMeasure[] {
	if (pairs.length === 0) return [];
	if (pairs.every((pair) => pair.agrees)) return heard;
	const [closest] = pairs.filter((pair) => pair.agrees).sort((x, y) => x.difference - y.difference);
	return closest ? heard.filter(({ method }) => method === closest.a || method === closest.b) : [];
}

function agreedNeed(estimates: readonly Estimate[]): Estimate {
	const sum = estimates.reduce((total, { expected }) => total + expected, 0);
	return {
		low: Math.min(...estimates.map(({ low }) => low)),
		expected: sum / estimates.length,
		high: Math.max(...estimates.map(({ high }) => high)),
	};
}

/** 2,7 ÷ 3 must meet the bound 0,9 although binary fractions say otherwise. */
function tidy(value: number): number {
	return Math.round(value * 1e9) / 1e9;
}
