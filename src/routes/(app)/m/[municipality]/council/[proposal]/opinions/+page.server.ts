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
import type { Actions, PageServerLoad, RequestEvent } from './$types';

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
	...named,
	answer: choice(OPINION_ANSWERS),
	motive: typedText(4000),
	point: optionalPoint,
	amendment: z
		.union([z.literal('').transform(() => null), wholeNumber({ min: 1, max: 1_000_000 })])
		.default(null),
});

export const actions: Actions = {
	record: async (event) => {
		const form = await readForm(event, { action: 'record', schema: opinionSchema });
		if (!form.ok) return form.failure;
		const result = await recordOpinion(event.locals.ctx, form.address, opinionOf(form.value));
		return result.ok ? done(event, result.value) : form.refuse(result.error);
	},
	correct: async (event) => {
		const form = await readForm(event, { action: 'correct', schema: correctionSchema });
		if (!form.ok) return form.failure;
		const { number, revision: seen, ...said } = form.value;
		const input = { number, revision: seen, ...opinionOf(said) };
		const result = await editOpinion(event.locals.ctx, form.address, input);
		return result.ok ? done(event, number) : form.refuse(result.error);
	},
	remove: async (event) => {
		const form = await readForm(event, { action: 'remove', schema: removalSchema });
		if (!form.ok) return form.failure;
		const result = await takeOpinionOut(event.locals.ctx, form.address, form.value);
		return result.ok ? done(event, form.value.number) : form.refuse(result.error);
	},
	answer: async (event) => {
		const form = await readForm(event, { action: 'answer', schema: answerSchema });
		if (!form.ok) return form.failure;
		const { point, amendment, ...given } = form.value;
		const input = { ...given, operationId: point, amendmentNumber: amendment };
		const result = await replyToOpinion(event.locals.ctx, form.address, input);
		return result.ok ? done(event, given.number) : form.refuse(result.error);
	},
};

/** Which of the forms of the page was sent; all but the first are about one opinion. */
type Sent = 'record' | 'correct' | 'remove' | 'answer';

/** Reads one of the forms. Whatever is refused goes back with everything that was typed, to the opinion that it is about. */
async function readForm<T>(
	{ request, locals, params }: RequestEvent,
	{ action, schema }: { readonly action: Sent; readonly schema: z.ZodType<T> },
) {
	const data = await request.formData();
	const address = proposalAddress(params);
	const sent = {
		values: echoForm(data),
		at: action === 'record' ? 0 : Number(data.get('number')) || -1,
		action,
	};
	const form = parseForm(schema, data);
	if (!form.ok)
		return { ok: false, failure: fail(400, { ...sent, issues: form.error.issues, refusal: '' }) } as const;
	const refuse = async (problem: { readonly code: string }) => {
		refuseAccess(problem);
		const refusal = await problemOf(locals.ctx, address, problem);
		return fail(409, { ...sent, issues: NO_PROBLEMS.issues, refusal });
	};
	return { ok: true, value: form.value, address, refuse } as const;
}

function done({ params }: RequestEvent, number: number): never {
	redirect(303, `/m/${params.municipality}/council/${params.proposal}/opinions#opinion-${number}`);
}

function opinionOf(value: z.infer<typeof opinionSchema>) {
	const { source, name, received, body, point } = value;
	return { source, name, receivedOn: received, body, operationId: point };
}
