import type { Actor } from '#lib/domain/access/index.ts';
import type { ImportBatch, ImportChange, ImportRun } from '#lib/domain/imports/index.ts';
import type { MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { recordAudit, recordAudits } from './audit.ts';
import type { OpenImport } from './import-open.ts';
import { BROUGHT } from './training-plan-changes.ts';

/** Notes that a file came, went or was forgotten. */
export async function auditFile(
	ctx: Ctx,
	tx: Tx,
	who: { readonly actor: Actor; readonly municipalityId: MunicipalityId },
	action: 'import.bring' | 'import.discard' | 'import.expire',
	batch: ImportBatch,
): Promise<void> {
	await recordAudit(ctx, tx, {
		...who,
		action,
		entity: 'import',
		entityKey: batch.id,
		versionId: null,
		before: null,
		after: { file: batch.fileName, hash: batch.fileHash },
	});
}

/** Notes an import and each of its changes, when it was taken in and when it was taken back. */
export async function auditChanges(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, batch }: OpenImport,
	run: Pick<ImportRun, 'id' | 'versionId' | 'rowsIn' | 'accepted' | 'corrected' | 'skipped'>,
	what: { readonly action: 'import.apply' | 'import.undo'; readonly changes: readonly ImportChange[] },
): Promise<void> {
	const common = { actor, municipalityId: municipality.id, versionId: run.versionId };
	const { rowsIn, accepted, corrected, skipped } = run;
	await recordAudit(ctx, tx, {
		...common,
		action: what.action,
		entity: 'import',
		entityKey: batch.id,
		before: null,
		after: { file: batch.fileName, rowsIn, accepted, corrected, skipped, changes: what.changes.length },
	});
	await auditEach(ctx, tx, common, what.changes);
}

/** Notes in the trail of an approved training plan that a file changed it, and why. */
export async function auditBrought(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, batch }: OpenImport,
	{ year, reason }: { readonly year: number; readonly reason: string | null },
): Promise<void> {
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: BROUGHT, entity: 'training-plan', entityKey: String(year) },
		before: null,
		after: { file: batch.fileName, reason },
	});
}

/** Notes every change that came from a file or a text, as if it were made by hand. */
export async function auditEach(
	ctx: Ctx,
	tx: Tx,
	common: {
		readonly actor: Actor;
		readonly municipalityId: MunicipalityId;
		readonly versionId: VersionId | null;
	},
	changes: readonly ImportChange[],
): Promise<void> {
	const entries = changes.map(({ entity, key, before, after }) => {
		const verb = before === null ? 'create' : after === null ? 'delete' : 'change';
		const entityKey = entity === 'participation' ? (key.split('|')[0] ?? key) : key;
		return { ...common, action: `${entity}.${verb}`, entity, entityKey, before, after };
	});
	await recordAudits(ctx, tx, entries);
}
