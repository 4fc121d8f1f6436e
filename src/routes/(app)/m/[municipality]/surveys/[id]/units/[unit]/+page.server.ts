import {
	answer,
	echoForm,
	id,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { readReview } from '#lib/server/services/survey-review.ts';
import {
	approveAnswers,
	approveClean,
	correctAnswers,
	reconsider,
	returnAnswers,
} from '#lib/server/services/survey-validate.ts';
import { readAmount, type AnswersIssue } from '#lib/domain/workload/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { done, doneOf } from '../../outcome.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url'> & {
	readonly params: { readonly municipality: string; readonly id: string; readonly unit: string };
};

const seatSchema = z.object({ respondent: id(), revision: revision() });
const returnSchema = seatSchema.extend({ comment: text(2000) });
const correctSchema = seatSchema.extend({ comment: optionalText(2000) });

export const load: PageServerLoad = async (event) => ({
	review: answer(await readReview(event.locals.ctx, addressOf(event), event.params.unit)),
	chosen: event.url.searchParams.get('person'),
	done: doneOf(event.url),
});

export const actions: Actions = {
	approve: async (event) => {
		const form = parseForm(seatSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, ...NOTHING });
		return done(
			pathOf(event),
			'approve',
			await approveAnswers(event.locals.ctx, addressOf(event), form.value),
		);
	},
	approveClean: async (event) =>
		done(pathOf(event), 'approve', await approveClean(event.locals.ctx, addressOf(event), event.params.unit)),
	reconsider: async (event) => {
		const form = parseForm(seatSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, ...NOTHING });
		return done(
			pathOf(event),
			'reconsider',
			await reconsider(event.locals.ctx, addressOf(event), form.value),
		);
	},
	return: async (event) => {
		const form = parseForm(returnSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, ...NOTHING });
		return done(pathOf(event), 'return', await returnAnswers(event.locals.ctx, addressOf(event), form.value));
	},
	correct: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(correctSchema, data);
		if (!form.ok) return fail(400, { ...form.error, ...NOTHING });
		const read = readShares(data);
		if (read.wrong.length > 0) {
			const issues = Object.fromEntries(read.wrong.map((name) => [name, { code: 'not-a-share' }]));
			return fail(400, { ...NO_PROBLEMS, ...NOTHING, issues, values: echoForm(data) });
		}
		const given = { ...form.value, shares: read.shares };
		const result = await correctAnswers(event.locals.ctx, addressOf(event), given);
		if (result.ok || result.error.code !== 'survey/answers') return done(pathOf(event), 'correct', result);
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, ...NOTHING, problems: result.error.issues, values: echoForm(data) });
	},
};

const NOTHING: { readonly refusal: null; readonly problems: readonly AnswersIssue[] } = {
	refusal: null,
	problems: [],
};

/** Fields `share-<item>` in per cent of the whole working time. */
function readShares(data: FormData) {
	const shares = new Map<string, number>();
	const wrong: string[] = [];
	for (const [name, value] of data) {
		if (!name.startsWith('share-') || typeof value !== 'string') continue;
		const read = readAmount(value, 'percent', { weeklyHours: 40, whole: share(1) });
		if (read.ok) shares.set(name.slice('share-'.length), read.value);
		else wrong.push(name);
	}
	return { shares, wrong };
}

function addressOf({ params }: Pick<Event, 'params'>) {
	return { slug: params.municipality, id: params.id };
}

function pathOf({ params }: Pick<Event, 'params'>): string {
	return `/m/${params.municipality}/surveys/${params.id}/units/${params.unit}`;
}
