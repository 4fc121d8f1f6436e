import { describe, expect, it } from 'vitest';
import {
	balanceOfDay,
	checkWorkDay,
	overlapWith,
	sharesOverDays,
	type DayEntry,
} from '#lib/domain/workload/index.ts';
import { functionKey } from './builders.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

function row(starts: number, ends: number, over: Partial<DayEntry> = {}): DayEntry {
	return {
		...{ starts, ends, activity: 'преписки', functionKey: functionKey('f'), kind: 'productive' },
		...{ isPlanned: true, isInterruption: false },
		...over,
	};
}

const DAY = { shift: 480, tolerance: 15 };

describe('the photo of a working day', () => {
	it('has nothing wrong when the rows follow each other and fill the day', () => {
		expect(checkWorkDay([row(at(8), at(12)), row(at(12), at(16))], DAY)).toEqual([]);
		expect(checkWorkDay([], DAY)).toEqual([]);
	});

	it('tells rows that lie over each other, also when they were written out of order', () => {
		const rows = [row(at(8, 30), at(16)), row(at(8), at(9))];
		expect(checkWorkDay(rows, DAY)).toContainEqual({
			code: 'workload/day-overlap',
			from: at(8, 30),
			to: at(9),
		});
		expect(overlapWith([row(at(8), at(9))], row(at(8, 59), at(10)))).toBeDefined();
		expect(overlapWith([row(at(8), at(9))], row(at(9), at(10)))).toBeUndefined();
	});

	it('tells a gap', () => {
		expect(checkWorkDay([row(at(8), at(12)), row(at(12, 30), at(16, 30))], DAY)).toEqual([
			{ code: 'workload/day-gap', from: at(12), to: at(12, 30) },
		]);
	});

	it('accepts a sum that misses the day by exactly 15 minutes, and no more', () => {
		expect(checkWorkDay([row(at(8), at(15, 45))], DAY)).toEqual([]);
		expect(checkWorkDay([row(at(8), at(15, 44))], DAY)).toEqual([
			{ code: 'workload/day-sum', minutes: 464, shift: 480 },
		]);
	});
});

describe('use and loss of a day', () => {
	it('count rest by the norm as use and idle time as loss', () => {
		// 400 + 20 + 30 = 450 of 480; 30 of 480
		const day = balanceOfDay(
			[
				row(0, 400),
				row(400, 420, { kind: 'preparatory', functionKey: null }),
				row(420, 450, { kind: 'rest', functionKey: null }),
				row(450, 480, { kind: 'idle', functionKey: null, isPlanned: false, isInterruption: true }),
			],
			480,
		);
		expect([day.use, day.loss]).toEqual([0.9375, 0.0625]);
		expect(day.interruptions).toBe(1);
		expect(day.unplanned).toBe(0.0625);
		expect(day.functions).toEqual([{ functionKey: 'f', share: 400 / 480 }]);
	});

	it('counts neither rest nor idle time as work of the function beside it', () => {
		const day = balanceOfDay([row(0, 240), row(240, 480, { kind: 'idle' })], 480);
		expect(day.functions).toEqual([{ functionKey: 'f', share: 0.5 }]);
	});
});

describe('shares over several days', () => {
	it('are means with an error from the spread between the days', () => {
		// 40 % and 60 %: mean 50 %, s = √(2 × 0,1² ÷ 1) = 0,1414, error 1,96 × 0,1414 ÷ √2 = 0,196
		const day = (minutes: number) =>
			balanceOfDay([row(0, minutes), row(minutes, 100, { functionKey: functionKey('g') })], 100);
		const [first] = sharesOverDays([day(40), day(60)], 1.96);
		expect(first?.share).toBeCloseTo(0.5, 9);
		expect(first?.error).toBeCloseTo(0.196, 9);
	});

	it('have no error from one day', () => {
		expect(sharesOverDays([balanceOfDay([row(0, 60)], 480)], 1.96)[0]?.error).toBeNull();
	});
});
