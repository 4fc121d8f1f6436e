import { answer } from '#lib/forms/index.ts';
import { viewProposalChart } from '#lib/server/services/council-view.ts';
import { openReview } from '#lib/server/services/review.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const page = answer(await openReview(locals.ctx, proposalAddress(params)));
	const { open } = page;
	const { number, title } = open.proposal;
	const { effectiveOn } = open.frozen.snapshot.header;
	const { chart, adopted } = viewProposalChart(page);
	const { versionId } = open.frozen.snapshot.baseline;
	return { number, title, effectiveOn, versionId, chart, adopted };
};
