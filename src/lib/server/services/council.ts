import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	applyWithout,
	checkDecision,
	countVotes,
	takeStep,
	votingRule,
	type AmendedRefusal,
	type DecisionFacts,
	type DecisionProblem,
	type NamedVote,
	type TransitionRequirement,
	type VoteChoice,
	type VoteProblem,
	type VoteTally,
} from '#lib/domain/review/index.ts';
import {
	countStructure,
	submissionBlocks,
	type ScenarioRun,
	type SubmissionBlock,
} from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { moveProposal } from '../queries/proposal.ts';
import { insertDecision, listCouncillors, listVotes, replaceVotes } from '../queries/review.ts';
import { moveScenario } from '../queries/scenario.ts';
import { adoptStructure, type AdoptionRefusal } from './council-adoption.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, readSheet, recordStep, ruleOf, type ReviewRefusal } from './review.ts';

export type CouncilRefusal =
	| ReviewRefusal
	| VoteProblem
	| DecisionProblem
	| AmendedRefusal
	| AdoptionRefusal
	| { readonly code: 'proposal/blocked'; readonly blocks: readonly SubmissionBlock[] }
	| { readonly code: 'review/councillor-unknown' }
	| { readonly code: 'review/no-parameter'; readonly key: string }
	| { readonly code: 'review/no-vote' }
	| { readonly code: 'review/no-quorum'; readonly present: number; readonly required: number };

/** The council of a day with what is recorded for everybody so far; nobody recorded is absent. */
export async function voteSheet(
	ctx: Ctx,
	address: ProposalAddress,
	day: IsoDate,
): Promise<Result<readonly (Omit<NamedVote, 'choice'> & { readonly choice: VoteChoice | null })[], Refused>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const choices = await listVotes(ctx.db, found.value.proposal.id);
	const councillors = await listCouncillors(ctx.db, found.value.municipality.id, day);
	return ok(councillors.map(({ id, name }) => ({ councillorId: id, name, choice: choices.get(id) ?? null })));
}

export interface VoteInput {
	readonly sessionOn: IsoDate;
	readonly choices: ReadonlyMap<string, VoteChoice>;
	readonly revision: number;
}

/** Records a vote by name, in place of what was recorded before; the earlier sheet stays in the audit trail. */
export async function recordVotes(
	ctx: Ctx,
	address: ProposalAddress,
	input: VoteInput,
): Promise<Result<VoteTally, Refused | CouncilRefusal>> {
	const found = await openInReview(ctx, address, 'vote.record');
	if (!found.ok) return found;
	const open = found.value;
	const { proposal, municipality, frozen } = open;
	const councillors = await listCouncillors(ctx.db, municipality.id, input.sessionOn);
	const known = new Set(councillors.map((councillor) => councillor.id));
	if ([...input.choices.keys()].some((id) => !known.has(id)))
		return err({ code: 'review/councillor-unknown' });
	const rule = votingRule(frozen.snapshot.parameters, input.sessionOn, municipality.id);
	if (!rule.ok) return rule;
	const votes = councillors.map(({ id, name }) => ({
		...{ councillorId: id, name },
		choice: input.choices.get(id) ?? ('absent' as const),
	}));
	const tally = countVotes(votes, rule.value);
	if (!tally.ok) return tally;
	return ctx.db.transaction().execute(async (tx) => {
		const to = { state: proposal.state, sessionOn: input.sessionOn };
		if (!(await moveProposal(tx, { ...proposal, revision: input.revision }, to)))
			return err({ code: 'review/stale' });
		const before = Object.fromEntries(await listVotes(tx, proposal.id));
		const sheet = new Map(votes.map((vote) => [vote.councillorId, vote.choice]));
		const by = open.actor.userId;
		await replaceVotes(tx, proposal.id, { votes: sheet, at: ctx.clock.now(), by, newId: ctx.newId });
		const after = { sessionOn: input.sessionOn, votes: Object.fromEntries(sheet) };
		await auditProposal(ctx, tx, open, { action: 'vote.record', before, after });
		return ok(tally.value);
	});
}

export interface DecisionInput {
	readonly number: string;
	readonly effectiveOn: IsoDate;
	/** Operations that the council did not accept. */
	readonly leftOut: ReadonlySet<OperationId>;
	readonly revision: number;
}

/** What is written of a decision, besides its numbers. */
export interface DecisionWords {
	readonly body: (facts: DecisionFacts) => string;
	/** „Решение № 45 от 10.12.2026 г.“, in both languages: the name of the next version. */
	readonly name: (decision: { readonly number: string; readonly decidedOn: IsoDate }) => LocalText;
}

/**
 * Records the decision that follows from the recorded vote: adopted, adopted with changes or rejected.
 * Adopting makes the next structure version. The words of the decision come from whoever asks.
 */
