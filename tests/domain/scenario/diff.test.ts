import { describe, expect, it } from 'vitest';
import { diffStructures, isEmptyDiff } from '#lib/domain/scenario/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

describe('the difference of two structures', () => {
	it('is empty for a structure and itself, and for a copy of it', () => {
		expect(isEmptyDiff(diffStructures(smallStructure(), smallStructure()))).toBe(true);
	});

	it('names new, closed, moved and changed things with the old and the new value', () => {
		const { before, after } = runOf(
			smallStructure(),
			operation('unit-create', {
				key: unitKey('u-new'),
				parentKey: unitKey('mayor'),
				name: { bg: 'Нов отдел', en: null },
				kind: 'department',
				part: 'specialised',
			}),
			operation('unit-move', { unitKey: unitKey('rents'), parentKey: unitKey('u-new') }),
			operation('post-close', { postKey: postKey('p-rent') }),
			operation('post-change', { postKey: postKey('p-prop'), changes: { approved: headcount(2) } }),
		);
		const diff = diffStructures(before, after);
		expect(diff.units.created.map((unit) => unit.key)).toEqual(['u-new']);
		expect(diff.units.changed).toMatchObject([
			{
				isMoved: true,
				fields: [
					{ field: 'parentKey', before: 'dir', after: 'u-new' },
					{ field: 'part', before: 'general', after: 'specialised' },
				],
			},
		]);
		expect(diff.posts.closed.map((post) => post.key)).toEqual(['p-rent']);
		expect(diff.posts.changed).toMatchObject([
			{ isMoved: false, fields: [{ field: 'approved', before: 3, after: 2 }] },
		]);
	});

	it('does not take the order among siblings for a change', () => {
		const before = smallStructure();
		const after = { ...before, units: before.units.map((unit) => ({ ...unit, sort: unit.sort + 5 })) };
		expect(isEmptyDiff(diffStructures(before, after))).toBe(true);
	});

	it('names a function that changed hands', () => {
		const { before, after } = runOf(
			smallStructure(),
			operation('function-transfer', {
				functionKey: functionKey('f-rent'),
				fromUnitKey: unitKey('rents'),
				toUnitKey: unitKey('prop'),
				formerRole: 'informed',
				withActivities: true,
			}),
		);
		const diff = diffStructures(before, after);
		expect(diff.functionMovements).toEqual([{ functionKey: 'f-rent', from: ['rents'], to: ['prop'] }]);
		expect(diff.participations.changed).toMatchObject([
			{ fields: [{ field: 'role', before: 'accountable', after: 'informed' }] },
		]);
		expect(diff.participations.created).toHaveLength(1);
		expect(diff.activities.changed).toMatchObject([{ isMoved: true }]);
	});

	it('keeps two duties of one name apart', () => {
		const before = smallStructure();
		const twice = { ...before, allowances: [...before.allowances, ...before.allowances] };
		expect(diffStructures(before, twice).allowances.created).toHaveLength(2);
	});
});
