import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	attendanceState,
	checkMarks,
	isCounted,
	isOver,
	mergeMarks,
	type DayMark,
	type MarkClash,
	type MarkProblem,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	type EnrolmentRecord,
	replaceMarks,
	updateAttendanceState,
	updateItemStatus,
	updateSession,
} from '../queries/training-session.ts';
import { settleCertificates } from './training-certificate.ts';
import { settleNeeds } from './training-need-state.ts';
import {
	auditSession,
	changeSession,
	type OpenSession,
	type SessionChangeRefusal,
} from './training-session-open.ts';

export type AttendanceRefusal =
	| SessionChangeRefusal
	| { readonly code: 'attendance/problems'; readonly problems: readonly MarkProblem[] }
	/** Somebody marked the same days otherwise since the sheet was opened; nothing was stored. */
	| { readonly code: 'attendance/clash'; readonly clashes: readonly MarkClash[] };

/**
 * Writes who was present on which day. `seen` is what stood on the sheet when it was opened: days that only one of two
 * people moved are put together, days that both moved are refused as `attendance/clash`; without it the sheet stands in
 * the place of what was marked before. A session whose every participant is
 * decided counts as held once its last day has come, a line of the plan whose every session is held as held, and its needs follow.
 * Error `attendance/problems` names everybody who is not enrolled and every day that is none of the session.
 */
export async function markAttendance(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	given: readonly DayMark[],
	seen: readonly DayMark[] | null,
): Promise<Result<null, Refused | AttendanceRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<null, AttendanceRefusal>> => {
		const { open, session, days, seated, waiting } = opened;
		const theirs = open.marks.filter((mark) => mark.sessionId === session.id);
		const problems = checkMarks(given, {
			seated: new Set(seated.map((line) => line.employeeId)),
			waiting: new Set(waiting.map((line) => line.employeeId)),
			days,
			today: open.asOf,
		});
		if (problems.length > 0) return err({ code: 'attendance/problems', problems });
		const { marks, clashes } =
			seen === null ? { marks: given, clashes: [] } : mergeMarks({ seen, mine: given, theirs });
		if (clashes.length > 0) return err({ code: 'attendance/clash', clashes });
		await replaceMarks(tx, session.id, marks);
		await settleAttendance(ctx, tx, opened, marks);
		await auditSession(ctx, tx, open, {
			action: 'training-session.attendance',
			key: session.id,
			before: theirs,
			after: marks,
		});
		return ok(null);
	});
}

/**
 * Writes what follows from the marks of a session as it stands: who took part, certificates, whether it was held, and
 * the needs. Answers how many certificates that were issued before say another day now.
 */
export async function settleAttendance(
	ctx: Ctx,
	tx: Tx,
	opened: OpenSession,
	marks: readonly DayMark[],
): Promise<number> {
	const attended = await writeStates(tx, opened, marks);
	const redated = await settleCertificates(ctx, tx, opened, attended);
	await settleNeeds(ctx, tx, opened.open.municipality.id);
	return redated;
}

/** Writes whether each participant took part, and whether the session and its line were held. */
async function writeStates(
	tx: Tx,
	opened: OpenSession,
	marks: readonly DayMark[],
): Promise<readonly EnrolmentRecord[]> {
	const { open, session, item, days, seated } = opened;
	const states = seated.map((line) => ({
		...line,
		state: attendanceState(
			days,
			marks.filter((mark) => mark.employeeId === line.employeeId),
			open.termsOn(session.endsOn).attendedPercent,
		),
	}));
	for (const line of states) await updateAttendanceState(tx, line);
	const isHeld =
		isOver(session, open.asOf) && states.length > 0 && states.every((line) => line.state !== 'enrolled');
	const state = session.state === 'cancelled' ? session.state : isHeld ? 'held' : 'planned';
	if (state !== session.state) await updateSession(tx, { ...session, state });
	const others = open.sessions.filter(
		(one) => one.itemId === item.id && one.id !== session.id && isCounted(one),
	);
	const isAllHeld = state === 'held' && others.every((one) => one.state === 'held');
	if (item.state !== 'cancelled') await updateItemStatus(tx, item.id, isAllHeld ? 'held' : 'planned');
	return states.filter((line) => line.state === 'attended');
}
