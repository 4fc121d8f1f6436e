import { error, fail, redirect } from '@sveltejs/kit';
import { RESPONSE_QUESTIONS, type SessionResponse } from '#lib/domain/training/index.ts';
import { optionalText, parseForm, readSmallForm, type FormProblems } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfQuestion } from '#lib/i18n/session-names.ts';
import { answerEvaluation, viewResponse } from '#lib/server/services/training-response.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const result = await viewResponse(locals.ctx, params.token);
	if (!result.ok) error(404);
	const { title, municipality, startsOn, endsOn, until, isUsed } = result.value;
	return {
		title: localText(title),
		municipality: localText(municipality),
		days: [startsOn, ...(endsOn === startsOn ? [] : [endsOn])].map((day) => formatDate(day)).join(' – '),
		until: formatDate(until),
		isUsed,
		questions: RESPONSE_QUESTIONS.map((question) => ({ key: question, name: nameOfQuestion(question) })),
	};
};

const mark = z
	.enum(['1', '2', '3', '4', '5'])
	.transform((value) => Number(value) as SessionResponse['content']);
const responseForm = z.object({
	content: mark,
	trainer: mark,
	organisation: mark,
	usefulness: mark,
	comment: optionalText(1000),
});

const TOO_LONG: FormProblems = { issues: { comment: { code: 'too-long', limit: 1000 } }, values: {} };

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await readSmallForm(request);
		const live = await viewResponse(locals.ctx, params.token);
		if (!live.ok) error(404);
		if (!data) return fail(413, TOO_LONG);
		const form = parseForm(responseForm, data);
		if (!form.ok) return fail(400, form.error);
		const { comment, ...marks } = form.value;
		const result = await answerEvaluation(locals.ctx, params.token, { ...marks, comment: comment ?? '' });
		if (!result.ok && result.error.code === 'evaluation/dead-link') error(404);
		redirect(303, `/e/${params.token}`);
	},
};
