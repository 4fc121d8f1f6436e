import { can, canSomewhere, POLICY, type Action, type Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Structure } from '#lib/domain/org/index.ts';
import { err, isWithin, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { authorise, DENIED, type Ctx, type Refused } from '../context.ts';
import { findMunicipalityBySlug, listMunicipalities } from '../queries/municipality.ts';
import { listVersions, type StructureVersion } from '../queries/version.ts';
import { readStructure } from './structure-cache.ts';

/** Which municipality a page is about, and which of its versions; without one, the version in force. */
export interface WorkspaceAddress {
	readonly slug: string;
	readonly versionId?: string | null;
}

export interface Workspace {
	readonly municipality: Municipality;
	readonly version: StructureVersion;
	readonly versions: readonly StructureVersion[];
	/** What the actor may do here, be it only in the own unit, so that a page offers only that. */
	readonly allowed: readonly Action[];
}

/** The frame of every page about a municipality. */
export async function openWorkspace(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<Workspace, Refused>> {
	const found = await openMunicipality(ctx, address.slug, 'municipality.read');
	if (!found.ok) return found;
	const { municipality, actor } = found.value;
	const versions = await readableVersions(ctx, municipality);
	const version = chooseVersion(versions, address.versionId, ctx.clock.today());
	if (!version) return err(DENIED);
	const actions = Object.keys(POLICY) as Action[];
	const allowed = actions.filter((action) => canSomewhere(actor, action, municipality.id));
	return ok({ municipality, version, versions, allowed });
}

/** The municipality behind an address, when the actor may do the action there. */
export async function openMunicipality(
	ctx: Ctx,
	slug: string,
	action: Action,
): Promise<Result<{ readonly municipality: Municipality; readonly actor: Actor }, Refused>> {
	const municipality = await findMunicipalityBySlug(ctx.db, slug);
	if (!municipality) return err(DENIED);
	const allowed = authorise(ctx, action, { municipalityId: municipality.id });
	return allowed.ok ? ok({ municipality, actor: allowed.value }) : allowed;
}

export interface OpenStructure {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly version: StructureVersion;
	readonly structure: Structure;
}

/** The structure that a page shows or an analysis reads. */
export async function openStructure(
	ctx: Ctx,
	address: WorkspaceAddress,
	action: Action = 'municipality.read',
): Promise<Result<OpenStructure, Refused>> {
	const found = await openMunicipality(ctx, address.slug, action);
	if (!found.ok) return found;
	const { municipality, actor } = found.value;
	const versions = await readableVersions(ctx, municipality);
	const version = chooseVersion(versions, address.versionId, ctx.clock.today());
	const structure = version && (await readStructure(ctx.db, version.id));
	return version && structure ? ok({ actor, municipality, version, structure }) : err(DENIED);
}

/**
 * Versions that the actor may read, newest first: drafts are for those who work on them. Where nothing was adopted yet
 * everybody reads the draft, since there is nothing else to show.
 */
export async function readableVersions(
	ctx: Ctx,
	municipality: Pick<Municipality, 'id'>,
): Promise<readonly StructureVersion[]> {
	const versions = await listVersions(ctx.db, municipality.id);
	if (can(ctx.actor, 'version.draft', { municipalityId: municipality.id })) return versions;
	const adopted = versions.filter(({ status }) => status === 'frozen');
	return adopted.length > 0 ? adopted : versions;
}

/** The municipalities that the actor may read, in alphabetical order. */
export async function listReadableMunicipalities(ctx: Ctx): Promise<readonly Municipality[]> {
	const all = await listMunicipalities(ctx.db);
	return all.filter(({ id }) => can(ctx.actor, 'municipality.read', { municipalityId: id }));
}

/**
 * The version asked for; without one – a form sends an empty choice as an empty text – the frozen version in force today, or the newest that was, or — where
 * nothing has been adopted yet — the working one. `versions` stand newest first.
 */
function chooseVersion(
	versions: readonly StructureVersion[],
	versionId: string | null | undefined,
	today: IsoDate,
): StructureVersion | undefined {
	if (versionId) return versions.find((version) => version.id === versionId);
	const adopted = versions.filter((version) => version.status === 'frozen' && version.validFrom <= today);
	const inForce = adopted.find((version) =>
		isWithin(today, { from: version.validFrom, to: version.validTo }),
	);
	return inForce ?? adopted[0] ?? versions[0];
}
