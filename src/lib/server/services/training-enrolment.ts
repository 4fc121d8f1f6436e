import { err, ok, type EmployeeId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { deleteEnrolment, insertEnrolments, joinPlanItem } from '../queries/training-session.ts';
import { settleNeeds } from './training-need-state.ts';
import { auditSession, changeSession, type SessionChangeRefusal } from './training-session-open.ts';

export type EnrolmentRefusal =
	| SessionChangeRefusal
	| { readonly code: 'session/no-such-person' }
	| { readonly code: 'session/already-enrolled' }
	| { readonly code: 'session/not-enrolled' }
	| { readonly code: 'session/has-attendance' };

/**
 * Puts a person at the end of the line for a session; beyond the places the person waits. Somebody who was not on
 * the line of the plan takes an open seat of it, or a new one, so that plan and sessions count the same people.
 */
export async function enrol(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string; readonly employeeId: string },
): Promise<Result<null, Refused | EnrolmentRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<null, EnrolmentRefusal>> => {
		const { open, session, item, seated, waiting } = opened;
		const employeeId = of.employeeId as EmployeeId;
		if (!open.unitOf.has(employeeId)) return err({ code: 'session/no-such-person' });
		const lines = [...seated, ...waiting];
		if (lines.some((line) => line.employeeId === employeeId))
			return err({ code: 'session/already-enrolled' });
		const placeInLine = Math.max(0, ...lines.map((line) => line.placeInLine)) + 1;
		await joinPlanItem(tx, item, employeeId);
		await insertEnrolments(tx, [{ sessionId: session.id, employeeId, placeInLine }]);
		await settleNeeds(ctx, tx, open.municipality.id);
		await auditSession(ctx, tx, open, {
			action: 'training-session.enrol',
			key: session.id,
			before: null,
			after: { employeeId, placeInLine },
		});
		return ok(null);
	});
}

/** Takes a person out of the line; whoever waits first gets the place. Refused once presence was marked. */
export async function withdraw(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string; readonly employeeId: string },
): Promise<Result<null, Refused | EnrolmentRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<null, EnrolmentRefusal>> => {
		const { open, session, seated, waiting } = opened;
		const line = [...seated, ...waiting].find((one) => one.employeeId === of.employeeId);
		if (!line) return err({ code: 'session/not-enrolled' });
		const isMarked = open.marks.some(
			(mark) => mark.sessionId === session.id && mark.employeeId === line.employeeId,
		);
		if (isMarked) return err({ code: 'session/has-attendance' });
		await deleteEnrolment(tx, line);
		await auditSession(ctx, tx, open, {
			action: 'training-session.withdraw',
			key: session.id,
			before: { employeeId: line.employeeId, placeInLine: line.placeInLine },
			after: null,
		});
		return ok(null);
	});
}
