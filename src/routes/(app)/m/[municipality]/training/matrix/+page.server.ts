import { COMPETENCY_GROUPS, NEED_CAUSES } from '#lib/domain/training/index.ts';
import { answer } from '#lib/forms/index.ts';
import { readCompetencyMap } from '#lib/server/services/training-map.ts';
import { MATRIX_ROWS } from '#lib/server/services/training-matrix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = url.searchParams;
	const filter = {
		rows: MATRIX_ROWS.find((rows) => rows === query.get('rows')) ?? null,
		group: COMPETENCY_GROUPS.find((group) => group === query.get('group')) ?? null,
		unit: query.get('unit'),
		cause: NEED_CAUSES.find((cause) => cause === query.get('cause')) ?? null,
		isOpenOnly: query.get('open') === 'on',
	};
	const address = { slug: params.municipality, versionId: query.get('version') };
	return {
		filter,
		query: query.toString(),
		map: answer(await readCompetencyMap(locals.ctx, address, filter)),
	};
};
