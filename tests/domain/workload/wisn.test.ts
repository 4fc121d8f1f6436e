import { describe, expect, it } from 'vitest';
import {
	balance,
	categoryAllowanceFactor,
	computeWisn,
	type WisnInput,
	type WisnResult,
} from '#lib/domain/workload/index.ts';

const nothing: WisnInput = {
	availableHours: 1680,
	activities: [],
	categoryAllowances: [],
	individualAllowances: [],
	staff: null,
};

function wisn(over: Partial<WisnInput>): WisnResult {
	const result = computeWisn({ ...nothing, ...over });
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

describe('WISN against published and worked examples (oracle T6)', () => {
	it('W1: an HIV clinic in Kenya needs 17,46 people for its visits', () => {
		// 10 000 × 10 visits × 15 min = 25 000 h; 179 days × 8 h = 1 432 h; 25 000 ÷ 1 432 = 17,458
		const result = wisn({
			availableHours: 1432,
			activities: [{ id: 'visits', volume: 100_000, minutes: 15 }],
		});
		expect(result.serviceFte).toBeCloseTo(17.458, 3);
		expect(result.requiredFte).toBeCloseTo(17.458, 3);
	});

	it('W1b: ten training days of 179 raise it to 18,491', () => {
		// CAS = 80 ÷ 1 432 = 5,587 %; CAF = 1,05917
		const result = wisn({
			availableHours: 1432,
			activities: [{ id: 'visits', volume: 100_000, minutes: 15 }],
			categoryAllowances: [{ hoursPerYear: 80 }],
		});
		expect(result.categoryAllowanceStandard).toBeCloseTo(5.587, 3);
		expect(result.categoryAllowanceFactor).toBeCloseTo(1.05917, 5);
		expect(result.requiredFte).toBeCloseTo(18.491, 3);
	});

	it('W2: two activities and 15 % common work need 2,0653', () => {
		// 160 000 min = 2 666,67 h ÷ 1 519 h = 1,7555; × 1,17647 = 2,0653
		const result = wisn({
			availableHours: 1519,
			activities: [
				{ id: 'a', volume: 8000, minutes: 10 },
				{ id: 'b', volume: 4000, minutes: 20 },
			],
			categoryAllowances: [{ percent: 15 }],
		});
		expect(result.serviceFte).toBeCloseTo(1.7555, 4);
		expect(result.requiredFte).toBeCloseTo(2.0653, 4);
	});

	it('W3: an individual duty of 600 h of 1 200 h is half a post, also without any service activity', () => {
		const result = wisn({ availableHours: 1200, individualAllowances: [{ staff: 1, hoursPerYear: 600 }] });
		expect(result.individualAllowanceFte).toBe(0.5);
		expect(result.requiredFte).toBe(0.5);
	});

	it('W7: a municipal desk needs 1,88169 and has 3 people', () => {
		// 700 + 800 + 450 + 600 = 2 550 h; CAS: 30 min of 8 h = 6,25 % and 2 h of 40 h = 5 %
		const result = wisn({
			activities: [
				{ id: 'heirs', volume: 1200, minutes: 35 },
				{ id: 'address', volume: 2400, minutes: 20 },
				{ id: 'civil-status', volume: 450, minutes: 60 },
				{ id: 'copies', volume: 3000, minutes: 12 },
			],
			categoryAllowances: [{ percent: 6.25 }, { percent: 5 }],
			individualAllowances: [
				{ staff: 1, hoursPerYear: 168 },
				{ staff: 1, hoursPerYear: 120 },
			],
			staff: 3,
		});
		expect(result.serviceFte).toBeCloseTo(1.51786, 5);
		expect(result.categoryAllowanceStandard).toBe(11.25);
		expect(result.categoryAllowanceFactor).toBeCloseTo(1.12676, 5);
		expect(result.individualAllowanceFte).toBeCloseTo(0.17143, 5);
		expect(result.requiredFte).toBeCloseTo(1.88169, 5);
		expect(result.difference).toBeCloseTo(1.118, 3);
		expect(result.ratio).toBeCloseTo(1.594, 3);
	});
});

describe('the balance of staff and need', () => {
	it.each([
		[79, 209, -130, 0.378],
		[808, 1258, -450, 0.642],
		[258, 203, 55, 1.271],
	])('%i people against %i needed (oracle T7)', (staff, required, difference, ratio) => {
		const result = balance(staff, required);
		expect(result.difference).toBe(difference);
		expect(result.ratio).toBeCloseTo(ratio, 3);
	});

	it('has no ratio where nothing is needed, and neither without people counted', () => {
		expect(balance(2, 0)).toEqual({ difference: 2, ratio: null });
		expect(balance(null, 2)).toEqual({ difference: null, ratio: null });
		expect(wisn({ staff: 2 }).ratio).toBeNull();
	});
});

describe('the category allowance factor (oracle T8)', () => {
	it.each([
		[0, 1],
		[11.25, 1.12676],
		[15, 1.17647],
	])('of %d percent is %d', (percent, factor) => {
		const result = categoryAllowanceFactor(percent);
		expect(result.ok && result.value).toBeCloseTo(factor, 5);
	});

	it.each([100, 130])('of %i percent is refused, never taken as 1', (percent) => {
		expect(categoryAllowanceFactor(percent)).toEqual({
			ok: false,
			error: { code: 'workload/category-allowance-too-high', percent },
		});
	});

	it('is refused for the sum, even when each allowance alone would fit', () => {
		const result = computeWisn({ ...nothing, categoryAllowances: [{ percent: 60 }, { hoursPerYear: 672 }] });
		expect(result).toEqual({
			ok: false,
			error: { code: 'workload/category-allowance-too-high', percent: 100 },
		});
	});
});

describe('mistakes of public implementations that must not return', () => {
	const activities = [{ id: 'a', volume: 1680, minutes: 60 }];

	it('the allowance sum starts anew for every case', () => {
		const first = wisn({ activities, categoryAllowances: [{ percent: 20 }] });
		const second = wisn({ activities, categoryAllowances: [{ percent: 10 }] });
		expect([first.categoryAllowanceStandard, second.categoryAllowanceStandard]).toEqual([20, 10]);
	});

	it('hours a year and percents of one case are added', () => {
		const result = wisn({ activities, categoryAllowances: [{ hoursPerYear: 168 }, { percent: 10 }] });
		expect(result.categoryAllowanceStandard).toBe(20);
	});

	it('the individual allowance counts although the service need is 0', () => {
		expect(wisn({ individualAllowances: [{ staff: 2, hoursPerYear: 840 }] }).requiredFte).toBe(1);
	});

	it('half posts are kept', () => {
		expect(wisn({ activities, staff: 1.5 }).difference).toBe(0.5);
	});
});
