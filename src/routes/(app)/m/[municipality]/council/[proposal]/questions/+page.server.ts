import { fail, redirect } from '@sveltejs/kit';
import {
	answer,
	echoForm,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
	typedText,
	wholeNumber,
} from '#lib/forms/index.ts';
import {
	askQuestion,
	keepNote,
	replyToQuestion,
	viewQuestions,
} from '#lib/server/services/council-question.ts';
import { z } from 'zod';
import { optionalPoint, pointOptions, problemOf, proposalAddress } from '../council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { points, ...view } = answer(await viewQuestions(locals.ctx, proposalAddress(params)));
	const { number, title, contentHash } = view.proposal;
	return {
		...view,
		proposal: { number, title, contentHash },
		points: pointOptions(points),
	};
};

const askSchema = z.object({ body: text(4000), point: optionalPoint });
const noteSchema = z.object({ note: typedText(8000), point: optionalPoint });
const answerSchema = z.object({
	number: wholeNumber({ min: 1, max: 1_000_000 }),
	revision: revision(),
	answer: text(8000),
});

export const actions: Actions = {
	ask: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(askSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 'ask' });
		const { body, point: operationId } = form.value;
		const address = proposalAddress(params);
		const result = await askQuestion(locals.ctx, address, { body, operationId });
		if (result.ok) redirect(303, `${here(params)}#question-${result.value}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 'ask' });
	},
	answer: async ({ request, locals, params }) => {
		const data = await request.formData();
		const at = String(data.get('number'));
		const form = parseForm(answerSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at });
		const { number, revision: seen, answer: given } = form.value;
		const address = proposalAddress(params);
		const result = await replyToQuestion(locals.ctx, address, { number, revision: seen, text: given });
		if (result.ok) redirect(303, `${here(params)}#question-${number}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at });
	},
	note: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(noteSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 'note' });
		const { note, point: operationId } = form.value;
		const address = proposalAddress(params);
		const input = { body: note, operationId };
		const result = await keepNote(locals.ctx, address, input);
		if (result.ok) redirect(303, `${here(params)}#notes`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 'note' });
	},
};

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}/questions`;
}
