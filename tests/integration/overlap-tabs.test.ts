import { afterAll, describe, expect, it } from 'vitest';
import { studyOverlaps } from '#lib/server/services/overlap-analysis.ts';
import { readBeside } from '#lib/server/services/overlap-beside.ts';
import { readDuties } from '#lib/server/services/overlap-duties.ts';
import { readGaps } from '#lib/server/services/overlap-gaps.ts';
import { readOverlapPage, type PageRequest } from '#lib/server/services/overlap-page.ts';
import { createScenario } from '#lib/server/services/scenario.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';
import { anInstallation } from '#tests/support/installation.ts';

/** A filter that lets every pair pass. */
const EVERYTHING = {
	...{ labels: [], unit: null, otherUnit: null, role: null, policyArea: null },
	...{ from: 0, onlyOpen: false, work: null, fromHours: 0 },
} as const;

const at = await anInstallation();
afterAll(() => at.close());
const ADDRESS = { slug: 'elena' };

async function pairsOf(part: Partial<PageRequest['filter']>) {
	const read = await readOverlapPage(await at.as('konsultant'), {
		...{ address: ADDRESS, withSlug: null, patience: 15_000, page: 1, pageSize: 1000, pair: null },
		filter: { ...EVERYTHING, ...part },
	});
	if (!read.ok) throw new Error(read.error.code);
	return read.value.pairs;
}

