import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { operationChoices, structureAt } from '#lib/server/services/scenario-view.ts';
import { loadScenario } from '../../frame.ts';
import { answerOperationForm } from '../operation-form.ts';
import { valuesOf } from '../operation-values.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const operation = open.operations.find((candidate) => candidate.id === params.operation);
	if (!operation) error(404, m.common_not_found());
	if (!summary.mayEdit) error(403, m.common_forbidden());
	const structure = structureAt(open, operation.id);
	const { kind, payload } = operation;
	const post = 'postKey' in payload && structure.posts.find(({ key }) => key === payload.postKey);
	const functionKey = 'functionKey' in payload ? payload.functionKey : null;
	return {
		...{ kind, position: operation.position, summary, scenarioFrame },
		choices: await operationChoices(locals.ctx, open, structure, functionKey),
		stored: valuesOf(operation, post || undefined),
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) =>
		answerOperationForm({
			...{ ctx: locals.ctx, slug: params.municipality, scenarioId: params.id },
			operationId: params.operation,
			data: await request.formData(),
		}),
};
