import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import { operationEffects } from '#lib/domain/scenario/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	compareNeeds,
	competencyGap,
	computePriority,
	deriveNeeds,
	type Competency,
	type NeedState,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import {
	deleteNeed,
	insertNeed,
	listNeeds,
	refreshNeed,
	updateNeedState,
	type StoredNeed,
} from '../queries/training-need.ts';
import { recordAudit } from './audit.ts';
import { openScenario, type ScenarioRefusal } from './scenario.ts';
import { openTraining, type OpenTraining } from './training.ts';
import { structuralChanges } from './training-changes.ts';

export type KeptNeed = TrainingNeed & Pick<StoredNeed, 'id' | 'state' | 'note' | 'scenarioId'>;

export type NeedRefusal = { readonly code: 'training/no-such-need' };

/** Where needs are taken from: what is missing now, or what a scenario changes. */
export type NeedSource =
	{ readonly kind: 'gaps' } | { readonly kind: 'scenario'; readonly scenarioId: string };

export interface NeedSync {
	readonly added: number;
	readonly updated: number;
	readonly removed: number;
}

/**
 * Derives the needs of a source afresh and keeps them: new ones are added as open, open ones brought up to date,
 * open ones that no longer arise are removed. What was planned, met or dismissed stays as it was.
 */
export async function syncNeeds(
	ctx: Ctx,
	slug: string,
	source: NeedSource,
): Promise<Result<NeedSync, Refused | ScenarioRefusal>> {
	const opened = await openTraining(ctx, { slug }, 'training.edit');
	if (!opened.ok) return opened;
	const training = opened.value;
	const derived = await derivedNeeds(ctx, training, source);
	if (!derived.ok) return derived;
	const stored = await listNeeds(ctx.db, training.municipality.id);
	const scenarioId = source.kind === 'scenario' ? source.scenarioId : null;
	const ofSource = stored.filter((need) => need.scenarioId === scenarioId);
	return ok(await storeNeeds(ctx, training, { derived: derived.value, stored, ofSource }));
}

/** Moves a need to another state, with a note why. Error `training/no-such-need`. */
export async function setNeedState(
	ctx: Ctx,
	slug: string,
	change: { readonly id: string; readonly state: NeedState; readonly note: string | null },
): Promise<Result<null, Refused | NeedRefusal>> {
	const opened = await openTraining(ctx, { slug }, 'training.edit');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	const need = (await listNeeds(ctx.db, municipality.id)).find((item) => item.id === change.id);
	if (!need) return err({ code: 'training/no-such-need' });
	await ctx.db.transaction().execute(async (tx) => {
		await updateNeedState(tx, [need.id], change);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'training-need.move',
			entity: 'training-need',
			entityKey: need.key,
			versionId: null,
			before: { state: need.state, note: need.note },
			after: { state: change.state, note: change.note },
		});
	});
	return ok(null);
}

/**
 * The needs that the actor may know of, most urgent first. Needs of a scenario that is still a draft are for
 * those alone who may read scenarios.
 */
export async function listKeptNeeds(ctx: Ctx, training: OpenTraining): Promise<readonly KeptNeed[]> {
	const { actor, municipality, competencies } = training;
	const stored = await listNeeds(ctx.db, municipality.id);
	const mayReadScenarios = can(actor, 'scenario.read', { municipalityId: municipality.id });
	return stored
		.filter((need) => need.scenarioId === null || mayReadScenarios)
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
): Promise<Result<readonly TrainingNeed[], Refused | ScenarioRefusal>> {
	const { lookup } = training;
	if (source.kind === 'gaps')
		return ok(deriveNeeds({ ...training, before: lookup, after: lookup, changes: [] }));
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
	return ok(needs.filter((need) => 'operationId' in need.cause));
}

async function storeNeeds(
	ctx: Ctx,
	{ actor, municipality }: OpenTraining,
	needs: {
		readonly derived: readonly TrainingNeed[];
		readonly stored: readonly StoredNeed[];
		readonly ofSource: readonly StoredNeed[];
	},
): Promise<NeedSync> {
	const known = new Map(needs.stored.map((need) => [need.key, need]));
	const keys = new Set(needs.derived.map((need) => need.key));
	const added = needs.derived.filter((need) => !known.has(need.key));
	const open = needs.derived.filter((need) => known.get(need.key)?.state === 'open');
	const removed = needs.ofSource.filter((need) => need.state === 'open' && !keys.has(need.key));
	const sync = { added: added.length, updated: open.length, removed: removed.length };
	await ctx.db.transaction().execute(async (tx) => {
		const made = { municipalityId: municipality.id, at: ctx.clock.now(), by: actor.userId };
		for (const need of added) await insertNeed(tx, need, { ...made, id: ctx.newId() });
		for (const need of open) await refreshNeed(tx, known.get(need.key)?.id ?? '', need);
		for (const need of removed) await deleteNeed(tx, need.id);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'training-need.sync',
			entity: 'training-need',
			entityKey: municipality.slug,
			versionId: null,
			before: null,
			after: sync,
		});
	});
	return sync;
}
