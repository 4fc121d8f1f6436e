import { describe, expect, it } from 'vitest';
import {
	computeUnitWorkloads,
	countClasses,
	isListed,
	type WorkloadFigure,
} from '#lib/domain/workload/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { unitKey, AS_OF, CALENDAR, PARAMETERS, aPost, aStructure, aUnit } from './builders.ts';

function figureWith(approved: number): WorkloadFigure {
	const structure = aStructure({
		units: [aUnit('u')],
		posts: approved > 0 ? [aPost('p', 'u', { approved: headcount(approved) })] : [],
	});
	const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	if (!report.ok) throw new Error(report.error.code);
	const unit = report.value.units.get(unitKey('u'));
	if (!unit) throw new Error('one unit');
	return unit.own;
}

describe('the units of a list of workloads', () => {
	it('have posts or measured work; an empty unit is not listed', () => {
		expect(isListed({ part: 'general', figure: figureWith(1) }, 'administration')).toBe(true);
		expect(isListed({ part: 'general', figure: figureWith(0) }, 'all')).toBe(false);
	});

	it('stand in the administration unless all are asked for', () => {
		const unit = { part: 'outside', figure: figureWith(1) } as const;
		expect([isListed(unit, 'administration'), isListed(unit, 'all')]).toEqual([false, true]);
	});

	it('are counted by class, without the classes that nobody is in', () => {
		const [one, two] = [figureWith(1), { ...figureWith(1), class: 'overloaded' as const }];
		expect([...countClasses([two, one, two])]).toEqual([
			['overloaded', 2],
			['not-measured', 1],
		]);
	});
});
