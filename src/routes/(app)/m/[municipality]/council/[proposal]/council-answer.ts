import { namesIn, type OperationSummary } from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { id } from '#lib/forms/index.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { councilProblemText, type CouncilProblem } from '#lib/i18n/review-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { proposalFrame } from '#lib/server/services/council-view.ts';
import { openProposal, type ProposalAddress } from '#lib/server/services/proposal.ts';
import { z } from 'zod';

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

/** The points of a proposal to choose one from. */
export function pointOptions(points: readonly (OperationSummary & { readonly number: number })[]) {
	return points.map((point) => ({
		value: point.operation.id,
		label: `${m.review_point({ number: point.number })}: ${operationTitle(point)}`,
	}));
}

/** The point that something is about; null where it is about the whole proposal. */
export const optionalPoint = z
	.union([z.literal('').transform(() => null), id().transform((point) => point as OperationId)])
	.default(null);
