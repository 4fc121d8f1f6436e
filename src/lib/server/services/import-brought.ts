import type { Actor } from '#lib/domain/access/index.ts';
import { tidyFileName, type ImportBatch } from '#lib/domain/imports/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Reader } from '../db/index.ts';
import { insertBatch, listBatches } from '../queries/import.ts';
import { listVersions } from '../queries/version.ts';
import { auditFile } from './import-trail.ts';

export interface BroughtFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** A file by what is in it, and whose it is. */
interface FileOf {
	readonly municipalityId: MunicipalityId;
	readonly fileHash: string;
	readonly actor: Actor;
}

/** Stores the file as it came; a form sent twice at once finds that of the first. */
export async function storeBrought(
	ctx: Ctx,
	what: FileOf & { readonly id: string; readonly file: BroughtFile },
	isReading: (id: string) => boolean,
): Promise<ImportBatch> {
	const { id, file, fileHash, municipalityId, actor } = what;
	const versions = await listVersions(ctx.db, municipalityId);
	const batch: ImportBatch = {
		id,
		municipalityId,
		fileName: tidyFileName(file.name),
		fileHash,
		fileSize: file.bytes.length,
		state: 'reading',
		refusal: null,
		format: null,
		notes: [],
		layout: null,
		mode: 'merge',
		versionId: versions.find(({ status }) => status === 'working')?.id ?? null,
		runId: null,
		revision: 1,
		createdAt: ctx.clock.now(),
		createdBy: actor.userId,
	};
	return ctx.db.transaction().execute(async (tx) => {
		const same = await findSameFile(tx, what, isReading);
		if (same) return same;
		await insertBatch(tx, batch, file.bytes);
		await auditFile(ctx, tx, { actor, municipalityId }, 'import.bring', batch);
		return batch;
	});
}

/** The same file of the same person, in preparation or being read just now. */
export async function findSameFile(
	db: Reader,
	{ municipalityId, fileHash, actor }: FileOf,
	isReading: (id: string) => boolean,
): Promise<ImportBatch | undefined> {
	return (await listBatches(db, municipalityId)).find(
		({ id, createdBy, fileHash: hash, state }) =>
			createdBy === actor.userId && hash === fileHash && (state === 'open' || isReading(id)),
	);
}
