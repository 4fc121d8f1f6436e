import {
	lookUp,
	type Activity,
	type OrgUnit,
	type Post,
	type Structure,
	type StructureLookup,
} from '../org/index.ts';
import { parameterNumber, type ParameterSet, type WorkingCalendar } from '../legal/index.ts';
import {
	childrenByParent,
	depthFirst,
	foldText,
	ok,
	yearOf,
	type IsoDate,
	type PostKey,
	type Result,
	type UnitKey,
} from '../shared/index.ts';
import type { DistributionTimes } from './analytic.ts';
import { computeCoverage, type Coverage } from './coverage.ts';
import { mapEstimate, sumEstimates } from './estimate.ts';
import { makeFigure, sumFigures, type WorkloadFigure } from './figure.ts';
import {
	WORKLOAD_PARAMETERS,
	thresholdsInForce,
	type MissingParameters,
	type WorkloadThresholds,
} from './thresholds.ts';
import { availableTimes, type TimeError, type TimesByRelation } from './time-by-relation.ts';
import { computeUnitTerms, hasNoDemand, type UnitTerms } from './unit-terms.ts';
import type { AllowanceError } from './wisn.ts';

/** A doubt about the input of a unit that does not stop the calculation. */
export type WorkloadWarning = {
	/** An allowance speaks of training, which is already subtracted from the available time. */
	readonly code: 'workload/training-counted-twice';
	readonly allowance: string;
};

/** Needed against available staff of one line of the staffing table; only activities recorded for that line. */
export interface PostWorkload {
	readonly post: Post;
	readonly figure: WorkloadFigure;
	readonly activities: readonly Activity[];
}

export interface UnitWorkload {
	readonly unitKey: UnitKey;
	/** The unit itself, without the units below it. */
	readonly own: WorkloadFigure;
	/** The unit with everything below it. */
	readonly subtree: WorkloadFigure;
	/** What the own figure was computed from; null only with a `problem`. */
	readonly terms: UnitTerms | null;
	readonly posts: readonly PostWorkload[];
	/** Why the unit could not be computed. */
	readonly problem: AllowanceError | null;
	readonly warnings: readonly WorkloadWarning[];
}

export interface WorkloadReport {
	readonly asOf: IsoDate;
	/** Year of the available working time. */
	readonly year: number;
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
): Result<WorkloadReport, WorkloadError> {
	const municipality = structure.municipality.id;
	const year = yearOf(asOf);
	const times = availableTimes({ year, parameters, calendar, municipality });
	if (!times.ok) return times;
	const thresholds = thresholdsInForce(parameters, asOf, municipality);
	if (!thresholds.ok) return thresholds;
	const frame: Frame = {
		lookup: lookUp(structure),
		times: times.value,
		thresholds: thresholds.value,
		distribution: distributionInForce(parameters, asOf, municipality),
	};
	const own = new Map(structure.units.map((unit) => [unit.key, computeOwn(frame, unit)]));
	const inside = structure.units.filter((unit) => unit.part !== 'outside');
	return ok({
		asOf,
		year,
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

interface Frame {
	readonly lookup: StructureLookup;
	readonly times: TimesByRelation;
	readonly thresholds: WorkloadThresholds;
	readonly distribution: DistributionTimes | null;
}

type OwnWorkload = Omit<UnitWorkload, 'subtree'>;

function computeOwn(frame: Frame, unit: OrgUnit): OwnWorkload {
	const { lookup } = frame;
	const posts = lookup.postsByUnit.get(unit.key) ?? [];
	const activities = lookup.activitiesByUnit.get(unit.key) ?? [];
	const allowances = lookup.structure.allowances.filter((item) => item.unitKey === unit.key);
	const coverage = computeCoverage({
		functions: lookup.structure.functions,
		participations: lookup.participationsByUnit.get(unit.key) ?? [],
		activities,
	});
	const computed = computeUnitTerms({
		posts,
		allPosts: lookup.structure.posts,
		activities,
		allowances,
		times: frame.times,
		distribution: frame.distribution,
	});
	const terms = computed.ok ? computed.value : null;
	const need = terms && !hasNoDemand(terms) ? terms.requiredFte : null;
	return {
		unitKey: unit.key,
		own: makeFigure({ need, ...postTotals(posts), coverage }, frame.thresholds),
		terms,
		posts: terms ? posts.map((post) => postWorkload(frame, post, activities, terms)) : [],
		problem: computed.ok ? null : computed.error,
		warnings: trainingTwice(
			frame.times,
			allowances.map((item) => item.name.bg),
		),
	};
}

function postWorkload(
	frame: Frame,
	post: Post,
	unitActivities: readonly Activity[],
	terms: UnitTerms,
): PostWorkload {
	const activities = unitActivities.filter((activity) => activity.postKey === post.key);
	const known = terms.activities.filter((term) => term.activity.postKey === post.key);
	const need = sumEstimates(known.map((term) => term.fte));
	const figure = makeFigure(
		{
			need: known.length > 0 ? mapEstimate(need, (value) => value * terms.categoryAllowanceFactor) : null,
			...postTotals([post]),
			coverage: postCoverage(frame, post.key, activities),
		},
		frame.thresholds,
	);
	return { post, figure, activities };
}

function postCoverage(frame: Frame, key: PostKey, activities: readonly Activity[]): Coverage {
	const keys = new Set(activities.map((activity) => activity.functionKey));
	const functions = frame.lookup.structure.functions.filter((item) => keys.has(item.key));
	const participations = frame.lookup.structure.participations.filter((item) => item.postKey === key);
	return computeCoverage({ functions, participations, activities });
}

function postTotals(posts: readonly Post[]): { readonly approved: number; readonly occupied: number } {
	return {
		approved: posts.reduce((sum, post) => sum + post.approved, 0),
		occupied: posts.reduce((sum, post) => sum + post.occupied, 0),
	};
}

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

function trainingTwice(times: TimesByRelation, names: readonly string[]): readonly WorkloadWarning[] {
	const isSubtracted = [...times.values()].some((time) =>
		time.absences.some((absence) => absence.code === 'training'),
	);
	if (!isSubtracted) return [];
	const training = names.filter((name) => foldText(name).includes('обучени'));
	return training.map((allowance) => ({ code: 'workload/training-counted-twice', allowance }));
}
