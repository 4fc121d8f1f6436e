import { fail, redirect } from '@sveltejs/kit';
import { OPINION_ANSWERS, OPINION_SOURCES } from '#lib/domain/review/index.ts';
import {
	answer,
	choice,
	day,
	echoForm,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
	typedText,
	wholeNumber,
} from '#lib/forms/index.ts';
import { editOpinion, takeOpinionOut } from '#lib/server/services/council-opinion-mend.ts';
import { recordOpinion, replyToOpinion, viewOpinions } from '#lib/server/services/council-opinion.ts';
import { z } from 'zod';
import { optionalPoint, pointOptions, problemOf, proposalAddress } from '../council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { points, ...view } = answer(await viewOpinions(locals.ctx, proposalAddress(params)));
	const { number, title, contentHash } = view.proposal;
	return {
		...view,
		proposal: { number, title, contentHash },
		points: pointOptions(points),
	};
};

const opinionSchema = z.object({
	source: choice(OPINION_SOURCES),
	name: text(200),
	received: day(),
	body: text(8000),
	point: optionalPoint,
});
const named = { number: wholeNumber({ min: 1, max: 1_000_000 }), revision: revision() };
const correctionSchema = opinionSchema.extend(named);
const removalSchema = z.object({ ...named, reason: text(1000) });
const answerSchema = z.object({
	number: wholeNumber({ min: 1, max: 1_000_000 }),
	revision: revision(),
	answer: choice(OPINION_ANSWERS),
	motive: typedText(4000),
	point: optionalPoint,
	amendment: z
		.union([z.literal('').transform(() => null), wholeNumber({ min: 1, max: 1_000_000 })])
		.default(null),
});

export const actions: Actions = {
	record: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(opinionSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 0, action: 'record' as const });
		const address = proposalAddress(params);
		const result = await recordOpinion(locals.ctx, address, opinionOf(form.value));
		if (result.ok) redirect(303, `${here(params)}#opinion-${result.value}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 0, action: 'record' as const });
	},
	correct: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(correctionSchema, data);
		if (!form.ok)
			return fail(400, {
				...form.error,
				refusal: '',
				at: Number(data.get('number')) || -1,
				action: 'correct' as const,
			});
		const { number, revision: seen, ...said } = form.value;
		const address = proposalAddress(params);
		const input = { number, revision: seen, ...opinionOf(said) };
		const result = await editOpinion(locals.ctx, address, input);
		if (result.ok) redirect(303, `${here(params)}#opinion-${number}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: echoForm(data),
			refusal,
			at: number,
			action: 'correct' as const,
		});
	},
	remove: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(removalSchema, data);
		if (!form.ok)
			return fail(400, {
				...form.error,
				refusal: '',
				at: Number(data.get('number')) || -1,
				action: 'remove' as const,
			});
		const address = proposalAddress(params);
		const result = await takeOpinionOut(locals.ctx, address, form.value);
		if (result.ok) redirect(303, `${here(params)}#opinion-${form.value.number}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: echoForm(data),
			refusal,
			at: form.value.number,
			action: 'remove' as const,
		});
	},
	answer: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(answerSchema, data);
		if (!form.ok)
			return fail(400, {
				...form.error,
				refusal: '',
				at: Number(data.get('number')) || -1,
				action: 'answer' as const,
			});
		const { number, revision: seen, answer: given, motive, point, amendment } = form.value;
		const address = proposalAddress(params);
		const result = await replyToOpinion(locals.ctx, address, {
			...{ number, revision: seen, answer: given, motive, amendmentNumber: amendment },
			operationId: point,
		});
		if (result.ok) redirect(303, `${here(params)}#opinion-${number}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: echoForm(data),
			refusal,
			at: number,
			action: 'answer' as const,
		});
	},
};

function opinionOf(value: z.infer<typeof opinionSchema>) {
	const { source, name, received, body, point } = value;
	return { source, name, receivedOn: received, body, operationId: point };
}

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}/opinions`;
}
