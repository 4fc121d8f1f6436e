import { daysBetween, err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	checkSession,
	isCounted,
	moveSession,
	splitByPlaces,
	type SessionProblem,
	type TrainingSession,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import {
	deleteSession,
	insertEnrolments,
	insertSession,
	updateSession,
	type SessionRecord,
} from '../queries/training-session.ts';
import { isEvaluated } from '../queries/training-evaluation.ts';
import type { Tx } from '../db/index.ts';
import { settleAttendance } from './training-attendance.ts';
import { changeLines } from './training-plan-item.ts';
import type { PlanRefusal } from './training-plan.ts';
import {
	auditSession,
	changeSession,
	openSession,
	openSessions,
	type OpenSession,
	type OpenSessions,
	type SessionChangeRefusal,
} from './training-session-open.ts';

/** What a person sets of a session. */
export type SessionInput = Omit<TrainingSession, 'id' | 'itemId'>;

export type SessionRefusal =
	| SessionChangeRefusal
	| { readonly code: 'session/problems'; readonly problems: readonly SessionProblem[] }
	/** Presence was marked on days or in places that the session would no longer have; it is never lost silently. */
	| { readonly code: 'session/has-attendance' }
	/** Answers, points or indicators stand on the session; it is called off instead. */
	| { readonly code: 'session/has-evaluation' };

/**
 * Adds a session to a line of the plan and enrols the participants of the line whom none of its other sessions has.
 * Error `session/problems` with each problem at its field; those of the plan.
 */
export async function addSession(
	ctx: Ctx,
	of: { readonly slug: string; readonly year: number; readonly itemId: string },
	input: SessionInput,
): Promise<Result<string, Refused | PlanRefusal | SessionRefusal>> {
	const id = ctx.newId();
	const problems: SessionProblem[] = [];
	const saved = await changeLines(ctx, of, async (tx) => {
		const opened = await openSessions(within(ctx, tx), of.slug, of.year, 'training.edit');
		const item = opened.ok ? opened.value.items.find((one) => one.id === of.itemId) : undefined;
		if (!opened.ok || !item) return err({ code: 'training/no-such-item' });
		const open = opened.value;
		const session = { ...input, id, itemId: item.id };
		problems.push(...checkSession(session, { year: of.year, others: open.sessions, today: open.asOf }));
		if (problems.length > 0) return err({ code: 'training/no-such-item' });
		await insertSession(tx, session);
		const people = item.participants.filter((person) => !isElsewhere(open, item.id, person));
		await insertEnrolments(
			tx,
			people.map((employeeId, at) => ({ sessionId: id, employeeId, placeInLine: at + 1 })),
		);
		await auditSession(ctx, tx, open, {
			action: 'training-session.add',
			key: id,
			before: null,
			after: session,
		});
		return ok(null);
	});
	if (problems.length > 0) return err({ code: 'session/problems', problems });
	return saved.ok ? ok(id) : saved;
}

/**
 * Changes a session; certificates follow it to another last day. Answers how many of those issued are to be issued
 * again. Errors `session/problems`, `session/has-attendance`, `training/stale`.
 */
export async function editSession(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	input: SessionInput & { readonly revision: number },
): Promise<Result<number, Refused | SessionRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<number, SessionRefusal>> => {
		const { session, open, days } = opened;
		if (session.revision !== input.revision) return err({ code: 'training/stale' });
		const after = { ...session, ...input };
		const problems = checkSession(after, { year: open.year, others: open.sessions, today: open.asOf });
		if (problems.length > 0) return err({ code: 'session/problems', problems });
		if (losesMarks(opened, after)) return err({ code: 'session/has-attendance' });
		if (!(await updateSession(tx, after))) return err({ code: 'training/stale' });
		await auditSession(ctx, tx, open, {
			action: 'training-session.edit',
			key: session.id,
			before: { ...session, days },
			after,
		});
		return ok(await followDays(ctx, tx, of, opened));
	});
}

/**
 * Moves a session to another first day, as long as it is. Errors as when it is changed.
 */
export async function moveSessionTo(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	to: { readonly startsOn: IsoDate; readonly revision: number },
): Promise<Result<number, Refused | SessionRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<number, SessionRefusal>> => {
		const { session, open } = opened;
		if (session.revision !== to.revision) return err({ code: 'training/stale' });
		const moved = moveSession(session, daysBetween(session.startsOn, to.startsOn));
		const after = { ...moved, revision: to.revision };
		if (losesMarks(opened, after)) return err({ code: 'session/has-attendance' });
		const problems = checkSession(after, { year: open.year, others: open.sessions, today: open.asOf });
		if (problems.length > 0) return err({ code: 'session/problems', problems });
		if (!(await updateSession(tx, after))) return err({ code: 'training/stale' });
		const days = ({ startsOn, endsOn }: SessionRecord) => ({ startsOn, endsOn });
		await auditSession(ctx, tx, open, {
			action: 'training-session.move',
			key: session.id,
			before: days(session),
			after: days(after),
		});
		return ok(await followDays(ctx, tx, of, opened));
	});
}

/** What follows from other days of a session that was marked already: it may be over later, or not attended any more. */
async function followDays(
	ctx: Ctx,
	tx: Tx,
	of: { readonly slug: string; readonly id: string },
	before: OpenSession,
): Promise<number> {
	const fresh = await openSession(within(ctx, tx), of.slug, of.id, 'training.edit');
	if (!fresh.ok) return 0;
	const marks = fresh.value.open.marks.filter((mark) => mark.sessionId === of.id);
	const isMoved = JSON.stringify(fresh.value.days) !== JSON.stringify(before.days);
	return isMoved && marks.length > 0 ? settleAttendance(ctx, tx, fresh.value, marks) : 0;
}

/**
 * Takes a session out. Errors `session/has-attendance` when presence was marked, `session/has-evaluation` when something
 * was said of it, `training/stale`.
 */
export async function removeSession(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string; readonly revision: number },
): Promise<Result<number, Refused | SessionRefusal>> {
	return changeSession(ctx, of, async (tx, { session, open }): Promise<Result<number, SessionRefusal>> => {
		if (open.marks.some((mark) => mark.sessionId === session.id))
			return err({ code: 'session/has-attendance' });
		if (await isEvaluated(tx, { sessionId: session.id })) return err({ code: 'session/has-evaluation' });
		if (!(await deleteSession(tx, { id: session.id, revision: of.revision })))
			return err({ code: 'training/stale' });
		await auditSession(ctx, tx, open, {
			action: 'training-session.remove',
			key: session.id,
			before: session,
			after: null,
		});
		return ok(open.year);
	});
}

/**
 * Whether presence was marked on days that the session would not have any more, of people without a place in it, or at
 * all where it would be called off.
 */
function losesMarks({ open, session, seated, waiting }: OpenSession, after: SessionRecord): boolean {
	const marks = open.marks.filter((mark) => mark.sessionId === session.id);
	const left = splitByPlaces([...seated, ...waiting], after.places).waiting.map((line) => line.employeeId);
	const isCalledOff = session.state !== 'cancelled' && after.state === 'cancelled';
	return marks.some(
		({ day, employeeId }) =>
			isCalledOff || day < after.startsOn || day > after.endsOn || left.includes(employeeId),
	);
}

function isElsewhere(open: OpenSessions, itemId: string, person: string): boolean {
	const others = open.sessions.filter((session) => session.itemId === itemId && isCounted(session));
	return open.enrolments.some(
		(line) => line.employeeId === person && others.some((session) => session.id === line.sessionId),
	);
}
