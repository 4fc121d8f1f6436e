import { can } from '#lib/domain/access/index.ts';
import {
	approvedYears,
	isOfStructure,
	mendedCells,
	type ImportRun,
	type RunRow,
} from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findBatch, replaceContent, updateBatch } from '../queries/import.ts';
import { insertChanges, insertProvenance, insertRun, insertRunRows } from '../queries/import-run.ts';
import { writeChanges } from '../queries/import-write.ts';
import { findVersion, replaceSource, touchVersion } from '../queries/version.ts';
import { copyVersion } from './history-versions.ts';
import { packMarked } from './import-file.ts';
import { openImport, planOf, stampOf, type OpenImport, type PlannedImport } from './import-open.ts';
import { auditBrought, auditChanges } from './import-trail.ts';
import { FOUNDED_SOURCE } from './municipality.ts';
import { settleAfter } from './training-need-state.ts';

export type ApplyRefusal =
	| Refused
	/** The file, its choices or the version changed since the person saw the difference. */
	| { readonly code: 'imports/stale' }
	| { readonly code: 'imports/given-up' }
	| { readonly code: 'imports/nothing-to-do' }
	/** The file changes approved training plans, and nobody said why. */
	| { readonly code: 'imports/reason-needed'; readonly years: readonly number[] };

/**
 * Takes a file in: all of its changes, the audit entries and where every value came from, in one transaction. Changes of
 * a structure go into the working version chosen; without one, a working copy of the version in force is made in the
 * same transaction, so that an import that fails leaves nothing. What was read of the file makes room for the file as
 * it goes back to the person. `mark` is the plan that the person saw; `reason` says why approved plans change.
 */
export async function applyImport(
	ctx: Ctx,
	at: {
		readonly slug: string;
		readonly id: string;
		readonly mark: string;
		readonly reason?: string | null;
	},
	copyLabel: LocalText,
): Promise<Result<Applied, ApplyRefusal>> {
	const opened = await openImport(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const open = opened.value;
	const found = await planOf(ctx, open);
	if (!found.ok) return found;
	const planned = found.value;
	if (open.batch.state !== 'open' || planned.mark !== at.mark) return err({ code: 'imports/stale' });
	if (planned.plan.changes.length === 0) return err({ code: 'imports/nothing-to-do' });
	const years = approvedYears(planned.trainingPlans, planned.plan.changes);
	const { reason = null } = at;
	if (years.length > 0 && !reason) return err({ code: 'imports/reason-needed', years });
	const marked = await packMarked(planned);
	return ctx.db.transaction().execute(async (tx): Promise<Result<Applied, ApplyRefusal>> => {
		if (!(await isUntouched(tx, open, planned, ctx.clock.today()))) return err({ code: 'imports/stale' });
		const target = await targetOf(ctx, tx, { open, planned }, copyLabel);
		if (!target.ok) return target;
		await write(ctx, tx, { open, planned, marked, run: runOf(ctx, open, planned, target.value) });
		for (const year of years) await auditBrought(ctx, tx, open, { year, reason });
		return ok({ versionId: target.value });
	});
}

interface Applied {
	readonly versionId: VersionId | null;
}

/** Choices, version, people, requirements and uses may have moved on between the plan and the transaction. */
async function isUntouched(
	tx: Tx,
	{ batch, municipality }: OpenImport,
	planned: PlannedImport,
	today: IsoDate,
): Promise<boolean> {
	const file = await findBatch(tx, municipality.id, batch.id);
	const version = await findVersion(tx, planned.version.id);
	return (
		file?.state === 'open' &&
		file.revision === batch.revision &&
		version?.status === planned.version.status &&
		version.revision === planned.version.revision &&
		(await stampOf(tx, municipality.id, today)) === planned.surroundings
	);
}

/** The version that is written to; null when nothing of a structure changes. */
async function targetOf(
	ctx: Ctx,
	tx: Tx,
	{ open, planned }: { readonly open: OpenImport; readonly planned: PlannedImport },
	label: LocalText,
): Promise<Result<VersionId | null, ApplyRefusal>> {
	const { plan, version } = planned;
	if (plan.changes.every(({ entity }) => !isOfStructure(entity))) return ok(null);
	if (version.status === 'working') return ok(version.id);
	const { actor, municipality } = open;
	if (!can(actor, 'structure.edit', { municipalityId: municipality.id }))
		return err({ code: 'access/forbidden' });
	const copied = await copyVersion(ctx, tx, { version, municipalityId: municipality.id, actor }, label);
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
		marked,
		run,
	}: {
		readonly open: OpenImport;
		readonly planned: PlannedImport;
		readonly marked: Uint8Array;
		readonly run: ImportRun;
	},
): Promise<void> {
	const { batch, municipality } = open;
	const { changes } = planned.plan;
	const isMade = run.versionId !== null && run.versionId !== planned.version.id;
	const sourceBefore = await sourceReplaced(tx, run);
	await insertRun(tx, run, { isMade, sourceBefore });
	const { id: runId, versionId } = run;
	await updateBatch(tx, { id: batch.id, revision: null }, { state: 'applied', versionId, runId });
	const made = { at: run.createdAt, by: run.createdBy };
	const place = { municipalityId: municipality.id, versionId: run.versionId, newId: ctx.newId, made };
	await writeChanges(tx, place, changes);
	await settleAfter(ctx, tx, municipality.id, changes);
	if (run.versionId !== null) await touchVersion(tx, run.versionId);
	await insertChanges(tx, run.id, changes);
	await insertRunRows(tx, run.id, rowsOf(planned));
	await insertProvenance(tx, run, changes, ctx.newId);
	await replaceContent(tx, batch.id, marked);
	await auditChanges(ctx, tx, open, run, { action: 'import.apply', changes });
}

/** A version that was begun by hand rests on the file from now on; gives what it rested on before, null where that stays. */
async function sourceReplaced(tx: Tx, { versionId, fileName }: ImportRun): Promise<string | null> {
	const version = versionId === null ? undefined : await findVersion(tx, versionId);
	if (version?.status !== 'working' || version.origin.source !== FOUNDED_SOURCE) return null;
	await replaceSource(tx, version.id, { from: FOUNDED_SOURCE, to: fileName });
	return FOUNDED_SOURCE;
}

function rowsOf({ plan, sheets }: PlannedImport): readonly RunRow[] {
	return plan.sheets.flatMap((sheet, at) => {
		const of = sheets[at];
		const mended = of && mendedCells(of.grid, of.choices);
		return (sheet?.outcomes ?? []).flatMap(({ row, outcome, reason, problems }): readonly RunRow[] => {
			if (outcome === 'accepted') return [];
			const errors = problems.filter(({ severity }) => severity === 'error');
			return [
				{
					...{ sheet: of?.grid.name ?? '', row, outcome, reason, problems: errors },
					mended: outcome === 'corrected' ? (mended?.get(row) ?? []) : [],
				},
			];
		});
	});
}
