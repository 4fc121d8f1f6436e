import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { operationChoices, structureAt } from '#lib/server/services/scenario-view.ts';
import { loadScenario } from '../../frame.ts';
import { answerOperationForm, parseKind } from '../operation-form.ts';
import { placedValues, subjectValues } from '../operation-values.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('kind');
	const kind = parseKind(asked);
	if (asked && !kind) error(404, m.common_not_found());
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	if (!summary.mayEdit) error(403, m.common_forbidden());
	if (!kind) redirect(303, chooseKindAt(params, url.searchParams));
	const structure = structureAt(open, null);
	const subject = url.searchParams.get('subject');
	const stored = subjectValues(structure, kind, subject);
	return {
		...{ kind, summary, scenarioFrame },
		choices: await operationChoices(locals.ctx, open, structure, subject),
		stored: stored && {
			...stored,
			values: {
				...stored.values,
				...placedValues(kind, url.searchParams),
				...(url.searchParams.get('why') === 'unplaced' && { motive: m.scenario_motive_unplaced() }),
			},
		},
		finding: open.findings.find(({ id }) => id === url.searchParams.get('finding'))?.id,
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) =>
		answerOperationForm({
			...{ ctx: locals.ctx, slug: params.municipality, scenarioId: params.id, operationId: null },
			data: await request.formData(),
		}),
};

/** The form of the scenario's page in which the kind is chosen; the finding to be answered goes along. */
function chooseKindAt(params: { municipality: string; id: string }, search: URLSearchParams): string {
	const finding = search.get('finding');
	const kept = finding ? `?${new URLSearchParams({ finding })}` : '';
	return `/m/${params.municipality}/scenarios/${params.id}${kept}#add`;
}
