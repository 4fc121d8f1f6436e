import { describe, expect, it } from 'vitest';
import { applyOperations } from '#lib/domain/scenario/index.ts';
import type { OperationPayloads } from '#lib/domain/scenario/index.ts';
import { LIMITS, listed, operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const created: OperationPayloads['unit-create'] = {
	key: unitKey('u-new'),
	parentKey: unitKey('mayor'),
	name: { bg: 'Отдел „Общинска собственост“', en: null },
	kind: 'department',
	part: 'specialised',
};

describe('operations on units', () => {
	it('change nothing when there are none', () => {
		const before = smallStructure();
		expect(applyOperations(before, [], LIMITS)).toEqual({ ok: true, value: before });
	});

	it('create a unit as the last one under its parent', () => {
		const { after } = runOf(smallStructure(), operation('unit-create', created));
		expect(after.units.at(-1)).toMatchObject({ key: 'u-new', parentKey: 'mayor', sort: 3 });
	});

	it('refuse a key that ever stood for something', () => {
		expect(
			refusalOf(smallStructure(), operation('unit-create', { ...created, key: unitKey('dir') })),
		).toEqual({
			code: 'scenario/key-taken',
			key: 'dir',
			operationId: 'op1',
		});
	});

	it('refuse a name that a sibling bears, whatever the letter case and the quotation marks', () => {
		const again = {
			...created,
			key: unitKey('u-two'),
			name: { bg: 'ОТДЕЛ "Общинска  собственост"', en: null },
		};
		expect(
			refusalOf(smallStructure(), operation('unit-create', created), operation('unit-create', again)),
		).toMatchObject({ code: 'scenario/name-taken', siblingKey: 'u-new', operationId: 'op2' });
	});

	it('rename a unit and keep its key, posts and functions', () => {
		const { after, before } = runOf(
			smallStructure(),
			operation('unit-rename', {
				unitKey: unitKey('prop'),
				name: { bg: 'Дирекция „Имоти“', en: null },
				kind: 'directorate',
				part: 'specialised',
			}),
		);
		expect(after.units.find((unit) => unit.key === 'prop')?.name.bg).toBe('Дирекция „Имоти“');
		expect(after.posts).toEqual(before.posts);
		expect(after.participations).toEqual(before.participations);
	});

	it('refuse a renaming that changes nothing', () => {
		const prop = smallStructure().units.find((unit) => unit.key === 'prop');
		expect(
			refusalOf(
				smallStructure(),
				operation('unit-rename', {
					unitKey: unitKey('prop'),
					name: prop?.name ?? { bg: '', en: null },
					kind: 'department',
					part: 'specialised',
				}),
			).code,
		).toBe('scenario/nothing-changed');
	});

	it('move a unit with everything below it', () => {
		const { after } = runOf(
			smallStructure(),
			operation('unit-move', { unitKey: unitKey('dir'), parentKey: unitKey('prop') }),
		);
		expect(after.units.find((unit) => unit.key === 'dir')?.parentKey).toBe('prop');
		expect(after.units.find((unit) => unit.key === 'rents')?.parentKey).toBe('dir');
	});

	it('refuse to move a unit under itself or under what is below it', () => {
		for (const parent of ['dir', 'rents'])
			expect(
				refusalOf(
					smallStructure(),
					operation('unit-move', { unitKey: unitKey('dir'), parentKey: unitKey(parent) }),
				),
			).toMatchObject({ code: 'scenario/cycle', unitKey: 'dir', parentKey: parent });
	});

	it('refuse to close a unit with sub-units, posts, functions, in that order', () => {
		const close = (key: string) =>
			refusalOf(smallStructure(), operation('unit-close', { unitKey: unitKey(key), takenOverBy: null }));
		expect(close('dir')).toMatchObject({ code: 'scenario/unit-has-sub-units', unitKeys: ['rents'] });
		expect(close('prop')).toMatchObject({
			code: 'scenario/unit-has-posts',
			postKeys: ['p-prop-head', 'p-prop'],
		});
		const emptied = ['p-rent', 'p-rent-head'].map((key) =>
			operation('post-close', { postKey: postKey(key) }),
		);
		expect(
			refusalOf(
				smallStructure(),
				...emptied,
				operation('unit-close', { unitKey: unitKey('rents'), takenOverBy: null }),
			),
		).toMatchObject({ code: 'scenario/unit-has-functions', functionKeys: ['f-rent'], operationId: 'op3' });
	});

	it('close an emptied unit only when somebody takes over its participations and duties', () => {
		const emptied = [
			operation('post-close', { postKey: postKey('p-rent') }),
			operation('post-close', { postKey: postKey('p-rent-head') }),
			operation('function-transfer', {
				functionKey: functionKey('f-rent'),
				fromUnitKey: unitKey('rents'),
				toUnitKey: unitKey('prop'),
				formerRole: null,
				withActivities: true,
			}),
		];
		const close = (takenOverBy: string | null) =>
			operation('unit-close', {
				unitKey: unitKey('rents'),
				takenOverBy: takenOverBy === null ? null : unitKey(takenOverBy),
			});
		expect(refusalOf(smallStructure(), ...emptied, close(null))).toMatchObject({
			code: 'scenario/unit-still-in-use',
			participations: 1,
			activities: 0,
			allowances: 1,
		});
		const { after } = runOf(smallStructure(), ...emptied, close('dir'));
		expect(after.units.map((unit) => unit.key)).toEqual(['mayor', 'dir', 'prop']);
		expect(after.participations).toContainEqual({
			functionKey: 'f-reg',
			unitKey: 'dir',
			postKey: null,
			role: 'participates',
			share: null,
		});
		expect(after.allowances.map((allowance) => allowance.unitKey)).toEqual(['dir', 'prop']);
	});

	it('say which operation closed the thing that a later one uses', () => {
		expect(
			refusalOf(
				smallStructure(),
				operation('post-close', { postKey: postKey('p-rent') }),
				operation('post-close', { postKey: postKey('p-rent') }),
			),
		).toEqual({
			code: 'scenario/already-closed',
			key: 'p-rent',
			closedBy: 'op1',
			operationId: 'op2',
		});
	});
});

describe('the reducer', () => {
	it('takes operations by position, whatever their order in the list', () => {
		const operations = listed(
			operation('unit-create', created),
			operation('post-move', {
				postKey: postKey('p-rent'),
				unitKey: unitKey('u-new'),
				isHead: false,
				withWork: true,
				part: null,
			}),
		);
		const straight = applyOperations(smallStructure(), operations, LIMITS);
		expect(applyOperations(smallStructure(), operations.toReversed(), LIMITS)).toEqual(straight);
	});

	it('never touches the baseline', () => {
		const before = smallStructure();
		const copy = structuredClone(before);
		runOf(before, operation('unit-create', created));
		expect(before).toEqual(copy);
	});
});
