import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findStructureOverlaps, type StructureAnalysis } from '#lib/domain/overlap/index.ts';
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
