import { answer } from '#lib/forms/index.ts';
import { viewProposalChart } from '#lib/server/services/council-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const { number, title } = open.proposal;
	const { effectiveOn } = open.frozen.snapshot.header;
	const { versionId } = open.frozen.snapshot.baseline;
	return { number, title, effectiveOn, versionId, chart: viewProposalChart(open) };
};
