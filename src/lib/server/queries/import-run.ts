import type { ImportChange, ImportEntity, ImportRun, RunRow } from '#lib/domain/imports/index.ts';
import type { MunicipalityId, UserId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** What becomes of the version that a run writes to. */
interface RunVersion {
	/** It was made for the run. */
	readonly isMade: boolean;
	/** Its source before the run gave it another; null where the run left it. */
	readonly sourceBefore: string | null;
}

export async function insertRun(tx: Tx, run: ImportRun, version: RunVersion): Promise<void> {
	await tx
		.insertInto('import_run')
		.values({
			id: run.id,
			municipality_id: run.municipalityId,
			version_id: run.versionId,
			file_name: run.fileName,
			file_hash: run.fileHash,
			kind: run.kinds.join(','),
			rows_in: run.rowsIn,
			rows_accepted: run.accepted,
			rows_corrected: run.corrected,
			rows_skipped: run.skipped,
			undone_at: null,
			made_version: version.isMade ? 1 : 0,
			source_before: version.sourceBefore,
			created_at: run.createdAt,
			created_by: run.createdBy,
		})
		.execute();
}

export async function markUndone(tx: Tx, id: string, at: string): Promise<void> {
	await tx.updateTable('import_run').set({ undone_at: at }).where('id', '=', id).execute();
}

/** The source of its version before a run gave it another; null where it did not. */
export async function sourceBefore(db: Reader, id: string): Promise<string | null> {
	const row = await db
		.selectFrom('import_run')
		.select('source_before')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.source_before ?? null;
}

/** Whether the version that a run wrote to was made for it. */
export async function madeVersion(db: Reader, id: string): Promise<boolean> {
	const row = await db
		.selectFrom('import_run')
		.select('made_version')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.made_version === 1;
}

export async function listRuns(db: Reader, municipalityId: MunicipalityId): Promise<readonly ImportRun[]> {
	const rows = await db
		.selectFrom('import_run')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		municipalityId: row.municipality_id as MunicipalityId,
		versionId: row.version_id as VersionId | null,
		fileName: row.file_name,
		fileHash: row.file_hash,
		kinds: row.kind.split(','),
		rowsIn: row.rows_in,
		accepted: row.rows_accepted,
		corrected: row.rows_corrected,
		skipped: row.rows_skipped,
		undoneAt: row.undone_at,
		createdAt: row.created_at,
		createdBy: row.created_by as UserId,
	}));
}

/** Rows at once, so that a statement stays below the number of parameters that every store takes. */
const AT_ONCE = 1000;

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
	for (let at = 0; at < rows.length; at += AT_ONCE) await write(rows.slice(at, at + AT_ONCE));
}

export async function insertChanges(tx: Tx, runId: string, changes: readonly ImportChange[]): Promise<void> {
	const rows = changes.map(({ entity, key, before, after }, position) => ({
		import_run_id: runId,
		position,
		entity,
		entity_key: key,
		before: before === null ? null : JSON.stringify(before),
		after: after === null ? null : JSON.stringify(after),
	}));
	await inParts(rows, (part) => tx.insertInto('import_change').values(part).execute());
}

/** In the order in which they were made. */
export async function listChanges(db: Reader, runId: string): Promise<readonly ImportChange[]> {
	const rows = await db
		.selectFrom('import_change')
		.select(['entity', 'entity_key', 'before', 'after'])
		.where('import_run_id', '=', runId)
		.orderBy('position')
		.execute();
	return rows.map(
		(row) =>
			// Written by `insertChanges` from a change of this entity.
			({
				entity: row.entity,
				key: row.entity_key,
				before: row.before === null ? null : (JSON.parse(row.before) as unknown),
				after: row.after === null ? null : (JSON.parse(row.after) as unknown),
				from: null,
				sources: [],
			}) as unknown as ImportChange,
	);
}

