import { addDays, type IsoDate } from '../shared/index.ts';
import { MARKED_STEPS, type MarkedStep, type ProcedurePlace } from './procedure.ts';

/** How many days ahead a term is said to be running out. */
export const SOON_DAYS = 7;

/** What the chair does next with a proposal before its decision. */
export type ChairStep = 'open-review' | 'set-session' | 'vote';

/**
 * The next step of a proposal that is before the council; null while its session has not come. Example: in review, its
 * session set for tomorrow → null; for today → `vote`.
 */
export function nextChairStep(
	proposal: { readonly state: string; readonly sessionOn: IsoDate | null },
	today: IsoDate,
): ChairStep | null {
	if (proposal.state === 'submitted') return 'open-review';
	if (proposal.state !== 'in-review') return null;
	if (proposal.sessionOn === null) return 'set-session';
	return proposal.sessionOn <= today ? 'vote' : null;
}

/** A day that is over, or comes within {@link SOON_DAYS}. */
export function isSoon(day: IsoDate, today: IsoDate): boolean {
	return day <= addDays(today, SOON_DAYS);
}

/** Steps that somebody writes down and whose last day is over or near. */
export function stepsRunningOut(
	places: readonly ProcedurePlace[],
	today: IsoDate,
): readonly { readonly step: MarkedStep; readonly dueOn: IsoDate }[] {
	return places.flatMap(({ key, status, dueOn }) => {
		const step = MARKED_STEPS.find((marked) => marked === key);
		const isOpen = status === 'due' || status === 'overdue';
		return step && isOpen && dueOn !== null && isSoon(dueOn, today) ? [{ step, dueOn }] : [];
	});
}
