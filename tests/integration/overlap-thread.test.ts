import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
	findStructureOverlaps,
	type AnalysisProgress,
	type StructureAnalysis,
} from '#lib/domain/overlap/index.ts';
import { keepThreads } from '#lib/server/jobs/kept-thread.ts';
import type { OverlapTask } from '#lib/server/jobs/overlap-worker.ts';
import { demoStructure } from '#tests/support/fixtures.ts';

const FILE = join(import.meta.dirname, '../../src/lib/server/jobs/overlap-worker.ts');
const taskOf = (slug: string): OverlapTask => ({ structures: [demoStructure(slug)], options: {} });
const scoresOf = ({ pairs }: StructureAnalysis) => pairs.map(({ key, score }) => [key, score]);

it('a kept thread answers each task with its own analysis, in whatever order they end', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis>(FILE, 1);
	const slugs = ['elena', 'lyaskovets', 'elena'];
	const answers = await Promise.all(slugs.map((slug) => ask(taskOf(slug))));
	for (const [at, slug] of slugs.entries())
		expect(scoresOf(answers[at]!)).toEqual(scoresOf(findStructureOverlaps([demoStructure(slug)])));
});

it('a task that breaks fails alone: the one after it is answered', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis>(FILE, 1);
	const broken = { structures: null, options: {} } as unknown as OverlapTask;
	const [first, second] = await Promise.allSettled([ask(broken), ask(taskOf('elena'))]);
	expect(first.status).toBe('rejected');
	expect(second.status).toBe('fulfilled');
});

it('a thread that cannot start fails its task and leaves nothing waiting', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis>(join(import.meta.dirname, 'no-such-thread.ts'), 1);
	await expect(ask(taskOf('elena'))).rejects.toThrow();
});

it('tells how far it is before it answers', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis, AnalysisProgress>(FILE, 1);
	const steps: string[] = [];
	await ask(taskOf('elena'), { onProgress: ({ step }) => steps.push(step) });
	expect([...new Set(steps)]).toEqual(['read', 'search', 'explain']);
});

it('a task given up under way ends with its thread, and the one that waits behind it is answered', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis, AnalysisProgress>(FILE, 1);
	const stop = new AbortController();
	const given = ask(taskOf('elena'), { signal: stop.signal, onProgress: () => stop.abort() });
	const next = ask(taskOf('lyaskovets'));
	await expect(given).rejects.toMatchObject({ name: 'AbortError' });
	expect(scoresOf(await next)).toEqual(scoresOf(findStructureOverlaps([demoStructure('lyaskovets')])));
});

it('a task given up while it waits is never begun', async () => {
	const ask = keepThreads<OverlapTask, StructureAnalysis, AnalysisProgress>(FILE, 1);
	const stop = new AbortController();
	const first = ask(taskOf('elena'));
	const steps: string[] = [];
	const given = ask(taskOf('lyaskovets'), {
		signal: stop.signal,
		onProgress: ({ step }) => steps.push(step),
	});
	stop.abort();
	await expect(given).rejects.toMatchObject({ name: 'AbortError' });
	await first;
	expect(steps).toEqual([]);
});
