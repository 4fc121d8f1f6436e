import type { Structure } from '../org/index.ts';
import type { FunctionKey } from '../shared/index.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import { reachesEnough, type AgreementRule } from './method-agreement.ts';
import { commonWorkFactor } from './own-workload.ts';
import type { PeerFunction } from './peer-comparison.ts';
import { surveyNeed, type Allocation } from './survey-need.ts';
import type { WorkloadReport } from './unit-workload.ts';

export type FunctionStaff = Pick<PeerFunction, 'basis'> & { readonly fte: Estimate };

/**
 * Full posts that each function of a municipality takes, over all its units: by volume × standard where that measured
 * it, otherwise by the time survey where the survey of every unit that spends time on it reaches the least coverage.
 * What nobody measured enough is not in the map: the answers of a few do not stand for a unit.
 *
 * Example: volume 0,40, survey 0,90 → 0,40 by volume; no volume, survey 0,90 of a unit covered to 23 % → not measured,
 * of one covered to 80 % → 0,90 by survey. Source: methodology §3.7, §3.11.
 */
export function functionStaff(
	structure: Structure,
	report: WorkloadReport,
	allocations: readonly Allocation[],
	rule: Pick<AgreementRule, 'coverageMinimum'>,
): ReadonlyMap<FunctionKey, FunctionStaff> {
	const staff = new Map<FunctionKey, FunctionStaff>();
	for (const [key, fte] of surveyed(structure, allocations, rule)) staff.set(key, { basis: 'survey', fte });
	for (const [key, fte] of volumes(report)) staff.set(key, { basis: 'volume', fte });
	return staff;
}

/** Time of each function over all units; without the functions on which a unit covered too little spends time. */
function surveyed(
	structure: Structure,
	allocations: readonly Allocation[],
	rule: Pick<AgreementRule, 'coverageMinimum'>,
): ReadonlyMap<FunctionKey, Estimate> {
	const byPost = Map.groupBy(allocations, ({ postKey }) => postKey);
	const parts = new Map<FunctionKey, Estimate[]>();
	const partial = new Set<FunctionKey>();
	for (const posts of Map.groupBy(structure.posts, ({ unitKey }) => unitKey).values()) {
		const survey = surveyNeed(posts, byPost);
		if (!survey) continue;
		for (const [key, fte] of survey.functions) {
			if (!reachesEnough(survey, rule)) partial.add(key);
			parts.set(key, [...(parts.get(key) ?? []), fte]);
		}
	}
	return new Map(
		[...parts].flatMap(([key, list]) => (partial.has(key) ? [] : [[key, sumEstimates(list)] as const])),
	);
}

function volumes(report: WorkloadReport): ReadonlyMap<FunctionKey, Estimate> {
	const parts = [...report.units.values()].flatMap(({ terms }) => {
		if (!terms) return [];
		const factor = commonWorkFactor(report, terms);
		return terms.activities.map(({ activity, fte }) => ({
			key: activity.functionKey,
			fte: mapEstimate(fte, (value) => value * factor),
		}));
	});
	const groups = Map.groupBy(parts, ({ key }) => key);
	return new Map([...groups].map(([key, list]) => [key, sumEstimates(list.map(({ fte }) => fte))]));
}
