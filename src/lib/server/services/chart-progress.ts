import type { ChartProgress } from '../jobs/chart.ts';
import type { Ctx } from '../context.ts';

/** Files that are being drawn, by who asked and the name that the page gave its request. */
const drawn = new Map<string, ChartProgress>();
/** Names longer than this are no names of ours. */
const LONGEST_NAME = 64;

/** How far a file is that the actor asked for; undefined when no such file is being made. */
export function chartProgress(ctx: Ctx, job: string): { readonly progress: ChartProgress } | undefined {
	const key = keyOf(ctx, job);
	const progress = key === undefined ? undefined : drawn.get(key);
	return progress === undefined ? undefined : { progress };
}

/** Does a work while its progress can be asked for by the name that the page gave it. */
export async function withProgress<T>(
	ctx: Ctx,
	job: string | null,
	work: (onprogress: ((progress: ChartProgress) => void) | undefined) => Promise<T>,
): Promise<T> {
	const key = job === null ? undefined : keyOf(ctx, job);
	if (key === undefined || drawn.has(key)) return work(undefined);
	drawn.set(key, null);
	try {
		return await work((progress) => drawn.set(key, progress));
	} finally {
		drawn.delete(key);
	}
}

function keyOf({ actor }: Ctx, job: string): string | undefined {
	return actor && /^[\w-]+$/.test(job) && job.length <= LONGEST_NAME ? `${actor.userId} ${job}` : undefined;
}
