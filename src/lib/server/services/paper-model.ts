import type { PaperModel } from '#exports/council-papers/model.ts';
import type { Colophon, Locale } from '#exports/shared/cover.ts';
import { can, type Action } from '#lib/domain/access/index.ts';
import {
	buildPaperFacts,
	type PaperDecision,
	type PaperFacts,
	type PaperVote,
} from '#lib/domain/publication/index.ts';
import { isAdoption } from '#lib/domain/review/index.ts';
import { buildProposalReport } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { findDecision, type DecisionRecord } from '../queries/review.ts';
import { findVersion } from '../queries/version.ts';
import { adoptedRun } from './council-adopted.ts';
import { minutesOf } from './council-minutes.ts';
import { keepLast } from './kept.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { reportOf } from './proposal-snapshot.ts';

/** The stored proposal does not match its snapshot: no paper is made of it. */
export type NotIntact = { readonly code: 'review/not-intact' };

/** A proposal with everything that its papers say. */
export interface OpenPapers {
	readonly open: OpenProposal;
	readonly submitted: PaperFacts;
	/** What the council adopted; null until then, and when it rejected the proposal. */
	readonly adopted: PaperFacts | null;
	readonly decision: PaperDecision | null;
	readonly vote: PaperVote | null;
}

/**
 * Opens the papers of a proposal for whoever may do the action. Everything comes from the frozen contents, the
 * recorded vote and the recorded decision. Errors: `review/not-intact` when the contents are not what was submitted.
 */
export async function openPapers(
	ctx: Ctx,
	address: ProposalAddress,
	action: Action = 'proposal.export',
): Promise<Result<OpenPapers, Refused | NotIntact>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	if (!can(open.actor, action, { municipalityId: open.municipality.id }))
		return err({ code: 'access/forbidden' });
	return open.frozen.isIntact ? ok(await papersOfProposal(ctx, open)) : err({ code: 'review/not-intact' });
}

/** The facts of an open proposal; the caller has authorised. */
export async function papersOfProposal(ctx: Ctx, open: OpenProposal): Promise<OpenPapers> {
	const record = await findDecision(ctx.db, open.proposal.id);
	return {
		open,
		submitted: submittedFacts(open),
		adopted: record ? await adoptedFacts(ctx, open, record) : null,
		decision: record ? decisionOf(open, record) : null,
		vote: await minutesOf(ctx, open),
	};
}

/** The same for the makers of documents: with what every file says about itself. */
export function paperModel(
	ctx: Ctx,
	{ open, submitted, adopted, decision, vote }: OpenPapers,
	locale: Locale,
): PaperModel {
	return { submitted, adopted, decision, vote, colophon: paperColophon(ctx, open, locale) };
}

/** What every paper of a proposal says about itself. */
export function paperColophon(ctx: Ctx, { frozen, proposal, actor }: OpenProposal, locale: Locale): Colophon {
	const { municipality, baseValidFrom } = frozen.report;
	return {
		municipality,
		asOf: frozen.snapshot.header.effectiveOn,
		structureValidFrom: baseValidFrom,
		createdAt: ctx.clock.now(),
		madeBy: actor.name,
		snapshotId: proposal.contentHash,
		locale,
	};
}

const MAX_KEPT = 8;
const keep = keepLast<PaperFacts>(MAX_KEPT);

function submittedFacts({ proposal, frozen }: OpenProposal): PaperFacts {
	const { contentHash } = proposal;
	// The state of the proposal is no part of the facts: a paper is the same before and after it moves on.
	return keep(contentHash, () =>
		buildPaperFacts(
			reportOf(frozen, { state: 'submitted', contentHash }),
			frozen.run,
			frozen.snapshot.limits,
		),
	);
}

/**
 * What was adopted: the submitted operations as the decision changed them, applied anew to the frozen structure. It
 * rests on the decision alone, also where the versions that it made were taken back.
 */
export async function adoptedFacts(
	ctx: Ctx,
	open: OpenProposal,
	decision: DecisionRecord,
): Promise<PaperFacts | null> {
	if (!isAdoption(decision.outcome)) return null;
	const version = decision.resultingVersionId && (await findVersion(ctx.db, decision.resultingVersionId));
	const { header, findings, parameters, powers, limits } = open.frozen.snapshot;
	const effectiveOn = decision.effectiveOn ?? (version ? version.validFrom : header.effectiveOn);
	const { contentHash } = open.proposal;
	const run = adoptedRun(open, decision);
	return keep([contentHash, effectiveOn, ...decision.leftOut, ...decision.amendments].join(' '), () =>
		buildPaperFacts(
			buildProposalReport({
				header: { ...header, effectiveOn, state: 'adopted', contentHash },
				run,
				findings,
				frame: { parameters, powers, asOf: effectiveOn },
				limits,
			}),
			run,
			limits,
		),
	);
}

function decisionOf({ frozen }: OpenProposal, record: DecisionRecord): PaperDecision {
	const leftOut = new Set(record.leftOut);
	const { number, decidedOn, outcome, body } = record;
	return {
		...{ number, decidedOn, outcome, body },
		leftOut: frozen.snapshot.operations.filter(({ id }) => leftOut.has(id)).map(({ position }) => position),
	};
}
