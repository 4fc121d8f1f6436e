import { describe, expect, it } from 'vitest';
import { addMonths, computeDeadline, makeCalendar } from '#lib/domain/legal/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const calendar = makeCalendar([]);

describe('a deadline', () => {
	it('of 14 days from 10.12.2026 passes Christmas and its substitute day (oracle T17)', () => {
		expect(computeDeadline(calendar, isoDate('2026-12-10'), { days: 14 })).toEqual({
			ok: true,
			value: { dueOn: '2026-12-29', nominal: '2026-12-24', isMoved: true },
		});
	});

	it('of 2 months from 31.12.2026 ends on the last day of February and moves to Monday (oracle T17)', () => {
		expect(computeDeadline(calendar, isoDate('2026-12-31'), { months: 2 })).toEqual({
			ok: true,
			value: { dueOn: '2027-03-01', nominal: '2027-02-28', isMoved: true },
		});
	});

	it('in working days counts only these and never the day of the event', () => {
		// From Thursday 19.02.2026: 20, 23, 24, 25, 26, 27 February, then 2 March; 3 March is a holiday, 4 March.
		const found = computeDeadline(calendar, isoDate('2026-02-19'), { workingDays: 8 });
		expect(found.ok && found.value).toEqual({
			dueOn: '2026-03-04',
			nominal: '2026-03-04',
			isMoved: false,
		});
	});

	it('that leaves the known calendar is refused', () => {
		const refusal = { ok: false, error: { code: 'legal/calendar-year-unknown', year: 2031 } };
		expect(computeDeadline(calendar, isoDate('2030-12-30'), { days: 5 })).toEqual(refusal);
		expect(computeDeadline(calendar, isoDate('2030-12-30'), { workingDays: 5 })).toEqual(refusal);
		expect(computeDeadline(calendar, isoDate('2030-12-20'), { days: 2 }).ok).toBe(true);
	});
});

describe('months after a day', () => {
	it.each([
		['2027-01-31', 1, '2027-02-28'],
		['2027-12-15', 1, '2028-01-15'],
		['2028-01-31', 1, '2028-02-29'],
		['2026-05-31', 12, '2027-05-31'],
	])('from %s plus %i is %s', (from, months, expected) => {
		expect(addMonths(isoDate(from), months)).toBe(expected);
	});
});
