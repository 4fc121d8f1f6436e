import {
	checkUndo,
	reverseChanges,
	type ImportChange,
	type ImportEntity,
	type UndoBlock,
} from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { asId, err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listRequirements } from '../queries/competency.ts';
import { listEmployees } from '../queries/employee.ts';
import { listUsedOutside } from '../queries/in-use.ts';
import { deleteContent, findBatch, updateBatch } from '../queries/import.ts';
import {
	insertChanges,
	insertProvenance,
	insertRun,
	insertRunRows,
	listChanges,
	markUndone,
	type ImportRun,
	type RunRow,
} from '../queries/import-run.ts';
import { writeChanges } from '../queries/import-write.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import { loadStructure } from '../queries/structure.ts';
import { recordAudit } from './audit.ts';
import { copyAsWorking } from './history-versions.ts';
import {
	allowedKinds,
	kindOfEntity,
	openImport,
	planOf,
	stampOf,
	type OpenImport,
	type PlannedImport,
} from './import-open.ts';

export type ApplyRefusal =
	| Refused
	/** The file, its choices or the version changed since the person saw the difference. */
	| { readonly code: 'imports/stale' }
	| { readonly code: 'imports/nothing-to-do' };

/**
 * Takes a file in: all of its changes, the audit entries and where every value came from, in one transaction. Changes of
 * a structure go into the working version chosen; without one, a working copy of the version in force is made before, in
 * a transaction of its own, and stays when the import is refused after all.
 * `mark` is the plan that the person saw.
 */
