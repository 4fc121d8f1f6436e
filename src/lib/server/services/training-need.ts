import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import { operationEffects } from '#lib/domain/scenario/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import {
	compareNeeds,
	competencyGap,
	computeCoverage,
	computePriority,
	deriveNeeds,
	leaversOn,
	reconcileNeeds,
	withoutLeavers,
	type Competency,
	type ReconciledNeeds,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteNeed, insertNeed, listNeeds, refreshNeed, type StoredNeed } from '../queries/training-need.ts';
import { listPlanItems } from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';
import { openScenario, type ScenarioRefusal } from './scenario.ts';
import { openTraining, type OpenTraining } from './training.ts';
import { structuralChanges } from './training-changes.ts';
import { readRuleChanges } from './training-rules.ts';
import { settleNeeds } from './training-need-state.ts';

export type KeptNeed = TrainingNeed &
	Pick<StoredNeed, 'id' | 'state' | 'isByHand' | 'note' | 'revision' | 'scenarioId' | 'isLaidAside'>;

/** Where needs are taken from: what is missing now, or what a scenario changes. */
export type NeedSource =
	{ readonly kind: 'gaps' } | { readonly kind: 'scenario'; readonly scenarioId: string };

export interface NeedSync {
	readonly added: number;
	readonly updated: number;
	readonly removed: number;
	/** Changes of the scenario that were looked at: received functions, new units and heads, changed posts. */
	readonly changes: number;
}

/**
 * Derives the needs of a source afresh and brings the kept ones up to them: what is met or dismissed stays as
 * history, people for whom it does not speak make the need arise again, and what no longer arises goes.
 */
export async function syncNeeds(
	ctx: Ctx,
	slug: string,
	source: NeedSource,
): Promise<Result<NeedSync, Refused | ScenarioRefusal>> {
	return ctx.db.transaction().execute(async (tx) => {
		const inside = within(ctx, tx);
		const opened = await openTraining(inside, { slug }, 'training.edit');
		if (!opened.ok) return opened;
		const training = opened.value;
		const derived = await derivedNeeds(inside, training, source);
		if (!derived.ok) return derived;
		const scenarioId = source.kind === 'scenario' ? source.scenarioId : null;
		const { needs, changes } = derived.value;
		const isOf = (need: KeptNeed) => need.scenarioId === scenarioId;
		return ok({ ...(await bringUp(ctx, tx, training, { needs, isOf })), changes });
	});
}

/**
 * The same for the changes of technology cards alone, inside the transaction that changed a card: the needs of a change
 * come and go with it.
 */
export async function syncCardNeeds(ctx: Ctx, tx: Tx, training: OpenTraining): Promise<void> {
	const derived = await derivedNeeds(within(ctx, tx), training, { kind: 'gaps' });
	if (!derived.ok) throw new Error('needs of today rest on no scenario');
	const isOf = ({ cause }: TrainingNeed) => cause.kind === 'rule-changed' && cause.rule === 'card';
	await bringUp(ctx, tx, training, { needs: derived.value.needs.filter(isOf), isOf });
}

async function bringUp(
	ctx: Ctx,
	tx: Tx,
	training: OpenTraining,
	{ needs, isOf }: { readonly needs: readonly TrainingNeed[]; readonly isOf: (need: KeptNeed) => boolean },
): Promise<Omit<NeedSync, 'changes'>> {
	const stored = await listNeeds(tx, training.municipality.id);
	const known = stored.map((need) => keptNeed(need, training.competencies)).filter(isOf);
	const coverage = computeCoverage(stored, await listPlanItems(tx, training.municipality.id));
	const leavers = leaversOn(training.employees, training.asOf);
	const reconciled = reconcileNeeds({ derived: needs, known, coverage, leavers });
	return storeNeeds(ctx, tx, training, { reconciled, known });
}

/**
 * The needs that the actor may know of, most urgent first. Needs of a scenario that is still a draft are for
 * those alone who may read scenarios.
 */
