import { error, fail, redirect } from '@sveltejs/kit';
import { VOTE_CHOICES, type VoteChoice } from '#lib/domain/review/index.ts';
import { parseIsoDate, type OperationId } from '#lib/domain/shared/index.ts';
import {
	answer,
	day,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { decisionText, nameOfDecision } from '#lib/i18n/decision-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { recordDecision, recordVotes, voteSheet } from '#lib/server/services/council.ts';
import { openReview } from '#lib/server/services/review.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from '../council-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const view = viewProposal(answer(await openReview(locals.ctx, address)));
	if (view.proposal.state !== 'in-review')
		redirect(303, `/m/${params.municipality}/council/${params.proposal}`);
	if (!view.mayVote) error(403, m.common_forbidden());
	const asked = parseIsoDate(url.searchParams.get('session') ?? '');
	const session = asked ?? view.proposal.sessionOn ?? locals.ctx.clock.today();
	const { proposal, points, tally, rule, header } = view;
	return {
		...{ proposal, session, tally, rule, effectiveOn: header.effectiveOn },
		points: points.map(({ pictures: _, ...point }) => point),
		sheet: answer(await voteSheet(locals.ctx, address, session)),
	};
};

const voteSchema = z.object({ session: day(), revision: revision() });
const decisionSchema = z.object({
	number: text(40),
	effective: day(),
	left_out: z.array(id()).max(500).default([]),
	revision: revision(),
});

export const actions: Actions = {
	vote: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(voteSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '', lists: {} });
		const address = proposalAddress(params);
		const { session, revision: seen } = form.value;
		const input = { sessionOn: session, choices: choicesOf(data), revision: seen };
		const result = await recordVotes(locals.ctx, address, input);
		if (result.ok) redirect(303, `/m/${params.municipality}/council/${params.proposal}/vote`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, lists: {} });
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
		if (result.ok) redirect(303, `/m/${params.municipality}/council/${params.proposal}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, lists });
	},
};

/** „vote-<id>“ fields of the sheet; whoever is not marked is absent. */
function choicesOf(data: FormData): ReadonlyMap<string, VoteChoice> {
	const entries = [...data.entries()].flatMap(([name, value]): readonly (readonly [string, VoteChoice])[] => {
		const choice = VOTE_CHOICES.find((candidate) => candidate === value);
		return name.startsWith('vote-') && choice ? [[name.slice('vote-'.length), choice]] : [];
	});
	return new Map(entries);
}

/** What the text of the decision needs besides the counted facts. */
async function paperOf(ctx: App.Locals['ctx'], address: ReturnType<typeof proposalAddress>) {
	const page = answer(await openReview(ctx, address));
	return {
		title: page.report.header.title,
		rule: { councilSize: page.rule?.councilSize ?? page.votes.length },
	};
}
