import { createHash } from 'node:crypto';
import {
	guessChoices,
	namedKind,
	isVersionSheet,
	type FileRefusalCode,
	type ReadFile,
	type TextLayout,
	type ImportBatch,
} from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { startReading, type FileReading, type ImportJob } from '../jobs/import.ts';
import { logFault } from '../log.ts';
import {
	awaitsReading,
	deleteBatch,
	readContent,
	replaceContent,
	replaceSheets,
	updateBatch,
} from '../queries/import.ts';
import { listMaps } from '../queries/import-map.ts';
import { findSameFile, storeBrought, type BroughtFile } from './import-brought.ts';
import { forgetOld } from './import-forget.ts';
import { openImport } from './import-open.ts';
import { notesWithoutVersion, targetOfFile } from './import-origin.ts';
import { auditFile } from './import-trail.ts';
import { openMunicipality } from './workspace.ts';

interface Reading {
	readonly job: ImportJob;
	readonly stored: Promise<void>;
}

/** Files that are being read now, by the id of their import; null for one that is about to be. */
const jobs = new Map<string, Reading | null>();
/** So long an answer waits for a small file to be read. */
const PATIENCE_MS = 2500;
const MOST_AT_ONCE = 2;

export type UploadRefusal =
	| Refused
	| { readonly code: 'imports/busy' }
	/** A text, not a table. */
	| { readonly code: 'imports/text-file' }
	/** By its name no table, whatever it holds. */
	| { readonly code: 'imports/other-file' };

/**
 * Takes a file in and begins to read it; a small one is read when this answers. Gives the id of the import. The same
 * file brought again while it is in preparation goes on where it was.
 */
export async function bringFile(
	ctx: Ctx,
	slug: string,
	file: BroughtFile,
): Promise<Result<string, UploadRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'import.use');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const named = namedKind(file.name);
	if (named === 'text') return err({ code: 'imports/text-file' });
	if (named === 'other') return err({ code: 'imports/other-file' });
	const fileHash = createHash('sha256').update(file.bytes).digest('hex');
	const of = { municipalityId: municipality.id, fileHash, actor };
	const same = await findSameFile(ctx.db, of, isReading);
	if (same) return ok(same.id);
	const id = ctx.newId();
	if (!takePlace(id)) return err({ code: 'imports/busy' });
	return orLeavePlace(id, async () => {
		await forgetOld(ctx, municipality.id, actor);
		const batch = await storeBrought(ctx, { ...of, id, file }, isReading);
		if (batch.id === id) await read(ctx, batch, file.bytes, {});
		else jobs.delete(id);
		return ok(batch.id);
	});
}

function isReading(id: string): boolean {
	return jobs.has(id);
}

/** Without a wait between looking and taking, so that two who come together do not both take the last place. */
function takePlace(id: string): boolean {
	if (jobs.size >= MOST_AT_ONCE || jobs.has(id)) return false;
	jobs.set(id, null);
	return true;
}

async function orLeavePlace<T>(id: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		jobs.delete(id);
		throw error;
	}
}

/** Reads a text table again, as the person says it was written. */
export async function readAgain(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string },
	layout: TextLayout,
): Promise<Result<null, UploadRefusal>> {
	const opened = await openImport(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const { batch } = opened.value;
	const bytes = await readContent(ctx.db, batch.id);
	if (!bytes || batch.state !== 'open' || !takePlace(batch.id)) return err({ code: 'imports/busy' });
	await orLeavePlace(batch.id, () => read(ctx, batch, bytes, layout));
	return ok(null);
}

async function read(
	ctx: Ctx,
	batch: ImportBatch,
	bytes: Uint8Array,
	layout: Partial<TextLayout>,
): Promise<void> {
	const name = batch.fileName.replace(/\.[^.]+$/, '');
	const isNamedWorkbook = namedKind(batch.fileName) === 'workbook';
	const job = startReading({ bytes, name, layout, isNamedWorkbook });
	const stored = job.finished
		.then((reading) => store(ctx, batch, reading))
		.catch((error: unknown) => {
			logFault(error, { method: 'IMPORT', path: batch.id });
			return refuse(ctx, batch.id, 'file/damaged');
		})
		.finally(() => jobs.delete(batch.id));
	jobs.set(batch.id, { job, stored });
	let timer: NodeJS.Timeout | undefined;
	await Promise.race([stored, new Promise((done) => (timer = setTimeout(done, PATIENCE_MS)))]);
	clearTimeout(timer);
}

/** Progress of a file that is being read, 0–1; undefined when nothing reads it. */
export function readingProgress(id: string): number | undefined {
	return jobs.get(id)?.job.progress();
}

/** Stops the reading of a file; what was brought stays listed as cancelled. */
export async function cancelReading(ctx: Ctx, slug: string, id: string): Promise<Result<null, Refused>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const running = jobs.get(id);
	running?.job.cancel();
	await running?.stored;
	return ok(null);
}

/** A file that was being read when the server stopped is said to be interrupted. */
export async function settleInterrupted(ctx: Ctx, batch: ImportBatch): Promise<ImportBatch> {
	if (batch.state !== 'reading' || jobs.has(batch.id)) return batch;
	await refuse(ctx, batch.id, 'file/interrupted');
	return { ...batch, state: 'refused', refusal: 'file/interrupted' };
}

/** Forgets a file that was not taken in, with everything decided about it. */
export async function discardImport(ctx: Ctx, slug: string, id: string): Promise<Result<null, Refused>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const { batch, actor, municipality } = opened.value;
	jobs.get(id)?.job.cancel();
	await jobs.get(id)?.stored;
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await deleteBatch(tx, id))) return err({ code: 'access/forbidden' });
		await auditFile(ctx, tx, { actor, municipalityId: municipality.id }, 'import.discard', batch);
		return ok(null);
	});
}

async function store(ctx: Ctx, batch: ImportBatch, reading: FileReading): Promise<void> {
	if (!reading.ok) return refuse(ctx, batch.id, reading.error);
	await keep(ctx, batch, reading.value);
}

async function keep(ctx: Ctx, batch: ImportBatch, file: ReadFile): Promise<void> {
	const maps = await listMaps(ctx.db, batch.municipalityId);
	const sheets = file.sheets
		.filter((grid) => grid.rows.length > 0 && !isVersionSheet(grid))
		.map((grid) => ({ grid, choices: guessChoices(grid, maps) }));
	const { format, layout } = file;
	const notes = notesWithoutVersion(file);
	const versionId = await targetOfFile(ctx, batch, file);
	await ctx.db.transaction().execute(async (tx) => {
		if (!(await awaitsReading(tx, batch.id))) return;
		await replaceSheets(tx, batch.id, sheets);
		await updateBatch(
			tx,
			{ id: batch.id, revision: null },
			{ state: 'open', refusal: null, format, notes, layout, versionId },
		);
	});
}

/** A file that was read before stays as it was when it cannot be read again; another one is not kept. */
async function refuse(ctx: Ctx, id: string, refusal: FileRefusalCode): Promise<void> {
	await ctx.db.transaction().execute(async (tx) => {
		const at = { id, revision: null, state: 'reading' } as const;
		const isRefused = await updateBatch(tx, at, { state: 'refused', refusal });
		if (isRefused) await replaceContent(tx, id, null);
	});
}
