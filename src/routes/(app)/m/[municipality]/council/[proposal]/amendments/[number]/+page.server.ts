import { error, fail, redirect } from '@sveltejs/kit';
import {
	answer,
	choice,
	echoForm,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	typedText,
} from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { giveOpinion, withdrawAmendment } from '#lib/server/services/council-amendment.ts';
import { amendmentDetail, amendmentLines, isUnsettled } from '#lib/server/services/council-amendment-view.ts';
import { councilTable, everyAmendment } from '#lib/server/services/council-ballots.ts';
import { everyBallotLine } from '#lib/server/services/council-vote-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { z } from 'zod';
import { problemOf, proposalAddress } from '../../council-answer.ts';
import { effectWords, lineWords } from '../amendment-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const { proposal, actor, sides } = open;
	const table = await councilTable(locals.ctx.db, open);
	const record = (await everyAmendment(locals.ctx.db, open)).find(
		({ number }) => number === numberOf(params.number),
	);
	const [line] = record ? amendmentLines(open, table, [record]).map(lineWords) : [];
	if (!record || !line) error(404, m.common_not_found());
	const isOpen = isUnsettled(line.state);
	const isBefore = proposal.state === 'submitted' || proposal.state === 'in-review';
	const { motive, authorName, createdAt, opinion, opinionText, revision: seen } = record;
	return {
		proposal: { number: proposal.number },
		...{ line, motive, authorName, createdAt, opinion, opinionText, revision: seen },
		effect: effectWords(open, line, amendmentDetail(open, table, record)),
		ballots: everyBallotLine(open, table).filter(
			({ subject, numbers }) => subject === 'amendments' && numbers.includes(record.number),
		),
		mayWithdraw: isOpen && isBefore && record.authorId === actor.userId,
		mayGiveOpinion: isOpen && isBefore && sides.includes('council'),
	};
};

const withdrawSchema = z.object({ revision: revision() });
const opinionSchema = z.object({
	revision: revision(),
	opinion: choice(['accepts', 'rejects', 'conscience']),
	text: typedText(2000),
});

export const actions: Actions = {
	withdraw: async ({ request, locals, params }) => {
		const form = parseForm(withdrawSchema, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: m.common_issue_invalid() });
		const address = proposalAddress(params);
		const input = { number: numberOf(params.number), revision: form.value.revision };
		const result = await withdrawAmendment(locals.ctx, address, input);
		if (result.ok) redirect(303, here(params));
		refuseAccess(result.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: {},
			refusal: await problemOf(locals.ctx, address, result.error),
		});
	},
	opinion: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(opinionSchema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const address = proposalAddress(params);
		const input = { ...form.value, number: numberOf(params.number) };
		const result = await giveOpinion(locals.ctx, address, input);
		if (result.ok) redirect(303, here(params));
		refuseAccess(result.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: echoForm(data),
			refusal: await problemOf(locals.ctx, address, result.error),
		});
	},
};

function here(params: { municipality: string; proposal: string; number: string }): string {
	return `/m/${params.municipality}/council/${params.proposal}/amendments/${params.number}`;
}

function numberOf(text: string): number {
	return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
}
