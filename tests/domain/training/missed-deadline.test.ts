import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { missedDeadline } from '#lib/domain/training/index.ts';

const until = (...days: readonly string[]) => days.map((day) => ({ deadline: isoDate(day) }));

it('is the earliest deadline that is over before the quarter begins', () => {
	const needs = [...until('2026-12-20', '2026-12-14', '2027-02-01'), { deadline: null }];
	expect(missedDeadline({ year: 2027, quarter: 1 }, needs)).toBe('2026-12-14');
	expect(missedDeadline({ year: 2027, quarter: 2 }, until('2027-03-31'))).toBe('2027-03-31');
});

it('is none while the quarter can still keep it, or where nothing is decided', () => {
	expect(missedDeadline({ year: 2026, quarter: 4 }, until('2026-12-14'))).toBeNull();
	expect(missedDeadline({ year: 2027, quarter: 2 }, until('2027-04-01'))).toBeNull();
	expect(missedDeadline({ year: 2027, quarter: 1 }, [{ deadline: null }])).toBeNull();
});
