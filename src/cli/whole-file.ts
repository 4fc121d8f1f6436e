import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file whole or not at all: into a new file beside it, flushed, then moved into its place.
 * Whatever stood there before stays until that moment. Throws what the file system throws.
 */
export async function writeWholeFile(path: string, content: string): Promise<void> {
	const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
	try {
		const file = await open(draft, 'wx');
		try {
			await file.writeFile(content, 'utf8');
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}
