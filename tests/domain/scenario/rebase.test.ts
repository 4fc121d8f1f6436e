import { describe, expect, it } from 'vitest';
import type { Structure } from '#lib/domain/org/index.ts';
import { rebase, type Operation, type RebaseDecision } from '#lib/domain/scenario/index.ts';
import { headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation } from '#tests/support/operations.ts';
import { aPost, aUnit, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const BASE = smallStructure();
const renamed = (name: string) =>
	operation('unit-rename', {
		unitKey: unitKey('rents'),
		...{ name: { bg: name, en: null }, kind: 'sector', part: 'general' },
	});
const fewer = operation('post-change', { postKey: postKey('p-prop'), changes: { approved: headcount(2) } });
const closing = operation('post-close', { postKey: postKey('p-acc') });

function to(
	newBase: Structure,
	operations: readonly Operation[],
	decisions: Readonly<Record<string, RebaseDecision>> = {},
) {
	return rebase({
		...{ oldBase: BASE, newBase, operations, limits: LIMITS },
		decisions: new Map(Object.entries(decisions) as [OperationId, RebaseDecision][]),
	});
}
const withUnits = (change: (unit: Structure['units'][number]) => Structure['units'][number]): Structure => ({
	...BASE,
	units: BASE.units.map(change),
});
const withPosts = (change: (post: Structure['posts'][number]) => Structure['posts'][number]): Structure => ({
	...BASE,
	posts: BASE.posts.map(change),
});
const otherName = withUnits((unit) =>
	unit.key === 'rents' ? { ...unit, name: { bg: 'Сектор Наеми', en: null } } : unit,
);

describe('an operation on a new base', () => {
	it('goes over untouched when it does there what it did before', () => {
		const newBase = withPosts((post) => (post.key === 'p-acc' ? { ...post, approved: headcount(4) } : post));
		const result = to(newBase, listed(renamed('Сектор Отдаване'), fewer));
		expect(result.items.map(({ reasons, choices }) => [reasons, choices])).toEqual([
			[[], []],
			[[], []],
		]);
		expect(result.baseChanges.map(({ set, key }) => `${set} ${key}`)).toEqual(['posts p-acc']);
		expect(result.conflicts).toBe(0);
	});

	it('is in conflict when the base changed the field that it changes', () => {
		const result = to(otherName, listed(renamed('Сектор Отдаване')));
		expect(result.items[0]).toMatchObject({
			reasons: [
				{
					...{ code: 'rebase/field-changed', set: 'units', key: 'rents', field: 'name.bg' },
					...{ oldBase: 'Звено rents', newBase: 'Сектор Наеми', wanted: 'Сектор Отдаване' },
				},
			],
			choices: ['keep', 'drop', 'edit'],
			decision: null,
		});
		expect(result).toMatchObject({ conflicts: 1, undecided: 1 });
	});

	it('is refused when its subject is gone, and then cannot be kept', () => {
		const newBase = { ...BASE, posts: BASE.posts.filter((post) => post.key !== 'p-prop') };
		const result = to(newBase, listed(fewer), { op1: 'keep' });
		expect(result.items[0]).toMatchObject({
			reasons: [{ code: 'rebase/refused', refusal: { code: 'scenario/post-not-found', postKey: 'p-prop' } }],
			choices: ['drop', 'edit'],
			decision: null,
			fresh: null,
		});
		expect(result.undecided).toBe(1);
	});

	it('is in conflict when it closes what the base changed', () => {
		const newBase = withPosts((post) => (post.key === 'p-acc' ? { ...post, approved: headcount(3) } : post));
		expect(to(newBase, listed(closing)).items[0]?.reasons).toEqual([
			{
				...{ code: 'rebase/closes-changed', set: 'posts', key: 'p-acc' },
				fields: [{ field: 'approved', before: 2, after: 3 }],
			},
		]);
	});

	it('is in conflict when it takes along what the base added', () => {
		const merge = operation('unit-merge', {
			...{ sourceKeys: [unitKey('rents')], targetKey: unitKey('prop') },
			headPostKey: postKey('p-prop-head'),
		});
		const newBase = { ...BASE, posts: [...BASE.posts, aPost('p-new', 'rents', 1)] };
		expect(to(newBase, listed(merge)).items[0]?.reasons).toEqual([
			{ code: 'rebase/reaches-more', set: 'posts', key: 'p-new' },
		]);
	});

	it('is in conflict when the base already did what it wanted', () => {
		const newBase = withPosts((post) =>
			post.key === 'p-prop' ? { ...post, approved: headcount(2), title: { bg: 'Друга', en: null } } : post,
		);
		const both = operation('post-change', {
			postKey: postKey('p-prop'),
			changes: { approved: headcount(2), title: { bg: 'Експерт', en: null } },
		});
		expect(to(newBase, listed(both)).items[0]?.reasons).toMatchObject([
			{ code: 'rebase/field-changed', field: 'title.bg', newBase: 'Друга', wanted: 'Експерт' },
			// 3 approved posts on the old base became 2, as the operation wants
			{ code: 'rebase/field-changed', field: 'approved', oldBase: 3, newBase: 2, wanted: 2 },
		]);
	});

	it('that makes a thing is refused when a unit of that name came meanwhile', () => {
		const create = operation('unit-create', {
			...{ key: unitKey('nu'), parentKey: unitKey('mayor'), name: { bg: 'Отдел Екология', en: null } },
			...{ kind: 'department', part: 'specialised' },
		});
		const newBase = {
			...BASE,
			units: [...BASE.units, aUnit('eco', 'mayor', { name: { bg: 'Отдел екология', en: null } })],
		};
		expect(to(newBase, listed(create)).items[0]?.reasons).toMatchObject([
			{ code: 'rebase/refused', refusal: { code: 'scenario/name-taken', siblingKey: 'eco' } },
		]);
	});
});

describe('the decision about a conflict', () => {
	it('to keep the operation makes it win over the base', () => {
		const result = to(otherName, listed(renamed('Сектор Отдаване')), { op1: 'keep' });
		expect(result.undecided).toBe(0);
		expect(result.after.units.find((unit) => unit.key === 'rents')?.name.bg).toBe('Сектор Отдаване');
	});

	it('to drop it leaves what the base says, and numbers the others anew', () => {
		const result = to(otherName, listed(renamed('Сектор Отдаване'), fewer), { op1: 'drop' });
		expect(result.after.units.find((unit) => unit.key === 'rents')?.name.bg).toBe('Сектор Наеми');
		expect(result.operations.map(({ id, position }) => [id, position])).toEqual([['op2', 1]]);
	});

	it('to edit it leaves it in the list', () => {
		const newBase = { ...BASE, posts: BASE.posts.filter((post) => post.key !== 'p-prop') };
		const result = to(newBase, listed(fewer, closing), { op1: 'edit' });
		expect(result.undecided).toBe(0);
		expect(result.operations.map(({ id }) => id)).toEqual(['op1', 'op2']);
		expect(result.after.posts.some((post) => post.key === 'p-acc')).toBe(false);
	});

	it('to drop an operation on which another rests puts that one in conflict', () => {
		const create = operation('unit-create', {
			...{ key: unitKey('nu'), parentKey: unitKey('rents'), name: { bg: 'Група', en: null } },
			...{ kind: 'sector', part: 'general' },
		});
		const move = operation('post-move', {
			...{ postKey: postKey('p-prop'), unitKey: unitKey('nu'), isHead: false, withWork: true, part: null },
		});
		const newBase = {
			...BASE,
			units: [...BASE.units, aUnit('g', 'rents', { name: { bg: 'Група', en: null } })],
		};
		const result = to(newBase, listed(create, move), { op1: 'drop' });
		expect(result.items[1]?.reasons).toMatchObject([
			{ code: 'rebase/refused', refusal: { code: 'scenario/unit-not-found', unitKey: 'nu' } },
		]);
	});
});
