import { error, fail, redirect } from '@sveltejs/kit';
import { echoForm, NO_PROBLEMS, parseForm, refuseAccess, revision, text } from '#lib/forms/index.ts';
import { passingLines } from '#lib/i18n/passing-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { planRebase } from '#lib/server/services/scenario-rebase.ts';
import { ruleData } from '#lib/server/services/scenario-view.ts';
import { localText } from '#lib/i18n/names.ts';
import { z } from 'zod';
import { loadScenario } from '../frame.ts';
import { blocksOf } from '../overview.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ title: text(300), mover: text(200), ground: text(300), revision: revision() });

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	// Whoever comes back after submitting reads on the scenario's page where it went.
	if (summary.proposalNumber !== null) redirect(303, `/m/${params.municipality}/scenarios/${params.id}`);
	if (!summary.maySubmit) error(403, m.common_forbidden());
	const { blocks, blockFrame, suggested } = blocksOf(open);
	const { rules, passing } = ruleData(open.run, open, null);
	return {
		...{ summary, scenarioFrame, blocks, suggested, names: blockFrame.names },
		...{ rules, passing: passingLines(passing, `/m/${params.municipality}/scenarios/${params.id}/rules`) },
		baseEndsOn: open.version.validTo,
		conflicts:
			open.version.validTo === null ? 0 : ((await planRebase(locals.ctx, open))?.rebase.undecided ?? 0),
		proposed: {
			title: summary.scenario.name,
			mover: m.scenario_submit_default_mover({ municipality: localText(open.municipality.name) }),
			ground: m.scenario_submit_default_ground(),
		},
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const { ground, ...input } = form.value;
		const slug = params.municipality;
		const address = { slug, scenarioId: params.id };
		const result = await submitScenario(locals.ctx, address, { ...input, legalGround: ground });
		if (result.ok) redirect(303, `/m/${slug}/council/${result.value}`);
		refuseAccess(result.error);
		const refusal = refusalOf(result.error.code);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
};

/** The list of obstacles stands on the page itself; here only what the list cannot say. */
function refusalOf(code: string): string {
	if (code === 'scenario/stale' || code === 'review/not-permitted') return m.scenario_refusal_stale();
	if (code === 'proposal/base-superseded') return m.scenario_submit_base_refused();
	return code === 'proposal/no-operations' ? m.review_refusal_no_operations() : m.scenario_submit_blocked();
}
