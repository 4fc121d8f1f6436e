import { isId, type FindingId } from '#lib/domain/shared/index.ts';
import {
	answer,
	echoForm,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	type FormProblems,
} from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	addRecommendation,
	editRecommendation,
	type PlanRefusal,
} from '#lib/server/services/finding-plan.ts';
import { readFindingAnswers } from '#lib/server/services/finding-answers.ts';
import { editFinding, readFinding, type EditRefusal } from '#lib/server/services/finding.ts';
import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { editFindingSchema, editRecommendationSchema, newRecommendationSchema } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const id = findingId(params.id);
	return {
		...answer(await readFinding(locals.ctx, params.municipality, id)),
		answers: answer(await readFindingAnswers(locals.ctx, params.municipality, id)),
	};
};

export const actions: Actions = {
	edit: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(editFindingSchema, data);
		if (!form.ok) return fail(400, { ...form.error, part: 'edit' });
		const { revision, ...edit } = form.value;
		const id = findingId(params.id);
		const result = await editFinding(locals.ctx, params.municipality, { id, revision, edit });
		if (result.ok) redirect(303, `/m/${params.municipality}/findings/${id}`);
		return refusedAt('edit', result.error, data);
	},
	recommend: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(newRecommendationSchema, data);
		if (!form.ok) return fail(400, { ...form.error, part: 'recommend' });
		const edit = { ...form.value, status: 'proposed' as const, statusReason: null };
		const id = findingId(params.id);
		const result = await addRecommendation(locals.ctx, params.municipality, { findingId: id, edit });
		if (result.ok) redirect(303, `/m/${params.municipality}/findings/${id}#recommendations`);
		return refusedAt('recommend', result.error, data);
	},
	editRecommendation: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(editRecommendationSchema, data);
		const part = String(data.get('recommendation') ?? '');
		if (!form.ok) return fail(400, { ...form.error, part });
		const { revision, recommendation, ...edit } = form.value;
		const id = findingId(params.id);
		const change = { findingId: id, id: recommendation, revision, edit };
		const result = await editRecommendation(locals.ctx, params.municipality, change);
		if (result.ok) redirect(303, `/m/${params.municipality}/findings/${id}#recommendations`);
		return refusedAt(part, result.error, data);
	},
};

function refusedAt(
	part: string,
	refusal: EditRefusal | PlanRefusal,
	data: FormData,
): ActionFailure<FormProblems & { part: string; refusal?: { code: string } }> {
	refuseAccess(refusal);
	if (refusal.code === 'finding/no-reason')
		return fail(400, { issues: { statusReason: { code: 'required' } }, values: echoForm(data), part });
	return fail(409, { ...NO_PROBLEMS, values: echoForm(data), part, refusal: { code: refusal.code } });
}

function findingId(text: string): FindingId {
	if (!isId(text)) error(404, m.common_not_found());
	return text as FindingId;
}
