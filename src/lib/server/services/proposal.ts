import { can, type Actor } from '#lib/domain/access/index.ts';
import { takeStep, type TransitionRefusal, type TransitionRequirement } from '#lib/domain/review/index.ts';
import {
	buildProposalReport,
	submissionBlocks,
	type OperationRefusal,
	type ProposalReport,
	type SubmissionBlock,
} from '#lib/domain/scenario/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type ProposalId, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	findProposal,
	insertProposal,
	listProposals,
	nextProposalNumber,
	readSnapshotText,
	type ProposalRecord,
} from '../queries/proposal.ts';
import { insertReviewEvent } from '../queries/review.ts';
import { findScenario, moveScenario } from '../queries/scenario.ts';
import { findVersion, freezeVersion } from '../queries/version.ts';
import { freeze, thaw, type FrozenProposal } from './proposal-snapshot.ts';
import {
	auditScenario,
	openScenario,
	phaseFrame,
	type OpenScenario,
	type ScenarioAddress,
	type ScenarioRefusal,
} from './scenario.ts';
import { structureHash } from './structure-hash.ts';
import { countTraining } from './proposal-training.ts';
import { openMunicipality } from './workspace.ts';

/** Which proposal a page is about: its number within the municipality. */
export interface ProposalAddress {
	readonly slug: string;
	readonly number: number;
}

export interface OpenProposal {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly proposal: ProposalRecord;
	readonly frozen: FrozenProposal;
	/** Sides on which the actor stands: who proposes, who decides. */
	readonly sides: readonly ('mover' | 'council')[];
}

export type SubmissionProblem =
	| { readonly code: 'proposal/blocked'; readonly blocks: readonly SubmissionBlock[] }
	| { readonly code: 'proposal/does-not-apply'; readonly refusal: OperationRefusal }
	| { readonly code: 'proposal/no-operations' }
	/** Another edition was adopted after the one under it: the council could not adopt it. */
	| { readonly code: 'proposal/base-superseded'; readonly validTo: IsoDate }
	| TransitionRefusal;

export interface SubmissionInput {
	readonly title: string;
	readonly mover: string;
	readonly legalGround: string;
	readonly revision: number;
}

/**
 * Puts a scenario before the council: freezes everything it rests on and writes the hash of it.
 * Errors: `scenario/stale`, `proposal/does-not-apply`, `proposal/blocked` with the list, `proposal/no-operations`,
 * `proposal/base-superseded` when its base has an end.
 */
export async function submitScenario(
	ctx: Ctx,
	address: ScenarioAddress,
	input: SubmissionInput,
): Promise<Result<ProposalRecord['number'], Refused | ScenarioRefusal | SubmissionProblem>> {
	const found = await openScenario(ctx, address, 'proposal.submit');
	if (!found.ok) return found;
	const open = found.value;
	const problem = checkSubmission(open, input);
	if (problem) return err(problem);
	return ctx.db.transaction().execute(async (tx) => {
		// Read again inside the transaction: what is frozen below was computed from this very revision.
		const isMine =
			open.scenario.revision === input.revision &&
			(await findScenario(tx, open.scenario.id))?.revision === input.revision &&
			(await findVersion(tx, open.version.id))?.revision === open.version.revision;
		const moved = isMine && (await moveScenario(tx, open.scenario.id, { from: 'draft', to: 'submitted' }));
		if (!moved) return err({ code: 'scenario/stale' });
		const number = await nextProposalNumber(tx, open.municipality.id);
		const baseVersionHash = await freezeBase(tx, open);
		await storeProposal(ctx, tx, open, { ...input, number, baseVersionHash });
		return ok(number);
	});
}

export async function listMunicipalityProposals(
	ctx: Ctx,
	slug: string,
): Promise<Result<readonly ProposalRecord[], Refused>> {
	const found = await openMunicipality(ctx, slug, 'proposal.read');
	return found.ok ? ok(await listProposals(ctx.db, found.value.municipality.id)) : found;
}

