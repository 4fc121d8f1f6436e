import { statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentDisposition, WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import type { WorkbookSpec } from '#exports/shared/sheet.ts';
import { countRows, STREAM_ABOVE, workbookBytes } from '#exports/shared/write.ts';
import { writeInWorker } from '../jobs/export.ts';

/** A workbook or a document ready to be handed over. */
export interface WorkbookFile {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	/** What the answer to a download says about it. */
	readonly headers: Readonly<Record<string, string>>;
}

/** Writes a workbook: at once when it is small, in a process of its own when other requests would wait for it. */
export async function makeWorkbookFile(spec: WorkbookSpec, fileName: string): Promise<WorkbookFile> {
	const bytes = countRows(spec) > STREAM_ABOVE ? await largeWorkbook(spec) : await workbookBytes(spec);
	return fileOf(bytes, fileName, WORKBOOK_TYPE);
}

/** Bytes as a download of a type. */
export function fileOf(bytes: Uint8Array, fileName: string, type: string): WorkbookFile {
	return {
		fileName,
		bytes,
		headers: {
			'content-type': type,
			'content-disposition': contentDisposition(fileName),
			'content-length': String(bytes.byteLength),
			'cache-control': 'private, no-store',
		},
	};
}

const FOLDER = 'ustroy-workbook-';
/** No workbook is written for so long: the folder is one that a killed process left behind. */
const LEFT_BEHIND_MS = 3_600_000;

async function largeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
	await removeLeftBehind();
	const folder = await mkdtemp(join(tmpdir(), FOLDER));
	try {
		const path = join(folder, 'workbook.xlsx');
		await writeInWorker(spec, path);
		return new Uint8Array(await readFile(path));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What stands in a workbook may be about people, so it does not wait for the machine to be started again. */
async function removeLeftBehind(): Promise<void> {
	const names = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER));
	for (const path of names.map((name) => join(tmpdir(), name))) {
		const { mtimeMs = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {};
		if (mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
	}
}
