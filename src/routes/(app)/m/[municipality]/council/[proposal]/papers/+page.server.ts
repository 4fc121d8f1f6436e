import { answer } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { viewPapers } from '#lib/server/services/paper-view.ts';
import { proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	papers: answer(await viewPapers(locals.ctx, proposalAddress(params), getLocale())),
});
