import { addDays, yearOf, type EmployeeId, type IsoDate } from '../shared/index.ts';
import { compare } from './requirements.ts';

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** One edition of a line of the plan: days, hours of each day, where, who teaches, for how many. */
export interface TrainingSession {
	readonly id: string;
	/** The line of the plan that the session is held for. */
	readonly itemId: string;
	readonly startsOn: IsoDate;
	/** The last day, included. */
	readonly endsOn: IsoDate;
	/** Minutes from midnight, the same on each day; a session without end does not exist. */
	readonly startsAt: number;
	readonly endsAt: number;
	readonly isOnline: boolean;
	readonly place: string;
	readonly trainer: string;
	readonly places: number;
	/** Own words for a part of the group; empty when the whole group comes. */
	readonly groupName: string;
	readonly state: SessionState;
}

/** One person in the line for a session; who stands beyond the places waits. */
export interface Enrolment {
	readonly sessionId: string;
	readonly employeeId: EmployeeId;
	/** Order of enrolment, from 1. */
	readonly placeInLine: number;
}

export type SessionField = 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt' | 'places' | 'state';

export type SessionProblem =
	| { readonly code: 'session/ends-before'; readonly field: 'endsOn' | 'endsAt' }
	| { readonly code: 'session/other-year'; readonly field: 'startsOn' | 'endsOn'; readonly year: number }
	| { readonly code: 'session/too-long'; readonly field: 'endsOn'; readonly most: number }
	| { readonly code: 'session/no-places'; readonly field: 'places' }
	| { readonly code: 'session/not-yet-held'; readonly field: 'state' }
	| { readonly code: 'session/overlaps'; readonly field: 'startsOn'; readonly other: IsoDate };

/** A session longer than this is several sessions. */
export const MOST_SESSION_DAYS = 60;

/**
 * What is wrong with the own fields of a session, each problem at its field: the end before the start, a year other
 * than that of the plan, no places, held before its last day has come, and time that another session of the same group
 * already takes.
 */
export function checkSession(
	session: TrainingSession,
	among: { readonly year: number; readonly others: readonly TrainingSession[]; readonly today: IsoDate },
): readonly SessionProblem[] {
	const problems: SessionProblem[] = [];
	const { year } = among;
	if (session.endsOn < session.startsOn) problems.push({ code: 'session/ends-before', field: 'endsOn' });
	if (session.endsAt <= session.startsAt) problems.push({ code: 'session/ends-before', field: 'endsAt' });
	for (const field of ['startsOn', 'endsOn'] as const)
		if (yearOf(session[field]) !== year) problems.push({ code: 'session/other-year', field, year });
	if (addDays(session.startsOn, MOST_SESSION_DAYS) <= session.endsOn)
		problems.push({ code: 'session/too-long', field: 'endsOn', most: MOST_SESSION_DAYS });
	if (session.places < 1) problems.push({ code: 'session/no-places', field: 'places' });
	if (session.state === 'held' && !isOver(session, among.today))
		problems.push({ code: 'session/not-yet-held', field: 'state' });
	const other = among.others.find(
		(one) => isSameGroup(one, session) && isCounted(one) && isCounted(session) && overlap(one, session),
	);
	if (other && problems.length === 0)
		problems.push({ code: 'session/overlaps', field: 'startsOn', other: other.startsOn });
	return problems;
}

/** Whether the last day of a session has come; before it nothing can be said to have been held. */
export function isOver(session: Pick<TrainingSession, 'endsOn'>, today: IsoDate): boolean {
	return session.endsOn <= today;
}

/** True when some minute of some day belongs to both; what only touches does not overlap. */
export function overlap(a: TimeOf, b: TimeOf): boolean {
	const isSameDay = a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
	return isSameDay && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

type TimeOf = Pick<TrainingSession, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>;

/**
 * The days on which a session is held: the working days from its first to its last, or all of them when none is
 * (a Saturday by agreement). Friday to Monday → Friday and Monday.
 */
export function sessionDays(
	session: Pick<TrainingSession, 'startsOn' | 'endsOn'>,
	isWorkingDay: (day: IsoDate) => boolean,
): readonly IsoDate[] {
	const days: IsoDate[] = [];
	for (let day = session.startsOn; day <= session.endsOn && days.length < 400; day = addDays(day, 1)) {
		days.push(day);
	}
	const working = days.filter(isWorkingDay);
	return working.length > 0 ? working : days;
}

/** Who has a place and who waits, in the order of enrolment. 12 enrolled for 10 places → the last two wait. */
export function splitByPlaces<Line extends Enrolment>(
	enrolments: readonly Line[],
	places: number,
): { readonly seated: readonly Line[]; readonly waiting: readonly Line[] } {
	const inOrder = [...enrolments].sort(
		(a, b) => a.placeInLine - b.placeInLine || compare(a.employeeId, b.employeeId),
	);
	return { seated: inOrder.slice(0, places), waiting: inOrder.slice(places) };
}

/** The same session on other days: as long as before, begun so many days later (or earlier). */
export function moveSession<Session extends TrainingSession>(session: Session, days: number): Session {
	return { ...session, startsOn: addDays(session.startsOn, days), endsOn: addDays(session.endsOn, days) };
}

/** Sessions that are called off take nobody's time. */
export function isCounted(session: Pick<TrainingSession, 'state'>): boolean {
	return session.state !== 'cancelled';
}

function isSameGroup(a: TrainingSession, b: TrainingSession): boolean {
	return a.id !== b.id && a.itemId === b.itemId && a.groupName === b.groupName;
}
