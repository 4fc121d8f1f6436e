import { err, ok, type IsoDate, type Result } from '../shared/index.ts';
import type { MarkedStep, ProcedureFacts, ProcedureStepKey } from './procedure.ts';

export type MarkProblem =
	| { readonly code: 'review/mark-future'; readonly onDay: IsoDate }
	| {
			readonly code: 'review/mark-before' | 'review/mark-after';
			readonly step: ProcedureStepKey;
			readonly day: IsoDate;
	  }
	| { readonly code: 'review/mark-waits'; readonly step: ProcedureStepKey };

/**
 * Whether a step may be marked on a day: it has come, and the order of the way holds. The committee and the materials
 * come between the submission and the session, sending and announcing after the decision. Errors: `review/mark-future`,
 * `review/mark-before`, `review/mark-after` with the step whose day stands against it, `review/mark-waits`.
 * Example: decided on 10.12.2026, sent on 09.12.2026 → `review/mark-before`.
 */
export function checkMark(
	mark: { readonly step: MarkedStep; readonly onDay: IsoDate },
	{ done, planned }: ProcedureFacts,
	today: IsoDate,
): Result<null, MarkProblem> {
	const { step, onDay } = mark;
	if (onDay > today) return err({ code: 'review/mark-future', onDay });
	const isAfterDecision = step === 'sending' || step === 'announcement';
	const first: ProcedureStepKey = isAfterDecision ? 'session' : 'submission';
	const from = done[first];
	if (isAfterDecision && from === undefined) return err({ code: 'review/mark-waits', step: 'adoption' });
	if (from !== undefined && onDay < from) return err({ code: 'review/mark-before', step: first, day: from });
	const session = done.session ?? planned.session;
	return !isAfterDecision && session !== undefined && onDay > session
		? err({ code: 'review/mark-after', step: 'session', day: session })
		: ok(null);
}
