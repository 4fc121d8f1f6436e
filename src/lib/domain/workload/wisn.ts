import { err, ok, type Result } from '../shared/index.ts';

/** A service activity: cases a year and minutes a case. */
export interface WisnActivity {
	readonly id: string;
	readonly volume: number;
	readonly minutes: number;
}

/** Work of everybody in the unit that is not counted: hours a year each, or percent of the working time. */
export type CategoryAllowance = { readonly hoursPerYear: number } | { readonly percent: number };

/** Work of some people that is not counted: `hoursPerYear` for each of `staff` people. */
export interface IndividualAllowance {
	readonly staff: number;
	readonly hoursPerYear: number;
}

export interface WisnInput {
	/** Available working time of one full post, hours a year; above 0. */
	readonly availableHours: number;
	readonly activities: readonly WisnActivity[];
	readonly categoryAllowances: readonly CategoryAllowance[];
	readonly individualAllowances: readonly IndividualAllowance[];
	/** People at work now, in full posts; null when not known. */
	readonly staff: number | null;
}

export interface WisnResult {
	/** Σ volume × minutes ÷ (available hours × 60). */
	readonly serviceFte: number;
	/** CAS: percent of everybody's working time that goes to uncounted common work. */
	readonly categoryAllowanceStandard: number;
	/** CAF = 1 ÷ (1 − CAS ÷ 100). */
	readonly categoryAllowanceFactor: number;
	/** IAF = Σ staff × hours ÷ available hours. */
	readonly individualAllowanceFte: number;
	/** R = service × CAF + IAF. */
	readonly requiredFte: number;
	/** Staff − R; negative is a shortage; null when staff is not known. */
	readonly difference: number | null;
	/** Staff ÷ R; below 1 is a shortage; null when staff is not known or nothing is required. */
	readonly ratio: number | null;
}

export type AllowanceError = {
	readonly code: 'workload/category-allowance-too-high';
	/** The sum of the category allowances, percent of the working time. */
	readonly percent: number;
};

/**
 * Staff need by the WISN method of the World Health Organization, in full posts, unrounded.
 *
 * Example (oracle W7): 1 680 h; 2 550 h of cases → 1,51786; CAS 11,25 % → CAF 1,12676; 288 h individual →
 * 0,17143; R = 1,51786 × 1,12676 + 0,17143 = 1,88169; 3 people → difference 1,11831, ratio 1,59431.
 * Error `workload/category-allowance-too-high` when the common work takes the whole time (CAS ≥ 100 %).
 * Source: methodology §3.3; WHO, Workload Indicators of Staffing Need.
 */
export function computeWisn(input: WisnInput): Result<WisnResult, AllowanceError> {
	const { availableHours, staff } = input;
	const standard = categoryAllowanceStandard(input.categoryAllowances, availableHours);
	const factor = categoryAllowanceFactor(standard);
	if (!factor.ok) return factor;
	const serviceFte = serviceHours(input.activities) / availableHours;
	const individualAllowanceFte = individualHours(input.individualAllowances) / availableHours;
	const requiredFte = serviceFte * factor.value + individualAllowanceFte;
	return ok({
		serviceFte,
		categoryAllowanceStandard: standard,
		categoryAllowanceFactor: factor.value,
		individualAllowanceFte,
		requiredFte,
		...balance(staff, requiredFte),
	});
}

/** Staff − need and staff ÷ need; null where one of them is not defined. Oracle T7: 79, 209 → −130; 0,378. */
export function balance(
	staff: number | null,
	requiredFte: number,
): { readonly difference: number | null; readonly ratio: number | null } {
	if (staff === null) return { difference: null, ratio: null };
	return { difference: staff - requiredFte, ratio: requiredFte > 0 ? staff / requiredFte : null };
}

/** CAS in percent: hours of each allowance over the available hours, percents as they are. */
export function categoryAllowanceStandard(
	allowances: readonly CategoryAllowance[],
	availableHours: number,
): number {
	return allowances.reduce(
		(sum, item) => sum + ('percent' in item ? item.percent : (item.hoursPerYear / availableHours) * 100),
		0,
	);
}

/** CAF = 1 ÷ (1 − CAS ÷ 100). Oracle T8: 0 → 1; 11,25 → 1,12676; 15 → 1,17647; 100 → error. */
export function categoryAllowanceFactor(percent: number): Result<number, AllowanceError> {
	if (percent >= 100) return err({ code: 'workload/category-allowance-too-high', percent });
	return ok(1 / (1 - percent / 100));
}

function serviceHours(activities: readonly WisnActivity[]): number {
	return activities.reduce((sum, activity) => sum + (activity.volume * activity.minutes) / 60, 0);
}

function individualHours(allowances: readonly IndividualAllowance[]): number {
	return allowances.reduce((sum, item) => sum + item.staff * item.hoursPerYear, 0);
}
