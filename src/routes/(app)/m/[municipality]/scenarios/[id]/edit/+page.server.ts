import { error, fail, redirect } from '@sveltejs/kit';
import { echoForm, NO_PROBLEMS, parseForm, refuseAccess, revision } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editScenario } from '#lib/server/services/scenario.ts';
import { z } from 'zod';
import { scenarioShape, toScenarioInput } from '../../scenario-form.ts';
import { loadScenario } from '../frame.ts';
import { problemText } from '../operations/operation-form.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ ...scenarioShape, revision: revision() });

export const load: PageServerLoad = async ({ locals, params }) => {
	const { summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	if (!summary.mayEdit) error(403, m.common_forbidden());
	return { summary, scenarioFrame };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const address = { slug: params.municipality, scenarioId: params.id };
		const input = { ...toScenarioInput(form.value), revision: form.value.revision };
		const result = await editScenario(locals.ctx, address, input);
		if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}`);
		refuseAccess(result.error);
		const refusal = await problemText(locals.ctx, address, result.error as Parameters<typeof problemText>[2]);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
};