export async function listKeptNeeds(ctx: Ctx, training: OpenTraining): Promise<readonly KeptNeed[]> {
	const { actor, municipality, competencies } = training;
	const leavers = leaversOn(training.employees, training.asOf);
	const stored = await listNeeds(ctx.db, municipality.id);
	const mayReadScenarios = can(actor, 'scenario.read', { municipalityId: municipality.id });
	return stored
		.filter((need) => need.scenarioId === null || mayReadScenarios)
		.flatMap((need) => withoutLeavers(need, leavers) ?? [])
		.map((need) => keptNeed(need, competencies))
		.sort(compareNeeds);
}

/** A kept need with its gaps and its priority, worked out from what is kept. */
export function keptNeed(need: StoredNeed, competencies: readonly Competency[]): KeptNeed {
	const weight = competencies.find((item) => item.key === need.competencyKey)?.weight ?? 1;
	const people = need.people.map((person) => ({
		...person,
		gap:
			person.required === null || person.assessed === null
				? null
				: competencyGap({ required: person.required, assessed: person.assessed }),
	}));
	return { ...need, people, priority: computePriority({ gaps: people.map((person) => person.gap), weight }) };
}

/** What a competency is called; mandatory training has none. */
export function competencyName(
	competencies: readonly Competency[],
	need: Pick<TrainingNeed, 'competencyKey'>,
): LocalText | null {
	return competencies.find((item) => item.key === need.competencyKey)?.name ?? null;
}

async function derivedNeeds(
	ctx: Ctx,
	training: OpenTraining,
	source: NeedSource,
): Promise<
	Result<{ readonly needs: readonly TrainingNeed[]; readonly changes: number }, Refused | ScenarioRefusal>
> {
	const { lookup } = training;
	if (source.kind === 'gaps') {
		const { municipality, asOf, ruleMonths: months } = training;
		const rules = await readRuleChanges(ctx, { municipalityId: municipality.id, lookup, asOf, months });
		const present = { before: lookup, after: lookup, changes: [], ruleChanges: rules.changes };
		return ok({ needs: deriveNeeds({ ...training, ...present }), changes: 0 });
	}
	const address = { slug: training.municipality.slug, scenarioId: source.scenarioId };
	const found = await openScenario(ctx, address);
	if (!found.ok) return found;
	const { run, scenario } = found.value;
	const after = lookUp(run.after);
	const changes = structuralChanges({
		effects: operationEffects(run.steps),
		after,
		effectiveOn: scenario.effectiveOn,
	});
	const needs = deriveNeeds({ ...training, before: lookUp(run.before), after, changes });
	return ok({ needs: needs.filter((need) => 'operationId' in need.cause), changes: changes.length });
}

async function storeNeeds(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: OpenTraining,
	needs: { readonly reconciled: ReconciledNeeds; readonly known: readonly KeptNeed[] },
): Promise<Omit<NeedSync, 'changes'>> {
	const { added, updated, removed } = needs.reconciled;
	const idOf = new Map(needs.known.map((need) => [need.key, need.id]));
	const made = { municipalityId: municipality.id, at: ctx.clock.now(), by: actor.userId };
	for (const need of added) await insertNeed(tx, need, { ...made, id: ctx.newId() });
	for (const need of updated) await refreshNeed(tx, idOf.get(need.key) ?? '', need);
	for (const key of removed) await deleteNeed(tx, idOf.get(key) ?? '');
	await settleNeeds(ctx, tx, municipality.id);
	await recordAudit(ctx, tx, {
		actor,
		municipalityId: municipality.id,
		action: 'training-need.sync',
		entity: 'training-need',
		entityKey: municipality.slug,
		versionId: null,
		before: null,
		after: { added: added.map((need) => need.key), updated: updated.length, removed },
	});
	return { added: added.length, updated: updated.length, removed: removed.length };
}
