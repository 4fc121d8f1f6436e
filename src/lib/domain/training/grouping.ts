import {
	eurCents,
	yearOf,
	type CompetencyKey,
	type CourseKey,
	type EmployeeId,
	type EurCents,
	type IsoDate,
} from '../shared/index.ts';
import { QUARTERS, quarterEnd, quarterOf, type Quarter } from './months.ts';
import { causeToServe } from './course-cause.ts';
import type { TrainingNeed } from './need-types.ts';
import { compare } from './requirements.ts';
import type { PlanItem } from './plan-types.ts';
import type { CompetencyLevel, Course, CourseCause } from './types.ts';

/** One group of a course: people whom it would bring to the level that they need. A suggestion, never a decision. */
export interface SuggestedItem {
	readonly courseKey: CourseKey;
	readonly competencyKey: CompetencyKey;
	readonly needKeys: readonly string[];
	readonly employeeIds: readonly EmployeeId[];
	/** Seats for holders not known yet. */
	readonly openSeats: number;
	/** Which of how many groups of the course this is, from 1. */
	readonly group: { readonly number: number; readonly of: number };
	readonly quarter: Quarter;
	/** Price per person times seats. */
	readonly total: EurCents;
}

export interface UncoveredNeed {
	readonly needKey: string;
	readonly code: 'training/no-course' | 'training/mandatory-without-course';
	readonly competencyKey: CompetencyKey | null;
	readonly level: CompetencyLevel | null;
}

export interface PlanSuggestion {
	readonly items: readonly SuggestedItem[];
	readonly uncovered: readonly UncoveredNeed[];
}

/**
 * Puts needs together into courses. A course fits when it teaches the competency up to the required level or
 * further; the cheapest fitting one is taken for each person, ties by fewer hours, then by key. A person whom
 * several needs name for one competency gets one seat, at the highest level. A need of no one competency – new heads,
 * new employees, a changed rule – is met by the cheapest course that serves its cause. Groups = seats / places, rounded up,
 * as even as possible.
 * The quarter is the last one that ends by the earliest deadline; without a deadline the last of the year.
 * Example: 23 people, 10 places a group, 60,00 € a person → groups of 8, 8 and 7, 1 380,00 € together.
 */
export function suggestPlanItems(input: {
	readonly needs: readonly TrainingNeed[];
	readonly courses: readonly Course[];
	readonly year: number;
	/** Lines that the plan has already; groups are numbered on from them. */
	readonly lines?: readonly NumberedLine[];
}): PlanSuggestion {
	const demands = mergeDemands(input.needs.flatMap(demandsOf));
	const placed = demands.map((demand) => ({ demand, course: cheapestCourse(input.courses, demand) }));
	const byCourse = Map.groupBy(placed, ({ course }) => course?.key);
	const items = [...byCourse.values()].flatMap((group) => {
		const course = group[0]?.course;
		if (course === undefined) return [];
		const after = nextGroupNumber(input.lines ?? [], course.key) - 1;
		return groupsOf(course, mergeSeats(group.map(({ demand }) => demand)), { year: input.year, after });
	});
	return {
		items: items.sort(byQuarterAndCourse),
		uncovered: uncoveredNeeds(
			input.needs,
			placed.flatMap(({ demand, course }) => (course === undefined ? [demand] : [])),
		),
	};
}

type NumberedLine = Pick<PlanItem, 'courseKey' | 'groupNumber'>;

/** The number of the next group of a course in a plan: one more than the highest so far, from 1. */
export function nextGroupNumber(lines: readonly NumberedLine[], courseKey: CourseKey): number {
	const numbers = lines.filter((line) => line.courseKey === courseKey).map((line) => line.groupNumber ?? 0);
	return Math.max(0, ...numbers) + 1;
}

/** Groups that hold so many people; none for nobody. `places` below 1 is read as one place. */
export function groupCount(seats: number, places: number): number {
	return Math.ceil(seats / Math.max(1, places));
}

/** The last quarter of the year that ends by the deadline; the first when the deadline is nearer. */
export function latestQuarter(deadline: IsoDate | null, year: number): Quarter {
	if (deadline === null || yearOf(deadline) > year) return 4;
	if (yearOf(deadline) < year) return 1;
	const quarter = quarterOf(deadline);
	if (quarterEnd(year, quarter) <= deadline) return quarter;
	return QUARTERS[quarter - 2] ?? 1;
}

/** One person (or some unknown holders) who needs one competency at one level. */
interface Demand {
	readonly employeeId: EmployeeId | null;
	readonly openSeats: number;
	readonly competencyKey: CompetencyKey | null;
	/** What a course must serve where no competency is asked for. */
	readonly cause: CourseCause | null;
	/** Null where no level is asked for. */
	readonly level: CompetencyLevel | null;
	readonly needKeys: readonly string[];
	readonly deadline: IsoDate | null;
}

function demandsOf(need: TrainingNeed): readonly Demand[] {
	const { competencyKey, deadline } = need;
	if (competencyKey === null) return causeDemands(need);
	const shared = { competencyKey, deadline, cause: null, needKeys: [need.key] };
	const people = need.people.flatMap((person) =>
		person.required === null
			? []
			: [{ ...shared, employeeId: person.employeeId, openSeats: 0, level: person.required }],
	);
	if (need.openPlaces === 0 || need.requiredLevel === null) return people;
	return [...people, { ...shared, employeeId: null, openSeats: need.openPlaces, level: need.requiredLevel }];
}

