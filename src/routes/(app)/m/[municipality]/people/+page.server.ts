import { answer } from '#lib/forms/index.ts';
import { listPeople } from '#lib/server/services/employee.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { people, mayEdit } = answer(await listPeople(locals.ctx, params.municipality));
	return {
		people,
		mayEdit,
		query: url.searchParams.get('q') ?? '',
		unit: url.searchParams.get('unit') ?? '',
	};
};
