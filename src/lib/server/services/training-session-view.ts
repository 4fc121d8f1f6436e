import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type EmployeeId, type EurCents, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	isCounted,
	isOver,
	isSmallGroup,
	seatedBySession,
	seatsOf,
	type PlanProgress,
	type Quarter,
	type SessionConflict,
	type TrainingFunding,
	type TrainingSession,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { PlanItemRecord } from '../queries/training-plan.ts';
import type { SessionRecord } from '../queries/training-session.ts';
import {
	mayKeepSessions,
	openSessions,
	weighSessions,
	type OpenSessions,
	type WeighedSessions,
} from './training-session-open.ts';

/** A conflict with the names that its sentence needs; persons by name only for whoever may see everybody. */
export interface ConflictView {
	readonly code: SessionConflict['code'];
	readonly unit: LocalText | null;
	readonly other: { readonly id: string; readonly title: LocalText } | null;
	/** Names, or null where only their number may be told. */
	readonly names: readonly string[] | null;
	readonly count: number;
	readonly of: number;
	/** Of a unit away: one of so many may be. */
	readonly oneOf: number;
	readonly day: IsoDate | null;
	readonly month: number | null;
	readonly trainer: string;
}

export interface SessionLine extends TrainingSession {
	readonly revision: number;
	readonly title: LocalText;
	readonly seated: number;
	readonly waiting: number;
	/** Units of the participants whose months with most work nobody measured. */
	readonly unmeasuredUnits: number;
	readonly conflicts: readonly ConflictView[];
}

export interface ScheduledItem extends Pick<
	PlanItemRecord,
	'id' | 'title' | 'groupName' | 'groupNumber' | 'quarter' | 'hours' | 'state' | 'openSeats'
> {
	readonly seats: number;
	readonly sessions: readonly SessionLine[];
}

export interface SchedulePage {
	readonly year: number;
	readonly hasPlan: boolean;
	readonly years: readonly number[];
	readonly items: readonly ScheduledItem[];
	readonly progress: PlanProgress;
	readonly budget: readonly { readonly funding: TrainingFunding; readonly cost: EurCents }[];
	readonly mayEdit: boolean;
	readonly today: IsoDate;
}

/** The lines of a plan with their sessions and what stands against them; numbers alone for whoever sees no persons. */
export async function readSchedule(
	ctx: Ctx,
	slug: string,
	year: number | null,
): Promise<Result<SchedulePage, Refused>> {
	const opened = await openSessions(ctx, slug, year);
	if (!opened.ok) return opened;
	const open = await weighSessions(ctx, opened.value);
	const totals = computePlanTotals(open.items);
	return ok({
		year: open.year,
		hasPlan: open.plan !== undefined,
		years: open.plans.map((plan) => plan.year),
		items: open.items.map((item) => ({
			...lineOf(item),
			sessions: open.sessions
				.filter((session) => session.itemId === item.id)
				.map((session) => sessionLine(open, session)),
		})),
		progress: progressOf(open),
		budget: [...totals.byFunding].map(([funding, { cost }]) => ({ funding, cost })),
		mayEdit: mayKeepSessions(open),
		today: open.asOf,
	});
}

/** A session with its numbers and conflicts. */
export function sessionLine(open: WeighedSessions, session: SessionRecord): SessionLine {
	const lines = open.enrolments.filter((line) => line.sessionId === session.id);
	const seated = seatedBySession([session], lines).get(session.id) ?? [];
	const units = new Set(seated.flatMap((id) => open.unitOf.get(id) ?? []));
	return {
		...session,
		title: titleOf(open, session),
		seated: seated.length,
		waiting: lines.length - seated.length,
		unmeasuredUnits: [...units].filter((unit) => !open.peakMonths.has(unit)).length,
		conflicts: open.conflicts
			.filter((conflict) => conflict.sessionId === session.id)
			.flatMap((conflict) => conflictView(open, conflict)),
	};
}

/** How far the sessions of a plan have come. */
export function progressOf({ items, sessions, enrolments, asOf }: OpenSessions): PlanProgress {
	const counted = sessions.filter(isCounted);
	const seats = [...seatedBySession(counted, enrolments).values()];
	const own = new Set(counted.map((session) => session.id));
	const states = enrolments.filter((line) => own.has(line.sessionId)).map((line) => line.state);
	return {
		seats: items.filter((item) => item.state !== 'cancelled').reduce((sum, item) => sum + seatsOf(item), 0),
		enrolled: seats.reduce((sum, people) => sum + people.length, 0),
		attended: states.filter((state) => state === 'attended').length,
		absent: states.filter((state) => state === 'absent').length,
		sessions: counted.length,
		heldSessions: counted.filter((session) => session.state === 'held' && isOver(session, asOf)).length,
	};
}

/** A conflict in words; left out where it would tell of too few people to this reader. */
export function conflictView(open: OpenSessions, conflict: SessionConflict): readonly ConflictView[] {
	const seesNames = open.view.kind === 'everybody';
	const people = 'people' in conflict && typeof conflict.people !== 'number' ? conflict.people : [];
	const about = conflict.code === 'conflict/unit-away' ? conflict.away : people.length;
	if (!seesNames && isSmallGroup(about)) return [];
	const other = 'otherId' in conflict ? open.sessions.find((one) => one.id === conflict.otherId) : undefined;
	return [
		{
			code: conflict.code,
			unit: 'unitKey' in conflict ? (open.lookup.unitByKey.get(conflict.unitKey)?.name ?? null) : null,
			other: other ? { id: other.id, title: titleOf(open, other) } : null,
			names: seesNames ? people.map((id) => nameOf(open, id)) : null,
			count: conflict.code === 'conflict/no-free-place' ? conflict.waiting : about,
			of: conflict.code === 'conflict/unit-away' ? conflict.people : 0,
			oneOf: conflict.code === 'conflict/unit-away' ? conflict.oneOf : 0,
			day: 'day' in conflict ? conflict.day : null,
			month: 'month' in conflict ? conflict.month : null,
			trainer: 'trainer' in conflict ? conflict.trainer : '',
		},
	];
}

export function nameOf({ employees }: Pick<OpenSessions, 'employees'>, id: EmployeeId): string {
	return employees.find((person) => person.id === id)?.name ?? id;
}

export function titleOf({ items }: Pick<OpenSessions, 'items'>, session: TrainingSession): LocalText {
	return items.find((item) => item.id === session.itemId)?.title ?? { bg: session.itemId, en: null };
}

function lineOf(item: PlanItemRecord): Omit<ScheduledItem, 'sessions'> & { readonly quarter: Quarter } {
	const { id, title, groupName, groupNumber, quarter, hours, state, openSeats } = item;
	return { id, title, groupName, groupNumber, quarter, hours, state, openSeats, seats: seatsOf(item) };
}
