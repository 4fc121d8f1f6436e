import { fail, redirect } from '@sveltejs/kit';
import { BALLOT_METHODS, BALLOT_SUBJECTS } from '#lib/domain/review/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import {
	answer,
	choice,
	day,
	dayIn,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { amendmentText } from '#lib/i18n/amendment-text.ts';
import { decisionText, nameOfDecision } from '#lib/i18n/decision-text.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { blockText } from '#lib/i18n/scenario-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { viewVoting } from '#lib/server/services/council-vote-view.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openReview } from '#lib/server/services/review.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from '../council-answer.ts';
import { outcomeOf } from './vote-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const found = await viewVoting(locals.ctx, address);
	if (!found.ok && found.error.code === 'review/not-permitted') redirect(303, here(params));
	if (!found.ok) refuseAccess(found.error);
	if (!found.ok) redirect(303, here(params));
	const { openPoints, openAmendments, composed, standing, names, ...view } = found.value;
	const asked = dayIn(url.searchParams, 'session');
	const session = asked ?? view.session;
	const one = <Code extends string>(name: string, codes: readonly Code[], first: Code) =>
		codes.find((code) => code === url.searchParams.get(name)) ?? first;
	const subject = one('subject', BALLOT_SUBJECTS, openAmendments.length > 0 ? 'amendments' : 'whole');
	const saved = Number(url.searchParams.get('saved') ?? '');
	const points = openPoints.map((point) => ({
		value: point.operation.id,
		label: `${m.review_point({ number: point.number })}: ${operationTitle(point)}`,
	}));
	const amendments = openAmendments.map((line) => ({
		value: String(line.record.number),
		label: `№ ${line.record.number}. ${amendmentText({ ...line, body: line.record.body })}`,
	}));
	const options = subject === 'points' ? points : subject === 'amendments' ? amendments : [];
	return {
		...view,
		...{ session, subject, points, options },
		isAhead: session > view.today,
		method: one('method', BALLOT_METHODS, 'roll-call'),
		/** After a vote the next open one of its kind is ticked. */
		saved: saved || null,
		next: saved ? options.slice(0, 1).map(({ value }) => value) : [],
		standing: standing.map((block) => blockText(block, { names, places: {} })),
		composed: composed && (await problemOf(locals.ctx, address, composed)),
		sheet: answer(await voteSheet(locals.ctx, address, { day: session })),
	};
};

const voteSchema = z.object({
	session: day(),
	revision: revision(),
	subject: choice(BALLOT_SUBJECTS).default('whole'),
	items: z.array(id()).max(500).default([]),
});
const decisionSchema = z.object({
	number: text(40),
	effective: day(),
	left_out: z.array(id()).max(500).default([]),
	revision: revision(),
});

export const actions: Actions = {
	vote: async ({ request, locals, params }) => {
		const data = await request.formData();
		const lists = { items: data.getAll('items[]').map(String) };
		const form = parseForm(voteSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', lists });
		const outcome = outcomeOf(data);
		if (!outcome.ok) return fail(400, { issues: outcome.issues, values: echoForm(data), refusal: '', lists });
		const address = proposalAddress(params);
		const { session, revision: seen, subject, items } = form.value;
		const input = { ...outcome.value, subject, items, sessionOn: session, revision: seen };
		const result = await recordBallot(locals.ctx, address, {
			...input,
			items: subject === 'whole' ? [] : items,
		});
		if (result.ok) {
			const { method } = outcome.value;
			const same = new URLSearchParams({ subject, method, session, saved: String(result.value.number) });
			redirect(303, `${here(params)}/vote?${same.toString()}`);
		}
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, lists });
	},
	decide: async ({ request, locals, params }) => {
		const data = await request.formData();
		const lists = { left_out: data.getAll('left_out[]').map(String) };
		const form = parseForm(decisionSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', lists });
		const address = proposalAddress(params);
		const { number, effective, left_out, revision: seen } = form.value;
		const { title, rule } = await paperOf(locals.ctx, address);
		const result = await recordDecision(
			locals.ctx,
			address,
			{
				...{ number, effectiveOn: effective, revision: seen },
				leftOut: new Set(left_out as OperationId[]),
			},
			{
				body: (facts) =>
					decisionText({ facts, title, rule, isAdopted: facts.tally.hasMajority }, { locale: 'bg' }),
				name: nameOfDecision,
			},
		);
		if (result.ok) redirect(303, here(params));
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, lists });
	},
};

function here(params: { municipality: string; proposal: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}`;
}

/** What the text of the decision needs besides the counted facts. */
async function paperOf(ctx: App.Locals['ctx'], address: ReturnType<typeof proposalAddress>) {
	const page = answer(await openReview(ctx, address));
	return {
		title: page.report.header.title,
		rule: { councilSize: page.rule?.councilSize ?? page.votes.length },
	};
}
