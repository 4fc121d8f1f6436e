import {
	namesIn,
	operationEffects,
	rebase,
	summariseEffect,
	type NameBook,
	type Operation,
	type OperationSummary,
	type Rebase,
	type RebaseDecision,
	type RebaseItem,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { err, ok, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteOperation, insertOperation, listOperations, updatePositions } from '../queries/operation.ts';
import {
	findFreshRebase,
	hangBack,
	insertRebase,
	listToReview,
	markRebaseUndone,
	readHanging,
} from '../queries/scenario-rebase.ts';
import { touchScenario } from '../queries/scenario.ts';
import { findVersion, listVersions, type StructureVersion } from '../queries/version.ts';
import { openDraft, type OperationAnswer } from './operation.ts';
import { auditScenario, type OpenScenario, type ScenarioAddress } from './scenario.ts';
import { readStructure } from './structure-cache.ts';
import { dropNeedsOf, findHeldNeeds } from './training-need-hold.ts';

export type RebaseRefusal =
	| { readonly code: 'rebase/base-current' }
	| { readonly code: 'rebase/undecided'; readonly count: number }
	/** Something was changed after it, or there was none. */
	| { readonly code: 'rebase/nothing-to-undo' };

export type RebaseDecisions = ReadonlyMap<OperationId, RebaseDecision>;

/** A scenario beside the version that came after its base. */
export interface RebasePlan {
	readonly from: StructureVersion;
	readonly to: StructureVersion;
	readonly rebase: Rebase;
}

/**
 * What it would take to put a scenario on the newest adopted version; null while its base is that version.
 * Drafts alone have something to be put elsewhere: what was submitted stays as it is.
 */
export async function planRebase(
	ctx: Ctx,
	open: OpenScenario,
	decisions: RebaseDecisions = new Map(),
): Promise<RebasePlan | null> {
	if (open.scenario.status !== 'draft') return null;
	const to = await newerBase(ctx, open);
	const newBase = to && (await readStructure(ctx.db, to.id));
	if (!to || !newBase) return null;
	const { run, operations, limits } = open;
	const input = { oldBase: run.before, newBase, operations, limits, decisions };
	return {
		from: open.version,
		to,
		rebase: decisions.size > 0 ? rebase(input) : undecidedRebase(input, open),
	};
}

/** By the structure that comes after, then by the scenario. */
const undecided = new WeakMap<Structure, Map<string, { readonly mark: string; readonly rebase: Rebase }>>();

/** Every page of a scenario asks for it: made anew only when the scenario, its base or the version after it changed. */
function undecidedRebase(input: Parameters<typeof rebase>[0], { scenario, version }: OpenScenario): Rebase {
	const mark = [scenario.revision, version.id, version.revision, JSON.stringify(input.limits)].join(' ');
	const plans = undecided.get(input.newBase) ?? new Map<string, { mark: string; rebase: Rebase }>();
	const known = plans.get(scenario.id);
	if (known?.mark === mark) return known.rebase;
	const made = rebase(input);
	undecided.set(input.newBase, plans.set(scenario.id, { mark, rebase: made }));
	return made;
}

async function newerBase(ctx: Ctx, { version, municipality }: OpenScenario) {
	const versions = await listVersions(ctx.db, municipality.id);
	const newest = versions.find((other) => other.status === 'frozen');
	return newest && newest.id !== version.id && newest.validFrom > version.validFrom ? newest : undefined;
}

/** One operation of the plan as a page shows it. */
export interface RebaseEntry extends Pick<RebaseItem, 'reasons' | 'choices' | 'decision'> {
	readonly operation: RebaseItem['operation'];
	/** What it does, on the new base where it applies there, otherwise on the old one; null where it never applied. */
	readonly effect: OperationSummary | null;
}

/** The operations of a plan with the names that their reasons mention, and their places. */
export function rebaseEntries({ rebase: plan }: RebasePlan, { run, operations }: OpenScenario) {
	const entries = plan.items.map((item): RebaseEntry => {
		const { operation, reasons, choices, decision } = item;
		return { operation, reasons, choices, decision, effect: effectOf(item) };
	});
	const ends = plan.items.flatMap(({ fresh, old }) => [fresh?.before, old?.before]);
	const structures = [run.before, plan.after, run.after, ...ends].filter((side) => side !== undefined);
	const keys = entries.flatMap(({ reasons }) => [
		reasons,
		reasons.flatMap((reason) => ('key' in reason ? reason.key.split(' ') : [])),
	]);
	const names: NameBook = namesIn([...new Set(structures)], keys);
	return { entries, names, places: Object.fromEntries(operations.map(({ id, position }) => [id, position])) };
}

function effectOf({ fresh, old }: RebaseItem): OperationSummary | null {
	const step = fresh ?? old;
	const effect = step && operationEffects([step])[0];
	return effect ? summariseEffect(effect) : null;
}

export interface RebaseInput {
	/** The version that the person saw. */
	readonly toVersionId: string;
	readonly decisions: RebaseDecisions;
	readonly revision: number;
}

/**
 * Puts a draft on the version that follows its base, as decided for every conflict. What is dropped takes its training
 * needs with it. Errors: `rebase/base-current` when there is no newer version, or not the one that was seen;
 * `rebase/undecided`; `scenario/effective-before-base`; `operation/needs-planned`; `scenario/stale`.
 * Answers the operations to be opened for changes, in order.
 */
export async function saveRebase(
	ctx: Ctx,
	address: ScenarioAddress,
	input: RebaseInput,
): Promise<OperationAnswer<readonly OperationId[]> | { ok: false; error: RebaseRefusal }> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const plan = await planRebase(ctx, found.value, input.decisions);
	if (plan?.to.id !== input.toVersionId) return err({ code: 'rebase/base-current' });
	if (plan.rebase.undecided > 0) return err({ code: 'rebase/undecided', count: plan.rebase.undecided });
	const { scenario } = found.value;
	if (scenario.effectiveOn <= plan.to.validFrom)
		return err({ code: 'scenario/effective-before-base', validFrom: plan.to.validFrom });
	return writeRebase(ctx, found.value, plan, input.revision);
}

