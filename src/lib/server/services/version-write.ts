import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import type { AuditRecord } from '../queries/audit.ts';
import { recordAudit } from './audit.ts';
import type { OpenStructure } from './workspace.ts';

export type VersionEntry = Pick<AuditRecord, 'action' | 'entity' | 'entityKey' | 'before' | 'after'>;

/** What is written into the trail: one entry or several, and the step that they take back or put back. */
export interface VersionStep {
	readonly entries: readonly VersionEntry[];
	readonly reverses: number | null;
}

/** The version moved on since the person saw it; thrown, so that what was written before goes too. */
class MovedOn extends Error {}

/**
 * One step of a working version inside the transaction that has read what it is planned by: the change, the mark on the
 * version and the audit entries, all or none. `write` answers false when what the person saw is no longer there; the
 * transaction as a whole goes into `orStale`, so that then nothing is kept. Answers `frozen` before anything is written.
 */
export async function writeStep(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, version }: Pick<OpenStructure, 'actor' | 'municipality' | 'version'>,
	{ entries, reverses, write }: VersionStep & { readonly write: (tx: Tx) => Promise<boolean> },
): Promise<'saved' | 'frozen'> {
	const stored = await findVersion(tx, version.id);
	if (stored?.status !== 'working') return 'frozen';
	if (!(await write(tx))) throw new MovedOn('the version moved on');
	await touchVersion(tx, version.id);
	const place = { actor, municipalityId: municipality.id, versionId: version.id };
	const step = { versionRevision: stored.revision + 1, reverses };
	for (const entry of entries) await recordAudit(ctx, tx, { ...place, ...step, ...entry });
	return 'saved';
}

/** What a transaction answers, or what is said where its step met a row that moved on and nothing of it was kept. */
export async function orStale<T, S>(transaction: Promise<T>, stale: () => S | Promise<S>): Promise<T | S> {
	try {
		return await transaction;
	} catch (error) {
		if (error instanceof MovedOn) return stale();
		throw error;
	}
}
