import type {
	Activity,
	OrgUnit,
	Participation,
	Post,
	StructureLookup,
	WorkloadAllowance,
} from '../org/index.ts';
import { foldText, type FunctionKey, type PostKey, type UnitKey } from '../shared/index.ts';
import type { DistributionTimes } from './analytic.ts';
import { computeCoverage, type Coverage } from './coverage.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import { makeFigure, type WorkloadFigure } from './figure.ts';
import type { WorkloadThresholds } from './thresholds.ts';
import type { TimesByRelation } from './time-by-relation.ts';
import { computeUnitTerms, hasNoDemand, type UnitTerms } from './unit-terms.ts';
import type { AllowanceError } from './wisn.ts';

export const WORKLOAD_METHODS = ['wisn', 'analytic'] as const;
/** WISN with recorded allowances, or the analytic method with flat distribution times. */
export type WorkloadMethod = (typeof WORKLOAD_METHODS)[number];

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

/** One unit without the units below it. */
export interface OwnWorkload {
	readonly unitKey: UnitKey;
	readonly own: WorkloadFigure;
	/** What the own figure was computed from; null only with a `problem`. */
	readonly terms: UnitTerms | null;
	readonly posts: readonly PostWorkload[];
	/** Why the unit could not be computed. */
	readonly problem: AllowanceError | null;
	readonly warnings: readonly WorkloadWarning[];
}

/** What every unit of one calculation shares. */
export interface Frame {
	readonly method: WorkloadMethod;
	readonly lookup: StructureLookup;
	readonly times: TimesByRelation;
	readonly thresholds: WorkloadThresholds;
	readonly distribution: DistributionTimes | null;
	/** Place of each function in the structure. */
	readonly rank: ReadonlyMap<FunctionKey, number>;
	readonly participationsByPost: ReadonlyMap<PostKey | null, readonly Participation[]>;
	readonly allowancesByUnit: ReadonlyMap<UnitKey, readonly WorkloadAllowance[]>;
}

/** Needed against available staff of one unit and its posts. */
export function computeOwnWorkload(frame: Frame, unit: OrgUnit): OwnWorkload {
	const { lookup } = frame;
	const posts = lookup.postsByUnit.get(unit.key) ?? [];
	const activities = lookup.activitiesByUnit.get(unit.key) ?? [];
	const allowances = frame.allowancesByUnit.get(unit.key) ?? [];
	const coverage = computeCoverage({
		rank: frame.rank,
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
	const need = terms && !hasNoDemand(terms) ? needBy(frame.method, terms) : null;
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
			need: known.length > 0 ? mapEstimate(need, (value) => value * commonWorkFactor(frame, terms)) : null,
			...postTotals([post]),
			coverage: postCoverage(frame, post.key, activities),
		},
		frame.thresholds,
	);
	return { post, figure, activities };
}

function needBy(method: WorkloadMethod, terms: UnitTerms): Estimate | null {
	return method === 'wisn' ? terms.requiredFte : terms.analyticFte;
}

/** What the time of the cases is multiplied by to include the work around them: CAF, or 1 + distribution times. */
export function commonWorkFactor(
	frame: Pick<Frame, 'method' | 'distribution'>,
	terms: Pick<UnitTerms, 'categoryAllowanceFactor'>,
): number {
	if (frame.method === 'wisn' || !frame.distribution) return terms.categoryAllowanceFactor;
	return 1 + frame.distribution.personal + frame.distribution.material;
}

function postCoverage(frame: Frame, key: PostKey, activities: readonly Activity[]): Coverage {
	const participations = frame.participationsByPost.get(key) ?? [];
	return computeCoverage({ rank: frame.rank, participations, activities });
}

function postTotals(posts: readonly Post[]): { readonly approved: number; readonly occupied: number } {
	return {
		approved: posts.reduce((sum, post) => sum + post.approved, 0),
		occupied: posts.reduce((sum, post) => sum + post.occupied, 0),
	};
}

function trainingTwice(times: TimesByRelation, names: readonly string[]): readonly WorkloadWarning[] {
	const isSubtracted = [...times.values()].some((time) =>
		time.absences.some((absence) => absence.code === 'training'),
	);
	if (!isSubtracted) return [];
	const training = names.filter((name) => foldText(name).includes('обучени'));
	return training.map((allowance) => ({ code: 'workload/training-counted-twice', allowance }));
}