export async function recordDecision(
	ctx: Ctx,
	address: ProposalAddress,
	input: DecisionInput,
	words: DecisionWords,
): Promise<Result<'adopted' | 'adopted-amended' | 'rejected', Refused | CouncilRefusal>> {
	const found = await openInReview(ctx, address, 'decision.adopt');
	if (!found.ok) return found;
	const open = found.value;
	const prepared = await prepareDecision(ctx, open, input);
	if (!prepared.ok) return prepared;
	const stale: CouncilRefusal = { code: 'review/stale' };
	const { transition, tally, run, decidedOn } = prepared.value;
	const outcome = transition.to as 'adopted' | 'adopted-amended' | 'rejected';
	const body = words.body(factsOf(open, input, prepared.value));
	const decision = words.name({ number: input.number.trim(), decidedOn });
	return ctx.db
		.transaction()
		.execute(async (tx) => {
			const seen = { ...open.proposal, revision: input.revision };
			if (!(await moveProposal(tx, seen, { state: outcome }))) return err(stale);
			const isAdopted = outcome !== 'rejected';
			const adoption = isAdopted
				? await adoptStructure(ctx, tx, open, { run, decision, decidedOn, effectiveOn: input.effectiveOn })
				: ok(null);
			if (!adoption.ok) throw new AdoptionStopped(adoption.error);
			const step = { from: 'submitted', to: 'adopted' } as const;
			if (isAdopted && !(await moveScenario(tx, open.proposal.scenarioId, step)))
				throw new Error(`The scenario of proposal ${open.proposal.id} is not before the council`);
			await insertDecision(tx, open.proposal.id, {
				...{ id: ctx.newId(), number: input.number.trim(), decidedOn, outcome, body, tally },
				...{
					leftOut: isAdopted ? [...input.leftOut] : [],
					resultingVersionId: adoption.value,
					at: ctx.clock.now(),
					by: open.actor.userId,
				},
			});
			await recordStep(ctx, tx, open, { transition, note: input.number.trim() });
			return ok(outcome);
		})
		.catch(refusedAdoption);
}

/** Rolls the transaction back; what was refused is handed on as a refusal. */
class AdoptionStopped extends Error {
	readonly refusal: AdoptionRefusal;

	constructor(refusal: AdoptionRefusal) {
		super(refusal.code);
		this.refusal = refusal;
	}
}

function refusedAdoption(error: unknown) {
	if (error instanceof AdoptionStopped) return err(error.refusal);
	throw error;
}

interface PreparedDecision {
	readonly transition: Extract<ReturnType<typeof takeStep>, { ok: true }>['value'];
	readonly tally: VoteTally;
	readonly run: ScenarioRun;
	readonly decidedOn: IsoDate;
}

async function prepareDecision(
	ctx: Ctx,
	open: OpenProposal,
	input: DecisionInput,
): Promise<Result<PreparedDecision, CouncilRefusal>> {
	const { proposal, frozen } = open;
	const rule = ruleOf(ctx, open);
	const votes = await readSheet(ctx, open);
	if (!rule || votes.length === 0 || proposal.sessionOn === null) return err({ code: 'review/no-vote' });
	const decidedOn = proposal.sessionOn;
	const checked = checkDecision({ number: input.number, decidedOn, effectiveOn: input.effectiveOn });
	if (!checked.ok) return checked;
	const tally = countVotes(votes, rule);
	if (!tally.ok) return tally;
	const { hasQuorum, hasMajority, present, quorumRequired } = tally.value;
	if (!hasQuorum) return err({ code: 'review/no-quorum', present, required: quorumRequired });
	const { baseline, operations, limits } = frozen.snapshot;
	const isAmended = input.leftOut.size > 0;
	const run =
		isAmended && hasMajority
			? applyWithout(baseline, operations, { leftOut: input.leftOut, limits })
			: ok(frozen.run);
	if (!run.ok) return run;
	const accepted = isAmended ? 'adopt-amended' : 'adopt';
	const step = takeStep({
		...{ from: proposal.state, action: hasMajority ? accepted : 'reject', sides: ['council'] },
		fulfilled: requirementsOf({ isAmended, hasMajority }),
	});
	const blocks = submissionBlocks(run.value);
	if (isAmended && hasMajority && blocks.length > 0) return err({ code: 'proposal/blocked', blocks });
	return step.ok ? ok({ transition: step.value, tally: tally.value, run: run.value, decidedOn }) : step;
}

function requirementsOf(given: { readonly isAmended: boolean; readonly hasMajority: boolean }) {
	const fulfilled = new Set<TransitionRequirement>(['quorum', 'decision-number-and-date']);
	fulfilled.add(given.hasMajority ? 'majority' : 'no-majority');
	if (given.isAmended) fulfilled.add('left-out-operations');
	return fulfilled;
}

function factsOf(open: OpenProposal, input: DecisionInput, prepared: PreparedDecision): DecisionFacts {
	const { operations } = open.frozen.snapshot;
	return {
		...{ number: input.number.trim(), effectiveOn: input.effectiveOn, decidedOn: prepared.decidedOn },
		...{ legalGround: open.proposal.legalGround, tally: prepared.tally },
		numbers: countStructure(prepared.run.after),
		leftOut: operations.filter((item) => input.leftOut.has(item.id)).map((item) => item.position),
	};
}

async function openInReview(
	ctx: Ctx,
	address: ProposalAddress,
	action: 'vote.record' | 'decision.adopt',
): Promise<Result<OpenProposal, Refused | ReviewRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const { actor, municipality, proposal, sides, frozen } = found.value;
	const isOfCouncil = sides.includes('council');
	if (!isOfCouncil || !can(actor, action, { municipalityId: municipality.id }))
		return err({ code: 'access/forbidden' });
	if (!frozen.isIntact) return err({ code: 'review/not-intact' });
	const from = proposal.state;
	return from === 'in-review' ? found : err({ code: 'review/not-permitted', from, action: 'adopt' });
}
