import type { AdministrationPart } from '../org/index.ts';
import type { WorkloadFigure } from './figure.ts';
import type { WorkloadClass } from './thresholds.ts';

/** Which units a list of workloads speaks of: those of the municipal administration, or also those outside it. */
export const WORKLOAD_PARTS = ['administration', 'all'] as const;
export type WorkloadPart = (typeof WORKLOAD_PARTS)[number];

/**
 * Whether a unit belongs to a list of workloads: it has posts or measured work and, for `administration`, does not
 * stand outside the municipal administration. The overview, the comparison and the workload page list by this rule.
 */
export function isListed(
	unit: { readonly part: AdministrationPart; readonly figure: WorkloadFigure },
	part: WorkloadPart,
): boolean {
	const { approved, need } = unit.figure;
	if (approved <= 0 && need.kind !== 'measured') return false;
	return part === 'all' || unit.part !== 'outside';
}

/**
 * How many of the figures stand in each class; a class that nobody is in is left out.
 * Example: overloaded, overloaded and not measured → 2 and 1.
 */
export function countClasses(figures: readonly WorkloadFigure[]): ReadonlyMap<WorkloadClass, number> {
	const groups = Map.groupBy(figures, (figure) => figure.class);
	return new Map([...groups].map(([code, list]) => [code, list.length]));
}
