import { describe, expect, it } from 'vitest';
import type { OperationPayloads } from '#lib/domain/scenario/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import {
	activityKey,
	functionKey,
	smallStructure,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';

const transfer = (more: Partial<OperationPayloads['function-transfer']> = {}) =>
	operation('function-transfer', {
		functionKey: functionKey('f-rent'),
		fromUnitKey: unitKey('rents'),
		toUnitKey: unitKey('prop'),
		formerRole: null,
		withActivities: true,
		...more,
	});

describe('operations on functions', () => {
	it('create a function with the unit that answers for it', () => {
		const { key: _, ...stated } = { ...smallStructure().functions[0]!, key: '' };
		const { origin: __, sort: ___, ...rest } = stated;
		const { after } = runOf(
			smallStructure(),
			operation('function-create', { ...rest, key: functionKey('f-new'), unitKey: unitKey('prop') }),
		);
		expect(after.functions.at(-1)).toMatchObject({ key: 'f-new', sort: 2 });
		expect(after.participations.at(-1)).toEqual(takesPart('f-new', 'prop'));
	});

	it('transfer a function with its work', () => {
		const { after } = runOf(smallStructure(), transfer());
		expect(after.participations.filter((part) => part.functionKey === 'f-rent')).toEqual([
			takesPart('f-rent', 'prop'),
		]);
		expect(after.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			unitKey: 'prop',
			postKey: null,
		});
	});

	it('transfer a function and keep a role of the former holder', () => {
		const { after } = runOf(smallStructure(), transfer({ formerRole: 'consulted', withActivities: false }));
		expect(
			after.participations
				.filter((part) => part.functionKey === 'f-rent')
				.map((part) => [part.unitKey, part.role]),
		).toEqual([
			['rents', 'consulted'],
			['prop', 'accountable'],
		]);
		expect(after.activities.find((activity) => activity.key === 'a-rent')?.unitKey).toBe('rents');
	});

	it('make one holder of two and add their known shares', () => {
		const base = smallStructure();
		const twice = {
			...base,
			participations: [
				...base.participations.filter((part) => part.functionKey !== 'f-tax'),
				takesPart('f-tax', 'dir', 'accountable', { share: share(0.5) }),
				takesPart('f-tax', 'rents', 'accountable', { share: share(0.25) }),
			],
		};
		const { after } = runOf(
			twice,
			transfer({
				functionKey: functionKey('f-tax'),
				fromUnitKey: unitKey('rents'),
				toUnitKey: unitKey('dir'),
			}),
		);
		expect(after.participations.filter((part) => part.functionKey === 'f-tax')).toEqual([
			takesPart('f-tax', 'dir', 'accountable', { share: share(0.75) }),
		]);
	});

	it('raise a participant to the holder when it receives the function', () => {
		const { after } = runOf(
			smallStructure(),
			transfer({
				functionKey: functionKey('f-reg'),
				fromUnitKey: unitKey('prop'),
				toUnitKey: unitKey('rents'),
			}),
		);
		expect(after.participations.filter((part) => part.functionKey === 'f-reg')).toEqual([
			takesPart('f-reg', 'rents'),
		]);
	});

	it('refuse to let go of a function and keep its measured work', () => {
		expect(refusalOf(smallStructure(), transfer({ withActivities: false }))).toMatchObject({
			code: 'scenario/activities-left-behind',
			activityKeys: ['a-rent'],
		});
	});

	it('refuse a giver that does not answer for the function, and „nobody“ when somebody does', () => {
		for (const fromUnitKey of [unitKey('dir'), null])
			expect(refusalOf(smallStructure(), transfer({ fromUnitKey })).code).toBe(
				'scenario/function-not-in-unit',
			);
	});

	it('give an orphan to a unit', () => {
		const base = smallStructure();
		const orphan = {
			...base,
			participations: base.participations.filter((part) => part.functionKey !== 'f-tax'),
		};
		const { after } = runOf(
			orphan,
			transfer({ functionKey: functionKey('f-tax'), fromUnitKey: null, toUnitKey: unitKey('dir') }),
		);
		expect(after.participations.at(-1)).toEqual(takesPart('f-tax', 'dir'));
	});

	it('merge functions: bases, work and participants go into the target', () => {
		const merge = (formerOwners: 'participate' | 'released') =>
			runOf(
				smallStructure(),
				operation('function-merge', {
					sourceKeys: [functionKey('f-rent')],
					targetKey: functionKey('f-reg'),
					text: { bg: 'Води регистър и отдава под наем', en: null },
					formerOwners,
				}),
			).after;
		const kept = merge('participate');
		expect(kept.functions.map((fn) => fn.key)).toEqual(['f-reg', 'f-tax']);
		expect(kept.functions[0]?.text.bg).toBe('Води регистър и отдава под наем');
		expect(
			kept.participations
				.filter((part) => part.functionKey === 'f-reg')
				.map((part) => [part.unitKey, part.role]),
		).toEqual([
			['rents', 'participates'],
			['prop', 'accountable'],
			['rents', 'participates'],
		]);
		expect(kept.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			functionKey: 'f-reg',
			unitKey: 'rents',
		});
		const released = merge('released');
		expect(released.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			functionKey: 'f-reg',
			unitKey: 'prop',
			postKey: null,
		});
	});

	it('split a function; unnamed work stays with the first part', () => {
		const part = (key: string, unit: string) => ({
			key: functionKey(key),
			text: { bg: `Част ${key}`, en: null },
			unitKey: unitKey(unit),
			activityKeys: [],
		});
		const { after } = runOf(
			smallStructure(),
			operation('function-split', {
				functionKey: functionKey('f-rent'),
				parts: [part('f-r1', 'prop'), { ...part('f-r2', 'dir'), activityKeys: [activityKey('a-rent')] }],
			}),
		);
		expect(after.functions.map((fn) => fn.key)).toEqual(['f-reg', 'f-tax', 'f-r1', 'f-r2']);
		expect(after.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			functionKey: 'f-r2',
			unitKey: 'dir',
		});
		expect(
			refusalOf(
				smallStructure(),
				operation('function-split', { functionKey: functionKey('f-rent'), parts: [part('f-r1', 'prop')] }),
			),
		).toMatchObject({ code: 'scenario/too-few-parts', needed: 2 });
	});

	it('reword a function and its bases', () => {
		const { after } = runOf(
			smallStructure(),
			operation('function-reword', {
				functionKey: functionKey('f-tax'),
				text: { bg: 'Събира местните данъци', en: null },
				bases: [{ actKey: 'zmdt', reference: { article: '4' } }],
			}),
		);
		expect(after.functions.find((fn) => fn.key === 'f-tax')).toMatchObject({
			text: { bg: 'Събира местните данъци' },
			bases: [{ actKey: 'zmdt' }],
		});
	});

	it('drop a function with its participations and work', () => {
		const { after } = runOf(
			smallStructure(),
			operation('function-drop', { functionKey: functionKey('f-rent'), legalReason: 'Отменен чл. 5' }),
		);
		expect(after.functions.map((fn) => fn.key)).toEqual(['f-reg', 'f-tax']);
		expect(after.participations.some((part) => part.functionKey === 'f-rent')).toBe(false);
		expect(after.activities.map((activity) => activity.key)).toEqual(['a-reg']);
	});
});
