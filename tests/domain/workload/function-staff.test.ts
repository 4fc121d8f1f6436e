import { describe, expect, it } from 'vitest';
import { headcount } from '#lib/domain/shared/index.ts';
import { computeUnitWorkloads, functionStaff, type Allocation } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	anAllocation,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	functionKey,
} from './builders.ts';

const RULE = { coverageMinimum: 0.7 };

// 13 people in u, 3 of them on p1 = 23 %; 1 680 h for a civil servant: 1 344 cases of 30 minutes are 672 h = 0,4 posts.
const structure = aStructure({
	units: [aUnit('u'), aUnit('v', { sort: 1 })],
	posts: [
		aPost('p1', 'u', { approved: headcount(3), occupied: headcount(3) }),
		aPost('p2', 'u', { approved: headcount(10), occupied: headcount(10) }),
		aPost('q', 'v'),
	],
	functions: [aFunction('f'), aFunction('g')],
	participations: [aPart('f', 'u'), aPart('g', 'v')],
	activities: [anActivity('a', { fn: 'f', unit: 'u', volume: 1344, minutes: 30 })],
});

function staff(allocations: readonly Allocation[]) {
	const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	if (!report.ok) throw new Error(report.error.code);
	return functionStaff(structure, report.value, allocations, RULE);
}

describe('the staff of a function of a peer', () => {
	it('is its volume where that is measured, whatever a survey says', () => {
		// 3 × 0,30 = 0,90 by the survey
		for (const allocations of [
			[],
			[anAllocation('p1', 'f', 0.3)],
			[anAllocation('p1', 'f', 0.3), anAllocation('p2', 'f', 1)],
		]) {
			const found = staff(allocations).get(functionKey('f'));
			expect(found?.basis).toBe('volume');
			expect(found?.fte.expected).toBeCloseTo(0.4, 9);
		}
	});

	it('is not measured by a survey of 23 % of the unit', () => {
		expect(staff([anAllocation('p1', 'g', 0.3)]).has(functionKey('g'))).toBe(false);
	});

	it('is the survey where nothing else is and enough people answered', () => {
		// 1 × 0,80; the unit v has one person, all of it
		const found = staff([anAllocation('q', 'g', 0.8)]).get(functionKey('g'));
		expect(found?.basis).toBe('survey');
		expect(found?.fte.expected).toBeCloseTo(0.8, 9);
	});

	it('is not measured where one of its units is covered too little', () => {
		expect(staff([anAllocation('q', 'g', 0.8), anAllocation('p1', 'g', 0.3)]).has(functionKey('g'))).toBe(
			false,
		);
	});
});
