import { describe, expect, it } from 'vitest';
import { checkFacts, stagesOf } from '#lib/domain/publication/index.ts';
import { decisionStages } from '#lib/domain/review/index.ts';
import { headcount, isoDate, type IsoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation, runOf } from '#tests/support/operations.ts';
import { factsOf } from '#tests/support/papers-world.ts';
import { aPost, aStructure, aUnit, postKey, unitKey } from '#tests/support/small-structure.ts';

const [start, july, autumn] = ['2027-01-01', '2027-07-01', '2027-10-01'].map(isoDate) as [
	IsoDate,
	IsoDate,
	IsoDate,
];

const FRAME = { decisionDay: start, limits: LIMITS };

/** 1 + 10 + 4 posts. */
const structure = aStructure({
	units: [
		aUnit('mayor', null, { kind: 'mayor', part: 'direct' }),
		aUnit('dir', 'mayor', { kind: 'directorate', sort: 1 }),
		aUnit('small', 'mayor', { kind: 'department', sort: 2 }),
	],
	posts: [aPost('p-m', 'mayor', 1), aPost('p-dir', 'dir', 10), aPost('p-small', 'small', 4)],
});
const cut = (to: number, effectiveOn: IsoDate | null) => ({
	...operation('post-change', { postKey: postKey('p-dir'), changes: { approved: headcount(to) } }),
	effectiveOn,
});
const move = (effectiveOn: IsoDate) => ({
	...operation('unit-move', { unitKey: unitKey('small'), parentKey: unitKey('dir') }),
	effectiveOn,
});

describe('a change in steps', () => {
	it('has for each day the whole structure from that day, beside what held until then', () => {
		// list: 1 moves from October, 2 cuts 10 → 8 in July; by day the cut comes first
		const stages = stagesOf(runOf(structure, move(autumn), cut(8, july)), FRAME);
		expect(stages.map(({ on, numbers }) => [on, numbers.administration])).toEqual([
			[start, 15],
			[july, 13],
			[autumn, 13],
		]);
		expect(stages.map(({ structure: rows }) => rows.map(({ key }) => key))).toEqual([
			['mayor', 'dir', 'small'],
			['mayor', 'dir', 'small'],
			// from October the department is inside the directorate, below the level of the decision
			['mayor', 'dir'],
		]);
		const lineOf = (at: number) => stages[at]?.units.find(({ key }) => key === 'dir')?.posts;
		expect(lineOf(1)).toEqual({ before: 10, after: 8 });
		expect(lineOf(2)).toEqual({ before: 8, after: 12 });
	});

	it('has no stages when it takes effect at once, or when an early step rests on a late one', () => {
		expect(stagesOf(runOf(structure, cut(8, null)), FRAME)).toEqual([]);
		const create = operation('unit-create', {
			...{ key: unitKey('fresh'), parentKey: unitKey('mayor'), name: { bg: 'Нов отдел', en: null } },
			...{ kind: 'department', part: 'specialised' },
		});
		const into = operation('unit-move', { unitKey: unitKey('small'), parentKey: unitKey('fresh') });
		const run = runOf(structure, { ...create, effectiveOn: autumn }, { ...into, effectiveOn: july });
		expect(stagesOf(run, FRAME)).toEqual([]);
	});

	it('adds up on every day', () => {
		expect(checkFacts(factsOf(structure, [move(autumn), cut(8, july)], start))).toEqual([]);
	});
});

describe('the days of a decision', () => {
	it('name submitted points by their place and added ones by their amendment', () => {
		const operations = [move(autumn), cut(8, july), cut(9, july)];
		const [fresh] = listed(...operations).slice(2);
		if (!fresh) throw new Error('three operations were listed');
		const stages = stagesOf(runOf(structure, ...operations), FRAME);
		const added = { number: 4, body: { kind: 'add', operation: fresh } } as const;
		expect(
			decisionStages(stages, listed(...operations).slice(0, 2), [added]).map(
				({ on, submitted, added: numbers }) => ({
					...{ on, submitted, numbers },
				}),
			),
		).toEqual([
			{ on: start, submitted: [], numbers: [] },
			{ on: july, submitted: [2], numbers: [4] },
			{ on: autumn, submitted: [1], numbers: [] },
		]);
	});
});
