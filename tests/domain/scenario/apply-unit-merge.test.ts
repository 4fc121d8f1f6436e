import { describe, expect, it } from 'vitest';
import type { OperationPayloads } from '#lib/domain/scenario/index.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

describe('a merger of units', () => {
	const merge = (headPostKey: string | null) =>
		operation('unit-merge', {
			sourceKeys: [unitKey('rents')],
			targetKey: unitKey('prop'),
			headPostKey: headPostKey === null ? null : postKey(headPostKey),
		});

	it('asks which of two heads stays', () => {
		expect(refusalOf(smallStructure(), merge(null))).toMatchObject({
			code: 'scenario/head-unresolved',
			postKeys: ['p-rent-head', 'p-prop-head'],
		});
	});

	it('carries posts, functions, activities and duties, and holds an equal duty once', () => {
		const { after } = runOf(smallStructure(), merge('p-prop-head'));
		const inProp = after.posts.filter((post) => post.unitKey === 'prop');
		expect(inProp.map((post) => [post.key, post.isHead])).toEqual([
			['p-rent-head', false],
			['p-rent', false],
			['p-prop-head', true],
			['p-prop', false],
		]);
		expect(after.participations.filter((part) => part.unitKey === 'rents')).toEqual([]);
		// f-reg: accountable (prop) and participates (rents → prop) join as the stronger role
		expect(after.participations.filter((part) => part.functionKey === 'f-reg')).toHaveLength(1);
		expect(after.participations.find((part) => part.functionKey === 'f-rent')).toMatchObject({
			unitKey: 'prop',
			role: 'accountable',
			postKey: 'p-rent',
		});
		expect(after.activities.find((activity) => activity.key === 'a-rent')?.unitKey).toBe('prop');
		expect(after.allowances.map((allowance) => allowance.unitKey)).toEqual(['prop']);
	});

	it('refuses a receiver below the unit that goes into it', () => {
		expect(
			refusalOf(
				smallStructure(),
				operation('unit-merge', {
					sourceKeys: [unitKey('dir')],
					targetKey: unitKey('rents'),
					headPostKey: postKey('p-dir'),
				}),
			),
		).toMatchObject({ code: 'scenario/cycle', unitKey: 'dir', parentKey: 'rents' });
	});
});

describe('a division of a unit', () => {
	const part = {
		key: unitKey('reg'),
		name: { bg: 'Отдел „Регистри“', en: null },
		kind: 'department',
		part: 'specialised',
		postKeys: [postKey('p-prop')],
		functionKeys: [functionKey('f-reg')],
		subUnitKeys: [],
	} as const;

	it('gives the part what it names and leaves the rest in the old unit', () => {
		const { after } = runOf(
			smallStructure(),
			operation('unit-split', { unitKey: unitKey('prop'), parts: [part] }),
		);
		expect(after.posts.filter((post) => post.unitKey === 'reg').map((post) => post.key)).toEqual(['p-prop']);
		expect(after.posts.filter((post) => post.unitKey === 'prop').map((post) => post.key)).toEqual([
			'p-prop-head',
		]);
		expect(after.activities.find((activity) => activity.key === 'a-reg')?.unitKey).toBe('reg');
		// the duty of everybody holds in both: rents, prop and the new unit
		expect(after.allowances.map((allowance) => allowance.unitKey)).toEqual(['rents', 'prop', 'reg']);
	});

	it('refuses a post of another unit, a function of another unit, and a thing named twice', () => {
		const split = (...parts: OperationPayloads['unit-split']['parts'][number][]) =>
			refusalOf(smallStructure(), operation('unit-split', { unitKey: unitKey('prop'), parts })).code;
		expect(split({ ...part, postKeys: [postKey('p-acc')] })).toBe('scenario/post-not-in-unit');
		expect(split({ ...part, functionKeys: [functionKey('f-tax')] })).toBe('scenario/function-not-in-unit');
		expect(split({ ...part, subUnitKeys: [unitKey('rents')] })).toBe('scenario/unit-not-below');
		expect(split(part, { ...part, key: unitKey('reg2'), name: { bg: 'Друг', en: null } })).toBe(
			'scenario/named-twice',
		);
		expect(split()).toBe('scenario/too-few-parts');
	});
});
