import { echoForm, parseForm, refuseAccess, answer, NO_PROBLEMS } from '#lib/forms/index.ts';
import { addDays, dateOf, yearOf } from '#lib/domain/shared/index.ts';
import { createCampaign, listAskableUnits } from '#lib/server/services/survey-campaign.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { planOf, planSchema } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** A fortnight is long enough for a leave in between and short enough to be remembered. */
const USUAL_DAYS = 14;

export const load: PageServerLoad = async (event) => {
	const units = answer(await listAskableUnits(event.locals.ctx, addressOf(event)));
	const today = event.locals.ctx.clock.today();
	const year = yearOf(today);
	return {
		units,
		values: {
			periodFrom: dateOf(year, 1, 1),
			periodTo: dateOf(year, 12, 31),
			closesOn: addDays(today, USUAL_DAYS),
		},
	};
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const chosen = data.getAll('units[]').map(String);
		const form = parseForm(planSchema, data);
		if (!form.ok) return fail(400, { ...form.error, chosen });
		const result = await createCampaign(
			event.locals.ctx,
			addressOf(event),
			planOf(form.value),
			form.value.units,
		);
		if (result.ok) redirect(303, `/m/${event.params.municipality}/surveys/${result.value}`);
		refuseAccess(result.error);
		const issues =
			result.error.code === 'survey/plan'
				? Object.fromEntries(
						result.error.issues.map(({ field, code }) => [field, { code: code.replace('survey/', '') }]),
					)
				: { units: { code: 'nobody' } };
		return fail(409, { ...NO_PROBLEMS, issues, values: echoForm(data), chosen });
	},
};

function addressOf({
	params,
	url,
}: Pick<RequestEvent, 'url'> & { readonly params: { readonly municipality: string } }) {
	return { slug: params.municipality, versionId: url.searchParams.get('version') };
}
