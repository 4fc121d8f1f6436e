import { answer } from '#lib/forms/index.ts';
import { listMunicipalityProposals } from '#lib/server/services/proposal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	proposals: answer(await listMunicipalityProposals(locals.ctx, params.municipality)),
});
