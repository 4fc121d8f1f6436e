import { afterAll, describe, expect, it } from 'vitest';
import { studyOverlaps } from '#lib/server/services/overlap-analysis.ts';
import { readBeside } from '#lib/server/services/overlap-beside.ts';
import { readDuties } from '#lib/server/services/overlap-duties.ts';
import { readGaps } from '#lib/server/services/overlap-gaps.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
afterAll(() => at.close());
const ADDRESS = { slug: 'elena' };

describe('the overlap analysis', () => {
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
});
