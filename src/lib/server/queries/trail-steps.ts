import { EDITED_ENTITIES, type EditStep } from '#lib/domain/org/index.ts';
import type { UserId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';
import { toAudit, type AuditRecord } from './audit.ts';

/** Steps further back than this are no longer offered; the history still shows them. */
const MOST_STEPS = 200;

/** The steps that a person saved in a version, in the order of saving. */
export async function listSteps(
	db: Reader,
	versionId: VersionId,
	userId: UserId,
): Promise<readonly EditStep[]> {
	const rows = await db
		.selectFrom('audit_entry')
		.select(['version_revision', 'reverses'])
		.distinct()
		.where('version_id', '=', versionId)
		.where('actor_id', '=', userId)
		.where('version_revision', 'is not', null)
		.where('entity', 'in', EDITED_ENTITIES)
		.orderBy('version_revision', 'desc')
		.limit(MOST_STEPS)
		.execute();
	return rows
		.flatMap(({ version_revision: step, reverses }) => (step === null ? [] : [{ step, reverses }]))
		.toReversed();
}

/** What was written in one step, in the order of writing. */
export async function listStepEntries(
	db: Reader,
	versionId: VersionId,
	step: number,
): Promise<readonly AuditRecord[]> {
	const rows = await db
		.selectFrom('audit_entry')
		.selectAll()
		.where('version_id', '=', versionId)
		.where('version_revision', '=', step)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map(toAudit);
}

/** The newest change of a thing after a step; what stands in the way of taking that step back. */
export async function findLaterEntry(
	db: Reader,
	at: { readonly versionId: VersionId; readonly step: number },
	thing: { readonly entity: string; readonly key: string },
): Promise<AuditRecord | undefined> {
	const row = await db
		.selectFrom('audit_entry')
		.selectAll()
		.where('version_id', '=', at.versionId)
		.where('version_revision', '>', at.step)
		.where('entity', '=', thing.entity)
		.where('entity_key', '=', thing.key)
		.orderBy('version_revision', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && toAudit(row);
}
