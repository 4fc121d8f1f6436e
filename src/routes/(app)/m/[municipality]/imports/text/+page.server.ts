import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess, text, typedText } from '#lib/forms/index.ts';
import {
	bringRegulation,
	listRegulationTexts,
	MOST_TEXT,
	type BringRefusal,
} from '#lib/server/services/regulation-bring.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	return { texts: answer(await listRegulationTexts(locals.ctx, params.municipality)) };
};

const bringForm = z.object({ title: text(300), text: typedText(MOST_TEXT) });

export const actions: Actions = {
	bring: async ({ request, locals, params }) => {
		const data = await request.formData();
		const given = data.get('file');
		data.delete('file');
		const pasted = data.get('text');
		// Page breaks come with text from some readers; the other control signs are no text.
		if (typeof pasted === 'string')
			data.set('text', pasted.replace(/[^\P{Cc}\t\n\r\f]/gu, ' ').replace(/\f/gu, '\n'));
		const form = parseForm(bringForm, data);
		const isFile = given instanceof File && given.name !== '' && given.size > 0;
		const isEmpty = !isFile && typeof pasted === 'string' && pasted.trim() === '';
		const nothing = isEmpty ? ({ code: 'regulations/empty' } as const) : null;
		if (!form.ok) return fail(400, { ...form.error, refusal: nothing });
		const file = isFile ? { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) } : null;
		const brought = await bringRegulation(locals.ctx, params.municipality, { ...form.value, file });
		if (brought.ok) redirect(303, `/m/${params.municipality}/imports/text/${brought.value}`);
		refuseAccess(brought.error);
		const refusal: BringRefusal = brought.error;
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
};
