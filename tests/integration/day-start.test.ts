import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '#lib/domain/shared/index.ts';
import { dayOfMoment, dayStart } from '#lib/server/context.ts';

describe('the day in the municipality', () => {
	it.each([
		// Winter: two hours before midnight in Greenwich; summer: three.
		['2026-01-15', '2026-01-14T22:00:00.000Z'],
		['2026-07-01', '2026-06-30T21:00:00.000Z'],
		// The clocks change in the night to the last Sunday of March and of October, after midnight.
		['2026-03-29', '2026-03-28T22:00:00.000Z'],
		['2026-03-30', '2026-03-29T21:00:00.000Z'],
		['2026-10-25', '2026-10-24T21:00:00.000Z'],
		['2026-10-26', '2026-10-25T22:00:00.000Z'],
	])('%s begins at %s', (day, moment) => {
		expect(dayStart(isoDate(day))).toBe(moment);
		expect(dayOfMoment(moment)).toBe(day);
		expect(dayOfMoment(new Date(Date.parse(moment) - 1).toISOString())).toBe(addDays(isoDate(day), -1));
	});
});
