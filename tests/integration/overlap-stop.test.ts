import { afterAll, expect, it } from 'vitest';
import { steerAnalysis, studyOverlaps } from '#lib/server/services/overlap-analysis.ts';
import { readDuties } from '#lib/server/services/overlap-duties.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
afterAll(() => at.close());
const REQUEST = { address: { slug: 'elena' }, withSlug: null };

async function runOf(patience: number) {
	const study = await studyOverlaps(await at.as('nablyudatel'), { ...REQUEST, patience });
	if (!study.ok) throw new Error(study.error.code);
	return study.value.run;
}

it('an analysis that was stopped stays so on its page until somebody begins it again', async () => {
	expect(await runOf(0)).toMatchObject({ isStopped: false });
	expect(await steerAnalysis(await at.as('konsultant'), REQUEST, 'stop')).toEqual({ ok: true, value: null });
	expect(await runOf(15_000)).toMatchObject({ isStopped: true });
	const duties = await readDuties(await at.as('nablyudatel'), REQUEST.address);
	expect(duties.ok && duties.value.run?.isStopped).toBe(true);
	await steerAnalysis(await at.as('konsultant'), REQUEST, 'start');
	expect(await runOf(15_000)).toBeNull();
});

it('stopping what is ready changes nothing', async () => {
	await steerAnalysis(await at.as('konsultant'), REQUEST, 'stop');
	expect(await runOf(0)).toBeNull();
});

it('whoever only reads stops nothing', async () => {
	const refused = await steerAnalysis(await at.as('nablyudatel'), REQUEST, 'stop');
	expect(refused).toEqual({ ok: false, error: { code: 'access/forbidden' } });
});

it('a page that needs the numbers begins again what was stopped', async () => {
	const both = { address: { slug: 'elena' }, withSlug: 'lyaskovets' };
	const ctx = await at.as('konsultant');
	await studyOverlaps(ctx, { ...both, patience: 0 });
	await steerAnalysis(ctx, both, 'stop');
	const stopped = await studyOverlaps(ctx, { ...both, patience: 15_000 });
	expect(stopped.ok && stopped.value.run?.isStopped).toBe(true);
	const again = await studyOverlaps(ctx, { ...both, patience: 15_000, restarts: true });
	expect(again.ok && again.value.run).toBeNull();
});
