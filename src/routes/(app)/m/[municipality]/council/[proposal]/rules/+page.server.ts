import { answer } from '#lib/forms/index.ts';
import { viewProposalRules } from '#lib/server/services/council-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const { effectiveOn } = open.frozen.snapshot.header;
	return { number: open.proposal.number, effectiveOn, ...viewProposalRules(open) };
};
