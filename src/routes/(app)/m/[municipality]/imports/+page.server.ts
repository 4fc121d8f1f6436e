import { fail, redirect } from '@sveltejs/kit';
import { answer, NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { forgetMap } from '#lib/server/services/import-maps.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { listImports } from '#lib/server/services/import-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	return answer(await listImports(locals.ctx, params.municipality));
};

export const actions: Actions = {
	bring: async ({ request, locals, params }) => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.name === '')
			return fail(400, { ...NO_PROBLEMS, issues: { file: { code: 'no-file' } }, isBusy: false });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const brought = await bringFile(locals.ctx, params.municipality, { name: file.name, bytes });
		if (brought.ok) redirect(303, `/m/${params.municipality}/imports/${brought.value}`);
		refuseAccess(brought.error);
		if (brought.error.code === 'imports/busy') return fail(409, { ...NO_PROBLEMS, isBusy: true });
		return fail(400, { ...NO_PROBLEMS, issues: { file: { code: brought.error.code } }, isBusy: false });
	},
	forget: async ({ request, locals, params }) => {
		const id = (await request.formData()).get('map');
		const result = await forgetMap(locals.ctx, params.municipality, typeof id === 'string' ? id : '');
		if (!result.ok) refuseAccess(result.error);
		redirect(303, `/m/${params.municipality}/imports#maps`);
	},
};
