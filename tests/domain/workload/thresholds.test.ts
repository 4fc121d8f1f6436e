import { describe, expect, it } from 'vitest';
import { classifyUtilisation, thresholdsInForce } from '#lib/domain/workload/index.ts';
import { AS_OF, PARAMETERS } from './builders.ts';

const found = thresholdsInForce(PARAMETERS, AS_OF, null);
if (!found.ok) throw new Error('thresholds are set');
const thresholds = found.value;

describe('the class of a utilisation', () => {
	// On a bound the milder class holds.
	it.each([
		[0, 'low'],
		[0.7999, 'low'],
		[0.8, 'below-norm'],
		[0.9499, 'below-norm'],
		[0.95, 'normal'],
		[1, 'normal'],
		[1.1, 'normal'],
		[1.1001, 'high'],
		[1.25, 'high'],
		[1.2501, 'overloaded'],
		[3, 'overloaded'],
	])('of %d is %s', (utilisation, expected) => {
		expect(classifyUtilisation({ utilisation, coverage: 1 }, thresholds)).toBe(expected);
	});

	it('meets a bound although binary fractions miss it', () => {
		// 3,3 ÷ 3 is 1,0999999999999999 and 0,1 + 1,0 built from tenths may be 1,1000000000000001
		expect(classifyUtilisation({ utilisation: 1.1000000000000001, coverage: 1 }, thresholds)).toBe('normal');
		expect(classifyUtilisation({ utilisation: 0.7999999999999999, coverage: 1 }, thresholds)).toBe(
			'below-norm',
		);
	});

	it('is not given below the least coverage, and given on it', () => {
		expect(classifyUtilisation({ utilisation: 2, coverage: 0.6999 }, thresholds)).toBe('insufficient-data');
		expect(classifyUtilisation({ utilisation: 2, coverage: 0.7 }, thresholds)).toBe('overloaded');
	});

	it('says so when nobody is there to do the work', () => {
		expect(classifyUtilisation({ utilisation: null, coverage: 1 }, thresholds)).toBe('no-staff');
	});
});

describe('the thresholds', () => {
	it('name every key that is not set', () => {
		const some = PARAMETERS.filter((item) => !item.key.startsWith('workload.threshold.o'));
		expect(thresholdsInForce(some, AS_OF, null)).toEqual({
			ok: false,
			error: { code: 'workload/missing-parameter', keys: ['workload.threshold.overload'] },
		});
	});
});
