import { err, ok, type Result } from '../shared/index.ts';
import { PLAN_STATES, type PlanItem, type PlanState } from './plan-types.ts';

/** What a person says when the state of a plan changes. */
export interface MoveReasons {
	/** For the move itself, and for every line that has none of its own; null or empty when nothing was said. */
	readonly reason: string | null;
	/** For single lines, by the id of the line. */
	readonly reasons: ReadonlyMap<string, string>;
}

export interface ReasonedMove<Item> {
	/** Why a plan goes back; null when it goes on. */
	readonly reason: string | null;
	/** Every line that is closed without having been held. */
	readonly notHeld: readonly { readonly item: Item; readonly reason: string }[];
}

export type MoveReasonRefusal =
	/** Nobody said why the plan goes back. */
	| { readonly code: 'training/reopen-reason-needed' }
	/** Nobody said why these lines were not held. */
	| { readonly code: 'training/not-held'; readonly itemIds: readonly string[] };

/** Whether a plan goes back by a move: an approved one to a draft, a closed one to an approved one. */
export function isReopened(from: PlanState, to: PlanState): boolean {
	return PLAN_STATES.indexOf(to) < PLAN_STATES.indexOf(from);
}

/** Lines that the plan promised and nobody held or called off. */
export function linesNotHeld<Item extends Pick<PlanItem, 'state'>>(items: readonly Item[]): readonly Item[] {
	return items.filter(({ state }) => state === 'planned');
}

/**
 * What the move of a plan to another state must be told with: going back a reason, closing a reason for every line that
 * was not held, its own or the one for all. Errors: `training/reopen-reason-needed`; `training/not-held` with the lines
 * that have no reason.
 */
export function reasonMove<Item extends Pick<PlanItem, 'id' | 'state'>>(
	plan: { readonly state: PlanState; readonly items: readonly Item[] },
	to: PlanState,
	{ reason, reasons }: MoveReasons,
): Result<ReasonedMove<Item>, MoveReasonRefusal> {
	if (isReopened(plan.state, to))
		return reason ? ok({ reason, notHeld: [] }) : err({ code: 'training/reopen-reason-needed' });
	const open = to === 'closed' ? linesNotHeld(plan.items) : [];
	const told = open.map((item) => ({ item, reason: reasons.get(item.id) || reason || '' }));
	const untold = told.filter((line) => line.reason === '').map(({ item }) => item.id);
	if (untold.length > 0) return err({ code: 'training/not-held', itemIds: untold });
	return ok({ reason: null, notHeld: told });
}
