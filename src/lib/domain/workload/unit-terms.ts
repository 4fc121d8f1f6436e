import type { Activity, EmploymentRelation, LocalText, Post, WorkloadAllowance } from '../org/index.ts';
import { err, ok, type Result } from '../shared/index.ts';
import { estimateOf, mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import type { DistributionTimes } from './analytic.ts';
import type { TimesByRelation } from './time-by-relation.ts';
import { categoryAllowanceFactor, categoryAllowanceStandard, type AllowanceError } from './wisn.ts';

/** Posts of one employment relation and the hours that one full post of it has. */
export interface TimePart {
	readonly relation: EmploymentRelation;
	readonly posts: number;
	readonly hours: number;
}

/** Available hours of one full post of a unit: the mean over its approved posts by employment relation. */
export interface UnitTime {
	readonly hours: number;
	readonly parts: readonly TimePart[];
	/** `all-posts` when the unit has no posts of its own and the mean of the whole structure is used. */
	readonly basis: 'own-posts' | 'all-posts';
}

export interface ActivityTerm {
	readonly activity: Activity;
	/** Volume × minutes ÷ 60. */
	readonly hours: Estimate;
	/** Hours ÷ available hours of one post; without allowances. */
	readonly fte: Estimate;
}

export interface CategoryTerm {
	readonly name: LocalText;
	readonly hoursPerYear: number | null;
	readonly percent: number;
}

export interface IndividualTerm {
	readonly name: LocalText;
	readonly staff: number;
	readonly hoursPerYear: number;
	readonly fte: number;
}

/** Everything the need of a unit was computed from, so that a reader can repeat it by hand. */
export interface UnitTerms {
	readonly time: UnitTime;
	/** Measured activities, in the order of the structure. */
	readonly activities: readonly ActivityTerm[];
	/** Activities without a volume or without a time norm. */
	readonly unmeasured: readonly Activity[];
	readonly serviceHours: Estimate;
	readonly serviceFte: Estimate;
	readonly categoryAllowances: readonly CategoryTerm[];
	/** CAS, percent. */
	readonly categoryAllowanceStandard: number;
	/** CAF. */
	readonly categoryAllowanceFactor: number;
	readonly individualAllowances: readonly IndividualTerm[];
	/** IAF, full posts. */
	readonly individualAllowanceFte: number;
	/** R by WISN: service × CAF + IAF. */
	readonly requiredFte: Estimate;
	/** Need by the analytic method: service × (1 + distribution) + IAF; null when the shares are not set. */
	readonly analyticFte: Estimate | null;
}

export interface UnitInput {
	readonly posts: readonly Post[];
	readonly allPosts: readonly Post[];
	readonly activities: readonly Activity[];
	readonly allowances: readonly WorkloadAllowance[];
	readonly times: TimesByRelation;
	readonly distribution: DistributionTimes | null;
}

/**
 * The need of one unit with all its terms, full posts.
 * Error `workload/category-allowance-too-high` when the common work takes the whole time.
 * Source: methodology §3.3 (WISN), §3.5 (analytic method).
 */
export function computeUnitTerms(input: UnitInput): Result<UnitTerms, AllowanceError> {
	const time = unitTime(input);
	const categoryAllowances = categoryTerms(input.allowances, time.hours);
	const standard = categoryAllowanceStandard(categoryAllowances, time.hours);
	const factor = categoryAllowanceFactor(standard);
	if (!factor.ok) return err(factor.error);
	const individualAllowances = individualTerms(input.allowances, time.hours);
	const individualFte = individualAllowances.reduce((sum, item) => sum + item.fte, 0);
	const activities = input.activities.flatMap((activity) => activityTerm(activity, time.hours));
	const serviceFte = sumEstimates(activities.map((term) => term.fte));
	const { distribution } = input;
	return ok({
		time,
		activities,
		unmeasured: input.activities.filter((item) => !activities.some((term) => term.activity === item)),
		serviceHours: sumEstimates(activities.map((term) => term.hours)),
		serviceFte,
		categoryAllowances,
		categoryAllowanceStandard: standard,
		categoryAllowanceFactor: factor.value,
		individualAllowances,
		individualAllowanceFte: individualFte,
		requiredFte: mapEstimate(serviceFte, (value) => value * factor.value + individualFte),
		analyticFte:
			distribution &&
			mapEstimate(
				serviceFte,
				(value) => value * (1 + distribution.personal + distribution.material) + individualFte,
			),
	});
}

/** Hours of one activity a year; nothing when its volume or its time norm is not known. */
function activityTerm(activity: Activity, availableHours: number): readonly ActivityTerm[] {
	const { annualVolume, minutes } = activity;
	const perCase = minutes && estimateOf(minutes);
	if (annualVolume === null || !perCase) return [];
	const hours = mapEstimate(perCase, (value) => (annualVolume * value) / 60);
	return [{ activity, hours, fte: mapEstimate(hours, (value) => value / availableHours) }];
}

function categoryTerms(
	allowances: readonly WorkloadAllowance[],
	availableHours: number,
): readonly CategoryTerm[] {
	return allowances.flatMap((item): readonly CategoryTerm[] => {
		if (item.kind !== 'category') return [];
		if ('share' in item.per) return [{ name: item.name, hoursPerYear: null, percent: item.per.share * 100 }];
		const percent = (item.per.hours / availableHours) * 100;
		return [{ name: item.name, hoursPerYear: item.per.hours, percent }];
	});
}

function individualTerms(
	allowances: readonly WorkloadAllowance[],
	availableHours: number,
): readonly IndividualTerm[] {
	return allowances.flatMap((item): readonly IndividualTerm[] => {
		if (item.kind !== 'individual') return [];
		const fte = (item.staff * item.hours) / availableHours;
		return [{ name: item.name, staff: item.staff, hoursPerYear: item.hours, fte }];
	});
}

/** Available hours of one full post of a unit; see `UnitTime`. */
export function unitTime(input: Pick<UnitInput, 'posts' | 'allPosts' | 'times'>): UnitTime {
	const own = timeParts(input.posts, input.times);
	const basis = own.length > 0 ? 'own-posts' : 'all-posts';
	const parts = basis === 'own-posts' ? own : timeParts(input.allPosts, input.times);
	const posts = parts.reduce((sum, part) => sum + part.posts, 0);
	if (posts === 0) return { hours: input.times.get('labour')?.hours ?? 0, parts, basis };
	return { hours: parts.reduce((sum, part) => sum + part.posts * part.hours, 0) / posts, parts, basis };
}

function timeParts(posts: readonly Post[], times: TimesByRelation): readonly TimePart[] {
	return [...times].flatMap(([relation, time]): readonly TimePart[] => {
		const ofRelation = posts.filter((post) => post.relation === relation);
		const approved = ofRelation.reduce((sum, post) => sum + post.approved, 0);
		return approved > 0 ? [{ relation, posts: approved, hours: time.hours }] : [];
	});
}

/** True where nothing was measured: no activity with volume and time, no individual allowance. */
export function hasNoDemand(terms: UnitTerms): boolean {
	return terms.activities.length === 0 && terms.individualAllowances.length === 0;
}
