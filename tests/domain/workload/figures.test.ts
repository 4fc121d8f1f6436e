import { describe, expect, it } from 'vitest';
import { checkCommonWork, checkFigures, type ActivityFigures } from '#lib/domain/workload/index.ts';
import { hoursPerYear } from '#lib/domain/shared/index.ts';
import { aCategoryAllowance, unitKey } from './builders.ts';

const figures = (low: number | null, usual: number | null, high: number | null): ActivityFigures => ({
	annualVolume: 10,
	minutes: { low, usual, high },
	method: 'register',
	dataYear: 2025,
	source: 'деловодство',
});

describe('figures of an activity', () => {
	it('may leave the time out as a whole', () => {
		const checked = checkFigures(figures(null, null, null));
		expect(checked.ok && checked.value.minutes).toBeNull();
	});

	it.each([
		[null, 2, 3, 'low'],
		[1, null, 3, 'usual'],
		[1, 2, null, 'high'],
	] as const)('refuse a part of the three estimates: %s %s %s', (low, usual, high, field) => {
		expect(checkFigures(figures(low, usual, high))).toEqual({
			ok: false,
			error: { code: 'workload/minutes-incomplete', field },
		});
	});

	it('refuse estimates out of order and accept equal ones', () => {
		const refusal = (field: string) => ({ ok: false, error: { code: 'workload/minutes-order', field } });
		expect(checkFigures(figures(5, 4, 6))).toEqual(refusal('usual'));
		expect(checkFigures(figures(4, 5, 4))).toEqual(refusal('high'));
		expect(checkFigures(figures(5, 5, 5)).ok).toBe(true);
	});
});

describe('common work', () => {
	it('adds hours and shares and ignores individual duties', () => {
		// 168 ÷ 1 680 = 10 % and 10 % → factor 1 ÷ 0,8
		const hours = {
			kind: 'category',
			unitKey: unitKey('u'),
			name: { bg: 'Справки', en: null },
			per: { hours: hoursPerYear(168) },
			source: 'test',
		} as const;
		expect(checkCommonWork([aCategoryAllowance('u', 10), hours], 1680)).toEqual({ ok: true, value: 1.25 });
	});

	it('may not take the whole time', () => {
		expect(checkCommonWork([aCategoryAllowance('u', 60), aCategoryAllowance('u', 40)], 1680)).toEqual({
			ok: false,
			error: { code: 'workload/category-allowance-too-high', percent: 100 },
		});
	});
});
