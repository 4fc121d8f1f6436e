import { can } from '#lib/domain/access/index.ts';
import {
	amendingClosed,
	amendmentNeed,
	checkFilingTerm,
	collisionOf,
	runAmended,
	type AmendedRefusal,
	type Amendment,
	type AmendmentBody,
	type FilingProblem,
	type RestingVote,
} from '#lib/domain/review/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import {
	insertAmendment,
	nextAmendmentNumber,
	updateAmendment,
	type AmendmentOpinion,
} from '../queries/amendment.ts';
import { councilTable, type CouncilTable } from './council-ballots.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, type ReviewRefusal } from './review.ts';

export type AmendmentRefused =
	| ReviewRefusal
	| FilingProblem
	| AmendedRefusal
	| { readonly code: 'review/amendment-unknown' }
	| { readonly code: 'review/amendment-voted'; readonly number: number }
	| RestingVote;

export interface AmendmentInput {
	readonly body: AmendmentBody;
	readonly motive: string;
}

/** Whether the actor may file an amendment of this proposal now, apart from what it says. */
export function mayFile({ actor, municipality, proposal }: OpenProposal): boolean {
	const isOpen = proposal.state === 'submitted' || proposal.state === 'in-review';
	return isOpen && can(actor, 'amendment.file', { municipalityId: municipality.id });
}

/**
 * Files an amendment that applies to the submitted points, alone or together with one that is on the table.
 * Errors: `review/out-of-term`, `review/not-permitted`, `review/whole-voted`, `review/point-voted` when the council voted
 * on the point already, those of applying it.
 */
export function fileAmendment(
	ctx: Ctx,
	address: ProposalAddress,
	input: AmendmentInput,
): Promise<Result<number, Refused | AmendmentRefused>> {
	return transact(ctx, async (inside, tx): Promise<Result<number, Refused | AmendmentRefused>> => {
		const found = await openProposal(inside, address);
		if (!found.ok) return found;
		const open = found.value;
		const { actor, proposal } = open;
		const allowed = checkFiling(ctx, open);
		if (!allowed.ok) return allowed;
		const table = await councilTable(tx, open);
		const closed = amendingClosed(input.body, table.ballots);
		if (closed) return err(closed);
		const number = await nextAmendmentNumber(tx, proposal.id);
		const problem = checkContents(open, table, { number, body: input.body });
		if (problem) return err(problem);
		const author = { authorId: actor.userId, authorName: actor.name, createdAt: ctx.clock.now() };
		const filed = { id: ctx.newId(), number, body: input.body, motive: input.motive.trim() };
		await insertAmendment(tx, proposal.id, { ...filed, ...author });
		await auditProposal(ctx, tx, open, { action: 'amendment.file', before: null, after: filed });
		return ok(number);
	});
}

/** Why an amendment does not stand on the table as it is; null when it may be filed. */
export function checkContents(
	{ frozen }: OpenProposal,
	{ amendments }: Pick<CouncilTable, 'amendments'>,
	amendment: Amendment,
): AmendedRefusal | null {
	const alone = runAmended(frozen.snapshot, [amendment]);
	if (alone.ok) return null;
	if (alone.error.code !== 'review/does-not-apply') return alone.error;
	const free = amendments.filter((other) => collisionOf(amendment, other) === null);
	const need = amendmentNeed(frozen.snapshot, amendment, free);
	return need.code === 'review/needs' ? null : alone.error;
}

/** Takes the own amendment back, before it is voted. */
export function withdrawAmendment(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly number: number; readonly revision: number },
): Promise<Result<null, Refused | AmendmentRefused>> {
	return change(ctx, address, input, ({ open, amendment }) =>
		amendment.authorId === open.actor.userId ? { state: 'withdrawn' } : null,
	);
}

/** Writes what the leading committee says of an amendment: for it, against it, or by conscience. */
export function giveOpinion(
	ctx: Ctx,
	address: ProposalAddress,
	input: {
		readonly number: number;
		readonly revision: number;
		readonly opinion: AmendmentOpinion;
		readonly text: string;
	},
): Promise<Result<null, Refused | AmendmentRefused>> {
	const to = { opinion: input.opinion, opinionText: input.text.trim() };
	return change(ctx, address, input, ({ open }) => (open.sides.includes('council') ? to : null));
}

function checkFiling(ctx: Ctx, open: OpenProposal): Result<null, Refused | AmendmentRefused> {
	const { actor, municipality, proposal, frozen } = open;
	if (!can(actor, 'amendment.file', { municipalityId: municipality.id }))
		return err({ code: 'access/forbidden' });
	if (!frozen.isIntact) return err({ code: 'review/not-intact' });
	if (!mayFile(open)) return err({ code: 'review/not-permitted', from: proposal.state, action: 'adopt' });
	return checkFilingTerm(proposal.amendmentsUntil, ctx.clock.today());
}

interface OpenAmendment {
	readonly open: OpenProposal;
	readonly amendment: CouncilTable['amendments'][number];
}

/** An amendment that is on the table and not voted yet, of a proposal that is before the council. */
async function openAmendment(
	ctx: Ctx,
	address: ProposalAddress,
	number: number,
): Promise<Result<OpenAmendment, Refused | AmendmentRefused>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const { amendments, settled } = await councilTable(ctx.db, found.value);
	const amendment = amendments.find((candidate) => candidate.number === number);
	if (!amendment) return err({ code: 'review/amendment-unknown' });
	const { state } = found.value.proposal;
	if (state !== 'submitted' && state !== 'in-review')
		return err({ code: 'review/not-permitted', from: state, action: 'adopt' });
	const isVoted = [...settled.accepted, ...settled.rejected].includes(number);
	if (isVoted) return err({ code: 'review/amendment-voted', number });
	return ok({ open: found.value, amendment });
}

/** Changes an amendment as `decide` says, who answers null where the actor may not. */
function change(
	ctx: Ctx,
	address: ProposalAddress,
	{ number, revision }: { readonly number: number; readonly revision: number },
	decide: (at: OpenAmendment) => Parameters<typeof updateAmendment>[2] | null,
): Promise<Result<null, Refused | AmendmentRefused>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, Refused | AmendmentRefused>> => {
		const found = await openAmendment(inside, address, number);
		if (!found.ok) return found;
		const to = decide(found.value);
		if (to === null) return err({ code: 'access/forbidden' });
		const { open, amendment } = found.value;
		if (!(await updateAmendment(tx, { id: amendment.id, revision }, to)))
			return err({ code: 'review/stale' });
		const { opinion, opinionText } = amendment;
		const action = 'state' in to ? 'amendment.withdraw' : 'amendment.opinion';
		await auditProposal(ctx, tx, open, { action, before: { number, opinion, opinionText }, after: to });
		return ok(null);
	});
}
