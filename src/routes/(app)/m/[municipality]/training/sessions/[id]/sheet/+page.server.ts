import { error } from '@sveltejs/kit';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';
import { openPage } from '../open-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { page, words } = await openPage(locals.ctx, params);
	if (!words.people) error(403, m.common_forbidden());
	return {
		...words,
		people: words.people.filter((person) => !person.isWaiting),
		municipality: localText(page.municipality),
		days: page.days.map((day) => formatDate(day)),
		today: formatDate(page.today),
	};
};
