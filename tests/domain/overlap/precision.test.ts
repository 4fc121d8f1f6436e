import { describe, expect, it } from 'vitest';
import { LABELLED_OVERLAPS, precisionAt, PRECISION_STEPS } from '#lib/domain/overlap/index.ts';
import { isCalledOverlap } from '#tests/quality/figures.ts';
import { judgePairs } from '#tests/quality/judge.ts';
import { LABELLED } from '#tests/quality/labelled.ts';

describe('the hint beside the threshold', () => {
	it('is what the labelled pairs give today, counted again', () => {
		const judged = judgePairs(LABELLED.unseen);
		const counted = PRECISION_STEPS.map(({ from }) => {
			const called = judged.filter((pair) => isCalledOverlap(pair) && pair.score >= from - 1e-9);
			return { from, right: called.filter(({ label }) => label !== 'other').length, of: called.length };
		});
		expect(counted).toEqual(PRECISION_STEPS);
		expect(judged.filter(({ label }) => label !== 'other').length).toBe(LABELLED_OVERLAPS);
	});

	it('takes the highest step that is not above the threshold, and none below the first', () => {
		expect(precisionAt(0.72)?.from).toBe(0.7);
		expect(precisionAt(0.8)?.from).toBe(0.8);
		expect(precisionAt(1)?.from).toBe(1);
		expect(precisionAt(0.49)).toBeNull();
	});
});
