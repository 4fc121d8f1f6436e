import { scenarioStaffing } from '#lib/server/services/scenario-view.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	return { summary, scenarioFrame, ...scenarioStaffing(open) };
};
