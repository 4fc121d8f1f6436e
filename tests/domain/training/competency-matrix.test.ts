import { expect, test } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { computeCompetencyCells, computeCompetencyMatrix } from '#lib/domain/training/index.ts';
import { aLookup, anEmployee, aPost, assessed, postRequires, skill } from './builders.ts';

const cells = computeCompetencyCells(aLookup([aPost('p1', 'a'), aPost('p2', 'a'), aPost('p3', 'b')]), {
	requirements: [
		postRequires('p1', 'zop', 4),
		postRequires('p2', 'zop', 3),
		postRequires('p3', 'zop', 2),
		postRequires('p3', 'zut', 2),
	],
	employees: [anEmployee('e1', 'p1'), anEmployee('e2', 'p2'), anEmployee('e3', 'p3')],
	assessments: [assessed('e1', 'zop', 2), assessed('e2', 'zop', 3), assessed('e3', 'zop', 2)],
	asOf: isoDate('2025-06-01'),
});

test('a place of several people says how many are below the level and how many levels are missing', () => {
	const matrix = computeCompetencyMatrix({ cells, rowOf: (cell) => cell.unitKey, minimumPeople: 1 });
	expect(matrix.cells.get('a')?.get(skill('zop'))).toMatchObject({
		people: 2,
		belowLevel: 1,
		gapSum: 2,
		assessed: null,
		state: 'partial',
	});
	expect(matrix.cells.get('b')?.get(skill('zop'))).toMatchObject({ assessed: 2, state: 'met' });
	expect(matrix.cells.get('b')?.get(skill('zut'))?.state).toBe('not-assessed');
	expect(matrix.cells.get('a')?.get(skill('zut'))).toBeUndefined();
});

test('the edges add up rows and columns, each person once', () => {
	const matrix = computeCompetencyMatrix({ cells, rowOf: (cell) => cell.employeeId, minimumPeople: 1 });
	expect(matrix.rowTotals.get('e3')).toMatchObject({ people: 1, belowLevel: 0, notAssessed: 1 });
	expect(matrix.columnTotals.get(skill('zop'))).toMatchObject({ people: 3, belowLevel: 1, gapSum: 2 });
	expect(matrix.total).toMatchObject({ people: 3, belowLevel: 1, notAssessed: 1, gapSum: 2 });
});

test('a place with fewer than three people shows no numbers to those who may not see persons', () => {
	const matrix = computeCompetencyMatrix({ cells, rowOf: (cell) => cell.unitKey, minimumPeople: 3 });
	expect(matrix.cells.get('a')?.get(skill('zop'))).toMatchObject({
		people: 0,
		belowLevel: 0,
		gapSum: 0,
		state: 'suppressed',
	});
	expect(matrix.columnTotals.get(skill('zop'))).toMatchObject({ people: 3, isSuppressed: false });
	expect(matrix.columnTotals.get(skill('zut'))?.isSuppressed).toBe(true);
});
