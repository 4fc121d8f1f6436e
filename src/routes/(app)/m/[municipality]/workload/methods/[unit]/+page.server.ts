import { isWhatIf } from '#lib/domain/workload/index.ts';
import { answer } from '#lib/forms/index.ts';
import { showUnitMethods } from '#lib/server/services/workload-methods-unit.ts';
import { readMethodsRequest, withSources } from '../request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = {
		slug: params.municipality,
		versionId: url.searchParams.get('version'),
		unitKey: params.unit,
	};
	const { request, wrong } = readMethodsRequest(url);
	const methods = answer(await showUnitMethods(locals.ctx, address, request));
	return { methods: withSources(methods), wrong, isChanged: isWhatIf(request.whatIf) };
};
