import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import type { StructureVersion } from '../queries/version.ts';
import { writeVersion } from './version-write.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** A frozen version never changes; a working copy of it can be made. */
export interface VersionFrozen {
	readonly code: 'org/version-frozen';
}

/** Somebody else was quicker: what they did, so that the second person sees both. */
export interface Stale {
	readonly code: 'org/stale';
	readonly last: AuditRecord | null;
}

/** The refusals of the domain, each at its field. */
export interface EditRefused<Refusal> {
	readonly code: 'org/refused';
	readonly refusals: readonly Refusal[];
}

export type EditError<Refusal> = Refused | VersionFrozen | Stale | EditRefused<Refusal>;

export interface Edited<T, Warning> {
	readonly after: T | null;
	readonly warnings: readonly Warning[];
}

/** What comes with an edit besides the edit itself. */
export interface EditGiven<Key> {
	/** The revision that the person saw; ignored when something is created. */
	readonly revision: number;
	/** Key of something that existed before and comes back; a new thing gets a fresh one. */
	readonly key?: Key;
}

/** The structure of a working version, for whoever may edit it. */
export async function openForEdit(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<OpenStructure, Refused | VersionFrozen>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	return opened.value.version.status === 'working' ? opened : err({ code: 'org/version-frozen' });
}

export interface Change {
	readonly entity: 'unit' | 'post' | 'function' | 'participation';
	readonly key: string;
	readonly verb: 'create' | 'change' | 'delete';
	readonly before: unknown;
	readonly after: unknown;
}

/**
 * Runs one change in one transaction: `write` answers false when the row moved on, then nothing is kept and the person
 * learns who changed it. Otherwise the version's revision grows and the audit entry is written.
 */
export async function saveChange(
	ctx: Ctx,
	open: Pick<OpenStructure, 'actor' | 'municipality' | 'version'>,
	change: Change,
	write: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, VersionFrozen | Stale>> {
	const { entity, key, verb, before, after } = change;
	const entry = { action: `${entity}.${verb}`, entity, entityKey: key, before, after };
	const written = await writeVersion(ctx, open, { entries: [entry], reverses: null }, write);
	if (written === 'frozen') return err({ code: 'org/version-frozen' });
	if (written === 'stale')
		return err({ code: 'org/stale', last: await lastChange(ctx.db, open.version, change) });
	return ok(null);
}

async function lastChange(
	db: Reader,
	version: StructureVersion,
	change: Change,
): Promise<AuditRecord | null> {
	const entries = await listAudit(db, {
		municipalityId: version.municipalityId,
		entity: change.entity,
		entityKey: change.key,
		limit: 1,
	});
	return entries[0] ?? null;
}
