import { can } from '#lib/domain/access/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	amendedOperation,
	amendmentStanding,
	computeAmendmentEffect,
	fallenAmendments,
	findCollisions,
	statedEdits,
	type Amendment,
	type AmendmentCollision,
	type AmendmentBody,
} from '#lib/domain/review/index.ts';
import {
	namesIn,
	OPERATION_KINDS,
	operationEffects,
	structureAfter,
	summariseEffect,
	withoutMoney,
	type NameBook,
	type Operation,
	type OperationBody,
	type OperationKind,
	type OperationSummary,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import type { OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { AmendmentRecord } from '../queries/amendment.ts';
import type { CouncilTable } from './council-ballots.ts';
import { effectWithoutHiddenCost, proposalCostSight } from './post-costs.ts';
import { operationChoices } from './scenario-view.ts';
import type { OpenProposal } from './proposal.ts';

export type AmendmentState = 'open' | 'accepted' | 'rejected' | 'fallen' | 'withdrawn';

/** One amendment as a list shows it; its words are made from the body and the names. */
export interface AmendmentLine {
	readonly record: AmendmentRecord;
	readonly state: AmendmentState;
	/** Place of the point that it is about; null for a new one. */
	readonly point: number | null;
	readonly names: NameBook;
	/** The added operation with its effect at the end of the submitted ones; null where it does not apply there. */
	readonly added: OperationSummary | null;
	/** Numbers of the amendments that cannot be accepted beside it; none once it is voted, nor those that were rejected. */
	readonly collides: readonly number[];
}

/** The amendments of one page of the list, with everything that is counted only for what is in view. */
export function amendmentLines(
	open: OpenProposal,
	table: Pick<CouncilTable, 'amendments' | 'settled'>,
	shown: readonly AmendmentRecord[],
): readonly AmendmentLine[] {
	const { frozen } = open;
	const rejected = new Set(table.settled.rejected);
	const collisions = findCollisions(table.amendments.filter(({ number }) => !rejected.has(number)));
	const stateOf = amendmentStates(table);
	const numbersOf = collidingNumbers(collisions);
	return shown
		.map((filed) => ({ ...filed, body: statedBody(open, filed.body) }))
		.map((record) => ({
			record,
			state: stateOf(record),
			point: pointOf(open, record.body),
			names: namesOf(frozen.run, record.body),
			added: record.body.kind === 'add' ? addedSummary(open, record.body.operation) : null,
			collides: isUnsettled(stateOf(record)) ? (numbersOf.get(record.number) ?? []) : [],
		}));
}

/** Whether it still matters how an amendment stands to the others: a fallen one says by them why it fell. */
export function isUnsettled(state: AmendmentState): boolean {
	return state === 'open' || state === 'fallen';
}

/** What became of an amendment by what was voted so far. */
export function amendmentStates({
	amendments,
	settled: { accepted, rejected },
}: Pick<CouncilTable, 'amendments' | 'settled'>): (
	amendment: Pick<AmendmentRecord, 'number' | 'isWithdrawn'>,
) => AmendmentState {
	const fallen = new Set(fallenAmendments(amendments, accepted));
	return ({ number, isWithdrawn }) => {
		if (isWithdrawn) return 'withdrawn';
		if (accepted.includes(number)) return 'accepted';
		if (rejected.includes(number)) return 'rejected';
		return fallen.has(number) ? 'fallen' : 'open';
	};
}

function collidingNumbers(collisions: readonly AmendmentCollision[]): ReadonlyMap<number, readonly number[]> {
	const found = new Map<number, number[]>();
	for (const { numbers } of collisions)
		for (const [own, other] of [numbers, numbers.toReversed() as [number, number]])
			found.set(own, [...(found.get(own) ?? []), other]);
	return found;
}

/** One amendment in full: what it does to the point, the totals, the ledger, the rules, and how it stands to the others. */
export function amendmentDetail(open: OpenProposal, table: CouncilTable, amendment: Amendment) {
	const { snapshot, run } = open.frozen;
	const standing = amendmentStanding(snapshot, amendment, table.amendments);
	const { need } = standing;
	const needed =
		need.code === 'review/needs' ? table.amendments.filter(({ number }) => number === need.numbers[0]) : [];
	const { parameters, powers, header } = snapshot;
	const frame = { ...snapshot, rules: { parameters, powers, asOf: header.effectiveOn } };
	const effect = computeAmendmentEffect(frame, { amendment, needed, submitted: run });
	const id = amendedOperation(amendment.body);
	return {
		standing,
		names: namesOf(run, amendment.body),
		point: pointOf(open, amendment.body),
		before: id === null ? null : summaryIn(open, run, id),
		after: effect.ok ? summaryIn(open, effect.value.run, id ?? addedId(amendment.body)) : null,
		/** The total before and after would tell what the post of one person costs. */
		isCostShown: can(open.actor, 'proposal.export', { municipalityId: open.municipality.id }),
		effect: effect.ok
			? {
					...{ submitted: effect.value.submitted, amended: effect.value.amended },
					...{ blocks: effect.value.blocks, rules: effect.value.rules, passing: effect.value.passing },
				}
			: null,
		refusal: effect.ok ? null : effect.error,
	};
}

export type AmendmentDetail = ReturnType<typeof amendmentDetail>;

/** What the form of an amendment offers; whoever may not see what a post costs gets no costs. */
export async function amendmentChoices(ctx: Ctx, open: OpenProposal, structure: Structure) {
	const { findings, powers } = open.frozen.snapshot;
	const choices = await operationChoices(ctx, { findings, frame: { powers } }, structure);
	if (seesCosts(open)) return choices;
	return { ...choices, posts: choices.posts.map((post) => ({ ...post, annualCost: null })) };
}

/** Kinds of points that an amendment may add: dividing a line states what each part costs. */
export function addableKinds(open: OpenProposal): readonly OperationKind[] {
	return seesCosts(open) ? OPERATION_KINDS : OPERATION_KINDS.filter((kind) => kind !== 'post-split');
}

/** The contents of an added point; a change of a post leaves its cost alone where its author does not see it. */
export function addedContents(open: OpenProposal, body: OperationBody): OperationBody {
	return seesCosts(open) || body.kind !== 'post-change' ? body : withoutMoney(body);
}

export function seesCosts({ actor, municipality }: OpenProposal): boolean {
	return can(actor, 'cost.read', { municipalityId: municipality.id });
}

/** The structure on which a point acts, or that stands after all of them. */
export function structureAtPoint({ frozen }: OpenProposal, id: string | null): Structure {
	return frozen.run.steps.find(({ operation }) => operation.id === id)?.before ?? frozen.run.after;
}

/** A change with the fields that it really changes, and with what stands in them; the other kinds as they are. */
export function statedBody(open: OpenProposal, body: AmendmentBody): AmendmentBody {
	if (body.kind !== 'change') return body;
	const point = open.frozen.snapshot.operations.find(({ id }) => id === body.operationId);
	if (!point) return body;
	return { ...body, edits: statedEdits(point, structureAtPoint(open, point.id), body.edits) };
}

function pointOf({ frozen }: OpenProposal, body: AmendmentBody): number | null {
	const id = amendedOperation(body);
	return frozen.snapshot.operations.find((operation) => operation.id === id)?.position ?? null;
}

function addedId(body: AmendmentBody): OperationId | null {
	return body.kind === 'add' ? body.operation.id : null;
}

function namesOf({ before, after }: ScenarioRun, body: AmendmentBody): NameBook {
	return namesIn([after, before], body);
}

/** What one point does, between the structures before and after it. */
function summaryIn(
	{ actor, municipality }: OpenProposal,
	run: ScenarioRun,
	id: OperationId | null,
): OperationSummary | null {
	const step = run.steps.find(({ operation }) => operation.id === id);
	const [effect] = step ? operationEffects([step]) : [];
	return effect
		? effectWithoutHiddenCost(summariseEffect(effect), proposalCostSight(actor, municipality))
		: null;
}

function addedSummary(
	{ frozen, actor, municipality }: OpenProposal,
	operation: Operation,
): OperationSummary | null {
	const { run, snapshot } = frozen;
	const after = structureAfter(run, operation, snapshot.limits);
	const [effect] = after ? operationEffects([{ operation, before: run.after, after }]) : [];
	return effect
		? effectWithoutHiddenCost(summariseEffect(effect), proposalCostSight(actor, municipality))
		: null;
}