export async function applyImport(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string; readonly mark: string },
	copyLabel: LocalText,
): Promise<Result<{ readonly versionId: VersionId | null }, ApplyRefusal>> {
	const opened = await openImport(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const open = opened.value;
	const found = await planOf(ctx, open);
	if (!found.ok) return found;
	const planned = found.value;
	if (open.batch.state !== 'open' || planned.mark !== at.mark) return err({ code: 'imports/stale' });
	if (planned.plan.changes.length === 0) return err({ code: 'imports/nothing-to-do' });
	const target = await targetOf(ctx, at.slug, planned, copyLabel);
	if (!target.ok) return target;
	const run = runOf(ctx, open, planned, target.value);
	const isWritten = await ctx.db.transaction().execute((tx) => write(ctx, tx, { open, planned, run }));
	return isWritten ? ok({ versionId: target.value }) : err({ code: 'imports/stale' });
}

const OUTSIDE_VERSIONS: ReadonlySet<ImportEntity> = new Set<ImportEntity>(['employee', 'requirement']);

/** The version that is written to; null when nothing of a structure changes. */
async function targetOf(
	ctx: Ctx,
	slug: string,
	{ plan, version }: PlannedImport,
	label: LocalText,
): Promise<Result<VersionId | null, ApplyRefusal>> {
	if (plan.changes.every(({ entity }) => OUTSIDE_VERSIONS.has(entity))) return ok(null);
	if (version.status === 'working') return ok(version.id);
	const copied = await copyAsWorking(ctx, { slug, versionId: version.id }, label);
	if (copied.ok) return copied;
	return copied.error.code === 'version/already-working' ? err({ code: 'imports/stale' }) : err(copied.error);
}

function runOf(
	ctx: Ctx,
	{ batch, municipality, actor }: OpenImport,
	{ plan }: PlannedImport,
	versionId: VersionId | null,
): ImportRun {
	const { withErrors: _, ...counts } = plan.counts;
	return {
		...counts,
		id: ctx.newId(),
		municipalityId: municipality.id,
		versionId,
		fileName: batch.fileName,
		fileHash: batch.fileHash,
		kinds: [...new Set(plan.sheets.flatMap((sheet) => sheet?.kind ?? []))],
		undoneAt: null,
		createdAt: ctx.clock.now(),
		createdBy: actor.userId,
	};
}

async function write(
	ctx: Ctx,
	tx: Tx,
	{
		open,
		planned,
		run,
	}: { readonly open: OpenImport; readonly planned: PlannedImport; readonly run: ImportRun },
): Promise<boolean> {
	const { batch, municipality } = open;
	const { changes } = planned.plan;
	if ((await stampOf(tx, municipality.id)) !== planned.surroundings) return false;
	if (!(await isUntouched(tx, planned, run.versionId))) return false;
	if (!(await updateBatch(tx, batch, { state: 'applied', versionId: run.versionId }))) return false;
	await insertRun(tx, run);
	await updateBatch(tx, { id: batch.id, revision: null }, { runId: run.id });
	const place = { municipalityId: municipality.id, versionId: run.versionId, newId: ctx.newId };
	await writeChanges(tx, place, changes);
	if (run.versionId !== null) await touchVersion(tx, run.versionId);
	await insertChanges(tx, run.id, changes);
	await insertRunRows(tx, run.id, rowsOf(planned));
	await insertProvenance(tx, run, changes, ctx.newId);
	await deleteContent(tx, batch.id);
	await auditChanges(ctx, tx, open, run, { action: 'import.apply', changes });
	return true;
}

/** The version may have moved on between the plan and this transaction. */
async function isUntouched(tx: Tx, planned: PlannedImport, target: VersionId | null): Promise<boolean> {
	if (target === null || target !== planned.version.id) return true;
	const now = await findVersion(tx, target);
	return now?.status === 'working' && now.revision === planned.version.revision;
}

function rowsOf({ plan, sheets }: PlannedImport): readonly RunRow[] {
	return plan.sheets.flatMap((sheet, at) =>
		(sheet?.outcomes ?? []).flatMap((row): readonly RunRow[] =>
			row.outcome === 'accepted'
				? []
				: [
						{
							sheet: sheets[at]?.grid.name ?? '',
							row: row.row,
							outcome: row.outcome,
							reason: row.reason,
							problems: row.problems.filter(({ severity }) => severity === 'error'),
						},
					],
		),
	);
}

async function auditChanges(
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
	for (const { entity, key, before, after } of what.changes) {
		const verb = before === null ? 'create' : after === null ? 'delete' : 'change';
		const entityKey = entity === 'participation' ? (key.split('|')[0] ?? key) : key;
		await recordAudit(ctx, tx, { ...common, action: `${entity}.${verb}`, entity, entityKey, before, after });
	}
}

export type UndoRefusal =
	| Refused
	| { readonly code: 'imports/not-applied' }
	| { readonly code: 'imports/undo-frozen' }
	| { readonly code: 'imports/undo-blocked'; readonly blocks: readonly UndoBlock[] };

/** Takes an import back as a whole, as long as everything is still as it left it; otherwise says what is not. */
export async function undoImport(ctx: Ctx, slug: string, id: string): Promise<Result<null, UndoRefusal>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const { actor, batch, municipality } = opened.value;
	const runId = batch.runId;
	const kinds = allowedKinds(actor, municipality);
	if (batch.state !== 'applied' || runId === null) return err({ code: 'imports/not-applied' });
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, UndoRefusal>> => {
		const version = batch.versionId === null ? undefined : await findVersion(tx, batch.versionId);
		if (version && version.status !== 'working') return err({ code: 'imports/undo-frozen' });
		if ((await findBatch(tx, municipality.id, batch.id))?.state !== 'applied')
			return err({ code: 'imports/not-applied' });
		const changes = await listChanges(tx, runId);
		if (changes.some(({ entity }) => !kinds.has(kindOfEntity(entity))))
			return err({ code: 'access/forbidden' });
		const blocks = checkUndo(changes, {
			structure: version ? ((await loadStructure(tx, asId<VersionId>(version.id))) ?? null) : null,
			employees: await listEmployees(tx, municipality.id),
			requirements: await listRequirements(tx, municipality.id),
			usedOutside: await listUsedOutside(tx, municipality.id),
		});
		if (blocks.length > 0) return err({ code: 'imports/undo-blocked', blocks });
		const reversed = reverseChanges(changes);
		const place = { municipalityId: municipality.id, versionId: version?.id ?? null, newId: ctx.newId };
		await writeChanges(tx, place, reversed);
		if (version) await touchVersion(tx, version.id);
		await markUndone(tx, runId, ctx.clock.now());
		await updateBatch(tx, { id: batch.id, revision: null }, { state: 'undone' });
		const run = {
			id: runId,
			versionId: version?.id ?? null,
			rowsIn: 0,
			accepted: 0,
			corrected: 0,
			skipped: 0,
		};
		await auditChanges(ctx, tx, opened.value, run, { action: 'import.undo', changes: reversed });
		return ok(null);
	});
}
