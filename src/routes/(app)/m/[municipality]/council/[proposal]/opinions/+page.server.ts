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
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 0 });
		const { source, name, received, body, point } = form.value;
		const address = proposalAddress(params);
		const input = { source, name, receivedOn: received, body, operationId: point };
		const result = await recordOpinion(locals.ctx, address, input);
		if (result.ok) redirect(303, `${here(params)}#opinion-${result.value}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 0 });
	},
	answer: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(answerSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: Number(data.get('number')) || -1 });
		const { number, revision: seen, answer: given, motive, point, amendment } = form.value;
		const address = proposalAddress(params);
		const result = await replyToOpinion(locals.ctx, address, {
			...{ number, revision: seen, answer: given, motive, amendmentNumber: amendment },
			operationId: point,
		});
		if (result.ok) redirect(303, `${here(params)}#opinion-${number}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: number });
	},
};

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}/opinions`;
}
