/** What a process apart tells the one that started it. */
export type Told<News> = { readonly news: News } | { readonly fault: unknown };

/** What it is given first. The bytes of the files follow on its input, one behind the other. */
export interface Given<Task> {
	readonly task: Task;
	/** How many bytes each file has. */
	readonly sizes: readonly number[];
}

/** Tells news; done when they are on their way, so that whoever waits for it never tells faster than it is heard. */
export type Tell<News> = (news: News) => Promise<void>;

/**
 * Does the one work for which this process was started (`apart.ts`): waits for its task, tells its news and ends. When
 * whoever started it is gone, nobody waits for it any more and it ends as well.
 */
export function serveApart<Task, News>(
	work: (task: Task, tell: Tell<News>, files: readonly Buffer[]) => Promise<void> | void,
): void {
	let isSent = Promise.resolve();
	const tell = (told: Told<News>) => {
		isSent = new Promise((done) => process.send?.(told, () => done()));
		return isSent;
	};
	process.once('disconnect', () => process.exit());
	process.once('message', (given: Given<Task>) => void answer(given));

	async function answer({ task, sizes }: Given<Task>): Promise<void> {
		try {
			await work(task, (news) => tell({ news }), await receive(sizes));
		} catch (fault) {
			void tell({ fault });
		}
		// What is told last is on its way before the channel closes.
		await isSent;
		process.disconnect();
	}
}

/** Reads the files from the input into memory of exactly their size. */
async function receive(sizes: readonly number[]): Promise<readonly Buffer[]> {
	if (sizes.length === 0) return [];
	const bytes = Buffer.allocUnsafeSlow(sizes.reduce((sum, size) => sum + size, 0));
	let filled = 0;
	for await (const chunk of process.stdin as AsyncIterable<Buffer>) filled += chunk.copy(bytes, filled);
	if (filled < bytes.length) throw new Error(`${filled} bytes of ${bytes.length} arrived`);
	let from = 0;
	return sizes.map((size) => bytes.subarray(from, (from += size)));
}
