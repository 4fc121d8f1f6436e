import { answer } from '#lib/forms/index.ts';
import { listCampaigns } from '#lib/server/services/survey-campaign.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	answer(await listCampaigns(locals.ctx, params.municipality));
