import { describe, expect, it } from 'vitest';
import { layoutPhaseSteps } from '#lib/charts/phase-steps.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const level = (day: string, amount: number) => ({ day: isoDate(day), amount });

describe('steps of phases', () => {
	it('stand on a zero-based axis, those between as wide as they last', () => {
		// 300, 310 and 275 on an axis to 400: 75, 77,5 and 68,75 % high
		const amounts = [level('2005-01-01', 300), level('2008-01-01', 310), level('2008-07-01', 275)];
		expect(layoutPhaseSteps(amounts)).toMatchObject([
			{ at: 0, width: 20, height: 75 },
			{ at: 20, width: 60, height: 77.5 },
			{ at: 80, width: 20, height: 68.75 },
		]);
	});

	it('fill the width, however near the days are', () => {
		const days = ['2008-01-01', '2008-01-02', '2008-01-03', '2012-01-01', '2012-01-02'];
		const steps = layoutPhaseSteps(days.map((day, at) => level(day, 10 + at)));
		expect(steps.reduce((sum, step) => sum + step.width, 0)).toBeCloseTo(100, 1);
		for (const [at, step] of steps.entries())
			expect(step.at).toBeCloseTo(at === 0 ? 0 : steps[at - 1]!.at + steps[at - 1]!.width, 1);
		expect(Math.min(...steps.map((step) => step.width))).toBeGreaterThan(4);
	});

	it('lift the text of a level that begins right after another', () => {
		const days = ['2005-01-01', '2008-01-01', '2008-01-10', '2010-01-01', '2012-01-01'];
		const steps = layoutPhaseSteps(days.map((day) => level(day, 10)));
		expect(steps.map((step) => step.line)).toEqual([0, 0, 1, 0, 0]);
	});

	it('are one level over the whole width for one day, and none without any', () => {
		expect(layoutPhaseSteps([level('2008-01-01', 0)])).toMatchObject([{ at: 0, width: 100, height: 0 }]);
		expect(layoutPhaseSteps([])).toEqual([]);
	});
});
