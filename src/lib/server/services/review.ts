import type { Actor } from '#lib/domain/access/index.ts';
import { can } from '#lib/domain/access/index.ts';
import {
	permittedSteps,
	takeStep,
	votingRule,
	type NamedVote,
	type ProposalAction,
	type Transition,
	type TransitionRefusal,
	type TransitionRequirement,
	type VoteTally,
	type VotingRule,
} from '#lib/domain/review/index.ts';
import type { ProposalReport } from '#lib/domain/scenario/index.ts';
import {
	err,
	ok,
	type IsoDate,
	type OperationId,
	type ProposalId,
	type Result,
} from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import {
	listAdoptedVersions,
	listApplicationEvents,
	type AdoptedVersion,
	type ApplicationEvent,
} from '../queries/adoption.ts';
import { findProposalOfScenario, moveProposal } from '../queries/proposal.ts';
import {
	findDecision,
	insertComment,
	insertReviewEvent,
	listComments,
	listReviewEvents,
	type CommentRecord,
	type DecisionRecord,
	type ReviewEvent,
} from '../queries/review.ts';
import { findScenario, moveScenario } from '../queries/scenario.ts';
import { listBallotVotes } from '../queries/ballot.ts';
import { recordAudit } from './audit.ts';
import { councilTable, type CouncilTable } from './council-ballots.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { reportOf } from './proposal-snapshot.ts';

export type ReviewRefusal =
	| { readonly code: 'review/stale' }
	| { readonly code: 'review/operation-unknown'; readonly operationId: string }
	| { readonly code: 'review/comment-unknown' }
	/** The frozen contents are no longer what was submitted: nothing is decided on them. */
	| { readonly code: 'review/not-intact' }
	| TransitionRefusal;

/** A proposal as its page shows it. */
export interface ReviewPage {
	readonly open: OpenProposal;
	readonly report: ProposalReport;
	readonly comments: readonly CommentRecord[];
	/** Steps of the proposal and what became of its decision, in order. */
	readonly events: readonly (ReviewEvent | ApplicationEvent)[];
	readonly steps: readonly Transition[];
	readonly votes: readonly NamedVote[];
	/** Every vote that was recorded, and what follows from them. */
	readonly table: CouncilTable;
	/** Null until a rule of voting is set for the day. */
	readonly rule: VotingRule | null;
	/** Of the vote on the whole; null until somebody recorded it. */
	readonly tally: VoteTally | null;
	readonly decision: DecisionRecord | null;
	/** The versions that it made, the first day first. */
	readonly versions: readonly AdoptedVersion[];
	readonly mayComment: boolean;
}

export async function openReview(ctx: Ctx, address: ProposalAddress): Promise<Result<ReviewPage, Refused>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const { proposal, actor, municipality } = open;
	const table = await councilTable(ctx.db, open);
	const whole = table.ballots.findLast(({ subject }) => subject === 'whole');
	return ok({
		open,
		report: reportOf(open.frozen, { state: proposal.state, contentHash: proposal.contentHash }),
		comments: await listComments(ctx.db, proposal.id),
		events: await historyOf(ctx.db, proposal.id),
		steps: await stepsOf(ctx, open),
		table,
		votes: whole ? await listBallotVotes(ctx.db, whole.id) : [],
		rule: ruleOf(ctx, open),
		tally: whole?.tally ?? null,
		decision: (await findDecision(ctx.db, proposal.id)) ?? null,
		versions: await listAdoptedVersions(ctx.db, proposal.id),
		mayComment: can(actor, 'proposal.comment', { municipalityId: municipality.id }),
	});
}

async function historyOf(db: Reader, id: ProposalId): Promise<ReviewPage['events']> {
	const events = [...(await listReviewEvents(db, id)), ...(await listApplicationEvents(db, id))];
	return events.toSorted((one, other) => one.at.localeCompare(other.at));
}

export interface StepInput {
	readonly action: Exclude<ProposalAction, 'submit' | 'adopt' | 'adopt-amended' | 'reject'>;
	readonly note: string;
	readonly revision: number;
}

/** Opens the review, returns, withdraws or takes a proposal back to a draft. Errors: `review/stale`, those of the table. */
export async function takeReviewStep(
	ctx: Ctx,
	address: ProposalAddress,
	input: StepInput,
): Promise<Result<null, Refused | ReviewRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const fulfilled = new Set<TransitionRequirement>(input.note.trim() === '' ? [] : ['reason']);
	if (open.sides.length === 0) return err({ code: 'access/forbidden' });
	const from = open.proposal.state;
	const step = takeStep({ from, action: input.action, sides: open.sides, fulfilled });
	if (!step.ok) return step.error.code === 'review/wrong-side' ? err({ code: 'access/forbidden' }) : step;
	return ctx.db.transaction().execute(async (tx) => {
		const isMoved = await applyStep(ctx, tx, open, { ...step.value, revision: input.revision });
		if (!isMoved) return err({ code: 'review/stale' });
		await recordStep(ctx, tx, open, { transition: step.value, note: input.note.trim() });
		return ok(null);
	});
}

