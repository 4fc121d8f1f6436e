import { describe, expect, it } from 'vitest';
import {
	checkRules,
	compareRuleVerdicts,
	compareStructures,
	measureStructure,
	tellsApart,
} from '#lib/domain/scenario/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const BASE = smallStructure();
const ecology = (key: string, parent: string | null) =>
	operation('unit-create', {
		...{ key: unitKey(key), parentKey: parent === null ? null : unitKey(parent) },
		...{ name: { bg: 'Отдел Екология', en: null }, kind: 'department', part: 'specialised' },
	});
const underDirectorate = runOf(BASE, ecology('a-1', 'dir')).after;
const alone = runOf(BASE, ecology('b-7', null)).after;

describe('the comparison of structures', () => {
	it('has no rows for things that stand alike everywhere', () => {
		expect(compareStructures([BASE, BASE, smallStructure()])).toEqual([]);
	});

	it('sees one thing in what two scenarios make under the same name', () => {
		expect(compareStructures([BASE, underDirectorate, alone])).toMatchObject([
			{
				...{ set: 'unit', name: { bg: 'Отдел Екология' } },
				cells: [null, { place: { name: { bg: 'Звено dir' } } }, { place: null }],
			},
		]);
	});

	it('tells what sets scenarios apart from what only differs from the base', () => {
		const both = operation('post-change', {
			postKey: postKey('p-prop'),
			changes: { approved: headcount(2) },
		});
		const rows = compareStructures([
			BASE,
			runOf(BASE, both).after,
			runOf(BASE, both, ecology('a-1', 'dir')).after,
		]);
		// the line went from 3 to 2 posts, and with it its unit from 4 to 3, in both scenarios alike
		expect(rows.map((row) => [row.set, tellsApart(row)])).toEqual([
			['unit', false],
			['unit', true],
			['post', false],
		]);
	});

	it('follows a function to the units that answer for it', () => {
		const transfer = operation('function-transfer', {
			...{ functionKey: functionKey('f-reg'), fromUnitKey: unitKey('prop'), toUnitKey: unitKey('dir') },
			...{ formerRole: null, withActivities: true },
		});
		const rows = compareStructures([BASE, runOf(BASE, transfer).after]);
		expect(rows).toMatchObject([
			{ set: 'function', cells: [{ holders: [{ id: 'prop' }] }, { holders: [{ id: 'dir' }] }] },
		]);
	});

	it('tells a new name of a unit in one row, not in all the rows of its posts and functions', () => {
		const rename = operation('unit-rename', {
			...{ unitKey: unitKey('prop'), name: { bg: 'Едно гише', en: null } },
			...{ kind: 'department', part: 'specialised' },
		});
		const rows = compareStructures([BASE, runOf(BASE, rename).after]);
		expect(rows.map(({ id }) => id)).toEqual(['prop']);
	});
});

describe('the measures of a structure', () => {
	const measured = measureStructure({ structure: BASE, verdicts: [], openOverlaps: null });

	it('count what the overview counts', () => {
		// 10 posts: mayor 1 (direct), dir 3 and rents 2 (general), prop 4 (specialised) → 4 of 10
		expect(measured).toMatchObject({
			...{ administration: 10, units: 4, layers: 3, 'specialised-share': 0.4 },
			'unanswered-functions': 0,
		});
	});

	it('are not measured rather than zero where nobody knows them', () => {
		const structure = { ...BASE, posts: BASE.posts.map((post) => ({ ...post, annualCost: null })) };
		expect(measured['open-overlaps']).toBeNull();
		expect(measureStructure({ structure, verdicts: [], openOverlaps: 0 })).toMatchObject({
			...{ cost: null, 'open-overlaps': 0 },
		});
		expect(
			measureStructure({ structure: { ...BASE, posts: [] }, verdicts: [], openOverlaps: 0 }),
		).toMatchObject({ administration: 0, 'specialised-share': null });
	});
});

it('rules stand in the comparison only where their verdicts differ', () => {
	const verdicts = checkRules({ structure: BASE, parameters: [], asOf: BASE.validFrom, powers: [] });
	const [first, ...rest] = verdicts;
	const turned = [
		{ ...first!, verdict: first!.verdict === 'passed' ? 'failed' : 'passed' } as const,
		...rest,
	];
	expect(compareRuleVerdicts([verdicts, verdicts])).toEqual([]);
	expect(compareRuleVerdicts([verdicts, turned])).toMatchObject([
		{ rule: first!.rule, verdicts: [first!.verdict, turned[0]!.verdict] },
	]);
});
