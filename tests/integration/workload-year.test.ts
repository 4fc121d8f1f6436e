import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportYear } from '#lib/server/services/export-year.ts';
import { DEFAULT_ASSUMPTIONS } from '#lib/server/services/workload.ts';
import { showYear, startNextYear } from '#lib/server/services/workload-year.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { OFFICE, recalculated } from '#tests/support/office.ts';
import { checkedFormulas, readBack } from '#tests/support/workbook.ts';

const ADDRESS = { slug: 'lyaskovets' };
const label = (year: number) => ({ bg: `Данни за ${year} г.`, en: null });

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

async function activitiesOf(versionId: string) {
	return at.database.db
		.selectFrom('activity')
		.select(['key', 'annual_volume', 'minutes_usual', 'data_year'])
		.where('version_id', '=', versionId)
		.orderBy('key')
		.execute();
}

describe('the next year', () => {
	it('keeps the times and leaves every volume not measured', async () => {
		const ctx = await at.as('konsultant');
		const base = await at.database.db
			.selectFrom('structure_version')
			.select('id')
			.where('municipality_id', '=', 'lyaskovets')
			.executeTakeFirstOrThrow();
		const before = await activitiesOf(base.id);
		const made = await startNextYear(ctx, ADDRESS, label);
		if (!made.ok) throw new Error(made.error.code);
		const after = await activitiesOf(made.value);
		expect(after.map(({ key, minutes_usual }) => [key, minutes_usual])).toEqual(
			before.map(({ key, minutes_usual }) => [key, minutes_usual]),
		);
		expect(new Set(after.map(({ annual_volume }) => annual_volume))).toEqual(new Set([null]));
		const latest = Math.max(...before.map(({ data_year }) => data_year));
		expect(new Set(after.map(({ data_year }) => data_year))).toEqual(new Set([latest + 1]));
		expect(await activitiesOf(base.id)).toEqual(before);
	});

	it('as a file where no version is continued leads to the page that says so, in the same version', async () => {
		const { GET } = await import('../../src/routes/(app)/m/[municipality]/workload/year.xlsx/+server.ts');
		const url = new URL('http://localhost/m/lyaskovets/workload/year.xlsx?year=2026');
		const event = { url, params: { municipality: 'lyaskovets' }, locals: { ctx: await at.as('konsultant') } };
		const answer = Promise.resolve().then(() => GET(event as unknown as Parameters<typeof GET>[0]));
		await expect(answer).rejects.toMatchObject({
			status: 303,
			location: '/m/lyaskovets/workload/year?year=2026',
		});
	});

	it('is refused a second time and names the copy that is there', async () => {
		const ctx = await at.as('konsultant');
		const made = await startNextYear(ctx, ADDRESS, label);
		expect(await startNextYear(ctx, ADDRESS, label)).toEqual({
			ok: false,
			error: { code: 'version/already-working', versionId: made.ok ? made.value : '' },
		});
	});

	it('shows the difference to the version that it continues', async () => {
		const ctx = await at.as('konsultant');
		const made = await startNextYear(ctx, ADDRESS, label);
		if (!made.ok) throw new Error(made.error.code);
		await at.database.db
			.updateTable('activity')
			.set({ annual_volume: 0 })
			.where('version_id', '=', made.value)
			.where('unit_key', '=', 'ly-va')
			.execute();
		const shown = await showYear(ctx, { ...ADDRESS, versionId: made.value }, DEFAULT_ASSUMPTIONS);
		if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the years are compared');
		const unitOf = (key: string) =>
			shown.value.kind === 'computed'
				? shown.value.units.find(({ item }) => item.unitKey === key)?.item
				: undefined;
		expect(unitOf('ly-va')).toMatchObject({ waiting: 0, after: { expected: expect.any(Number) as number } });
		expect(unitOf('ly-va')?.difference).toBeLessThan(0);
		expect(unitOf('ly-osut')?.difference).toBeNull();
		expect(unitOf('ly-osut')?.waiting).toBeGreaterThan(0);
	});

	it('has no difference for a version that continues none, and is started by analysts only', async () => {
		const councillor = await at.as('savetnik-lyaskovets-1');
		const shown = await showYear(councillor, ADDRESS, DEFAULT_ASSUMPTIONS);
		expect(shown).toMatchObject({ ok: true, value: { before: null, mayStart: false } });
		expect(await startNextYear(councillor, ADDRESS, label)).toMatchObject({
			ok: false,
			error: { code: 'access/forbidden' },
		});
	});

	it('tells the difference of each function, and the workbook works it out to the same', async () => {
		const ctx = await at.as('konsultant');
		const made = await startNextYear(ctx, ADDRESS, label);
		if (!made.ok) throw new Error(made.error.code);
		await doubleVolumes(made.value);
		const address = { ...ADDRESS, versionId: made.value };
		const shown = await showYear(ctx, address, DEFAULT_ASSUMPTIONS);
		if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the years are compared');
		const measured = shown.value.functions.filter(({ before }) => before?.fte);
		expect(measured.length).toBeGreaterThan(5);
		// Twice the cases of the same minutes are twice the posts: the difference is what was there before.
		for (const { before, change } of measured) expect(change.fte).toBeCloseTo(before?.fte?.expected ?? -1, 9);

		const file = await exportYear(ctx, address, { assumptions: DEFAULT_ASSUMPTIONS, locale: 'bg' });
		if (!file.ok) throw new Error(file.error.code);
		const workbook = await readBack(file.value.bytes);
		const formulas = checkedFormulas(workbook);
		expect(formulas.length).toBeGreaterThan(100);
		for (const { at: place, stored, worked } of formulas)
			expect(worked, place).toBeCloseTo(stored as number, 6);
		const theirs = OFFICE ? await recalculated(OFFICE, file.value.bytes) : workbook;
		const again = new Map(checkedFormulas(theirs).map((formula) => [formula.at, formula.stored]));
		for (const { at: place, stored } of formulas)
			expect(again.get(place), place).toBeCloseTo(stored as number, 6);
	}, 120_000);

	it('has no workbook for a version that continues none', async () => {
		const ctx = await at.as('konsultant');
		expect(await exportYear(ctx, ADDRESS, { assumptions: DEFAULT_ASSUMPTIONS, locale: 'bg' })).toEqual({
			ok: false,
			error: { code: 'workload/no-year-before' },
		});
	});
});

/** Every volume that was counted, twice. */
async function doubleVolumes(versionId: string): Promise<void> {
	const { db } = at.database;
	const counted = await db
		.selectFrom('activity')
		.innerJoin('structure_version', 'structure_version.id', 'activity.version_id')
		.select(['activity.key', 'activity.annual_volume'])
		.where('structure_version.municipality_id', '=', 'lyaskovets')
		.where('activity.version_id', '!=', versionId)
		.execute();
	for (const { key, annual_volume } of counted) {
		if (annual_volume === null) continue;
		await db
			.updateTable('activity')
			.set({ annual_volume: 2 * annual_volume })
			.where('version_id', '=', versionId)
			.where('key', '=', key)
			.execute();
	}
}
