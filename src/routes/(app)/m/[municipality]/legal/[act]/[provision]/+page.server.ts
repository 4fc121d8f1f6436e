import { fail, redirect } from '@sveltejs/kit';
import {
	answer,
	checkbox,
	day,
	echoForm,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
} from '#lib/forms/index.ts';
import { changeProvision } from '#lib/server/services/legal-provisions.ts';
import { viewProvision } from '#lib/server/services/legal-register.ts';
import { z } from 'zod';
import { LONGEST_WORDING } from '../../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const at = { act: params.act, id: params.provision };
	const marked = Number(url.searchParams.get('marked') ?? Number.NaN);
	return {
		page: answer(await viewProvision(locals.ctx, address, at)),
		marked: Number.isInteger(marked) ? marked : null,
	};
};

const changeForm = z.object({
	revision: revision(),
	from: day(),
	wording: optionalText(LONGEST_WORDING),
	end: checkbox(),
});

export const actions: Actions = {
	change: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(changeForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: 'form' });
		const { end: isEnd, ...rest } = form.value;
		const at = { slug: params.municipality, act: params.act, id: params.provision };
		const changed = await changeProvision(locals.ctx, { ...at, ...rest, isEnd });
		if (changed.ok) redirect(303, addressAfter(url, changed.value));
		refuseAccess(changed.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: changed.error.code });
	},
};

/** The same page in the same version, with how many functions were marked. */
function addressAfter(url: URL, marked: number): string {
	const version = url.searchParams.get('version');
	const search = new URLSearchParams({ marked: String(marked), ...(version === null ? {} : { version }) });
	return `${url.pathname}?${search}`;
}