async function writeRebase(
	ctx: Ctx,
	open: OpenScenario,
	plan: RebasePlan,
	revision: number,
): Promise<OperationAnswer<readonly OperationId[]>> {
	const { actor, scenario, operations } = open;
	const { items } = plan.rebase;
	const decided = (wanted: RebaseDecision) =>
		items.filter(({ decision }) => decision === wanted).map(({ operation }) => operation.id);
	const [dropped, toReview] = [decided('drop'), decided('edit')];
	return ctx.db.transaction().execute(async (tx) => {
		for (const id of dropped) {
			const held = await findHeldNeeds(tx, scenario.municipalityId, id);
			if (held) return err(held);
		}
		if (!(await touchScenario(tx, { id: scenario.id, revision }, { baseVersionId: plan.to.id })))
			return err({ code: 'scenario/stale' });
		const hanging = await readHanging(tx, dropped);
		await takeOut(ctx, tx, open, dropped);
		await updatePositions(tx, scenario.id, plan.rebase.operations);
		await insertRebase(tx, {
			...{ id: ctx.newId(), scenarioId: scenario.id, operationsBefore: operations, toReview },
			...{ fromVersionId: plan.from.id, toVersionId: plan.to.id, revisionAfter: revision + 1 },
			...{ madeAt: ctx.clock.now(), madeBy: actor.userId, dropped: hanging },
		});
		const before = { baseVersionId: plan.from.id, operations: operations.map(({ id }) => id) };
		const after = { baseVersionId: plan.to.id, dropped, toReview };
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.rebase', before, after });
		return ok(toReview);
	});
}

async function takeOut(ctx: Ctx, tx: Tx, open: OpenScenario, ids: readonly OperationId[]): Promise<void> {
	const { actor, scenario } = open;
	for (const operationId of ids) {
		await dropNeedsOf(ctx, tx, { actor, municipalityId: scenario.municipalityId, operationId });
		await deleteOperation(tx, operationId);
	}
}

/** The last rebase of a draft, while nothing else was changed after it. */
export async function findUndoableRebase(ctx: Ctx, { scenario, mayEdit }: OpenScenario) {
	const record = mayEdit ? await findFreshRebase(ctx.db, scenario) : undefined;
	const from = record && (await findVersion(ctx.db, record.fromVersionId));
	return record && from ? { id: record.id, from } : null;
}

/** The operations that somebody wanted to change after a rebase and that nobody changed yet, in order. */
export async function operationsToReview(
	ctx: Ctx,
	{ scenario, operations }: Pick<OpenScenario, 'scenario' | 'operations'>,
): Promise<readonly Operation[]> {
	const ids = new Set(await listToReview(ctx.db, scenario.id));
	return operations.filter(({ id }) => ids.has(id));
}

/** Puts a scenario back on its former base, with the operations of then, their training needs and ticked papers. Error `rebase/nothing-to-undo`. */
export async function undoRebase(
	ctx: Ctx,
	address: ScenarioAddress,
	{ revision }: { readonly revision: number },
): Promise<OperationAnswer<null> | { ok: false; error: RebaseRefusal }> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { actor, scenario, operations } = found.value;
	const record = await findFreshRebase(ctx.db, scenario);
	if (!record) return err({ code: 'rebase/nothing-to-undo' });
	return ctx.db.transaction().execute(async (tx) => {
		const back = { baseVersionId: record.fromVersionId };
		if (!(await touchScenario(tx, { id: scenario.id, revision }, back)))
			return err({ code: 'scenario/stale' });
		const made = { at: ctx.clock.now(), by: actor.userId };
		const kept = new Set((await listOperations(tx, scenario.id)).map(({ id }) => id));
		const last = operations.length + record.operationsBefore.length;
		for (const [at, operation] of record.operationsBefore.entries())
			if (!kept.has(operation.id))
				await insertOperation(tx, scenario.id, { ...operation, position: last + at + 1 }, made);
		await updatePositions(tx, scenario.id, record.operationsBefore);
		await hangBack(tx, record.dropped);
		await markRebaseUndone(tx, record.id, made);
		const [before, after] = [{ baseVersionId: record.toVersionId }, back];
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.rebase-undo', before, after });
		return ok(null);
	});
}
