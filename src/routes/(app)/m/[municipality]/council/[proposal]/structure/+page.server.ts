import { answer } from '#lib/forms/index.ts';
import { dayChoices } from '#lib/i18n/chart-days.ts';
import { viewProposalChart } from '#lib/server/services/council-view.ts';
import { openReview } from '#lib/server/services/review.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await openReview(locals.ctx, proposalAddress(params)));
	const { open } = page;
	const { number, title } = open.proposal;
	const { days, ...picture } = viewProposalChart(page, url.searchParams.get('on'));
	const { versionId } = open.frozen.snapshot.baseline;
	return { number, title, versionId, ...picture, ...dayChoices(days) };
};
