import { redirect } from '@sveltejs/kit';
import { answer, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { showYear, startNextYear } from '#lib/server/services/workload-year.ts';
import { readAssumptions } from '../assumptions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { year: answer(await showYear(locals.ctx, address, readAssumptions(url))) };
};

export const actions: Actions = {
	start: async ({ locals, params, url }) => {
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const label = (year: number) => ({
			bg: m.workload_year_label({ year }, { locale: 'bg' }),
			en: m.workload_year_label({ year }, { locale: 'en' }),
		});
		const made = await startNextYear(locals.ctx, address, label);
		if (made.ok) redirect(303, `${url.pathname}?version=${made.value}`);
		refuseAccess(made.error);
		if (made.error.code !== 'version/already-working') throw new Error(made.error.code);
		/** The copy that is there already is opened, and the page says so. */
		redirect(303, `${url.pathname}?version=${made.error.versionId}&existing=1`);
	},
};
