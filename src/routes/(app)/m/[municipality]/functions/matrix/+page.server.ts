import { fail } from '@sveltejs/kit';
import { answer, refuseAccess } from '#lib/forms/index.ts';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { previewBlock, saveBlock } from '#lib/server/services/matrix-edit.ts';
import { choiceOf } from './ask.ts';
import { blockOf } from './block-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const matrix = answer(await readMatrix(locals.ctx, address));
	return { matrix, asked: choiceOf(url.searchParams) };
};

export const actions: Actions = {
	preview: async ({ request, locals, params, url }) => {
		const block = blockOf(await request.formData());
		if (!block) return fail(400, { code: 'bad-block' } as const);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await previewBlock(locals.ctx, address, block.cells);
		if (result.ok) return { preview: result.value };
		refuseAccess(result.error);
		return fail(409, { code: result.error.code });
	},
	set: async ({ request, locals, params, url }) => {
		const block = blockOf(await request.formData());
		if (!block) return fail(400, { code: 'bad-block' } as const);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await saveBlock(locals.ctx, address, block.cells, block.revisions);
		if (result.ok) return { saved: result.value };
		refuseAccess(result.error);
		return fail(409, { code: result.error.code });
	},
};
