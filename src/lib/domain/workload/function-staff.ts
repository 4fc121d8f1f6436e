import type { Structure } from '../org/index.ts';
import type { FunctionKey } from '../shared/index.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import { commonWorkFactor } from './own-workload.ts';
import type { PeerFunction } from './peer-comparison.ts';
import type { Allocation } from './survey-need.ts';
import type { WorkloadReport } from './unit-workload.ts';

export type FunctionStaff = Pick<PeerFunction, 'basis'> & { readonly fte: Estimate };

/**
 * Full posts that each function of a municipality takes, over all its units: by the time survey where it knows the
 * function, otherwise by volume × standard. What nobody measured is not in the map.
 */
export function functionStaff(
	structure: Structure,
	report: WorkloadReport,
	allocations: readonly Allocation[],
): ReadonlyMap<FunctionKey, FunctionStaff> {
	const staff = new Map<FunctionKey, FunctionStaff>();
	for (const [key, fte] of volumes(report)) staff.set(key, { basis: 'volume', fte });
	const people = new Map(structure.posts.map(({ key, occupied }) => [key, occupied]));
	for (const [key, parts] of Map.groupBy(allocations, ({ functionKey }) => functionKey)) {
		const fte = sumEstimates(
			parts.map(({ postKey, share, low, high }) =>
				mapEstimate(
					{ low: low ?? share, expected: share, high: high ?? share },
					(value) => value * (people.get(postKey) ?? 0),
				),
			),
		);
		staff.set(key, { basis: 'survey', fte });
	}
	return staff;
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
