import { describe, expect, it } from 'vitest';
import {
	checkReach,
	decodeOperation,
	delegatedPart,
	subtreeOf,
	withoutMoney,
	type Operation,
	type PostPart,
} from '#lib/domain/scenario/index.ts';
import { eurCents, headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const BASE = smallStructure();
const DIR = unitKey('dir');
const reach = (...operations: readonly Operation[]) =>
	checkReach(BASE, runOf(BASE, ...operations).after, DIR);
const move = (post: string, unit: string) =>
	operation('post-move', {
		...{ postKey: postKey(post), unitKey: unitKey(unit), isHead: false, withWork: true, part: null },
	});
const create = (key: string, parent: string) =>
	operation('unit-create', {
		...{ key: unitKey(key), parentKey: unitKey(parent), name: { bg: 'Група', en: null } },
		...{ kind: 'sector', part: 'general' },
	});

describe('the part of a structure given to a head', () => {
	it('is the unit with what is below it, its posts and functions, and no money', () => {
		const part = delegatedPart(BASE, DIR);
		expect([...subtreeOf(BASE, DIR)].sort()).toEqual(['dir', 'rents']);
		expect(part.posts.map(({ key, annualCost }) => [key, annualCost])).toEqual([
			['p-dir', null],
			['p-acc', null],
			['p-rent-head', null],
			['p-rent', null],
		]);
		// f-reg belongs to prop, but rents takes part in it
		expect(part.functions.map(({ key }) => key)).toEqual(['f-rent', 'f-reg', 'f-tax']);
		expect(part.participations.every(({ unitKey: unit }) => unit !== 'prop')).toBe(true);
	});
});

describe('an operation of a delegate', () => {
	it('may change, make and move things inside', () => {
		expect(reach(move('p-acc', 'rents'), create('nu', 'rents'))).toEqual({ ok: true, value: null });
		const closing = operation('post-close', { postKey: postKey('p-rent') });
		expect(reach(closing).ok).toBe(true);
	});

	it('may not bring a post in or give one away', () => {
		const outside = { code: 'delegation/outside', set: 'posts' };
		expect(reach(move('p-prop', 'dir'))).toMatchObject({ error: { ...outside, key: 'p-prop' } });
		expect(reach(move('p-acc', 'prop'))).toMatchObject({ error: { ...outside, key: 'p-acc' } });
	});

	it('may not make a unit elsewhere, nor move its own', () => {
		const units = { code: 'delegation/outside', set: 'units' };
		expect(reach(create('nu', 'mayor'))).toMatchObject({ error: { ...units, key: 'nu' } });
		const away = operation('unit-move', { unitKey: DIR, parentKey: null });
		expect(reach(away)).toMatchObject({ error: { ...units, key: 'dir' } });
	});

	it('may not touch a function in which others take part', () => {
		const reword = (key: string) =>
			operation('function-reword', {
				...{ functionKey: functionKey(key), text: { bg: 'Друг текст', en: null }, bases: null },
			});
		expect(reach(reword('f-tax')).ok).toBe(true);
		expect(reach(reword('f-reg'))).toMatchObject({ error: { set: 'functions', key: 'f-reg' } });
	});

	it('may not give a function away', () => {
		const give = operation('function-transfer', {
			...{ functionKey: functionKey('f-tax'), fromUnitKey: DIR, toUnitKey: unitKey('prop') },
			...{ formerRole: null, withActivities: true },
		});
		expect(reach(give)).toMatchObject({ error: { code: 'delegation/outside', set: 'participations' } });
	});

	it('divides a line whose parts cost what the line does', () => {
		const part: PostPart = {
			...{ key: postKey('p-part'), title: { bg: 'Касиер', en: null }, approved: headcount(1) },
			...{ occupied: headcount(1), category: 'expert', relation: 'labour', funding: 'local' },
		};
		const payload = { postKey: postKey('p-acc'), parts: [{ ...part, annualCost: eurCents(1) }] };
		const split = withoutMoney({ kind: 'post-split', payload });
		expect(split).toEqual({ kind: 'post-split', payload: { ...payload, parts: [part] } });
		expect(decodeOperation('post-split', split.payload)).toEqual({ ok: true, value: split });
		const base = smallStructure();
		const costly = {
			...base,
			posts: base.posts.map((post) => ({ ...post, annualCost: eurCents(1_200_000) })),
		};
		const { after } = runOf(costly, operation('post-split', { ...payload, parts: [part] }));
		expect(after.posts.find(({ key }) => key === 'p-part')?.annualCost).toBe(1_200_000);
	});

	it('says nothing of money', () => {
		const change = operation('post-change', {
			postKey: postKey('p-acc'),
			changes: { approved: headcount(1), annualCost: eurCents(1) },
		});
		expect(withoutMoney(change).payload).toEqual({ postKey: 'p-acc', changes: { approved: 1 } });
	});
});
