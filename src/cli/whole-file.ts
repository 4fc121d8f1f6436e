import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: into a new file beside it, flushed, then moved into its place.
 * Whatever stood there before stays until that moment. Throws what the file system throws.
 */
export function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
	return makeWhole(path, async (draft) => {
		const file = await open(draft, 'wx');
		try {
			await file.writeFile(content);
		} finally {
			await file.close();
		}
	});
}

/**
 * The same for a file that something else writes: `make` fills the draft whose path it is given. The draft is a new name
 * each time, so that what a broken run left behind is never mistaken for it.
 */
export async function makeWhole(path: string, make: (draft: string) => Promise<void>): Promise<void> {
	const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
	try {
		await make(draft);
		await flush(draft);
		await rename(draft, path);
		await flushFolder(dirname(path));
	} finally {
		// Beside a database that was being made there may be the log of it.
		for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${draft}${ending}`, { force: true });
	}
}

async function flush(path: string): Promise<void> {
	const file = await open(path, 'r+');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

/** The new name itself outlives a power cut only when the folder is flushed; Windows opens no folders and needs none. */
async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
