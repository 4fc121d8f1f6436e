import { answer } from '#lib/forms/index.ts';
import { dayChoices } from '#lib/i18n/chart-days.ts';
import { passingLines } from '#lib/i18n/passing-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { viewProposalRules } from '#lib/server/services/council-view.ts';
import { openReview } from '#lib/server/services/review.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await openReview(locals.ctx, proposalAddress(params)));
	const { days, passing, ...rules } = viewProposalRules(page, url.searchParams.get('on'));
	return {
		...{ number: page.open.proposal.number, ...rules },
		...dayChoices(days, m.scenario_rules_days()),
		passing: passingLines(passing, url.pathname),
	};
};
