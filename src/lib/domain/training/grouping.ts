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
import type { TrainingNeed } from './need-types.ts';
import { compare } from './requirements.ts';
import type { CompetencyLevel, Course } from './types.ts';

/** A course with the people whom it would bring to the level that they need. A suggestion, never a decision. */
export interface SuggestedItem {
	readonly courseKey: CourseKey;
	readonly competencyKey: CompetencyKey;
	readonly needKeys: readonly string[];
	readonly employeeIds: readonly EmployeeId[];
	/** Seats for holders not known yet. */
	readonly openSeats: number;
	/** Groups of at most `places` people. */
	readonly groups: number;
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
 * several needs name for one competency gets one seat, at the highest level. Groups = seats / places, rounded up.
 * The quarter is the last one that ends by the earliest deadline; without a deadline the last of the year.
 * Example: 23 people, 10 places a group, 60,00 € a person → 3 groups, 1 380,00 €.
 */
export function suggestPlanItems(input: {
	readonly needs: readonly TrainingNeed[];
	readonly courses: readonly Course[];
	readonly year: number;
}): PlanSuggestion {
	const demands = mergeDemands(input.needs.flatMap(demandsOf));
	const placed = demands.map((demand) => ({ demand, course: cheapestCourse(input.courses, demand) }));
	const byCourse = Map.groupBy(placed, ({ course }) => course?.key);
	const items = [...byCourse].flatMap(([, group]) => {
		const course = group[0]?.course;
		return course === undefined
			? []
			: [
					itemOf(
						course,
						group.map(({ demand }) => demand),
						input.year,
					),
				];
	});
	return {
		items: items.sort((a, b) => a.quarter - b.quarter || compare(a.courseKey, b.courseKey)),
		uncovered: uncoveredNeeds(
			input.needs,
			placed.flatMap(({ demand, course }) => (course === undefined ? [demand] : [])),
		),
	};
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
	readonly competencyKey: CompetencyKey;
	readonly level: CompetencyLevel;
	readonly needKeys: readonly string[];
	readonly deadline: IsoDate | null;
}

function demandsOf(need: TrainingNeed): readonly Demand[] {
	const { competencyKey, deadline } = need;
	if (competencyKey === null) return [];
	const shared = { competencyKey, deadline, needKeys: [need.key] };
	const people = need.people.flatMap((person) =>
		person.required === null
			? []
			: [{ ...shared, employeeId: person.employeeId, openSeats: 0, level: person.required }],
	);
	if (need.openPlaces === 0 || need.requiredLevel === null) return people;
	return [...people, { ...shared, employeeId: null, openSeats: need.openPlaces, level: need.requiredLevel }];
}

/** One demand a person and competency; unknown holders stay with their own need. */
function mergeDemands(demands: readonly Demand[]): readonly Demand[] {
	const groups = Map.groupBy(
		demands,
		(demand) => `${demand.competencyKey} ${demand.employeeId ?? `open ${demand.needKeys.join()}`}`,
	);
	return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group.reduce(mergeTwo));
}

function mergeTwo(a: Demand, b: Demand): Demand {
	return {
		...a,
		level: a.level >= b.level ? a.level : b.level,
		needKeys: [...a.needKeys, ...b.needKeys],
		deadline: earlier(a.deadline, b.deadline),
	};
}

function cheapestCourse(courses: readonly Course[], demand: Demand): Course | undefined {
	return courses
		.filter((course) => course.competencyKey === demand.competencyKey && course.levelTo >= demand.level)
		.sort((a, b) => a.pricePerPerson - b.pricePerPerson || a.hours - b.hours || compare(a.key, b.key))[0];
}

function itemOf(course: Course, demands: readonly Demand[], year: number): SuggestedItem {
	const employeeIds = demands.flatMap((demand) => (demand.employeeId === null ? [] : [demand.employeeId]));
	const openSeats = demands.reduce((sum, demand) => sum + demand.openSeats, 0);
	const seats = employeeIds.length + openSeats;
	const deadline = demands.map((demand) => demand.deadline).reduce(earlier);
	return {
		courseKey: course.key,
		competencyKey: course.competencyKey,
		needKeys: [...new Set(demands.flatMap((demand) => demand.needKeys))].sort(compare),
		employeeIds: employeeIds.sort(compare),
		openSeats,
		groups: groupCount(seats, course.places),
		quarter: latestQuarter(deadline, year),
		total: eurCents(course.pricePerPerson * seats),
	};
}

function uncoveredNeeds(
	needs: readonly TrainingNeed[],
	unplaced: readonly Demand[],
): readonly UncoveredNeed[] {
	const keys = new Set(unplaced.flatMap((demand) => demand.needKeys));
	return needs.flatMap(({ key, competencyKey, requiredLevel }) => {
		if (competencyKey !== null && !keys.has(key)) return [];
		const code = competencyKey === null ? 'training/mandatory-without-course' : 'training/no-course';
		return [{ needKey: key, code, competencyKey, level: requiredLevel } as const];
	});
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
	if (a === null || b === null) return a ?? b;
	return a <= b ? a : b;
}
