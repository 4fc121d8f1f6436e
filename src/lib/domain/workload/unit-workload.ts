import { lookUp, type OrgUnit, type Structure } from '../org/index.ts';
import { parameterNumber, type ParameterSet, type WorkingCalendar } from '../legal/index.ts';
import {
	childrenByParent,
	depthFirst,
	err,
	ok,
	yearOf,
	type IsoDate,
	type Result,
	type UnitKey,
} from '../shared/index.ts';
import type { DistributionTimes } from './analytic.ts';
import { sumFigures, type WorkloadFigure } from './figure.ts';
import { computeOwnWorkload, type Frame, type OwnWorkload, type WorkloadMethod } from './own-workload.ts';
import {
	WORKLOAD_PARAMETERS,
	thresholdsInForce,
	type MissingParameters,
	type WorkloadThresholds,
} from './thresholds.ts';
import { availableTimes, type TimeError, type TimesByRelation } from './time-by-relation.ts';

export interface UnitWorkload extends OwnWorkload {
	/** The unit with everything below it. */
	readonly subtree: WorkloadFigure;
}

export interface WorkloadReport {
	readonly asOf: IsoDate;
	/** Year of the available working time. */
	readonly year: number;
	readonly method: WorkloadMethod;
	readonly times: TimesByRelation;
	readonly thresholds: WorkloadThresholds;
	readonly distribution: DistributionTimes | null;
	readonly units: ReadonlyMap<UnitKey, UnitWorkload>;
	/** The municipal administration: every unit but those outside it (social services, institutes, enterprises). */
	readonly administration: WorkloadFigure;
}

export type WorkloadError = TimeError | MissingParameters;

/**
 * Needed against available staff of every unit, its subtree and its posts, in full posts.
 *
 * Errors: `workload/missing-parameter` names the keys that are not set on the day, `workload/no-time-left` and
 * `workload/absence-twice` speak of the available time, `legal/calendar-year-unknown` of the year.
 * A unit whose common work takes 100 % of the time has a `problem` instead of a figure.
 * Source: methodology §3.2, §3.3, §3.5, §3.8, §3.11.
 */
export function computeUnitWorkloads(
	structure: Structure,
	parameters: ParameterSet,
	asOf: IsoDate,
	calendar: WorkingCalendar,
	method: WorkloadMethod = 'wisn',
): Result<WorkloadReport, WorkloadError> {
	const municipality = structure.municipality.id;
	const year = yearOf(asOf);
	const times = availableTimes({ year, parameters, calendar, municipality });
	if (!times.ok) return times;
	const thresholds = thresholdsInForce(parameters, asOf, municipality);
	if (!thresholds.ok) return thresholds;
	const distribution = distributionInForce(parameters, asOf, municipality);
	if (method === 'analytic' && !distribution) {
		return err({ code: 'workload/missing-parameter', keys: DISTRIBUTION_KEYS });
	}
	const frame: Frame = {
		lookup: lookUp(structure),
		times: times.value,
		thresholds: thresholds.value,
		distribution,
		method,
		rank: new Map(structure.functions.map((item, at) => [item.key, at])),
		participationsByPost: Map.groupBy(structure.participations, (item) => item.postKey),
		allowancesByUnit: Map.groupBy(structure.allowances, (item) => item.unitKey),
	};
	const own = new Map(structure.units.map((unit) => [unit.key, computeOwnWorkload(frame, unit)]));
	const inside = structure.units.filter((unit) => unit.part !== 'outside');
	return ok({
		asOf,
		year,
		method,
		times: frame.times,
		thresholds: frame.thresholds,
		distribution: frame.distribution,
		units: withSubtrees(frame, own),
		administration: sumFigures(
			ownFigures(
				inside.map((unit) => unit.key),
				own,
			),
			frame.thresholds,
		),
	});
}

const DISTRIBUTION_KEYS = [WORKLOAD_PARAMETERS.personal, WORKLOAD_PARAMETERS.material];

/** Figures of whole subtrees, folded once from the leaves up. */
function withSubtrees(
	frame: Frame,
	own: ReadonlyMap<UnitKey, OwnWorkload>,
): ReadonlyMap<UnitKey, UnitWorkload> {
	const { units } = frame.lookup.structure;
	const children = childrenByParent<UnitKey, OrgUnit>(units);
	const subtrees = new Map<UnitKey, WorkloadFigure>();
	for (const { item } of [...depthFirst<UnitKey, OrgUnit>(units)].reverse()) {
		const below = (children.get(item.key) ?? []).flatMap((child) => subtrees.get(child.key) ?? []);
		const figure = own.get(item.key)?.own;
		if (!figure) continue;
		subtrees.set(item.key, below.length > 0 ? sumFigures([figure, ...below], frame.thresholds) : figure);
	}
	return new Map(
		[...own].map(([key, workload]) => [key, { ...workload, subtree: subtrees.get(key) ?? workload.own }]),
	);
}

function ownFigures(
	keys: readonly UnitKey[],
	own: ReadonlyMap<UnitKey, OwnWorkload>,
): readonly WorkloadFigure[] {
	return keys.flatMap((key) => own.get(key)?.own ?? []);
}

function distributionInForce(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: string,
): DistributionTimes | null {
	const value = (key: string) => parameterNumber(parameters, { key, asOf, municipality });
	const personal = value(WORKLOAD_PARAMETERS.personal);
	const material = value(WORKLOAD_PARAMETERS.material);
	return personal === undefined || material === undefined ? null : { personal, material };
}
