import { describe, expect, test } from 'vitest';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import {
	computePriority,
	deriveNeeds,
	type NeedInput,
	type StructuralChange,
} from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aLookup,
	anEmployee,
	aPost,
	assessed,
	fn,
	functionRequires,
	operation,
	post,
	postRequires,
	takesPart,
	unit,
} from './builders.ts';

const asOf = isoDate('2025-06-01');

function anInput(more: Partial<NeedInput>): NeedInput {
	const empty = aLookup([]);
	return {
		before: empty,
		after: more.before ?? empty,
		requirements: [],
		employees: [],
		assessments: [],
		competencies: [aCompetency('zop', 3), aCompetency('zut', 1)],
		changes: [],
		asOf,
		mandatoryMonths: 3,
		...more,
	};
}

describe('priority', () => {
	test('is gap × weight × people: 2 × 3 × 6 = 36 (oracle T20)', () => {
		expect(computePriority({ gaps: [2, 2, 2, 2, 2, 2], weight: 3 })).toEqual({
			gapSum: 12,
			people: 6,
			weight: 3,
			value: 36,
		});
	});

	test('of different gaps adds them up: (1 + 3) × 2 = 8, the unassessed add nothing', () => {
		expect(computePriority({ gaps: [1, 3, null], weight: 2 })).toMatchObject({ people: 2, value: 8 });
	});

	test('is unknown when nobody was assessed', () => {
		expect(computePriority({ gaps: [null, null], weight: 3 }).value).toBeNull();
	});
});

describe('present gaps', () => {
	test('make one need for every unit and competency, the most urgent first', () => {
		const lookup = aLookup([aPost('p1', 'a'), aPost('p2', 'b')]);
		const needs = deriveNeeds(
			anInput({
				before: lookup,
				requirements: [
					postRequires('p1', 'zut', 3),
					postRequires('p1', 'zop', 3),
					postRequires('p2', 'zop', 4),
				],
				employees: [anEmployee('e1', 'p1'), anEmployee('e2', 'p2')],
				assessments: [assessed('e1', 'zut', 1), assessed('e1', 'zop', 3), assessed('e2', 'zop', 2)],
			}),
		);
		// e2: (4 − 2) × 3 = 6 before e1: (3 − 1) × 1 = 2; e1 knows ЗОП well enough.
		expect(needs.map((need) => [need.key, need.priority.value])).toEqual([
			['gap.b.zop', 6],
			['gap.a.zut', 2],
		]);
	});
});

describe('a function that a unit receives', () => {
	const posts = [aPost('giver', 'a'), aPost('taker', 'b')];
	const before = aLookup(posts, [takesPart('f', 'a')]);
	const after = aLookup(posts, [takesPart('f', 'b')]);
	const received: StructuralChange = {
		kind: 'function-received',
		operationId: operation('op-1'),
		unitKey: unit('b'),
		functionKey: fn('f'),
		effectiveOn: isoDate('2026-01-01'),
	};
	const input = anInput({
		before,
		after,
		requirements: [functionRequires('f', 'zop', 4)],
		employees: [anEmployee('e1', 'giver'), anEmployee('e2', 'taker')],
		assessments: [assessed('e1', 'zop', 4), assessed('e2', 'zop', 1)],
		changes: [received],
	});

	test('asks its competencies of the receiving posts and carries the operation', () => {
		const [need, ...others] = deriveNeeds(input);
		expect(others).toEqual([]);
		expect(need).toMatchObject({
			cause: { kind: 'function-received', operationId: 'op-1', functionKey: 'f' },
			unitKey: 'b',
			competencyKey: 'zop',
			requiredLevel: 4,
			people: [{ employeeId: 'e2', required: 4, assessed: 1, gap: 3 }],
			priority: { value: 9 },
		});
	});

	test('is due the day before it takes effect', () => {
		expect(deriveNeeds(input)[0]?.deadline).toBe('2025-12-31');
	});

	test('leaves no need when its operation is taken out of the scenario (N24)', () => {
		expect(deriveNeeds({ ...input, changes: [] })).toEqual([]);
	});

	test('brings a need without a priority for somebody not assessed, and counts places without a holder', () => {
		const wider = aLookup(
			[aPost('giver', 'a'), aPost('taker', 'b', { approved: headcount(2.5) })],
			[takesPart('f', 'b')],
		);
		const [need] = deriveNeeds({ ...input, after: wider, assessments: [] });
		expect(need).toMatchObject({
			openPlaces: 2,
			priority: { value: null },
			people: [{ assessed: null, gap: null }],
		});
	});

	test('is no new need for people of whom as much was asked before', () => {
		const needs = deriveNeeds({
			...input,
			requirements: [functionRequires('f', 'zop', 4), postRequires('taker', 'zop', 4)],
		});
		expect(needs.map((need) => need.cause.kind)).toEqual(['gap']);
	});
});

