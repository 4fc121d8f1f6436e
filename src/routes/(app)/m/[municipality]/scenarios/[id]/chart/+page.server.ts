import { structurePicture } from '#lib/domain/scenario/index.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	return { summary, scenarioFrame, chart: structurePicture(open.run) };
};
