import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The source of a worker in this folder as it stands, found upwards from the built or the plain module. */
export function findWorkerFile(name: string): string | undefined {
	const source = join('src', 'lib', 'server', 'jobs', name);
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		const file = join(folder, source);
		if (existsSync(file)) return file;
	}
	return undefined;
}

export function workerFile(name: string): string {
	const file = findWorkerFile(name);
	if (file === undefined) throw new Error(`${name} was not found`);
	return file;
}

/**
 * A line at which works wait: at most `most` of them run at once, in the order in which they came, so that many
 * requests together cannot take more memory than that many workers.
 */
export function inTurn(most: number): <T>(work: () => Promise<T>) => Promise<T> {
	let running = 0;
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (running >= most) await new Promise<void>((go) => waiting.push(go));
		else running++;
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			// The place goes on to the next one as it is, or becomes free.
			if (next) next();
			else running--;
		}
	};
}