describe('new units, posts and people', () => {
	const lookup = aLookup([
		aPost('chief', 'a', { isHead: true, category: 'managerial' }),
		aPost('expert', 'a', { relation: 'civil-service' }),
	]);
	const base = anInput({
		before: aLookup([]),
		after: lookup,
		requirements: [postRequires('chief', 'lead', 4), postRequires('expert', 'zop', 3)],
	});

	test('a new unit asks what its posts ask, except of the head, who has an own change', () => {
		const needs = deriveNeeds({
			...base,
			changes: [{ kind: 'new-unit', operationId: operation('op'), unitKey: unit('a'), effectiveOn: null }],
		});
		expect(needs.map((need) => [need.competencyKey, need.openPlaces, need.deadline])).toEqual([
			['zop', 1, null],
		]);
	});

	test('a place that stood open before the change is no need of the change', () => {
		const needs = deriveNeeds({
			...base,
			before: lookup,
			changes: [{ kind: 'new-unit', operationId: operation('op'), unitKey: unit('a'), effectiveOn: null }],
		});
		expect(needs).toEqual([]);
	});

	test('a new head owes the mandatory training within the term: 01.01.2026 + 3 months → 31.03.2026', () => {
		const needs = deriveNeeds({
			...base,
			changes: [
				{
					kind: 'new-head',
					operationId: operation('op'),
					unitKey: unit('a'),
					postKey: post('chief'),
					effectiveOn: isoDate('2026-01-01'),
				},
			],
		});
		expect(needs.map((need) => [need.competencyKey, need.deadline])).toEqual([
			['lead', '2025-12-31'],
			[null, '2026-03-31'],
		]);
	});

	test('without the parameter the term of mandatory training is not decided', () => {
		const [, mandatory] = deriveNeeds({
			...base,
			mandatoryMonths: undefined,
			changes: [
				{
					kind: 'new-head',
					operationId: operation('op'),
					unitKey: unit('a'),
					postKey: post('chief'),
					effectiveOn: isoDate('2026-01-01'),
				},
			],
		});
		expect(mandatory?.deadline).toBeNull();
	});

	test('a changed post asks only its own requirements', () => {
		const needs = deriveNeeds({
			...base,
			changes: [
				{
					kind: 'post-changed',
					operationId: operation('op'),
					unitKey: unit('a'),
					postKey: post('expert'),
					effectiveOn: null,
				},
			],
		});
		expect(needs.map((need) => need.competencyKey)).toEqual(['zop']);
	});

	test('who joined the civil service within the term owes the mandatory training', () => {
		const needs = deriveNeeds(
			anInput({
				before: lookup,
				employees: [
					anEmployee('new', 'expert', { startedOn: isoDate('2025-04-15') }),
					anEmployee('old', 'expert', { startedOn: isoDate('2025-03-01') }),
					anEmployee('labour', 'chief', { startedOn: isoDate('2025-05-01') }),
				],
			}),
		);
		// 15.04. + 3 months = 15.07., so the last day is 14.07.; 01.03. + 3 months = 01.06. is over.
		expect(needs).toMatchObject([
			{ cause: { kind: 'new-employee' }, deadline: '2025-07-14', people: [{ employeeId: 'new' }] },
		]);
	});
});
