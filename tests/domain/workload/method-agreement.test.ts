import { describe, expect, it } from 'vitest';
import { share } from '#lib/domain/shared/index.ts';
import {
	agreementInForce,
	balanceOfStaff,
	certain,
	compareMethods,
	judgeNeed,
	type AgreementRule,
	type NeedMeasure,
	type NeedMethod,
} from '#lib/domain/workload/index.ts';
import { AS_OF, PARAMETERS, aParameter } from './builders.ts';

const RULE: AgreementRule = {
	tolerance: 0.25,
	shortage: 0.9,
	surplus: 1.1,
	coverageMinimum: 0.7,
	peersMinimum: 1,
};

function says(method: NeedMethod, low: number, expected = low, high = expected, coverage = 1): NeedMeasure {
	return { method, fte: { low, expected, high }, coverage: share(coverage) };
}

describe('two methods', () => {
	it('agree at a difference of exactly 25 % of the greater value, and no longer above it', () => {
		// |4 − 3| ÷ 4 = 0,25; |4 − 2,99| ÷ 4 = 0,2525
		expect(compareMethods(says('survey', 3), says('volume', 4), RULE).agrees).toBe(true);
		expect(compareMethods(says('survey', 2.99), says('volume', 4), RULE).agrees).toBe(false);
	});

	it('do not agree because their ranges meet: only the central values count', () => {
		// |5 − 3,72| ÷ 5 = 25,6 % although 5 lies inside 2,65–6,11
		const pair = compareMethods(says('survey', 5), says('volume', 2.65, 3.72, 6.11), RULE);
		expect(pair.difference).toBeCloseTo(0.256, 9);
		expect(pair.agrees).toBe(false);
		expect(compareMethods(says('survey', 5), says('volume', 2.65, 3.75, 6.11), RULE).agrees).toBe(true);
	});

	it('that both say nothing is needed do not differ', () => {
		expect(compareMethods(says('survey', 0), says('volume', 0), RULE)).toMatchObject({
			difference: 0,
			agrees: true,
		});
	});
});

describe('the verdict', () => {
	it('takes the mean of two methods that agree', () => {
		// 3,0 and 3,6 differ by 16,7 %; (3 + 3,6) ÷ 2 = 3,3; 3 ÷ 3,3 = 0,909
		const verdict = judgeNeed([says('survey', 3), says('volume', 3.6)], 3, RULE);
		if (verdict.kind !== 'proven') throw new Error('two methods agree');
		expect(verdict.methods).toEqual(['survey', 'volume']);
		expect(verdict.need.expected).toBeCloseTo(3.3, 9);
		expect(verdict.ratio).toBeCloseTo(0.909, 3);
		expect([verdict.balance, verdict.balanceRange]).toEqual([
			'balance',
			{ low: 'balance', high: 'shortage' },
		]);
	});

	it('takes the closest pair where not every pair agrees, and leaves the third out', () => {
		// 2,0 and 2,4: 16,7 %; 2,4 and 3,1: 22,6 %; 2,0 and 3,1: 35,5 %
		const verdict = judgeNeed([says('survey', 2), says('volume', 2.4), says('comparison', 3.1)], 4, RULE);
		expect(verdict).toMatchObject({ kind: 'proven', methods: ['survey', 'volume'], balance: 'surplus' });
	});

	it('is not given with fewer than two methods; those that are missing are named', () => {
		expect(judgeNeed([says('volume', 4)], 3, RULE)).toEqual({
			kind: 'unproven',
			reason: 'too-few-methods',
			silent: ['survey', 'comparison'],
			pairs: [],
		});
	});

	it('does not hear a method below the least coverage, and hears it on the bound', () => {
		const heard = (coverage: number) =>
			judgeNeed([says('survey', 3), says('volume', 3, 3, 3, coverage)], 3, RULE).kind;
		expect([heard(0.7), heard(0.69)]).toEqual(['proven', 'unproven']);
	});

	it('is not given where the methods disagree', () => {
		const verdict = judgeNeed([says('survey', 1), says('volume', 4)], 3, RULE);
		expect(verdict).toMatchObject({ kind: 'unproven', reason: 'disagreement', silent: ['comparison'] });
	});
});

describe('the balance of staff', () => {
	it('counts each bound as balance', () => {
		// 2,7 ÷ 3 = 0,9 and 3,3 ÷ 3 = 1,1, although binary fractions miss both
		expect(balanceOfStaff(2.7, 3, RULE)).toBe('balance');
		expect(balanceOfStaff(3.3, 3, RULE)).toBe('balance');
		expect(balanceOfStaff(2.69, 3, RULE)).toBe('shortage');
		expect(balanceOfStaff(3.31, 3, RULE)).toBe('surplus');
	});

	it('where nothing is needed is a surplus of whoever is there', () => {
		expect([balanceOfStaff(1, 0, RULE), balanceOfStaff(0, 0, RULE)]).toEqual(['surplus', 'balance']);
	});
});

describe('the rule in force', () => {
	it('names every parameter that is not set', () => {
		expect(agreementInForce(PARAMETERS, AS_OF, null)).toEqual({
			ok: false,
			error: {
				code: 'workload/missing-parameter',
				keys: [
					'workload.agreement.tolerance',
					'workload.ratio.shortage',
					'workload.ratio.surplus',
					'workload.comparison.peers',
				],
			},
		});
	});

	it('is read from the dated parameters', () => {
		const set = [
			...PARAMETERS,
			aParameter('workload.agreement.tolerance', 0.25),
			aParameter('workload.ratio.shortage', 0.9),
			aParameter('workload.ratio.surplus', 1.1),
			aParameter('workload.comparison.peers', 1),
		];
		expect(agreementInForce(set, AS_OF, null)).toEqual({ ok: true, value: RULE });
	});
});

it('an estimate without spread has three equal values', () => {
	expect(certain(2)).toEqual({ low: 2, expected: 2, high: 2 });
});
