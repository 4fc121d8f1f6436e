import { error, fail, redirect } from '@sveltejs/kit';
import {
	answer,
	echoForm,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
	typedText,
} from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { BALLOT_METHODS } from '#lib/domain/review/index.ts';
import { correctBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { withdrawVote } from '#lib/server/services/council-ballot-withdraw.ts';
import { viewBallot } from '#lib/server/services/council-vote-view.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from '../../council-answer.ts';
import { outcomeOf } from '../vote-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const found = await viewBallot(locals.ctx, address, numberOf(params.ballot));
	if (!found.ok) refuseAccess(found.error);
	if (!found.ok) error(404, m.common_not_found());
	const { ballotId, ...view } = found.value;
	const method = BALLOT_METHODS.find((code) => code === url.searchParams.get('method')) ?? view.ballot.method;
	const asked = { day: view.ballot.sessionOn, ballotId };
	return {
		...view,
		method,
		sheet: view.mayCorrect ? answer(await voteSheet(locals.ctx, address, asked)) : [],
	};
};

const correctionSchema = z.object({ reason: typedText(1000), revision: revision() });
const withdrawalSchema = z.object({ withdraw_reason: text(1000), revision: revision() });

export const actions: Actions = {
	correct: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(correctionSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 'correct' });
		const outcome = outcomeOf(data);
		if (!outcome.ok)
			return fail(400, { issues: outcome.issues, values: echoForm(data), refusal: '', at: 'correct' });
		const address = proposalAddress(params);
		const ballot = numberOf(params.ballot);
		const result = await correctBallot(locals.ctx, address, { ...outcome.value, ...form.value, ballot });
		if (result.ok)
			redirect(303, `/m/${params.municipality}/council/${params.proposal}/vote/${params.ballot}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 'correct' });
	},
	withdraw: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(withdrawalSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', at: 'withdraw' });
		const address = proposalAddress(params);
		const { withdraw_reason: reason, revision: seen } = form.value;
		const input = { ballot: numberOf(params.ballot), reason, revision: seen };
		const result = await withdrawVote(locals.ctx, address, input);
		if (result.ok) redirect(303, `/m/${params.municipality}/council/${params.proposal}/vote`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, at: 'withdraw' });
	},
};

function numberOf(text: string): number {
	return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
}
