import { share } from '#lib/domain/shared/index.ts';
import { remainderOf, splitRemainder, sumShares, type DividedRow } from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const row = (key: string, part: number, isLocked = false): DividedRow => ({
	key,
	share: share(part),
	isLocked,
});

function split(rows: readonly DividedRow[], whole = 1) {
	const result = splitRemainder(rows, share(whole));
	return result.ok ? Object.fromEntries(result.value) : result.error;
}

describe('dividing the rest evenly', () => {
	it('gives the rest to the empty rows and leaves the others', () => {
		// 100 − 50 = 50 % over three: 16,67 + 16,67 + 16,66
		expect(split([row('a', 0.5), row('b', 0), row('c', 0), row('d', 0)])).toEqual({
			a: 0.5,
			b: 0.1667,
			c: 0.1667,
			d: 0.1666,
		});
	});

	it('grows all unlocked rows by the same when none is empty', () => {
		// 100 − 80 = 20 % over the two that are not locked
		expect(split([row('a', 0.5, true), row('b', 0.2), row('c', 0.1)])).toEqual({ a: 0.5, b: 0.3, c: 0.2 });
	});

	it('leaves a locked empty row empty', () => {
		expect(split([row('a', 0, true), row('b', 0)])).toEqual({ a: 0, b: 1 });
	});

	it('divides the share of a group and not the whole', () => {
		expect(split([row('a', 0), row('b', 0)], 0.4)).toEqual({ a: 0.2, b: 0.2 });
	});

	it('keeps the smallest rest, so that the sum is exact', () => {
		// 0,333333 is left over: 33,33 steps of a hundredth of a per cent and a rest of 0,33
		const result = split([row('a', 0.666667), row('b', 0), row('c', 0)]) as Record<string, number>;
		expect(sumShares(Object.values(result))).toBe(1);
	});

	it('changes nothing when nothing is left', () => {
		expect(split([row('a', 1), row('b', 0)])).toEqual({ a: 1, b: 0 });
		expect(split([row('a', 1, true)])).toEqual({ a: 1 });
	});

	it('is refused when everything is locked, and when more than the whole is given out', () => {
		expect(split([row('a', 0.5, true)])).toEqual({ code: 'survey/all-locked' });
		expect(split([row('a', 0.8), row('b', 0.3)])).toEqual({ code: 'survey/sum-over', by: 0.1 });
	});
});

describe('a sum of shares', () => {
	it('is exact where floating point is not', () => {
		expect(0.1 + 0.2).not.toBe(0.3);
		expect(sumShares([0.1, 0.2])).toBe(0.3);
		expect(remainderOf([0.5, 0.35])).toBe(0.15);
		expect(remainderOf([0.5, 0.6])).toBe(-0.1);
	});
});
