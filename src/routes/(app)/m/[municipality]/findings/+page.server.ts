import { FINDING_KINDS, FINDING_STATUSES } from '#lib/domain/overlap/index.ts';
import { answer } from '#lib/forms/index.ts';
import { listMunicipalFindings } from '#lib/server/services/finding.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const get = (name: string) => url.searchParams.get(name);
	const severity = Number(get('severity'));
	const filter = {
		kind: FINDING_KINDS.find((kind) => kind === get('kind')),
		status: FINDING_STATUSES.find((status) => status === get('status')),
		severity: severity >= 1 && severity <= 5 ? Math.trunc(severity) : undefined,
	};
	return { filter, list: answer(await listMunicipalFindings(locals.ctx, params.municipality, filter)) };
};
