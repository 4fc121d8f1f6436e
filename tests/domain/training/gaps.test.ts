import { describe, expect, test } from 'vitest';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import {
	competencyGap,
	computeCompetencyCells,
	performingPosts,
	requiredCompetencies,
} from '#lib/domain/training/index.ts';
import {
	aLookup,
	anEmployee,
	aPost,
	assessed,
	fn,
	functionRequires,
	postRequires,
	takesPart,
} from './builders.ts';

const asOf = isoDate('2025-06-01');

describe('who performs a function', () => {
	const posts = [
		aPost('head', 'a', { category: 'managerial', isHead: true }),
		aPost('expert', 'a'),
		aPost('driver', 'a', { category: 'technical' }),
		aPost('clerk', 'b', { category: 'technical' }),
		aPost('unfunded', 'a', { approved: headcount(0), occupied: headcount(0) }),
	];

	test('a unit without a named post performs through its experts and managers', () => {
		expect(performingPosts(aLookup(posts, [takesPart('f', 'a')]), fn('f'))).toEqual(['expert', 'head']);
	});

	test('a unit that has only technical posts performs through all of them', () => {
		expect(performingPosts(aLookup(posts, [takesPart('f', 'b')]), fn('f'))).toEqual(['clerk']);
	});

	test('a named post performs alone', () => {
		const parts = [takesPart('f', 'a', { postKey: aPost('driver', 'a').key })];
		expect(performingPosts(aLookup(posts, parts), fn('f'))).toEqual(['driver']);
	});

	test('who is consulted or informed does not perform', () => {
		const parts = [takesPart('f', 'a', { role: 'consulted' }), takesPart('f', 'b', { role: 'informed' })];
		expect(performingPosts(aLookup(posts, parts), fn('f'))).toEqual([]);
	});
});

describe('what a post must know', () => {
	test('of several levels for one competency the highest holds and all askers are named', () => {
		const lookup = aLookup([aPost('p', 'a')], [takesPart('f', 'a')]);
		const asked = requiredCompetencies(lookup, [
			postRequires('p', 'zop', 2),
			functionRequires('f', 'zop', 4),
		]);
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatchObject({ postKey: 'p', competencyKey: 'zop', level: 4 });
		expect(asked[0]?.sources.map((source) => source.kind)).toEqual(['function', 'post']);
	});

	test('a requirement on a post that is not in the structure asks nobody', () => {
		expect(requiredCompetencies(aLookup([aPost('p', 'a')]), [postRequires('gone', 'zop', 2)])).toEqual([]);
	});
});

describe('gap of a person', () => {
	const lookup = aLookup([aPost('p', 'a')]);
	const cellsFor = (...assessments: ReturnType<typeof assessed>[]) =>
		computeCompetencyCells(lookup, {
			requirements: [postRequires('p', 'zop', 4)],
			employees: [anEmployee('e1', 'p')],
			assessments,
			asOf,
		});

	test('is the required level less the assessed one: 4 − 2 = 2', () => {
		expect(cellsFor(assessed('e1', 'zop', 2))[0]).toMatchObject({ required: 4, assessed: 2, gap: 2 });
	});

	test('is never below zero: required 4, assessed 5 → 0', () => {
		expect(cellsFor(assessed('e1', 'zop', 5))[0]?.gap).toBe(0);
		expect(competencyGap({ required: 3, assessed: 5 })).toBe(0);
	});

	test('is unknown, not zero, when nobody assessed the person', () => {
		expect(cellsFor()[0]).toMatchObject({ assessed: null, gap: null });
	});

	test('rests on the latest assessment up to the day; a later one does not count yet', () => {
		const cells = cellsFor(
			assessed('e1', 'zop', 1, '2023-05-01'),
			assessed('e1', 'zop', 3, '2024-05-01'),
			assessed('e1', 'zop', 5, '2025-09-01'),
		);
		expect(cells[0]).toMatchObject({ assessed: 3, assessedOn: '2024-05-01', gap: 1 });
	});

	test('is not made for what nobody asks, nor for people who left or have not begun', () => {
		const cells = computeCompetencyCells(lookup, {
			requirements: [postRequires('p', 'zop', 4)],
			employees: [
				anEmployee('here', 'p'),
				anEmployee('left', 'p', { leftOn: isoDate('2025-06-01') }),
				anEmployee('later', 'p', { startedOn: isoDate('2025-06-02') }),
				anEmployee('nowhere', 'missing'),
			],
			assessments: [assessed('here', 'other', 1)],
			asOf,
		});
		expect(cells.map((cell) => [cell.employeeId, cell.competencyKey])).toEqual([['here', 'zop']]);
	});
});
