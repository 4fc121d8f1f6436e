import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeadline, isWorkingDay, makeCalendar, workingDaysInYear } from '#lib/domain/legal/index.ts';
import { addDays, daysBetween, isoDate } from '#lib/domain/shared/index.ts';
import {
	classifyUtilisation,
	computeAnalyticFte,
	computeWisn,
	estimateOf,
	sumEstimates,
	type WisnInput,
} from '#lib/domain/workload/index.ts';
import { computeUnitWorkloads } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	unitKey,
} from '../domain/workload/builders.ts';

const amount = fc.double({ min: 0, max: 100_000, noNaN: true });
const activity = fc.record({
	id: fc.uuid(),
	volume: amount,
	minutes: fc.double({ min: 0, max: 2000, noNaN: true }),
});
const wisnCase: fc.Arbitrary<WisnInput> = fc.record({
	availableHours: fc.double({ min: 100, max: 3000, noNaN: true }),
	activities: fc.array(activity, { maxLength: 6 }),
	categoryAllowances: fc.array(fc.record({ percent: fc.double({ min: 0, max: 20, noNaN: true }) }), {
		maxLength: 4,
	}),
	individualAllowances: fc.array(fc.record({ staff: fc.nat(9), hoursPerYear: amount }), { maxLength: 3 }),
	staff: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
});

function required(input: WisnInput): number {
	const result = computeWisn(input);
	if (!result.ok) throw new Error(result.error.code);
	return result.value.requiredFte;
}

const SLACK = 1 + 1e-9;

describe('laws of the need', () => {
	it('more demand never needs fewer people', () => {
		fc.assert(
			fc.property(wisnCase, activity, (input, more) => {
				const grown = { ...input, activities: [...input.activities, more] };
				expect(required(grown) * SLACK).toBeGreaterThanOrEqual(required(input));
			}),
		);
	});

	it('more available hours never need more people', () => {
		fc.assert(
			fc.property(wisnCase, fc.double({ min: 0, max: 500, noNaN: true }), (input, hours) => {
				const eased = { ...input, availableHours: input.availableHours + hours };
				expect(required(eased)).toBeLessThanOrEqual(required(input) * SLACK);
			}),
		);
	});

	it('twice the work of every kind needs twice the people', () => {
		fc.assert(
			fc.property(wisnCase, (input) => {
				const doubled = {
					...input,
					activities: input.activities.map((item) => ({ ...item, volume: item.volume * 2 })),
					individualAllowances: input.individualAllowances.map((item) => ({
						...item,
						staff: item.staff * 2,
					})),
				};
				expect(required(doubled)).toBeCloseTo(required(input) * 2, 6);
			}),
		);
	});

	it('common work never lowers the need, and the order of the activities does not matter', () => {
		fc.assert(
			fc.property(wisnCase, (input) => {
				expect(required({ ...input, categoryAllowances: [] })).toBeLessThanOrEqual(required(input) * SLACK);
				const reversed = { ...input, activities: [...input.activities].reverse() };
				expect(required(reversed)).toBeCloseTo(required(input), 6);
			}),
		);
	});

	it('without distribution times the analytic method equals the service need of WISN', () => {
		fc.assert(
			fc.property(fc.array(activity, { maxLength: 6 }), (activities) => {
				const tasks = activities.map((item) => ({ cases: item.volume, baseMinutes: item.minutes }));
				const none = { personal: 0, material: 0 };
				const plain = { activities, categoryAllowances: [], individualAllowances: [], staff: null };
				expect(computeAnalyticFte(tasks, none, 1680)).toBeCloseTo(
					required({ ...plain, availableHours: 1680 }),
					6,
				);
			}),
		);
	});
});

describe('laws of estimates and coverage', () => {
	const three = fc
		.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 3, maxLength: 3 })
		.map((values) => [...values].sort((a, b) => a - b) as [number, number, number]);

	it('an expected value stays between its bounds, also in a sum', () => {
		fc.assert(
			fc.property(fc.array(three, { maxLength: 8 }), (all) => {
				const parts = all.map(([low, usual, high]) => estimateOf({ low, usual, high }));
				const sum = sumEstimates(parts.flatMap((part) => part ?? []));
				expect(sum.low).toBeLessThanOrEqual(sum.expected * SLACK);
				expect(sum.expected).toBeLessThanOrEqual(sum.high * SLACK);
			}),
		);
	});

	it('the coverage of a unit lies between 0 and 1 and its class is defined', () => {
		const volumes = fc.array(fc.option(fc.nat(5000)), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(volumes, three, (all, times) => {
				const structure = aStructure({
					units: [aUnit('u')],
					posts: [aPost('p', 'u')],
					functions: all.map((_, at) => aFunction(`f${at}`)),
					participations: all.map((_, at) => aPart(`f${at}`, 'u')),
					activities: all.map((volume, at) =>
						anActivity(`a${at}`, { fn: `f${at}`, unit: 'u', volume, minutes: times }),
					),
				});
				const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
				const figure = report.ok ? report.value.units.get(unitKey('u'))?.own : undefined;
				const counted = all.filter((volume) => volume !== null).length;
				expect(figure?.coverage.share).toBeCloseTo(counted / all.length, 9);
				expect(figure?.need.kind).toBe(counted > 0 ? 'measured' : 'not-measured');
			}),
		);
	});

	it('a higher utilisation never has a lighter class', () => {
		const order = ['low', 'below-norm', 'normal', 'high', 'overloaded'];
		const bounds = { low: 0.8, belowNorm: 0.95, high: 1.1, overload: 1.25, coverageMinimum: 0.7 };
		const utilisation = fc.double({ min: 0, max: 3, noNaN: true });
		fc.assert(
			fc.property(utilisation, utilisation, (a, b) => {
				const rank = (value: number) =>
					order.indexOf(classifyUtilisation({ utilisation: value, coverage: 1 }, bounds));
				expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
			}),
		);
	});
});

describe('laws of the calendar', () => {
	const calendar = makeCalendar([]);
	const day = fc.integer({ min: 0, max: 6500 }).map((shift) => addDays(isoDate('2012-01-01'), shift));

	it('a deadline falls on a working day and never before its nominal end', () => {
		fc.assert(
			fc.property(day, fc.nat(60), (from, days) => {
				const deadline = computeDeadline(calendar, from, { days });
				expect(deadline.ok && isWorkingDay(calendar, deadline.value.dueOn)).toBe(true);
				expect(
					deadline.ok && daysBetween(deadline.value.nominal, deadline.value.dueOn),
				).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('a year has between 245 and 256 working days, and a decreed day off takes exactly one away', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2012, max: 2030 }), day, (year, date) => {
				const days = workingDaysInYear(calendar, year);
				expect(days.ok && days.value).toBeGreaterThanOrEqual(245);
				expect(days.ok && days.value).toBeLessThanOrEqual(256);
				const decreed = makeCalendar([{ date, kind: 'off', citation: 'law' }]);
				const inYear = Number(date.slice(0, 4));
				const [before, after] = [workingDaysInYear(calendar, inYear), workingDaysInYear(decreed, inYear)];
				const lost = before.ok && after.ok ? before.value - after.value : Number.NaN;
				expect(lost).toBe(isWorkingDay(calendar, date) ? 1 : 0);
			}),
		);
	});
});
