import { can } from '#lib/domain/access/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import {
	findAppliedDecision,
	insertAdoptionUndo,
	linkVersions,
	listAdoptionUndos,
	markRestored,
	takeVersionsOut,
	type AdoptionUndo,
} from '../queries/adoption.ts';
import { copyAllocations } from '../queries/allocation.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { loadStructure } from '../queries/structure.ts';
import { countResting, type RestingKind } from '../queries/version-resting.ts';
import { closeVersion, findVersion, insertVersion, type StructureVersion } from '../queries/version.ts';
import {
	auditScenario,
	auditVersions,
	openScenario,
	type ScenarioAddress,
	type ScenarioRefusal,
} from './scenario.ts';
import { structureHash } from './structure-hash.ts';

export type AdoptionUndoRefusal =
	/** No version stands by a decision on the scenario. */
	| { readonly code: 'adoption/not-applied' }
	| {
			readonly code: 'adoption/rested-on';
			readonly by: readonly { readonly kind: RestingKind; readonly count: number }[];
	  }
	| { readonly code: 'adoption/nothing-undone' }
	/** Another version followed the base meanwhile. */
	| { readonly code: 'adoption/base-superseded' };

type Answer<T> = Result<T, Refused | ScenarioRefusal | AdoptionUndoRefusal>;

/** What stands by the decision on a scenario, what rests on it, and how often it was taken back. */
export async function viewAdoption(ctx: Ctx, address: ScenarioAddress) {
	const found = await openScenario(ctx, address);
	if (!found.ok) return found;
	const { actor, municipality, scenario } = found.value;
	const decision = await findAppliedDecision(ctx.db, scenario.id);
	const undos = decision ? await listAdoptionUndos(ctx.db, decision.id) : [];
	const versionIds = decision?.versionIds ?? [];
	return ok({
		decision: decision ?? null,
		/** One for each day on which operations take effect, the first day first. */
		versions: await versionsOf(ctx.db, versionIds),
		resting: await countResting(ctx.db, versionIds),
		undos: undos.map(({ version: _, contentHash: __, ...undo }) => undo),
		mayUndo: can(actor, 'adoption.undo', { municipalityId: municipality.id }),
	});
}

async function versionsOf(db: Reader, ids: readonly VersionId[]): Promise<readonly StructureVersion[]> {
	const versions = [];
	for (const id of ids) versions.push(await findVersion(db, id));
	return versions.filter((version) => version !== undefined);
}

/**
 * Takes back every version that an adopted scenario became: the one before them is in force again without an end. The
 * decision of the council stands; what was taken back is kept whole, with who did it and why.
 * Errors: `adoption/not-applied`, `adoption/rested-on` with what stands on any of the versions.
 */
export async function undoAdoption(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly reason: string },
): Promise<Answer<null>> {
	const found = await openScenario(ctx, address, 'adoption.undo');
	if (!found.ok) return found;
	const { actor, scenario } = found.value;
	return ctx.db.transaction().execute(async (tx) => {
		const decision = await findAppliedDecision(tx, scenario.id);
		const kept = await keep(tx, decision?.versionIds ?? []);
		const baseId = kept[0]?.version.basedOnId;
		if (!decision || !baseId) return err({ code: 'adoption/not-applied' });
		const by = await countResting(tx, decision.versionIds);
		if (by.length > 0) return err({ code: 'adoption/rested-on', by });
		await takeVersionsOut(tx, { decisionId: decision.id, versionIds: decision.versionIds, baseId });
		await insertAdoptionUndo(tx, {
			...{ id: ctx.newId(), decision_id: decision.id, base_version_id: baseId },
			...{ version: JSON.stringify(kept), content_hash: hashesOf(kept) },
			...{ reason: input.reason.trim(), undone_at: ctx.clock.now() },
			...{ undone_by: actor.userId, undone_by_name: actor.name },
		});
		const [before, after] = [{ versionIds: decision.versionIds }, { reason: input.reason.trim() }];
		await auditScenario(ctx, tx, { actor, scenario, action: 'adoption.undo', before, after });
		const gone = kept.map(({ version }) => version);
		await auditVersions(ctx, tx, { actor, action: 'version.remove' }, gone);
		return ok(null);
	});
}

/** A version with its content, as an undo keeps it. */
interface KeptVersion {
	readonly version: StructureVersion;
	readonly structure: Structure;
}

async function keep(tx: Tx, ids: readonly VersionId[]): Promise<readonly KeptVersion[]> {
	const kept: KeptVersion[] = [];
	for (const version of await versionsOf(tx, ids)) {
		const structure = await loadStructure(tx, version.id);
		if (!structure) throw new Error(`the version ${version.id} has no content`);
		kept.push({ version, structure });
	}
	return kept;
}

function hashesOf(kept: readonly KeptVersion[]): string {
	return kept.map(({ structure }) => structureHash(structure)).join(' ');
}

/**
 * Puts the versions that were taken back last in force again, exactly as they were.
 * Errors: `adoption/nothing-undone`, `adoption/base-superseded`.
 */
export async function restoreAdoption(ctx: Ctx, address: ScenarioAddress): Promise<Answer<null>> {
	const found = await openScenario(ctx, address, 'adoption.undo');
	if (!found.ok) return found;
	const { actor, scenario } = found.value;
	return ctx.db.transaction().execute(async (tx) => {
		const decision = await findAppliedDecision(tx, scenario.id);
		const [undo] = decision ? await listAdoptionUndos(tx, decision.id) : [];
		if (!decision || decision.versionIds.length > 0 || !undo || undo.restoredAt)
			return err({ code: 'adoption/nothing-undone' });
		const base = await findVersion(tx, undo.baseVersionId);
		if (base?.validTo !== null) return err({ code: 'adoption/base-superseded' });
		const kept = readKept(undo);
		for (const one of kept) await putBack(ctx, tx, one, { base: undo.baseVersionId, by: actor.userId });
		const versions = kept.map(({ version }) => ({ versionId: version.id, startsOn: version.validFrom }));
		await linkVersions(tx, decision.id, versions);
		await markRestored(tx, undo.id, { at: ctx.clock.now(), by: actor.userId });
		const after = { versionIds: versions.map(({ versionId }) => versionId) };
		await auditScenario(ctx, tx, { actor, scenario, action: 'adoption.restore', before: null, after });
		const back = kept.map(({ version }) => version);
		await auditVersions(ctx, tx, { actor, action: 'version.restore' }, back);
		return ok(null);
	});
}

/** Versions whose content is not what was kept are a broken store, not a refusal. */
function readKept({ id, version, contentHash }: AdoptionUndo): readonly KeptVersion[] {
	const read = JSON.parse(version) as KeptVersion | readonly KeptVersion[];
	// What was taken back before a decision could make several versions is one alone.
	const kept = 'version' in read ? [read] : read;
	if (hashesOf(kept) !== contentHash) throw new Error(`what the undo ${id} keeps was changed`);
	return kept;
}

async function putBack(
	ctx: Ctx,
	tx: Tx,
	{ version, structure }: KeptVersion,
	{ base, by }: { readonly base: VersionId; readonly by: string },
): Promise<void> {
	await closeVersion(tx, version.basedOnId ?? base, version.validFrom);
	await insertVersion(tx, { ...version, createdAt: ctx.clock.now(), createdBy: by });
	await insertStructureContent(tx, version.id, structure, ctx.newId);
	await copyAllocations(tx, { from: base, to: version.id }, ctx.newId);
}
