import { afterAll, describe, expect, it } from 'vitest';
import type { ChartTask } from '#exports/chart/file.ts';
import { drawInWorker, type ChartProgress } from '#lib/server/jobs/chart.ts';
import { chartProgress, withProgress } from '#lib/server/services/chart-progress.ts';
import { benchUnits } from '#tests/bench/chart-units.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
afterAll(() => at.close());

const task: ChartTask = {
	paper: {
		units: benchUnits(5_000).map((unit) => ({ ...unit, figures: '1 бр.', isReconstructed: false })),
		...{ title: 'Структура', municipality: 'Община', subtitle: '', locale: 'bg' },
		createdAt: '2026-11-21T09:00:00.000Z',
	},
	format: { kind: 'pdf', paper: 'A3', mode: 'pages' },
};

describe('a chart of 5 000 boxes', () => {
	it('tells how many sheets of all are made while it is drawn', async () => {
		const told: NonNullable<ChartProgress>[] = [];
		const bytes = await drawInWorker(task, { onprogress: (progress) => progress && told.push(progress) });
		expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
		expect(told.length).toBeGreaterThan(0);
		expect(new Set(told.map(({ all }) => all)).size).toBe(1);
		const made = told.map((one) => one.made);
		expect(made).toEqual(made.toSorted((one, other) => one - other));
		for (const one of told) expect(one.made).toBeLessThan(one.all);
	});

	it('is not drawn any further once nobody waits for it, and the next file gets its turn', async () => {
		const stop = new AbortController();
		const stopped = drawInWorker(task, { signal: stop.signal, onprogress: () => stop.abort() });
		const waiting = drawInWorker(task, { signal: stop.signal });
		const next = drawInWorker({ ...task, format: { kind: 'svg' } });
		await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
		await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
		expect((await next).byteLength).toBeGreaterThan(1_000);
	});
});

describe('the progress of a file', () => {
	it('is told to whoever asked for the file, by its name, as long as it is made', async () => {
		const [mine, other] = [await at.as('konsultant'), await at.as('hr-elena')];
		await withProgress(mine, 'file-1', async (onprogress) => {
			expect(chartProgress(mine, 'file-1')).toEqual({ progress: null });
			onprogress?.({ made: 3, all: 12 });
			expect(chartProgress(mine, 'file-1')).toEqual({ progress: { made: 3, all: 12 } });
			expect(chartProgress(other, 'file-1')).toBeUndefined();
			expect(chartProgress(mine, 'file-2')).toBeUndefined();
			await Promise.resolve();
		});
		expect(chartProgress(mine, 'file-1')).toBeUndefined();
	});

	it('is not kept under a name that no page gives', async () => {
		const mine = await at.as('konsultant');
		for (const name of ['', 'a b', 'x'.repeat(65)])
			await withProgress(mine, name, async (onprogress) => {
				expect(onprogress).toBeUndefined();
				await Promise.resolve();
			});
	});
});
