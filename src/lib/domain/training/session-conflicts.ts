import { monthOf, type EmployeeId, type IsoDate, type UnitKey } from '../shared/index.ts';
import { compare } from './requirements.ts';
import {
	isCounted,
	overlap,
	sessionDays,
	splitByPlaces,
	type Enrolment,
	type TrainingSession,
} from './session.ts';
import type { TermOn } from './session-terms.ts';
import { isSmallGroup } from './suppression.ts';

export const CONFLICT_CODES = [
	'conflict/same-person',
	'conflict/same-trainer',
	'conflict/unit-away',
	'conflict/peak-month',
	'conflict/day-off',
	'conflict/no-free-place',
] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** What stands against a session where it is planned; said in place, decided by a person. */
export type SessionConflict = { readonly sessionId: string } & (
	| {
			readonly code: 'conflict/same-person';
			readonly otherId: string;
			readonly people: readonly EmployeeId[];
			readonly day: IsoDate;
	  }
	| { readonly code: 'conflict/same-trainer'; readonly otherId: string; readonly trainer: string }
	| {
			readonly code: 'conflict/unit-away';
			readonly unitKey: UnitKey;
			readonly day: IsoDate;
			readonly away: number;
			readonly people: number;
			/** One of so many people may be away. */
			readonly oneOf: number;
	  }
	| { readonly code: 'conflict/peak-month'; readonly unitKey: UnitKey; readonly month: number }
	| { readonly code: 'conflict/day-off'; readonly day: IsoDate }
	| { readonly code: 'conflict/no-free-place'; readonly waiting: number }
);

export interface ConflictInput {
	readonly sessions: readonly TrainingSession[];
	readonly enrolments: readonly Enrolment[];
	/** The unit of each person who serves, and so how many people a unit has. */
	readonly unitOf: ReadonlyMap<EmployeeId, UnitKey>;
	/** Months (1–12) with the most work of a unit; a unit that was not asked is absent. */
	readonly peakMonths: ReadonlyMap<UnitKey, readonly number[]>;
	readonly isWorkingDay: (day: IsoDate) => boolean;
	/** One of so many people of a unit may be in training on a day (`training.away.one-of`). */
	readonly awayOneOf: TermOn<number>;
}

/**
 * Conflicts of the sessions with each other and with the work: one person or one trainer twice at the same time, more
 * than one of so many people of a unit away on a day, a month in which the unit has most work, a day off, people waiting for a
 * place. Only people with a place are counted; cancelled sessions take nobody. Order: session, kind, unit, day.
 * Example: one of 3, a unit of 6 people with 3 in training on one day (3 × 3 > 6) → `conflict/unit-away`; with 2 → none.
 */
export function findConflicts(input: ConflictInput): readonly SessionConflict[] {
	const counted = input.sessions.filter(isCounted);
	const seats = seatedBySession(counted, input.enrolments);
	const planned = counted.map((session) => ({
		session,
		people: seats.get(session.id) ?? [],
		days: sessionDays(session, input.isWorkingDay),
	}));
	return [
		...pairConflicts(planned),
		...awayConflicts(planned, input),
		...peakConflicts(planned, input),
		...ownConflicts(planned, input),
	].sort(byPlace);
}

interface Planned {
	readonly session: TrainingSession;
	readonly people: readonly EmployeeId[];
	readonly days: readonly IsoDate[];
}

/** Who has a place, by session. */
export function seatedBySession(
	sessions: readonly TrainingSession[],
	enrolments: readonly Enrolment[],
): ReadonlyMap<string, readonly EmployeeId[]> {
	const lines = Map.groupBy(enrolments, (line) => line.sessionId);
	return new Map(
		sessions.map(({ id, places }) => [
			id,
			splitByPlaces(lines.get(id) ?? [], places).seated.map((line) => line.employeeId),
		]),
	);
}

function pairConflicts(planned: readonly Planned[]): readonly SessionConflict[] {
	const inOrder = [...planned].sort((a, b) => compare(a.session.startsOn, b.session.startsOn));
	const found: SessionConflict[] = [];
	inOrder.forEach((one, at) => {
		for (const other of inOrder.slice(at + 1)) {
			if (other.session.startsOn > one.session.endsOn) break;
			if (!overlap(one.session, other.session)) continue;
			found.push(...between(one, other), ...between(other, one));
		}
	});
	return found;
}

