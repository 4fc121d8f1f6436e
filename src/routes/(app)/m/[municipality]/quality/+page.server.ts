import { QUALITY_CODES } from '#lib/domain/org/index.ts';
import { answer } from '#lib/forms/index.ts';
import { showQuality } from '#lib/server/services/quality.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const code = QUALITY_CODES.find((one) => one === url.searchParams.get('code')) ?? null;
	const page = Number(url.searchParams.get('page') ?? '1');
	const asked = { code, page: Number.isInteger(page) && page > 0 ? page : 1 };
	return { quality: answer(await showQuality(locals.ctx, address, asked)) };
};