export async function openProposal(
	ctx: Ctx,
	address: ProposalAddress,
): Promise<Result<OpenProposal, Refused>> {
	const found = await openMunicipality(ctx, address.slug, 'proposal.read');
	if (!found.ok) return found;
	const { actor, municipality } = found.value;
	const proposal = Number.isSafeInteger(address.number)
		? await findProposal(ctx.db, municipality.id, address.number)
		: undefined;
	if (!proposal) return err(DENIED);
	const frozen = thaw(await readSnapshotText(ctx.db, proposal.id), proposal.contentHash);
	const subject = { municipalityId: municipality.id };
	const sides = [
		...(can(actor, 'proposal.submit', subject) ? (['mover'] as const) : []),
		...(can(actor, 'vote.record', subject) ? (['council'] as const) : []),
	];
	return ok({ actor, municipality, proposal, frozen, sides });
}

export function scenarioReport({
	scenario,
	run,
	findings,
	frame,
	limits,
	proposal,
}: OpenScenario): ProposalReport {
	const { name, description, effectiveOn } = scenario;
	return buildProposalReport({
		header: {
			...{ title: name, description, effectiveOn, mover: '', legalGround: '' },
			...{ number: proposal?.number ?? null, state: null, contentHash: null },
		},
		...{ run, findings, frame, limits },
	});
}

function checkSubmission(open: OpenScenario, input: SubmissionInput): SubmissionProblem | null {
	if (open.refusal) return { code: 'proposal/does-not-apply', refusal: open.refusal };
	if (open.operations.length === 0) return { code: 'proposal/no-operations' };
	const { validTo } = open.version;
	if (validTo !== null) return { code: 'proposal/base-superseded', validTo };
	const blocks = submissionBlocks(open.run, phaseFrame(open));
	if (blocks.length > 0) return { code: 'proposal/blocked', blocks };
	const fulfilled = new Set<TransitionRequirement>(['operations-apply', 'ledger-closes']);
	if (input.mover.trim() !== '' && input.title.trim() !== '') fulfilled.add('mover-and-title');
	const from = open.scenario.status === 'draft' ? 'draft' : 'submitted';
	const step = takeStep({ from, action: 'submit', sides: ['mover'], fulfilled });
	return step.ok ? null : step.error;
}

/** A proposal rests on its base version, so that one may not be edited any more; gives the hash of its content. */
async function freezeBase(tx: Tx, { version, run }: OpenScenario): Promise<string> {
	if (version.status === 'frozen' && version.contentHash !== null) return version.contentHash;
	const hash = structureHash(run.before);
	await freezeVersion(tx, version.id, hash);
	return hash;
}

async function storeProposal(
	ctx: Ctx,
	tx: Tx,
	open: OpenScenario,
	input: SubmissionInput & { readonly number: number; readonly baseVersionHash: string },
): Promise<void> {
	const { title, mover, legalGround, number, baseVersionHash } = input;
	const { scenario, actor } = open;
	const { text, contentHash } = freeze({
		format: 1,
		header: {
			...{ title, mover, legalGround, number },
			...{ description: scenario.description, effectiveOn: scenario.effectiveOn },
		},
		baseVersionHash,
		baseline: open.run.before,
		operations: open.operations,
		findings: namedFindings(open),
		limits: open.limits,
		parameters: open.frame.parameters,
		powers: open.frame.powers,
		training: await countTraining(within(ctx, tx), {
			municipality: open.municipality,
			run: open.run,
			effectiveOn: scenario.effectiveOn,
		}),
	});
	const id = ctx.newId() as ProposalId;
	const at = ctx.clock.now();
	await insertProposal(tx, {
		...{ id, number, title, mover, legalGround, contentHash },
		...{ municipalityId: open.municipality.id, scenarioId: scenario.id },
		...{ state: 'submitted', sessionOn: null, snapshot: text, createdAt: at, createdBy: actor.userId },
	});
	const event = { id: ctx.newId(), note: '', actorId: actor.userId, actorName: actor.name, at };
	await insertReviewEvent(tx, id, { ...event, from: 'draft', to: 'submitted', action: 'submit' });
	const after = { number, title, mover, contentHash };
	await auditScenario(ctx, tx, { actor, scenario, action: 'proposal.submit', before: null, after });
}

function namedFindings({ findings, operations }: OpenScenario) {
	const named = new Set(operations.flatMap((operation) => operation.findingIds));
	return findings.filter((finding) => named.has(finding.id));
}
