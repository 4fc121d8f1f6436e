import { describe, expect, it } from 'vitest';
import { criterionScore, responseRate } from '#lib/domain/workload/index.ts';

describe('the score of a criterion', () => {
	it('of Да, Да, Частично, Не, Неприложимо is 62,5 % (oracle T19)', () => {
		expect(criterionScore(['yes', 'yes', 'partly', 'no', 'not-applicable'])).toBe(0.625);
	});

	it('leaves out what nobody answered, and is none where nothing is left', () => {
		expect(criterionScore(['yes', null, null])).toBe(1);
		expect(criterionScore([null, 'not-applicable'])).toBeNull();
	});
});

describe('the response rate', () => {
	it('of 230 sheets from 297 officials is 77,4 % (oracle T22)', () => {
		expect(responseRate(230, 297)).toBeCloseTo(0.774, 3);
	});

	it('is none where nobody was asked', () => {
		expect(responseRate(0, 0)).toBeNull();
	});
});
