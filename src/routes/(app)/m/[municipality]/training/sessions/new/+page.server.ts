import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf, type IsoDate } from '#lib/domain/shared/index.ts';
import { echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import { readNewSession } from '#lib/server/services/training-session-page.ts';
import { addSession } from '#lib/server/services/training-session.ts';
import { planYearIn } from '../../plan-year.ts';
import type { Actions, PageServerLoad } from './$types';
import { issuesOf, sessionForm, valuesOf } from '../session-form.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const of = { slug: params.municipality, ...addressOf(url) };
	const result = await readNewSession(locals.ctx, of);
	if (!result.ok) {
		refuseAccess(result.error);
		if (of.itemId === '') redirect(303, `/m/${params.municipality}/training/sessions?year=${of.year}`);
		error(404, textOfSessionRefusal(result.error.code));
	}
	const { item, year, places } = result.value;
	const first = firstDay(year, item.quarter);
	return {
		year,
		title: localText(item.title),
		group: nameOfGroup(item),
		values: valuesOf({
			startsOn: first,
			endsOn: first,
			startsAt: 540,
			endsAt: 1020,
			isOnline: item.form === 'distance',
			place: item.place,
			trainer: item.provider,
			places,
			groupName: '',
			state: 'planned',
		}),
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(sessionForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const of = { slug: params.municipality, ...addressOf(url) };
		const result = await addSession(locals.ctx, of, form.value);
		if (result.ok) redirect(303, `/m/${params.municipality}/training/sessions/${result.value}?done=saved`);
		refuseAccess(result.error);
		const values = echoForm(data);
		if (result.error.code === 'session/problems')
			return fail(409, { issues: issuesOf(result.error.problems), values, refusal: null });
		return fail(409, { ...NO_PROBLEMS, values, refusal: textOfSessionRefusal(result.error.code) });
	},
};

function addressOf(url: URL): { readonly year: number; readonly itemId: string } {
	const year = planYearIn(url);
	if (year === null) error(404, textOfSessionRefusal('training/no-plan'));
	return { year, itemId: url.searchParams.get('item') ?? '' };
}

/** The first day of a quarter, from which the person goes on. */
function firstDay(year: number, quarter: number): IsoDate {
	return dateOf(year, quarter * 3 - 2, 15);
}
