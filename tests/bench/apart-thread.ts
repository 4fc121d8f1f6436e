import { parentPort } from 'node:worker_threads';
import { readTables } from '#lib/server/reading/read-file.ts';

/** The same reading as in a process of its own, in a thread: one file, one answer. */
parentPort?.once('message', (bytes: Uint8Array) => {
	void readTables(Buffer.from(bytes.buffer), { name: 'тежък' }).then((file) => parentPort?.postMessage(file));
});
