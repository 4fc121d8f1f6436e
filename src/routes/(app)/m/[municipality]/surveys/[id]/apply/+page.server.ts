import { answer } from '#lib/forms/index.ts';
import { applyAgain } from '#lib/server/services/survey-apply-again.ts';
import { applyCampaign, previewApply, takeBackCampaign } from '#lib/server/services/survey-apply.ts';
import { done, doneOf } from '../outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	preview: answer(await previewApply(locals.ctx, { slug: params.municipality, id: params.id })),
	done: doneOf(url),
});

export const actions: Actions = {
	apply: async ({ locals, params }) =>
		done(
			pathOf(params),
			'apply',
			await applyCampaign(locals.ctx, { slug: params.municipality, id: params.id }),
		),
	again: async ({ locals, params }) =>
		done(
			pathOf(params),
			'apply-again',
			await applyAgain(locals.ctx, { slug: params.municipality, id: params.id }),
		),
	takeBack: async ({ locals, params }) =>
		done(
			pathOf(params),
			'take-back',
			await takeBackCampaign(locals.ctx, { slug: params.municipality, id: params.id }),
		),
};

function pathOf(params: { readonly municipality: string; readonly id: string }): string {
	return `/m/${params.municipality}/surveys/${params.id}/apply`;
}
