import { answer } from '#lib/forms/index.ts';
import { dayChoices } from '#lib/i18n/chart-days.ts';
import { passingLines } from '#lib/i18n/passing-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { viewProposalRules } from '#lib/server/services/council-view.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const { days, passing, ...rules } = viewProposalRules(open, url.searchParams.get('on'));
	return {
		...{ number: open.proposal.number, ...rules },
		...dayChoices(days, m.scenario_rules_days()),
		passing: passingLines(passing, url.pathname),
	};
};
