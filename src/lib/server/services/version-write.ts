import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import type { AuditRecord } from '../queries/audit.ts';
import { recordAudit } from './audit.ts';
import type { OpenStructure } from './workspace.ts';

/** `frozen`: something rests on the version and it no longer changes; `stale`: somebody else was quicker. */
export type VersionWrite = 'saved' | 'frozen' | 'stale';

export type VersionEntry = Pick<AuditRecord, 'action' | 'entity' | 'entityKey' | 'before' | 'after'>;

/** What is written into the trail: one entry or several, and the step that they take back or put back. */
export interface VersionStep {
	readonly entries: readonly VersionEntry[];
	readonly reverses: number | null;
}

/**
 * One step of a working version in one transaction: the change, the mark on the version and the audit entries, all or
 * none. `write` answers false when what the person saw is no longer there; then nothing is kept.
 */
export async function writeVersion(
	ctx: Ctx,
	{ actor, municipality, version }: Pick<OpenStructure, 'actor' | 'municipality' | 'version'>,
	{ entries, reverses }: VersionStep,
	write: (tx: Tx) => Promise<boolean>,
): Promise<VersionWrite> {
	const stale = new Error('the version moved on');
	const saving = ctx.db.transaction().execute(async (tx): Promise<VersionWrite> => {
		const stored = await findVersion(tx, version.id);
		if (stored?.status !== 'working') return 'frozen';
		// Thrown, so that what `write` did before it met the moved row goes too.
		if (!(await write(tx))) throw stale;
		await touchVersion(tx, version.id);
		const place = { actor, municipalityId: municipality.id, versionId: version.id };
		const step = { versionRevision: stored.revision + 1, reverses };
		for (const entry of entries) await recordAudit(ctx, tx, { ...place, ...step, ...entry });
		return 'saved';
	});
	return saving.catch((error: unknown) => {
		if (error === stale) return 'stale';
		throw error;
	});
}
