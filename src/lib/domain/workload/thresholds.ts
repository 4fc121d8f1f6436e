import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import { err, ok, type IsoDate, type Result } from '../shared/index.ts';

/** Keys of every parameter that this module reads; values live in the dated parameter set. */
export const WORKLOAD_PARAMETERS = {
	low: 'workload.threshold.low',
	belowNorm: 'workload.threshold.below-norm',
	high: 'workload.threshold.high',
	overload: 'workload.threshold.overload',
	coverageMinimum: 'workload.coverage.minimum',
	personal: 'workload.distribution.personal',
	material: 'workload.distribution.material',
} as const;

export type MissingParameters = {
	readonly code: 'workload/missing-parameter';
	readonly keys: readonly string[];
};

/** Bounds of the classes as utilisation (need ÷ staff), and the least coverage that permits a verdict. */
export interface WorkloadThresholds {
	readonly low: number;
	readonly belowNorm: number;
	readonly high: number;
	readonly overload: number;
	readonly coverageMinimum: number;
}

export const WORKLOAD_CLASSES = [
	'overloaded',
	'high',
	'normal',
	'below-norm',
	'low',
	'no-staff',
	'insufficient-data',
	'not-measured',
] as const;
export type WorkloadClass = (typeof WORKLOAD_CLASSES)[number];

/** What one verdict needs to know; `utilisation` null means that there is nobody to do the work. */
export interface Utilised {
	readonly utilisation: number | null;
	readonly coverage: number;
}

/**
 * Class of a measured utilisation U = need ÷ occupied posts. On a bound the milder class holds, on both sides:
 * U < low → `low`; low ≤ U < below-norm → `below-norm`; below-norm ≤ U ≤ high → `normal`;
 * high < U ≤ overload → `high`; above → `overloaded`. With the default 0,80 / 0,95 / 1,10 / 1,25 a utilisation
 * of exactly 1,25 is „висока“, of exactly 0,80 „под нормата“. Coverage below the minimum gives no verdict.
 * Source: methodology §3.8, §3.11.
 */
export function classifyUtilisation(figure: Utilised, thresholds: WorkloadThresholds): WorkloadClass {
	if (tidy(figure.coverage) < thresholds.coverageMinimum) return 'insufficient-data';
	if (figure.utilisation === null) return 'no-staff';
	const utilisation = tidy(figure.utilisation);
	if (utilisation < thresholds.low) return 'low';
	if (utilisation < thresholds.belowNorm) return 'below-norm';
	if (utilisation <= thresholds.high) return 'normal';
	return utilisation <= thresholds.overload ? 'high' : 'overloaded';
}

/** The thresholds in force on a day. Error `workload/missing-parameter` names every key that is not set. */
export function thresholdsInForce(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: string | null,
): Result<WorkloadThresholds, MissingParameters> {
	const keys = ['low', 'belowNorm', 'high', 'overload', 'coverageMinimum'] as const;
	const found = keys.map((name) => {
		const key = WORKLOAD_PARAMETERS[name];
		return { key, value: parameterNumber(parameters, { key, asOf, municipality }) };
	});
	const [low, belowNorm, high, overload, coverageMinimum] = found.map((item) => item.value);
	if (
		low === undefined ||
		belowNorm === undefined ||
		high === undefined ||
		overload === undefined ||
		coverageMinimum === undefined
	) {
		const missing = found.filter((item) => item.value === undefined).map((item) => item.key);
		return err({ code: 'workload/missing-parameter', keys: missing });
	}
	return ok({ low, belowNorm, high, overload, coverageMinimum });
}

/** 2,2 ÷ 2 must meet the bound 1,1 although binary fractions say 1,1000000000000001. */
function tidy(value: number): number {
	return Math.round(value * 1e9) / 1e9;
}
