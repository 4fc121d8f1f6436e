import { can, type Actor } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { asId, err, ok, type MunicipalityId, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { loadStructure } from '../queries/structure.ts';
import { copyAllocations } from '../queries/allocation.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { insertVersion, listVersions, type StructureVersion } from '../queries/version.ts';
import { listVersionDecisions, type VersionDecision } from '../queries/version-decision.ts';
import { recordAudit } from './audit.ts';
import { openMunicipality, openStructure, readableVersions, type WorkspaceAddress } from './workspace.ts';

export interface VersionLine extends StructureVersion {
	/** Label of the version it was copied from; null for the first one. */
	readonly basedOn: LocalText | null;
	/** The decision that made it; null for a copy and for what was entered. */
	readonly decision: VersionDecision | null;
}

/** All versions of a municipality, newest first. */
export async function viewVersions(ctx: Ctx, slug: string): Promise<Result<readonly VersionLine[], Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const versions = await readableVersions(ctx, opened.value.municipality);
	const decisions = await listVersionDecisions(ctx.db, opened.value.municipality.id);
	const labels = new Map(versions.map((version) => [version.id, version.label]));
	return ok(
		versions.map((version) => ({
			...version,
			basedOn: version.basedOnId === null ? null : (labels.get(version.basedOnId) ?? null),
			decision: decisions.get(version.id) ?? null,
		})),
	);
}

/** The decision that made the version which a page is about; null for a version that was entered or copied. */
export async function viewDecisionBehind(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<
	Result<{ readonly decision: VersionDecision | null; readonly mayOpenScenario: boolean }, Refused>
> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { version, municipality, actor } = opened.value;
	const decisions = await listVersionDecisions(ctx.db, municipality.id);
	const mayOpenScenario = can(actor, 'scenario.read', { municipalityId: municipality.id });
	return ok({ decision: decisions.get(version.id) ?? null, mayOpenScenario });
}

export type CopyError = Refused | { readonly code: 'version/already-working'; readonly versionId: VersionId };

/**
 * A working copy of a version, valid from today: everything in it may be edited, the original stays as it is. A second
 * copy of the same version is refused with the id of the first, so that two people do not work past each other.
 */
export async function copyAsWorking(
	ctx: Ctx,
	address: WorkspaceAddress,
	label: LocalText,
): Promise<Result<VersionId, CopyError>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	const { version, municipality, actor } = opened.value;
	const at = { version, municipalityId: municipality.id, actor };
	return ctx.db.transaction().execute((tx) => copyVersion(ctx, tx, at, label));
}

/** The same inside the transaction of a larger change. Nothing is written when it is refused. */
export async function copyVersion(
	ctx: Ctx,
	tx: Tx,
	at: {
		readonly version: StructureVersion;
		readonly municipalityId: MunicipalityId;
		readonly actor: Actor;
	},
	label: LocalText,
): Promise<Result<VersionId, CopyError>> {
	const { version, municipalityId, actor } = at;
	const id = asId<VersionId>(ctx.newId());
	const copy: StructureVersion = {
		id,
		municipalityId,
		label,
		status: 'working',
		validFrom: ctx.clock.today(),
		validTo: null,
		basedOnId: version.id,
		contentHash: null,
		revision: 1,
		origin: version.origin,
	};
	// Both are read here: a copy made or an edit saved meanwhile is seen, not overwritten.
	const existing = (await listVersions(tx, municipalityId)).find(
		(other) => other.status === 'working' && other.basedOnId === version.id,
	);
	if (existing) return err({ code: 'version/already-working', versionId: existing.id });
	const structure = await loadStructure(tx, version.id);
	if (!structure) return err(DENIED);
	await insertVersion(tx, { ...copy, createdAt: ctx.clock.now(), createdBy: actor.userId });
	await insertStructureContent(tx, id, structure, ctx.newId);
	await copyAllocations(tx, { from: version.id, to: id }, ctx.newId);
	await recordAudit(ctx, tx, {
		actor,
		municipalityId,
		action: 'version.create',
		entity: 'version',
		entityKey: id,
		versionId: id,
		before: null,
		after: { label, basedOn: version.id },
	});
	return ok(id);
}