/** Everybody whom a need of no one competency names. */
function causeDemands(need: TrainingNeed): readonly Demand[] {
	const cause = causeToServe(need);
	if (cause === null) return [];
	const shared = { competencyKey: null, cause, level: null, deadline: need.deadline, needKeys: [need.key] };
	const people = need.people.map(({ employeeId }) => ({ ...shared, employeeId, openSeats: 0 }));
	return need.openPlaces === 0
		? people
		: [...people, { ...shared, employeeId: null, openSeats: need.openPlaces }];
}

/** One demand a person and competency; unknown holders stay with their own need. */
function mergeDemands(demands: readonly Demand[]): readonly Demand[] {
	const groups = Map.groupBy(
		demands,
		(demand) =>
			`${demand.competencyKey ?? `for ${demand.cause}`} ${demand.employeeId ?? `open ${demand.needKeys.join()}`}`,
	);
	return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group.reduce(mergeTwo));
}

/** One seat a person and course, whatever the person needs it for. */
function mergeSeats(demands: readonly Demand[]): readonly Demand[] {
	const groups = Map.groupBy(demands, ({ employeeId, needKeys }) => employeeId ?? `open ${needKeys.join()}`);
	return [...groups.values()].map((group) => group.reduce(mergeTwo));
}

function mergeTwo(a: Demand, b: Demand): Demand {
	return {
		...a,
		level: (a.level ?? 0) >= (b.level ?? 0) ? a.level : b.level,
		needKeys: [...a.needKeys, ...b.needKeys],
		deadline: earlier(a.deadline, b.deadline),
	};
}

function cheapestCourse(courses: readonly Course[], demand: Demand): Course | undefined {
	return courses
		.filter((course) => fits(course, demand))
		.sort((a, b) => a.pricePerPerson - b.pricePerPerson || a.hours - b.hours || compare(a.key, b.key))[0];
}

function fits(course: Course, { competencyKey, cause, level }: Demand): boolean {
	if (cause !== null) return course.causes?.includes(cause) === true;
	return course.competencyKey === competencyKey && course.levelTo >= (level ?? 0);
}

/** Seats in the order of their deadlines, cut into groups as even as possible. */
function groupsOf(
	course: Course,
	demands: readonly Demand[],
	{ year, after }: { readonly year: number; readonly after: number },
): readonly SuggestedItem[] {
	const seats = demands.flatMap((demand) =>
		demand.employeeId === null ? Array.from({ length: demand.openSeats }, () => demand) : [demand],
	);
	const inOrder = seats.sort(
		(a, b) =>
			compare(a.deadline ?? '9999', b.deadline ?? '9999') ||
			compare(a.employeeId ?? '~', b.employeeId ?? '~') ||
			compare(a.needKeys.join(), b.needKeys.join()),
	);
	const of = groupCount(inOrder.length, course.places);
	return Array.from({ length: of }, (_, at) => {
		const [from, to] = [cut(inOrder.length, of, at), cut(inOrder.length, of, at + 1)];
		return itemOf(course, inOrder.slice(from, to), {
			year,
			group: { number: after + at + 1, of: after + of },
		});
	});
}

/** Where the `at`-th of `parts` even parts begins; the earlier parts take the remainder. */
function cut(length: number, parts: number, at: number): number {
	return Math.floor(length / parts) * at + Math.min(at, length % parts);
}

function itemOf(
	course: Course,
	seats: readonly Demand[],
	place: { readonly year: number; readonly group: SuggestedItem['group'] },
): SuggestedItem {
	const employeeIds = seats.flatMap((seat) => (seat.employeeId === null ? [] : [seat.employeeId]));
	return {
		courseKey: course.key,
		competencyKey: course.competencyKey,
		needKeys: [...new Set(seats.flatMap((seat) => seat.needKeys))].sort(compare),
		employeeIds: employeeIds.sort(compare),
		openSeats: seats.length - employeeIds.length,
		group: place.group,
		quarter: latestQuarter(seats.map((seat) => seat.deadline).reduce(earlier, null), place.year),
		total: eurCents(course.pricePerPerson * seats.length),
	};
}

function byQuarterAndCourse(a: SuggestedItem, b: SuggestedItem): number {
	return a.quarter - b.quarter || compare(a.courseKey, b.courseKey) || a.group.number - b.group.number;
}

function uncoveredNeeds(
	needs: readonly TrainingNeed[],
	unplaced: readonly Demand[],
): readonly UncoveredNeed[] {
	const keys = new Set(unplaced.flatMap((demand) => demand.needKeys));
	return needs.flatMap((need) => {
		const { key, competencyKey, requiredLevel } = need;
		const isPlaced = competencyKey !== null || causeToServe(need) !== null;
		if (isPlaced && !keys.has(key)) return [];
		const code = competencyKey === null ? 'training/mandatory-without-course' : 'training/no-course';
		return [{ needKey: key, code, competencyKey, level: requiredLevel } as const];
	});
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
	if (a === null || b === null) return a ?? b;
	return a <= b ? a : b;
}
