import { isId } from '#lib/domain/shared/index.ts';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { readActionPlan, saveAction } from '#lib/server/services/finding-plan.ts';
import { fail, redirect } from '@sveltejs/kit';
import { actionSchema } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	answer(await readActionPlan(locals.ctx, params.municipality));

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(actionSchema, data);
		const part = String(data.get('action') || data.get('recommendation') || '');
		if (!form.ok) return fail(400, { ...form.error, part });
		const { recommendation, action, revision, ...edit } = form.value;
		const existing = action && isId(action) ? { id: action, revision: Number(revision) || 0 } : null;
		const result = await saveAction(locals.ctx, params.municipality, {
			recommendationId: recommendation,
			existing,
			edit,
		});
		if (result.ok) redirect(303, `/m/${params.municipality}/findings/actions#r-${recommendation}`);
		refuseAccess(result.error);
		const values = echoForm(data);
		if (result.error.code === 'finding/dates-reversed')
			return fail(400, { issues: { dueOn: { code: 'dates-reversed' } }, values, part });
		return fail(409, { ...NO_PROBLEMS, values, part, refusal: { code: result.error.code } });
	},
};
