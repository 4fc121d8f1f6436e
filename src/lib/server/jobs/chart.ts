import type { ChartTask } from '#exports/chart/file.ts';
import { workApart } from './apart.ts';
import { inTurn } from './workers.ts';

/** The largest chart takes some seconds; a minute means that something is wrong. */
const LIMITS = { ms: 60_000, memoryMb: 768 };
const oneByOne = inTurn(1);

/** Sheets that are made, of all; null while the file waits for its turn or cannot be counted in sheets. */
export type ChartProgress = { readonly made: number; readonly all: number } | null;

/** What the process that draws tells: how far it is, and at last the file. */
export type ChartNews = NonNullable<ChartProgress> | { readonly bytes: Uint8Array };

export interface ChartDrawing {
	/** Ends the drawing when nobody waits for it any more; the promise is then refused with its reason. */
	readonly signal?: AbortSignal | undefined;
	readonly onprogress?: ((progress: ChartProgress) => void) | undefined;
}

/** Draws a chart file in a process of its own, so that no request waits behind it; one file at a time. */
export function drawInWorker(task: ChartTask, drawing: ChartDrawing = {}): Promise<Uint8Array> {
	return oneByOne(() => draw(task, drawing));
}

async function draw(task: ChartTask, { signal, onprogress }: ChartDrawing): Promise<Uint8Array> {
	signal?.throwIfAborted();
	const work = { file: 'chart-worker.ts', task, limits: LIMITS };
	const { finished, cancel } = workApart<ChartNews, Uint8Array>(work, (news) => {
		if ('bytes' in news) return news.bytes;
		onprogress?.(news);
		return undefined;
	});
	signal?.addEventListener('abort', cancel, { once: true });
	try {
		const drawn = await finished;
		signal?.throwIfAborted();
		if (!drawn.ok) throw new Error(`the chart was not drawn: ${drawn.error}`);
		return drawn.value;
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}
