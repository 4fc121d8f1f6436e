import { afterEach, beforeEach, expect, it } from 'vitest';
import { studyOverlaps } from '#lib/server/services/overlap-analysis.ts';
import { judgeSimilar, readSimilar, undoSimilar } from '#lib/server/services/overlap-similar.ts';
import { judgeOverlap } from '#lib/server/services/overlap-verdict.ts';
import { findSimilarPairs } from '#lib/domain/overlap/index.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());
const ADDRESS = { slug: 'elena' };

async function judged() {
	const studied = await studyOverlaps(await at.as('konsultant'), {
		...{ address: ADDRESS, withSlug: null, patience: 15_000 },
	});
	if (!studied.ok) throw new Error(studied.error.code);
	return studied.value.judged;
}

/** Judges the first pair that has similar ones. */
async function aSource() {
	const all = await judged();
	const source = all.find((one) => findSimilarPairs(all, one).length > 1);
	if (!source) throw new Error('no pair has similar ones');
	const { a, b } = source.overlap;
	const done = await judgeOverlap(await at.as('konsultant'), ADDRESS, {
		functions: [a.functionKey, b.functionKey],
		fingerprints: [a.fingerprint, b.fingerprint],
		verdict: 'coordination',
		reason: 'съгласуват се',
	});
	expect(done.ok).toBe(true);
	return `${a.functionKey}|${b.functionKey}`;
}

it('offers only open pairs with the same label, near in score, and applies the verdict to the ticked ones alone', async () => {
	const ctx = await at.as('konsultant');
	const pair = await aSource();
	const read = await readSimilar(ctx, ADDRESS, pair);
	if (!read.ok) throw new Error(read.error.code);
	const { source, pairs, distance } = read.value;
	expect(pairs.every(({ label }) => label === source.label)).toBe(true);
	expect(pairs.every(({ score }) => Math.abs(score - source.score) <= distance + 1e-9)).toBe(true);
	const batch = await judgeSimilar(ctx, ADDRESS, { pair, marks: [pairs[0]!.mark] });
	expect(batch.ok).toBe(true);
	const after = await readSimilar(ctx, ADDRESS, pair);
	expect(after.ok && after.value.pairs.length).toBe(pairs.length - 1);
	const same = (await judged()).filter(({ verdict }) => verdict?.reason === 'съгласуват се');
	expect(same).toHaveLength(2);
});

it('takes a batch back once, in one step', async () => {
	const ctx = await at.as('konsultant');
	const pair = await aSource();
	const read = await readSimilar(ctx, ADDRESS, pair);
	const marks = read.ok ? read.value.pairs.map(({ mark }) => mark) : [];
	const batch = await judgeSimilar(ctx, ADDRESS, { pair, marks });
	const name = batch.ok ? batch.value : '';
	expect(await undoSimilar(ctx, 'elena', name)).toEqual({ ok: true, value: null });
	expect((await judged()).filter(({ verdict }) => verdict !== null)).toHaveLength(1);
	const missing = { ok: false, error: { code: 'access/not-found' } };
	expect(await undoSimilar(ctx, 'elena', name)).toEqual(missing);
});

it('stores nothing where nothing is ticked or a text is no longer the one that was read', async () => {
	const ctx = await at.as('konsultant');
	const pair = await aSource();
	const refusal = (code: string) => ({ ok: false, error: { code } });
	expect(await judgeSimilar(ctx, ADDRESS, { pair, marks: [] })).toEqual(refusal('overlap/nothing-chosen'));
	expect(await judgeSimilar(ctx, ADDRESS, { pair, marks: ['a|b|c|d'] })).toEqual(refusal('overlap/stale'));
	const councillor = await at.as('savetnik-elena-1');
	expect(await judgeSimilar(councillor, ADDRESS, { pair, marks: [] })).toEqual(refusal('access/forbidden'));
});
