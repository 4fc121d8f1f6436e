import { namesIn } from '#lib/domain/scenario/index.ts';
import { councilProblemText, type CouncilProblem } from '#lib/i18n/review-refusal.ts';
import type { Ctx } from '#lib/server/context.ts';
import { proposalFrame } from '#lib/server/services/council-view.ts';
import { openProposal, type ProposalAddress } from '#lib/server/services/proposal.ts';

/** Which proposal the address is about; a number that is none finds nothing. */
export function proposalAddress(params: { municipality: string; proposal: string }): ProposalAddress {
	const isNumber = /^[1-9]\d{0,8}$/.test(params.proposal);
	return { slug: params.municipality, number: isNumber ? Number(params.proposal) : 0 };
}

/** Why the service refused, in a sentence with the names of the frozen structure. */
export async function problemOf(
	ctx: Ctx,
	address: ProposalAddress,
	problem: { readonly code: string },
): Promise<string> {
	const open = await openProposal(ctx, address);
	const frame = open.ok ? proposalFrame(open.value, problem) : { names: namesIn([], null), places: {} };
	return councilProblemText(problem as CouncilProblem, frame);
}
