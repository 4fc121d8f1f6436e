import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, type FunctionKey } from '#lib/domain/shared/index.ts';
import type { DayEntry } from '#lib/domain/workload/index.ts';
import { addDayEntry, removeDayEntry, showWorkDay } from '#lib/server/services/workload-day.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

const ADDRESS = { slug: 'lyaskovets' };
const DAY = isoDate('2026-11-20');

let at: Installation;
let postKey: string;
beforeEach(async () => {
	at = await anInstallation();
	const post = await at.database.db
		.selectFrom('post')
		.select('key')
		.where('unit_key', '=', 'ly-va')
		.orderBy('key')
		.executeTakeFirstOrThrow();
	postKey = post.key;
});
afterEach(() => at.close());

const row = (starts: number, ends: number): DayEntry => ({
	...{ starts, ends, activity: 'Одитни доклади', functionKey: 'ly-va-f01' as FunctionKey },
	...{ kind: 'productive', isPlanned: true, isInterruption: false },
});

async function show() {
	const shown = await showWorkDay(await at.as('konsultant'), ADDRESS, { postKey, day: DAY });
	if (!shown.ok) throw new Error(shown.error.code);
	return shown.value;
}

describe('the photo of a working day', () => {
	it('keeps rows by the clock, tells what is missing and gives use and shares', async () => {
		const ctx = await at.as('konsultant');
		expect(await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(600, 900) })).toEqual({
			ok: true,
			value: null,
		});
		await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(480, 540) });
		const page = await show();
		expect(page.entries.map(({ starts }) => starts)).toEqual([480, 600]);
		// 60 + 300 = 360 of 480 minutes, with a gap from 9:00 to 10:00.
		expect(page.issues.map(({ code }) => code)).toEqual(['workload/day-gap', 'workload/day-sum']);
		// A day of 360 minutes is not whole: neither use nor shares are taken from it.
		expect([page.balance, page.shares]).toEqual([null, []]);
		await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(540, 600) });
		await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: { ...row(900, 960), kind: 'idle' } });
		// 420 of 480 minutes are work, 60 are without work.
		const whole = await show();
		expect([whole.balance?.use, whole.balance?.loss]).toEqual([0.875, 0.125]);
		expect(whole.shares).toEqual([{ functionKey: 'ly-va-f01', share: 0.875, error: null }]);
	});

	it('refuses a row that lies over another one and names it', async () => {
		const ctx = await at.as('konsultant');
		await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(480, 540) });
		expect(await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(530, 600) })).toEqual({
			ok: false,
			error: { code: 'workload/day-entry-overlaps', starts: 480, ends: 540 },
		});
		expect((await show()).entries).toHaveLength(1);
	});

	it('is not recorded for the future or before the years of the working calendar', async () => {
		const ctx = await at.as('konsultant');
		for (const day of ['1800-01-02', '2011-12-31', '2030-01-02'].map((text) => isoDate(text))) {
			expect(await addDayEntry(ctx, ADDRESS, { postKey, day, entry: row(480, 540) })).toEqual({
				ok: false,
				error: { code: 'workload/day-not-recordable' },
			});
		}
	});

	it('takes a row away, once and for all', async () => {
		const ctx = await at.as('konsultant');
		await addDayEntry(ctx, ADDRESS, { postKey, day: DAY, entry: row(480, 540) });
		const [entry] = (await show()).entries;
		for (let time = 0; time < 2; time++)
			expect((await removeDayEntry(ctx, ADDRESS, entry?.id ?? '')).ok).toBe(true);
		expect((await show()).entries).toEqual([]);
	});

	it('is for analysts only', async () => {
		const shown = await showWorkDay(await at.as('savetnik-lyaskovets-1'), ADDRESS, { postKey, day: DAY });
		expect(shown).toEqual({ ok: false, error: { code: 'access/forbidden' } });
	});
});
