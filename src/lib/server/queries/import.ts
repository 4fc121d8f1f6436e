import type {
	FileNote,
	FileRefusalCode,
	Grid,
	ImportBatch,
	ImportSheet,
	SheetChoices,
	TextLayout,
} from '#lib/domain/imports/index.ts';
import type { MunicipalityId, UserId, VersionId } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import type { ImportBatchTable } from '../db/schema/imports.ts';

export async function insertBatch(tx: Tx, batch: ImportBatch, content: Uint8Array): Promise<void> {
	await tx
		.insertInto('import_batch')
		.values({
			id: batch.id,
			municipality_id: batch.municipalityId,
			file_name: batch.fileName,
			file_hash: batch.fileHash,
			file_size: batch.fileSize,
			state: batch.state,
			refusal: batch.refusal,
			format: batch.format,
			layout: batch.layout === null ? null : JSON.stringify(batch.layout),
			version_id: batch.versionId,
			import_run_id: null,
			created_at: batch.createdAt,
			created_by: batch.createdBy,
		})
		.execute();
	await tx.insertInto('import_file').values({ import_batch_id: batch.id, content }).execute();
}

export async function findBatch(
	db: Reader,
	municipalityId: MunicipalityId,
	id: string,
): Promise<ImportBatch | undefined> {
	const row = await db
		.selectFrom('import_batch')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && toBatch(row);
}

export async function readContent(db: Reader, id: string): Promise<Uint8Array | undefined> {
	const row = await db
		.selectFrom('import_file')
		.select('content')
		.where('import_batch_id', '=', id)
		.executeTakeFirst();
	return row?.content;
}

/** Fields of a batch that may change; the revision grows. False when somebody was quicker. */
export async function updateBatch(
	tx: Tx,
	at: { readonly id: string; readonly revision: number | null; readonly state?: ImportBatch['state'] },
	change: Partial<
		Pick<ImportBatch, 'state' | 'refusal' | 'format' | 'notes' | 'layout' | 'mode' | 'versionId' | 'runId'>
	>,
): Promise<boolean> {
	let query = tx
		.updateTable('import_batch')
		.set((eb) => ({
			revision: eb('revision', '+', 1),
			...(change.state !== undefined && { state: change.state }),
			...(change.refusal !== undefined && { refusal: change.refusal }),
			...(change.format !== undefined && { format: change.format }),
			...(change.notes !== undefined && { notes: JSON.stringify(change.notes) }),
			...(change.layout !== undefined && {
				layout: change.layout === null ? null : JSON.stringify(change.layout),
			}),
			...(change.mode !== undefined && { mode: change.mode }),
			...(change.versionId !== undefined && { version_id: change.versionId }),
			...(change.runId !== undefined && { import_run_id: change.runId }),
		}))
		.where('id', '=', at.id);
	if (at.state !== undefined) query = query.where('state', '=', at.state);
	if (at.revision !== null) query = query.where('revision', '=', at.revision);
	return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

/** False when the file was taken in meanwhile: then its run rests on it. */
export async function deleteBatch(tx: Tx, id: string): Promise<boolean> {
	const query = tx.deleteFrom('import_batch').where('id', '=', id).where('import_run_id', 'is', null);
	return (await query.executeTakeFirst()).numDeletedRows === 1n;
}

/** Whether what was read still has a place: nobody took the file in or threw it away meanwhile. */
export async function awaitsReading(tx: Tx, id: string): Promise<boolean> {
	const row = await tx
		.selectFrom('import_batch')
		.select('id')
		.where('id', '=', id)
		.where('state', 'in', ['reading', 'open'])
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Forgets the file as it was brought and what was read of it. What it may leave behind — the file as it goes back to
 * the person — takes its place.
 */
export async function replaceContent(tx: Tx, id: string, content: Uint8Array | null): Promise<void> {
	await tx.deleteFrom('import_sheet').where('import_batch_id', '=', id).execute();
	await tx.deleteFrom('import_file').where('import_batch_id', '=', id).execute();
	if (content !== null) await tx.insertInto('import_file').values({ import_batch_id: id, content }).execute();
}

/** Files in preparation that were brought before a moment. */
export async function listForgotten(
	db: Reader,
	municipalityId: MunicipalityId,
	before: string,
): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('import_batch')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('state', '=', 'open')
		.where('created_at', '<', before)
		.execute();
	return rows.map(({ id }) => id);
}

/** Newest first. */
export async function listBatches(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly ImportBatch[]> {
	const rows = await db
		.selectFrom('import_batch')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
	return rows.map(toBatch);
}

export async function replaceSheets(
	tx: Tx,
	batchId: string,
	sheets: readonly { readonly grid: Grid; readonly choices: SheetChoices }[],
): Promise<void> {
	await tx.deleteFrom('import_sheet').where('import_batch_id', '=', batchId).execute();
	for (const [position, { grid, choices }] of sheets.entries())
		await tx
			.insertInto('import_sheet')
			.values({
				import_batch_id: batchId,
				position,
				content: JSON.stringify(grid),
				choices: JSON.stringify(choices),
			})
			.execute();
}

export async function listSheets(db: Reader, batchId: string): Promise<readonly ImportSheet[]> {
	const rows = await db
		.selectFrom('import_sheet')
		.select(['content', 'choices'])
		.where('import_batch_id', '=', batchId)
		.orderBy('position')
		.execute();
	return rows.map(({ content, choices }) => ({
		// Written by `replaceSheets` from values of these types.
		grid: JSON.parse(content) as Grid,
		choices: JSON.parse(choices) as SheetChoices,
	}));
}

export async function updateChoices(
	tx: Tx,
	at: { readonly batchId: string; readonly position: number },
	choices: SheetChoices,
): Promise<void> {
	await tx
		.updateTable('import_sheet')
		.set({ choices: JSON.stringify(choices) })
		.where('import_batch_id', '=', at.batchId)
		.where('position', '=', at.position)
		.execute();
}

function toBatch(row: Selectable<ImportBatchTable>): ImportBatch {
	return {
		id: row.id,
		municipalityId: row.municipality_id as MunicipalityId,
		fileName: row.file_name,
		fileHash: row.file_hash,
		fileSize: row.file_size,
		state: row.state,
		refusal: row.refusal as FileRefusalCode | null,
		format: row.format,
		notes: JSON.parse(row.notes) as readonly FileNote[],
		layout: row.layout === null ? null : (JSON.parse(row.layout) as TextLayout),
		mode: row.mode,
		versionId: row.version_id as VersionId | null,
		runId: row.import_run_id,
		revision: row.revision,
		createdAt: row.created_at,
		createdBy: row.created_by as UserId,
	};
}