export async function insertRunRows(tx: Tx, runId: string, rows: readonly RunRow[]): Promise<void> {
	const records = rows.map((row, position) => ({
		import_run_id: runId,
		position,
		sheet: row.sheet,
		row_number: row.row,
		outcome: row.outcome,
		reason: row.reason,
		detail: JSON.stringify({ problems: row.problems, mended: row.mended }),
	}));
	await inParts(records, (part) => tx.insertInto('import_row').values(part).execute());
}

export async function listRunRows(db: Reader, runId: string): Promise<readonly RunRow[]> {
	const rows = await db
		.selectFrom('import_row')
		.selectAll()
		.where('import_run_id', '=', runId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		sheet: row.sheet,
		row: row.row_number,
		outcome: row.outcome,
		reason: row.reason,
		...readDetail(row.detail),
	}));
}

/** Rows written before corrections were kept hold only their problems. */
function readDetail(text: string): Pick<RunRow, 'problems' | 'mended'> {
	const detail = JSON.parse(text) as RunRow['problems'] | Pick<RunRow, 'problems' | 'mended'>;
	return 'mended' in detail ? detail : { problems: detail, mended: [] };
}

/** Which cell of which file a value of a thing came from. */
export interface Provenance {
	readonly runId: string;
	/** The version that was written to. */
	readonly versionId: string | null;
	readonly field: string;
	readonly file: string;
	readonly sheet: string | null;
	readonly cell: string | null;
	readonly importedAt: string;
	/** The thing as the import left it. */
	readonly after: unknown;
}

export async function insertProvenance(
	tx: Tx,
	run: Pick<ImportRun, 'id' | 'fileName'>,
	changes: readonly ImportChange[],
	newId: () => string,
): Promise<void> {
	const rows = changes
		.filter(({ after }) => after !== null)
		.flatMap(({ entity, key, sources }) =>
			sources.map(({ field, sheet, cell }) => ({
				id: newId(),
				import_run_id: run.id,
				entity,
				entity_id: key,
				field,
				file: run.fileName,
				sheet,
				cell,
			})),
		);
	const once = new Map(rows.map((row) => [`${row.entity}|${row.entity_id}|${row.field}`, row]));
	await inParts([...once.values()], (part) => tx.insertInto('provenance').values(part).execute());
}

/** Where the values of a thing came from: of each field the newest import that stands. */
export async function listProvenance(
	db: Reader,
	municipalityId: MunicipalityId,
	thing: { readonly entity: ImportEntity; readonly key: string },
): Promise<readonly Provenance[]> {
	const rows = await db
		.selectFrom('provenance')
		.innerJoin('import_run', 'import_run.id', 'provenance.import_run_id')
		.leftJoin('import_change', (join) =>
			join
				.onRef('import_change.import_run_id', '=', 'provenance.import_run_id')
				.onRef('import_change.entity', '=', 'provenance.entity')
				.onRef('import_change.entity_key', '=', 'provenance.entity_id'),
		)
		.select(['provenance.field', 'provenance.file', 'provenance.sheet', 'provenance.cell'])
		.select([
			'import_run.id as run_id',
			'import_run.version_id',
			'import_run.created_at',
			'import_change.after',
		])
		.where('import_run.municipality_id', '=', municipalityId)
		.where('import_run.undone_at', 'is', null)
		.where('provenance.entity', '=', thing.entity)
		.where('provenance.entity_id', '=', thing.key)
		.orderBy('import_run.created_at', 'desc')
		.orderBy('import_run.id', 'desc')
		.orderBy('provenance.field')
		.execute();
	const newest = new Map<string, Provenance>();
	for (const row of rows)
		if (!newest.has(row.field))
			newest.set(row.field, {
				runId: row.run_id,
				versionId: row.version_id,
				field: row.field,
				file: row.file,
				sheet: row.sheet,
				cell: row.cell,
				importedAt: row.created_at,
				after: row.after === null ? null : (JSON.parse(row.after) as unknown),
			});
	return [...newest.values()];
}
