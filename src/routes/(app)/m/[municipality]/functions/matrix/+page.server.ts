import { answer } from '#lib/forms/index.ts';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { choiceOf } from './ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const matrix = answer(await readMatrix(locals.ctx, address));
	return { matrix, asked: choiceOf(url.searchParams) };
};
