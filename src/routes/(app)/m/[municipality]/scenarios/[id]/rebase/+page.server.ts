import { error, fail, redirect } from '@sveltejs/kit';
import { REBASE_DECISIONS, type RebaseDecision } from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { id, parseForm, refuseAccess, revision } from '#lib/forms/index.ts';
import { rebaseLines, rebaseTitle } from '#lib/i18n/rebase-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import {
	planRebase,
	rebaseEntries,
	saveRebase,
	undoRebase,
	type RebaseDecisions,
	type RebaseRefusal,
} from '#lib/server/services/scenario-rebase.ts';
import type { OpenScenario } from '#lib/server/services/scenario.ts';
import { z } from 'zod';
import { loadScenario } from '../frame.ts';
import { problemText } from '../operations/operation-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	if (!summary.mayEdit) error(403, m.common_forbidden());
	return {
		...{ summary, scenarioFrame },
		view: await viewOf(locals.ctx, open, decisionsIn(url.searchParams)),
	};
};

const saved = z.object({ revision: revision(), to: id() });
const undone = z.object({ revision: revision() });

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(saved, data);
		if (!form.ok) return fail(400, { refusal: m.common_issue_invalid(), view: undefined });
		const address = { slug: params.municipality, scenarioId: params.id };
		const decisions = decisionsIn(data);
		const result = await saveRebase(locals.ctx, address, {
			...{ toVersionId: form.value.to, decisions, revision: form.value.revision },
		});
		const back = `/m/${params.municipality}/scenarios/${params.id}`;
		if (result.ok) redirect(303, result.value[0] ? `${back}/operations/${result.value[0]}` : back);
		refuseAccess(result.error);
		const { open } = await loadScenario(locals.ctx, params);
		return fail(409, {
			refusal: await refusalText(locals.ctx, address, result.error as Refusal),
			view: await viewOf(locals.ctx, open, decisions),
		});
	},
	undo: async ({ request, locals, params }) => {
		const form = parseForm(undone, await request.formData());
		if (!form.ok) return fail(400, { refusal: m.common_issue_invalid(), view: undefined });
		const address = { slug: params.municipality, scenarioId: params.id };
		const result = await undoRebase(locals.ctx, address, form.value);
		if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}`);
		refuseAccess(result.error);
		const refusal = await refusalText(locals.ctx, address, result.error as Refusal);
		return fail(409, { refusal, view: undefined });
	},
};

type Refusal = RebaseRefusal | Parameters<typeof problemText>[2];

async function refusalText(ctx: Ctx, address: Parameters<typeof problemText>[1], refusal: Refusal) {
	switch (refusal.code) {
		case 'rebase/undecided':
			return m.rebase_refusal_undecided({ count: refusal.count });
		case 'rebase/base-current':
			return m.rebase_refusal_current();
		case 'rebase/nothing-to-undo':
			return m.rebase_refusal_nothing();
		default:
			return problemText(ctx, address, refusal);
	}
}

/** The fields „d.<operation>“ of a form or an address. */
function decisionsIn(fields: FormData | URLSearchParams): RebaseDecisions {
	const decisions = new Map<OperationId, RebaseDecision>();
	for (const [name, value] of fields.entries()) {
		const decision = REBASE_DECISIONS.find((known) => known === value);
		if (name.startsWith('d.') && decision) decisions.set(name.slice(2) as OperationId, decision);
	}
	return decisions;
}

/** The plan in the words of the page; null while the base is the current version. */
async function viewOf(ctx: Ctx, open: OpenScenario, decisions: RebaseDecisions) {
	const plan = await planRebase(ctx, open, decisions);
	if (!plan) return null;
	const { entries, names, places } = rebaseEntries(plan, open);
	const told = entries.map((entry) => ({
		...{ id: entry.operation.id, place: entry.operation.position, title: rebaseTitle(entry) },
		...{ choices: entry.choices, decision: entry.decision },
		lines: rebaseLines(entry, { names, places }),
	}));
	return {
		from: { id: plan.from.id, validFrom: plan.from.validFrom },
		to: { id: plan.to.id, validFrom: plan.to.validFrom },
		...{ undecided: plan.rebase.undecided, changes: plan.rebase.baseChanges.length },
		conflicts: told.filter(({ choices }) => choices.length > 0),
		unchanged: told.filter(({ choices }) => choices.length === 0),
	};
}
