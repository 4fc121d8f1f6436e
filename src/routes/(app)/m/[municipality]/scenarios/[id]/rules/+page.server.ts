import { dayChoices } from '#lib/i18n/chart-days.ts';
import { passingLines } from '#lib/i18n/passing-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { ruleData } from '#lib/server/services/scenario-view.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { days, passing, ...rules } = ruleData(open.run, open, url.searchParams.get('on'));
	return {
		...{ summary, scenarioFrame, ...rules },
		...dayChoices(days, m.scenario_rules_days()),
		passing: passingLines(passing, url.pathname),
	};
};