function between(one: Planned, other: Planned): readonly SessionConflict[] {
	const [sessionId, otherId] = [one.session.id, other.session.id];
	const day = one.days.find((own) => other.days.includes(own));
	if (day === undefined) return [];
	const there = new Set(other.people);
	const people = one.people.filter((id) => there.has(id)).sort(compare);
	const { trainer } = one.session;
	const isSameTrainer = trainer !== '' && trainer === other.session.trainer;
	return [
		...(people.length > 0
			? [{ code: 'conflict/same-person', sessionId, otherId, people, day } as const]
			: []),
		...(isSameTrainer ? [{ code: 'conflict/same-trainer', sessionId, otherId, trainer } as const] : []),
	];
}

function awayConflicts(
	planned: readonly Planned[],
	{ unitOf, awayOneOf }: ConflictInput,
): readonly SessionConflict[] {
	const sizes = new Map<UnitKey, number>();
	for (const unit of unitOf.values()) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
	const away = awayByDay(planned, unitOf);
	return planned.flatMap(({ session, people, days }) => {
		const units = [...new Set(people.flatMap((id) => unitOf.get(id) ?? []))];
		return units.flatMap((unitKey) => {
			const size = sizes.get(unitKey) ?? 0;
			// Of so few people one is too many at once, and which one would be told.
			if (isSmallGroup(size)) return [];
			const counts = days.map((day) => ({ day, away: away.get(`${day} ${unitKey}`)?.size ?? 0 }));
			const worst = counts.reduce((most, one) => (one.away > most.away ? one : most));
			const oneOf = awayOneOf(worst.day);
			if (oneOf === undefined || worst.away * oneOf <= size) return [];
			const found = { sessionId: session.id, unitKey, ...worst, people: size, oneOf };
			return [{ code: 'conflict/unit-away', ...found } as const];
		});
	});
}

/** Different people of a unit in training on a day, by „day unit“. */
function awayByDay(
	planned: readonly Planned[],
	unitOf: ReadonlyMap<EmployeeId, UnitKey>,
): ReadonlyMap<string, ReadonlySet<EmployeeId>> {
	const away = new Map<string, Set<EmployeeId>>();
	for (const { people, days } of planned)
		for (const id of people)
			for (const day of days) {
				const key = `${day} ${unitOf.get(id) ?? ''}`;
				away.set(key, (away.get(key) ?? new Set()).add(id));
			}
	return away;
}

function peakConflicts(planned: readonly Planned[], input: ConflictInput): readonly SessionConflict[] {
	return planned.flatMap(({ session, people, days }) => {
		const units = [...new Set(people.flatMap((id) => input.unitOf.get(id) ?? []))];
		const months = [...new Set(days.map(monthOf))];
		return units.flatMap((unitKey) => {
			const month = months.find((one) => input.peakMonths.get(unitKey)?.includes(one));
			return month === undefined
				? []
				: [{ code: 'conflict/peak-month', sessionId: session.id, unitKey, month } as const];
		});
	});
}

function ownConflicts(planned: readonly Planned[], input: ConflictInput): readonly SessionConflict[] {
	return planned.flatMap(({ session, people, days }): readonly SessionConflict[] => {
		const sessionId = session.id;
		const off = days.find((day) => !input.isWorkingDay(day));
		const waiting = input.enrolments.filter((line) => line.sessionId === sessionId).length - people.length;
		return [
			...(off === undefined ? [] : [{ code: 'conflict/day-off', sessionId, day: off } as const]),
			...(waiting > 0 ? [{ code: 'conflict/no-free-place', sessionId, waiting } as const] : []),
		];
	});
}

function byPlace(a: SessionConflict, b: SessionConflict): number {
	return (
		compare(a.sessionId, b.sessionId) ||
		CONFLICT_CODES.indexOf(a.code) - CONFLICT_CODES.indexOf(b.code) ||
		compare(placeOf(a), placeOf(b))
	);
}

function placeOf(conflict: SessionConflict): string {
	if ('unitKey' in conflict) return conflict.unitKey;
	return 'otherId' in conflict ? conflict.otherId : '';
}