/** Adds a remark, on an operation or on the whole. Errors: `review/operation-unknown`, `review/comment-unknown`. */
export async function commentOn(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly operationId: string | null; readonly parentId: string | null; readonly body: string },
): Promise<Result<string, Refused | ReviewRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const { actor, proposal, municipality, frozen } = found.value;
	if (!can(actor, 'proposal.comment', { municipalityId: municipality.id }))
		return err({ code: 'access/forbidden' });
	const { operationId, parentId, body } = input;
	const isKnown = operationId === null || frozen.snapshot.operations.some((item) => item.id === operationId);
	if (!isKnown) return err({ code: 'review/operation-unknown', operationId });
	const id = ctx.newId();
	return ctx.db.transaction().execute(async (tx) => {
		const others = parentId === null ? [] : await listComments(tx, proposal.id);
		if (parentId !== null && !others.some((comment) => comment.id === parentId))
			return err({ code: 'review/comment-unknown' });
		await insertComment(tx, proposal.id, {
			...{ id, parentId, body, operationId: operationId as OperationId | null },
			...{ authorId: actor.userId, authorName: actor.name, createdAt: ctx.clock.now() },
		});
		await auditProposal(ctx, tx, found.value, { action: 'proposal.comment', before: null, after: input });
		return ok(id);
	});
}

/** The rule of voting on the day of the session, from the frozen parameters. */
export function ruleOf(ctx: Ctx, { proposal, municipality, frozen }: OpenProposal): VotingRule | null {
	const day = sessionDay(ctx, proposal.sessionOn);
	const rule = votingRule(frozen.snapshot.parameters, day, municipality.id);
	return rule.ok ? rule.value : null;
}

export function sessionDay(ctx: Ctx, sessionOn: IsoDate | null): IsoDate {
	return sessionOn ?? ctx.clock.today();
}

/** Writes the step into the history of the proposal and into the audit trail. */
export async function recordStep(
	ctx: Ctx,
	tx: Tx,
	open: OpenProposal,
	step: { readonly transition: Transition; readonly note: string },
): Promise<void> {
	const { from, to, action } = step.transition;
	const { actor, proposal } = open;
	const event = { id: ctx.newId(), actorId: actor.userId, actorName: actor.name, at: ctx.clock.now() };
	await insertReviewEvent(tx, proposal.id, { ...event, from, to, action, note: step.note });
	const after = { state: to, note: step.note };
	await auditProposal(ctx, tx, open, { action: `proposal.${action}`, before: { state: from }, after });
}

export async function auditProposal(
	ctx: Ctx,
	tx: Tx,
	{ actor, proposal, municipality }: { actor: Actor } & Pick<OpenProposal, 'proposal' | 'municipality'>,
	entry: { readonly action: string; readonly before: unknown; readonly after: unknown },
): Promise<void> {
	await recordAudit(ctx, tx, {
		...{ actor, ...entry },
		municipalityId: municipality.id,
		entity: 'proposal',
		entityKey: proposal.id,
		versionId: null,
	});
}

/** Taking a proposal back reopens its scenario; the frozen proposal itself stays as it was decided. */
async function applyStep(
	ctx: Ctx,
	tx: Tx,
	{ proposal }: OpenProposal,
	step: Transition & { readonly revision: number },
): Promise<boolean> {
	const seen = { id: proposal.id, state: step.from, revision: step.revision };
	if (step.action !== 'redraft') return moveProposal(tx, seen, { state: step.to });
	// The proposal first: when it moved on, nothing has been written yet and nothing is kept.
	if (!(await isNewestOfScenario(tx, proposal)) || !(await moveProposal(tx, seen, { state: step.from })))
		return false;
	if (await moveScenario(tx, proposal.scenarioId, { from: 'submitted', to: 'draft' })) return true;
	throw new Error(`The scenario of proposal ${proposal.id} is not before the council`);
}

/** Steps that the person may take by a plain form; voting and deciding have forms of their own. */
async function stepsOf(ctx: Ctx, { proposal, sides }: OpenProposal): Promise<readonly Transition[]> {
	const byForm = ['open-review', 'return', 'withdraw', 'redraft'];
	const steps = permittedSteps(proposal.state, sides).filter((step) => byForm.includes(step.action));
	if (!steps.some((step) => step.action === 'redraft')) return steps;
	const scenario = await findScenario(ctx.db, proposal.scenarioId);
	const mayReopen = scenario?.status === 'submitted' && (await isNewestOfScenario(ctx.db, proposal));
	return mayReopen ? steps : steps.filter((step) => step.action !== 'redraft');
}

/** A scenario that was taken back and submitted again belongs to its newest proposal alone. */
async function isNewestOfScenario(
	db: Reader,
	{ id, scenarioId }: OpenProposal['proposal'],
): Promise<boolean> {
	return (await findProposalOfScenario(db, scenarioId))?.id === id;
}
