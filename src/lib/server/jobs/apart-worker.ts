/** What a process apart tells the one that started it. */
export type Told<News> = { readonly news: News } | { readonly fault: unknown };

/**
 * Does the one work for which this process was started (`apart.ts`): waits for its task, tells its news and ends. When
 * whoever started it is gone, nobody waits for it any more and it ends as well.
 */
export function serveApart<Task, News>(
	work: (task: Task, tell: (news: News) => void) => Promise<void> | void,
): void {
	let isSent = Promise.resolve();
	const tell = (told: Told<News>) => {
		isSent = new Promise((done) => process.send?.(told, () => done()));
	};
	process.once('disconnect', () => process.exit());
	process.once('message', ({ task }: { readonly task: Task }) => void answer(task));

	async function answer(task: Task): Promise<void> {
		try {
			await work(task, (news) => tell({ news }));
		} catch (fault) {
			tell({ fault });
		}
		// What is told last is on its way before the channel closes.
		await isSent;
		process.disconnect();
	}
}

/** Bytes of a task as a buffer over the same memory. */
export function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
