import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import type { DelegationProblem } from '#lib/server/services/scenario-delegation.ts';
import { problemText } from '../operations/operation-form.ts';

export const STATES = {
	open: m.delegation_state_open,
	returned: m.delegation_state_returned,
	closed: m.delegation_state_closed,
	withdrawn: m.delegation_state_withdrawn,
} as const;

type Problem = DelegationProblem | Parameters<typeof problemText>[2];

/** Why something of a delegation was refused, in a sentence. */
export function delegationProblem(
	ctx: Ctx,
	address: { readonly slug: string; readonly scenarioId: string },
	problem: Problem,
): Promise<string> {
	switch (problem.code) {
		case 'delegation/outside':
			return Promise.resolve(m.delegation_refusal_outside());
		case 'delegation/no-account':
			return Promise.resolve(m.delegation_refusal_no_account());
		case 'delegation/already':
			return Promise.resolve(m.delegation_refusal_already());
		case 'delegation/due-past':
			return Promise.resolve(m.delegation_due_past());
		case 'delegation/stale':
			return Promise.resolve(m.delegation_refusal_stale());
		case 'delegation/reason-missing':
			return Promise.resolve(m.delegation_refusal_reason());
		default:
			return problemText(ctx, address, problem);
	}
}
