import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textFingerprint } from '#lib/domain/overlap/index.ts';
import { readDispersion } from '#lib/server/services/overlap-dispersion.ts';
import { readGaps } from '#lib/server/services/overlap-gaps.ts';
import { readOverlapPage, type OverlapPage } from '#lib/server/services/overlap-page.ts';
import { judgeOverlap, withdrawVerdict } from '#lib/server/services/overlap-verdict.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

const ADDRESS = { slug: 'elena' };
const EVERYTHING = {
	labels: [],
	unit: null,
	otherUnit: null,
	role: null,
	policyArea: null,
	from: 0,
	onlyOpen: false,
	work: null,
	fromHours: 0,
} as const;

async function openPage(username: string, onlyOpen = false): Promise<OverlapPage> {
	const found = await readOverlapPage(await at.as(username), {
		address: ADDRESS,
		withSlug: null,
		patience: 15_000,
		filter: { ...EVERYTHING, labels: ['duplication', 'overlap'], onlyOpen },
		page: 1,
		pageSize: 25,
		pair: null,
	});
	if (!found.ok) throw new Error(found.error.code);
	return found.value;
}

describe('the overlap page', () => {
	it('shows the pairs of a municipality, best first, with the words that they share', async () => {
		const page = await openPage('konsultant');
		expect(page.isReady).toBe(true);
		expect(page.pairs[0]?.label).toBe('duplication');
		const scores = page.pairs.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((x, y) => y - x));
		expect(page.detail?.explanation.a.spans.length).toBeGreaterThan(0);
		expect(page.canJudge).toBe(true);
		expect((await openPage('savetnik-elena-1')).canJudge).toBe(false);
	});

	it('closes a judged pair until its text changes, and does not raise it again', async () => {
		const before = await openPage('konsultant', true);
		const { a, b } = before.pairs[0]!;
		const given = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
			verdict: 'control' as const,
			reason: 'едното звено проверява другото',
		};
		const ctx = await at.as('konsultant');
		expect(await judgeOverlap(ctx, ADDRESS, given)).toEqual({ ok: true, value: null });
		const after = await openPage('konsultant', true);
		expect(after.total).toBe(before.total - 1);
		expect(after.pairs.some((pair) => pair.a.key === a.key && pair.b.key === b.key)).toBe(false);
		const stale = { ...given, fingerprints: [textFingerprint('друго'), b.fingerprint] as const };
		expect(await judgeOverlap(ctx, ADDRESS, stale)).toEqual({ ok: false, error: { code: 'overlap/stale' } });
	});

	it('opens a pair again when its verdict is taken back, once', async () => {
		const before = await openPage('konsultant', true);
		const { a, b } = before.pairs[0]!;
		const pair = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
		};
		const ctx = await at.as('konsultant');
		await judgeOverlap(ctx, ADDRESS, { ...pair, verdict: 'control', reason: 'едното проверява другото' });
		const judged = (await openPage('konsultant')).pairs.find(({ verdict }) => verdict !== null);
		expect([judged?.a.key, judged?.b.key]).toEqual([a.key, b.key]);
		const page = await openPage('konsultant');
		expect(page.recentReasons).toEqual({ control: ['едното проверява другото'] });
		const { decidedAt = '' } = page.detail?.decided ?? {};
		expect(await withdrawVerdict(await at.as('savetnik-elena-1'), ADDRESS, { ...pair, decidedAt })).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		expect(await withdrawVerdict(ctx, ADDRESS, { ...pair, decidedAt })).toEqual({ ok: true, value: null });
		expect((await openPage('konsultant', true)).total).toBe(before.total);
		expect(await withdrawVerdict(ctx, ADDRESS, { ...pair, decidedAt })).toEqual({
			ok: false,
			error: { code: 'overlap/stale' },
		});
	});

	it('lets only whoever may judge do so', async () => {
		const { a, b } = (await openPage('konsultant')).pairs[0]!;
		const given = {
			functions: [a.key, b.key] as const,
			fingerprints: [a.fingerprint, b.fingerprint] as const,
			verdict: 'duplication' as const,
			reason: 'еднакви са',
		};
		const refusal = (code: string) => ({ ok: false, error: { code } });
		expect(await judgeOverlap(await at.as('savetnik-elena-1'), ADDRESS, given)).toEqual(
			refusal('access/forbidden'),
		);
		expect(await judgeOverlap(await at.as('konsultant-lyaskovets'), ADDRESS, given)).toEqual(
			refusal('access/not-found'),
		);
		expect(await judgeOverlap(at.nobody(), ADDRESS, given)).toEqual(refusal('access/not-found'));
	});

	it('lists the planted gaps and the dispersion of T11', async () => {
		const ctx = await at.as('nablyudatel');
		const gaps = await readGaps(ctx, ADDRESS);
		expect(gaps.ok && gaps.value.lists.find(({ code }) => code === 'no-owner')?.functions[0]?.key).toBe(
			'el-ut-f38',
		);
		const dispersion = await readDispersion(ctx, ADDRESS);
		const planted =
			dispersion.ok && dispersion.value.functions.find(({ functionKey }) => functionKey === 'el-ut-f30');
		expect(planted && planted.dispersion).toBeCloseTo(0.575, 10);
	});
});
