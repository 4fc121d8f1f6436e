import type { Post } from '../../org/index.ts';
import type { EmployeeId, PostKey, UnitKey } from '../../shared/index.ts';
import { toParts } from './parts.ts';
import type { SurveyRespondent } from './types.ts';

/** Working days of a week (КТ, чл. 136, ал. 1). */
export const WORKING_DAYS_A_WEEK = 5;

/** Whether the answers stand with the validator and not with the respondent. */
export function isHandedIn({ state }: Pick<SurveyRespondent, 'state'>): boolean {
	return state === 'submitted' || state === 'validated';
}

/** One seat of a post before it is asked. */
export interface SurveySeatPlan {
	readonly unitKey: UnitKey;
	readonly postKey: PostKey;
	readonly seat: number;
	readonly employeeId: EmployeeId | null;
	readonly occupancy: number;
	readonly weeklyHours: number;
}

/** A person on a post, as far as a survey has to know. */
export interface SeatHolder {
	readonly id: EmployeeId;
	readonly occupancy: number;
}

/**
 * The occupied seats of a post. People who together fill exactly the occupied posts are the seats; otherwise the
 * headcount is: whole posts first, then what is left. Hours a week are the part of a full week, to the tenth.
 * Examples: 2,5 occupied posts, nobody known, 8 hours a day → seats of 40, 40 and 20 hours; 1 post held by two
 * people at 0,5 → two seats of 20 hours; a vacant post has no seat.
 */
export function seatsOfPost(
	post: Pick<Post, 'key' | 'unitKey' | 'occupied'>,
	holders: readonly SeatHolder[],
	hoursPerDay: number,
): readonly SurveySeatPlan[] {
	const people = [...holders].sort((a, b) => b.occupancy - a.occupancy || (a.id < b.id ? -1 : 1));
	const filled = people.reduce((sum, person) => sum + person.occupancy, 0);
	const isExact = people.length > 0 && toParts(filled) === toParts(post.occupied);
	const parts = isExact ? people.map((person) => person.occupancy) : partsOf(post.occupied);
	return parts.map((occupancy, at) => ({
		unitKey: post.unitKey,
		postKey: post.key,
		seat: at + 1,
		employeeId: isExact ? (people[at]?.id ?? null) : null,
		occupancy,
		weeklyHours: Math.round(fullWeek(hoursPerDay) * occupancy * 10) / 10,
	}));
}

/** Hours a week of one whole post. Example: 8 hours a day → 40. */
export function fullWeek(hoursPerDay: number): number {
	return hoursPerDay * WORKING_DAYS_A_WEEK;
}

/** 2,5 → 1, 1, 0,5. */
function partsOf(occupied: number): readonly number[] {
	const whole = Math.floor(occupied);
	const rest = Math.round((occupied - whole) * 1000) / 1000;
	return [...Array.from({ length: whole }, () => 1), ...(rest > 0 ? [rest] : [])];
}
