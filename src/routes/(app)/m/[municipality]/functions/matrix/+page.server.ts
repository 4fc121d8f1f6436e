import { isId } from '#lib/domain/shared/index.ts';
import { answer } from '#lib/forms/index.ts';
import { viewMatrix } from '#lib/server/services/function-matrix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const asked = url.searchParams.get('area') ?? '';
	const area = isId(asked) ? asked : null;
	const matrix = answer(await viewMatrix(locals.ctx, address, area));
	return { matrix, area, hideEmpty: url.searchParams.get('empty') !== 'show' };
};
