import { CERTIFICATE_STATES } from '#lib/domain/training/index.ts';
import { answer } from '#lib/forms/index.ts';
import { readCertificates } from '#lib/server/services/training-certificates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const state = CERTIFICATE_STATES.find((one) => one === url.searchParams.get('state')) ?? null;
	return { state, register: answer(await readCertificates(locals.ctx, params.municipality, state)) };
};
