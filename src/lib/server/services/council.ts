import type { LocalText } from '#lib/domain/org/index.ts';
import { phasesOf, stagesOf } from '#lib/domain/publication/index.ts';
import {
	checkDecision,
	checkHeld,
	composeAdopted,
	decisionStages,
	takeStep,
	type AmendedRefusal,
	type AmendedRun,
	type Amendment,
	type DecisionFacts,
	type DecisionProblem,
	type HeldProblem,
	type TransitionRequirement,
	type VoteTally,
} from '#lib/domain/review/index.ts';
import { adoptionBlocks, countStructure, type SubmissionBlock } from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { linkVersions } from '../queries/adoption.ts';
import { moveProposal } from '../queries/proposal.ts';
import { insertDecision } from '../queries/review.ts';
import { moveScenario } from '../queries/scenario.ts';
import { adoptStructure, type AdoptionRefusal } from './council-adoption.ts';
import { openInReview } from './council-ballot.ts';
import { councilTable } from './council-ballots.ts';
import type { OpenProposal, ProposalAddress } from './proposal.ts';
import { recordStep, type ReviewRefusal } from './review.ts';

export type CouncilRefusal =
	| ReviewRefusal
	| DecisionProblem
	| HeldProblem
	| AmendedRefusal
	| AdoptionRefusal
	| { readonly code: 'proposal/blocked'; readonly blocks: readonly SubmissionBlock[] }
	| { readonly code: 'review/no-vote' }
	| { readonly code: 'review/no-quorum'; readonly present: number; readonly required: number };

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
	/** „Решение № 45 от 10.12.2026 г.“, in both languages: the name of the next version, with its day where there are several. */
	readonly name: (decision: {
		readonly number: string;
		readonly decidedOn: IsoDate;
		readonly startsOn: IsoDate | null;
	}) => LocalText;
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
	const { transition, tally, composed, decidedOn, leftOut, accepted } = prepared.value;
	const { run, operations } = composed;
	const outcome = transition.to as 'adopted' | 'adopted-amended' | 'rejected';
	const body = words.body(factsOf(open, input, prepared.value));
	const number = input.number.trim();
	const nameOf = (startsOn: IsoDate | null) => words.name({ number, decidedOn, startsOn });
	return ctx.db
		.transaction()
		.execute(async (tx) => {
			const seen = { ...open.proposal, revision: input.revision };
			if (!(await moveProposal(tx, seen, { state: outcome }))) return err(stale);
			const isAdopted = outcome !== 'rejected';
			const adoption = isAdopted
				? await adoptStructure(ctx, tx, open, { run, nameOf, decidedOn, effectiveOn: input.effectiveOn })
				: ok([]);
			if (!adoption.ok) throw new AdoptionStopped(adoption.error);
			const step = { from: 'submitted', to: 'adopted' } as const;
			if (isAdopted && !(await moveScenario(tx, open.proposal.scenarioId, step)))
				throw new Error(`The scenario of proposal ${open.proposal.id} is not before the council`);
			const id = ctx.newId();
			await insertDecision(tx, open.proposal.id, {
				...{ id, number, decidedOn, outcome, body, tally, effectiveOn: input.effectiveOn },
				...{
					leftOut: isAdopted ? [...leftOut] : [],
					amendments: isAdopted ? accepted.map((amendment) => amendment.number) : [],
					operations: isAdopted ? operations : null,
					resultingVersionId: adoption.value[0]?.versionId ?? null,
					at: ctx.clock.now(),
					by: open.actor.userId,
				},
			});
			await linkVersions(tx, id, adoption.value);
			await recordStep(ctx, tx, open, { transition, note: number });
			return ok(outcome);
		})
		.catch(refusedAdoption);
}

/** Rolls the transaction back; what was refused is handed on as a refusal. */
class AdoptionStopped extends Error {
	readonly refusal: AdoptionRefusal | AmendedRefusal;

	constructor(refusal: AdoptionRefusal | AmendedRefusal) {
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
	/** The operations that take effect, with their run. */
	readonly composed: AmendedRun;
	readonly decidedOn: IsoDate;
	/** Points that lost their vote or that the chair leaves out. */
	readonly leftOut: ReadonlySet<OperationId>;
	readonly accepted: readonly Amendment[];
}

async function prepareDecision(
	ctx: Ctx,
	open: OpenProposal,
	input: DecisionInput,
): Promise<Result<PreparedDecision, CouncilRefusal>> {
	const table = await councilTable(ctx.db, open);
	const { whole, pointsLost } = table.settled;
	if (!whole) return err({ code: 'review/no-vote' });
	const { tally, sessionOn: decidedOn } = whole;
	const checked = checkDecision({ number: input.number, decidedOn, effectiveOn: input.effectiveOn });
	if (!checked.ok) return checked;
	const held = checkHeld(decidedOn, ctx.clock.today());
	if (!held.ok) return held;
	if (!tally.hasQuorum)
		return err({ code: 'review/no-quorum', present: tally.present, required: tally.quorumRequired });
	const leftOut = new Set([...input.leftOut, ...(pointsLost as readonly OperationId[])]);
	const { accepted } = table;
	const { hasMajority } = tally;
	const isAmended = leftOut.size + accepted.length > 0;
	const composed = composeAdopted(open.frozen.snapshot, hasMajority ? { accepted, leftOut } : AS_SUBMITTED);
	if (!composed.ok) return composed;
	const step = takeStep({
		...{ from: open.proposal.state, sides: ['council'] },
		action: hasMajority ? (isAmended ? 'adopt-amended' : 'adopt') : 'reject',
		fulfilled: requirementsOf({ isAmended, hasMajority }),
	});
	if (!step.ok) return step;
	const { limits, header } = open.frozen.snapshot;
	const { blocks } = adoptionBlocks(composed.value.run, { decisionDay: input.effectiveOn, limits });
	const isAsSubmitted = !isAmended && input.effectiveOn === header.effectiveOn;
	if (!isAsSubmitted && hasMajority && blocks.length > 0) return err({ code: 'proposal/blocked', blocks });
	return ok({ transition: step.value, tally, composed: composed.value, decidedOn, leftOut, accepted });
}

const AS_SUBMITTED = { accepted: [], leftOut: new Set<OperationId>() };

function requirementsOf(given: { readonly isAmended: boolean; readonly hasMajority: boolean }) {
	const fulfilled = new Set<TransitionRequirement>(['quorum', 'decision-number-and-date']);
	fulfilled.add(given.hasMajority ? 'majority' : 'no-majority');
	if (given.isAmended) fulfilled.add('changed-points');
	return fulfilled;
}

function factsOf(open: OpenProposal, input: DecisionInput, prepared: PreparedDecision): DecisionFacts {
	const { operations, limits } = open.frozen.snapshot;
	const { composed, accepted } = prepared;
	const frame = { decisionDay: input.effectiveOn, limits };
	const stages = stagesOf(composed.run, frame);
	return {
		...{ number: input.number.trim(), effectiveOn: input.effectiveOn, decidedOn: prepared.decidedOn },
		...{ legalGround: open.proposal.legalGround, tally: prepared.tally },
		numbers: countStructure(composed.run.after),
		phases: phasesOf(composed.run, frame),
		stages: decisionStages(stages, operations, accepted),
		leftOut: operations.filter((item) => prepared.leftOut.has(item.id)).map((item) => item.position),
		amendments: accepted.map((amendment) => amendment.number),
	};
}
