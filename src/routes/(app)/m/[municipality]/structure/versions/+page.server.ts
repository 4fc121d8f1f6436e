import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answer, dayIn, id, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { copyAsWorking, viewVersions } from '#lib/server/services/history-versions.ts';
import { compareVersions } from '#lib/server/services/versions-compare.ts';
import type { Actions, PageServerLoad } from './$types';

const copyForm = z.object({
	version: id(),
	/** Where to go on; only a path of this municipality is followed. */
	path: z
		.string()
		.regex(/^\/(structure|functions|quality)(\/[a-z0-9._-]+)*$/)
		.catch('/structure'),
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const given = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100);
	const choice = (name: string) => ({
		versionId: given(name) || null,
		day: dayIn(url.searchParams, `${name}Day`),
	});
	const asked = { from: choice('from'), to: choice('to') };
	const comparison = answer(await compareVersions(locals.ctx, params.municipality, asked));
	return {
		lines: answer(await viewVersions(locals.ctx, params.municipality)),
		comparison,
		isAsked: url.searchParams.has('from'),
		asked: {
			from: comparison?.from.id ?? given('from'),
			to: comparison?.to.id ?? given('to'),
			fromDay: given('fromDay'),
			toDay: given('toDay'),
		},
	};
};

export const actions: Actions = {
	copy: async ({ request, locals, params }) => {
		const form = parseForm(copyForm, await request.formData());
		if (!form.ok) return fail(400, form.error);
		const address = { slug: params.municipality, versionId: form.value.version };
		const date = locals.ctx.clock.today();
		const label = {
			bg: m.structure_working_label({ date: formatDate(date, { locale: 'bg' }) }, { locale: 'bg' }),
			en: m.structure_working_label({ date: formatDate(date, { locale: 'en' }) }, { locale: 'en' }),
		};
		const result = await copyAsWorking(locals.ctx, address, label);
		if (!result.ok) refuseAccess(result.error);
		const versionId = result.ok
			? result.value
			: result.error.code === 'version/already-working'
				? result.error.versionId
				: '';
		redirect(303, `/m/${params.municipality}${form.value.path}?version=${versionId}`);
	},
};
