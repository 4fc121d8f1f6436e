import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { createScenario } from '#lib/server/services/scenario.ts';
import { openMunicipality } from '#lib/server/services/workspace.ts';
import { problemText } from '../[id]/operations/operation-form.ts';
import { scenarioSchema, toScenarioInput } from '../scenario-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	answer(await openMunicipality(locals.ctx, params.municipality, 'scenario.edit'));
	return { proposed: firstOfNextQuarter(locals.ctx.clock.today()) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(scenarioSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const slug = params.municipality;
		const result = await createScenario(locals.ctx, slug, toScenarioInput(form.value));
		if (result.ok) redirect(303, `/m/${slug}/scenarios/${result.value}${answering(url)}`);
		refuseAccess(result.error);
		const address = { slug, scenarioId: '' };
		const refusal = await problemText(locals.ctx, address, result.error as Parameters<typeof problemText>[2]);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
};

/** Where the scenario answers a finding, its first operation is asked for at once. */
function answering(url: URL): string {
	const finding = url.searchParams.get('finding');
	return finding ? `?${new URLSearchParams({ finding })}#add` : '';
}

/** A day that leaves the council time to decide: the first day of the quarter after the next month. */
function firstOfNextQuarter(today: string): string {
	const [year = 0, month = 1] = today.split('-').map(Number);
	const quarter = Math.ceil((month + 1) / 3) * 3 + 1;
	const [inYear, inMonth] = quarter > 12 ? [year + 1, quarter - 12] : [year, quarter];
	return `${inYear}-${String(inMonth).padStart(2, '0')}-01`;
}