describe('the overlap analysis', () => {
	it('does not say that no duties meet while it still runs', async () => {
		const read = await readDuties(await at.as('nablyudatel'), ADDRESS, { patience: 0 });
		expect(read.ok && read.value.isReady).toBe(false);
	});

	it('sets twins beside each other when both municipalities may be read', async () => {
		const request = { address: ADDRESS, withSlug: 'lyaskovets', patience: 15_000 };
		const both = await readBeside(await at.as('konsultant'), { ...request, critical: null });
		const beside = both.ok ? both.value : null;
		expect(beside?.twins.length).toBeGreaterThan(10);
		expect(beside?.twins.every(({ a, b }) => a.slug === 'elena' && b.slug === 'lyaskovets')).toBe(true);
		expect(beside?.municipalities.map(({ settlements }) => settlements > 0)).toEqual([true, true]);
		const one = await studyOverlaps(await at.as('hr-elena'), request);
		expect(one).toEqual({ ok: false, error: { code: 'access/not-found' } });
	});

	it('offers small functions of both for joint performance, with the ground in law, as the critical size grows', async () => {
		const request = { address: ADDRESS, withSlug: 'lyaskovets', patience: 15_000 };
		const ctx = await at.as('konsultant');
		const candidates = async (critical: number) => {
			const read = await readBeside(ctx, { ...request, critical });
			return (read.ok && read.value?.candidates) || [];
		};
		const [few, many] = [await candidates(0.001), await candidates(100)];
		expect(few.length).toBeLessThanOrEqual(many.length);
		expect(many.every(({ grounds }) => grounds.includes('agreement'))).toBe(true);
		expect(await readBeside(ctx, { ...request, withSlug: null, critical: null })).toEqual({
			ok: true,
			value: null,
		});
	});

	it('says who does and who checks one object, with functions behind every cell and conflict', async () => {
		const read = await readDuties(await at.as('nablyudatel'), ADDRESS);
		if (!read.ok) throw new Error(read.error.code);
		const { objects, areaConflicts } = read.value;
		expect(objects.length).toBeGreaterThan(0);
		expect(objects.every(({ cells }) => cells.every(({ functions }) => functions.length > 0))).toBe(true);
		const named = objects.flatMap(({ conflicts }) => conflicts.flatMap(({ functions }) => functions));
		expect(named.every(({ key }) => key !== '')).toBe(true);
		expect(areaConflicts.every(({ doing, controlling }) => doing.length * controlling.length > 0)).toBe(true);
	});

	it.each(['elena', 'lyaskovets'])('covers a power of %s only by a function that names it', async (slug) => {
		const read = await readGaps(await at.as('konsultant'), { slug });
		if (!read.ok) throw new Error(read.error.code);
		const { powers, covered, powerCount, areas, lists, posts } = read.value;
		expect(powers.length + covered.length).toBe(powerCount);
		expect(areas.reduce((sum, { total }) => sum + total, 0)).toBe(powerCount);
		expect(areas.reduce((sum, area) => sum + area.covered, 0)).toBe(covered.length);
		expect(covered.every(({ functions }) => functions.length > 0)).toBe(true);
		expect(lists.map(({ code }) => code)).toContain('no-post');
		expect(posts.length).toBeGreaterThan(0);
	});

	it('groups pairs by cluster and counts what each threshold would leave', async () => {
		const filter = { ...EVERYTHING };
		const request = { address: ADDRESS, withSlug: null, patience: 15_000, filter, page: 1, pageSize: 1000 };
		const read = await readOverlapPage(await at.as('konsultant'), {
			...request,
			pair: null,
			isGrouped: true,
		});
		if (!read.ok) throw new Error(read.error.code);
		const { pairs, byThreshold, total, matrix } = read.value;
		const clusters = pairs.map(({ cluster }) => cluster ?? 0);
		expect(clusters).toEqual([...clusters].sort((x, y) => x - y));
		expect(new Set(clusters).size).toBeGreaterThan(1);
		const [all] = byThreshold;
		expect((all?.duplication ?? 0) + (all?.overlap ?? 0) + (all?.related ?? 0)).toBe(total);
		expect(matrix.after).toBeNull();
	});

	it('parts pairs with work on both sides from those where one is on paper only', async () => {
		const [all, counted, paper] = [
			await pairsOf({}),
			await pairsOf({ work: 'counted' }),
			await pairsOf({ work: 'paper' }),
		];
		expect(counted.length).toBeGreaterThan(0);
		expect(paper.length).toBeGreaterThan(0);
		expect(counted.length + paper.length).toBe(all.length);
		const least = ({ a, b }: (typeof all)[number]) => Math.min(a.hours ?? 0, b.hours ?? 0);
		const busy = await pairsOf({ fromHours: 100 });
		expect(busy.map(({ key }) => key)).toEqual(
			all.filter((pair) => least(pair) >= 100).map(({ key }) => key),
		);
	});

	it('narrows the pairs to those in which a unit takes part in a chosen role', async () => {
		const parts = demoStructure('elena').participations.filter(({ role }) => role === 'participates');
		const helped = new Set<string>(parts.map(({ functionKey }) => functionKey));
		const [all, shared] = [await pairsOf({}), await pairsOf({ role: 'participates' })];
		expect(shared.length).toBeGreaterThan(0);
		expect(shared.length).toBeLessThan(all.length);
		const isHelped = ({ a, b }: (typeof all)[number]) => helped.has(a.key) || helped.has(b.key);
		expect(shared.map(({ key }) => key)).toEqual(all.filter(isHelped).map(({ key }) => key));
		const first = parts.find(({ functionKey }) =>
			shared.some(({ a, b }) => a.key === functionKey || b.key === functionKey),
		);
		const own = await pairsOf({ role: 'participates', unit: first?.unitKey ?? null });
		const ofUnit = new Set<string>(
			parts.filter(({ unitKey }) => unitKey === first?.unitKey).map(({ functionKey }) => functionKey),
		);
		expect(own.length).toBeGreaterThan(0);
		expect(own.every(({ a, b }) => ofUnit.has(a.key) || ofUnit.has(b.key))).toBe(true);
	});

	it('sets the outcome of a scenario beside the version, and nothing of an unknown one', async () => {
		const ctx = await at.as('konsultant');
		const id = await createScenario(ctx, 'elena', {
			...{ name: 'Вариант', description: '', effectiveOn: isoDate('2027-03-01') },
		});
		if (!id.ok) throw new Error(id.error.code);
		const filter = { ...EVERYTHING };
		const request = { address: ADDRESS, withSlug: null, patience: 15_000, filter, page: 1, pageSize: 5 };
		const read = await readOverlapPage(ctx, { ...request, pair: null, scenarioId: id.value, side: 'after' });
		if (!read.ok) throw new Error(read.error.code);
		expect(read.value.matrix.after).toEqual(read.value.matrix.cells);
		expect(read.value.canJudge).toBe(false);
		expect(await readOverlapPage(ctx, { ...request, pair: null, scenarioId: 'nyama' })).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});
});
