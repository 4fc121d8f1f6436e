import { can } from '#lib/domain/access/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	countResting,
	findAppliedDecision,
	insertAdoptionUndo,
	linkVersion,
	listAdoptionUndos,
	markRestored,
	takeVersionOut,
	type RestingKind,
} from '../queries/adoption.ts';
import { copyAllocations } from '../queries/allocation.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { loadStructure } from '../queries/structure.ts';
import { closeVersion, findVersion, insertVersion, type StructureVersion } from '../queries/version.ts';
import { auditScenario, openScenario, type ScenarioAddress, type ScenarioRefusal } from './scenario.ts';
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
	const version = decision?.versionId ? await findVersion(ctx.db, decision.versionId) : undefined;
	return ok({
		decision: decision ?? null,
		version: version ?? null,
		resting: version ? await countResting(ctx.db, version.id) : [],
		undos: undos.map(({ version: _, contentHash: __, ...undo }) => undo),
		mayUndo: can(actor, 'adoption.undo', { municipalityId: municipality.id }),
	});
}

/**
 * Takes back the version that an adopted scenario became: the one before it is in force again without an end. The
 * decision of the council stands; what was taken back is kept whole, with who did it and why.
 * Errors: `adoption/not-applied`, `adoption/rested-on` with what stands on the version.
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
		const version = decision?.versionId ? await findVersion(tx, decision.versionId) : undefined;
		if (!decision || !version?.basedOnId) return err({ code: 'adoption/not-applied' });
		const by = await countResting(tx, version.id);
		if (by.length > 0) return err({ code: 'adoption/rested-on', by });
		const structure = await loadStructure(tx, version.id);
		if (!structure) throw new Error(`the version ${version.id} has no content`);
		await takeVersionOut(tx, { decisionId: decision.id, versionId: version.id, baseId: version.basedOnId });
		await insertAdoptionUndo(tx, {
			...{ id: ctx.newId(), decision_id: decision.id, base_version_id: version.basedOnId },
			...{ version: JSON.stringify({ version, structure }), content_hash: structureHash(structure) },
			...{ reason: input.reason.trim(), undone_at: ctx.clock.now() },
			...{ undone_by: actor.userId, undone_by_name: actor.name },
		});
		const [before, after] = [{ versionId: version.id }, { reason: input.reason.trim() }];
		await auditScenario(ctx, tx, { actor, scenario, action: 'adoption.undo', before, after });
		return ok(null);
	});
}

/**
 * Puts the version that was taken back last in force again, exactly as it was.
 * Errors: `adoption/nothing-undone`, `adoption/base-superseded`.
 */
export async function restoreAdoption(ctx: Ctx, address: ScenarioAddress): Promise<Answer<null>> {
	const found = await openScenario(ctx, address, 'adoption.undo');
	if (!found.ok) return found;
	const { actor, scenario } = found.value;
	return ctx.db.transaction().execute(async (tx) => {
		const decision = await findAppliedDecision(tx, scenario.id);
		const [undo] = decision ? await listAdoptionUndos(tx, decision.id) : [];
		if (!decision || decision.versionId || !undo || undo.restoredAt)
			return err({ code: 'adoption/nothing-undone' });
		const base = await findVersion(tx, undo.baseVersionId);
		if (base?.validTo !== null) return err({ code: 'adoption/base-superseded' });
		const kept = JSON.parse(undo.version) as { version: StructureVersion; structure: Structure };
		await putBack(ctx, tx, { ...kept, contentHash: undo.contentHash, by: actor.userId });
		await linkVersion(tx, decision.id, kept.version.id);
		await markRestored(tx, undo.id, { at: ctx.clock.now(), by: actor.userId });
		const after = { versionId: kept.version.id };
		await auditScenario(ctx, tx, { actor, scenario, action: 'adoption.restore', before: null, after });
		return ok(null);
	});
}

interface KeptVersion {
	readonly version: StructureVersion;
	readonly structure: Structure;
	readonly contentHash: string;
	readonly by: string;
}

/** A kept version whose content is not what was kept is a broken store, not a refusal. */
async function putBack(
	ctx: Ctx,
	tx: Tx,
	{ version, structure, contentHash, by }: KeptVersion,
): Promise<void> {
	if (structureHash(structure) !== contentHash) throw new Error(`the kept version ${version.id} was changed`);
	const { basedOnId } = version;
	if (basedOnId === null) throw new Error(`the kept version ${version.id} has no base`);
	await closeVersion(tx, basedOnId, version.validFrom);
	await insertVersion(tx, { ...version, createdAt: ctx.clock.now(), createdBy: by });
	await insertStructureContent(tx, version.id, structure, ctx.newId);
	await copyAllocations(tx, { from: basedOnId, to: version.id }, ctx.newId);
}
