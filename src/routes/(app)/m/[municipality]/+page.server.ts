import { answer } from '#lib/forms/index.ts';
import { showOverview } from '#lib/server/services/overview.ts';
import { takeApart, TAKEN_APART } from '#lib/server/services/overview-parts.ts';
import { whatWaits } from '#lib/server/services/waiting.ts';
import { waitingWords } from './waiting-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const asked = url.searchParams.get('of');
	const of = TAKEN_APART.find((code) => code === asked);
	const waiting = answer(await whatWaits(locals.ctx, params.municipality));
	return {
		waiting: waitingWords(waiting, `/m/${params.municipality}`),
		overview: answer(await showOverview(locals.ctx, address)),
		parts: of ? { of, composition: answer(await takeApart(locals.ctx, address, of)) } : null,
	};
};
