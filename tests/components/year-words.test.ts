import { expect, it } from 'vitest';
import { fteChangeText } from '#lib/components/workload/year-words.ts';

it('writes the change of full posts as the difference of the numbers that stand beside it', () => {
	// 0,5149 → 0,6151 is 0,1002, but what is read is 0,51 → 0,62 = 0,11
	expect(fteChangeText(0.5149, 0.6151)).toBe('+0,11');
	expect(fteChangeText(0.62, 0.51)).toBe('−0,11');
	expect(fteChangeText(0.502, 0.498)).toBe('0,00');
	expect(fteChangeText(null, 1)).toBe('');
});
