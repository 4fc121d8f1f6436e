import { describe, expect, it } from 'vitest';
import { buildLedger, type OperationPayloads } from '#lib/domain/scenario/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

type Role = OperationPayloads['participation-set'];

const seat = (fn: string, unit: string, post: string | null = null) => ({
	functionKey: functionKey(fn),
	unitKey: unitKey(unit),
	postKey: post === null ? null : postKey(post),
});
const set = (at: ReturnType<typeof seat>, role: Role['role'], part: number | null = null) =>
	operation('participation-set', { ...at, role, share: part === null ? null : share(part) });
const clear = (at: ReturnType<typeof seat>) => operation('participation-clear', at);

describe('roles in functions', () => {
	it('are given to a unit that took no part, and to one post of it', () => {
		const { after } = runOf(
			smallStructure(),
			set(seat('f-tax', 'prop'), 'consulted'),
			set(seat('f-tax', 'prop', 'p-prop'), 'participates', 0.25),
		);
		const roles = after.participations.filter((part) => part.functionKey === 'f-tax');
		expect(roles.map(({ unitKey: unit, postKey: post, role }) => [unit, post, role])).toEqual([
			['dir', null, 'accountable'],
			['prop', null, 'consulted'],
			['prop', 'p-prop', 'participates'],
		]);
		expect(roles[2]?.share).toBe(0.25);
	});

	it('are changed where they stand', () => {
		const { after, before } = runOf(smallStructure(), set(seat('f-reg', 'rents'), 'informed'));
		expect(after.participations).toHaveLength(before.participations.length);
		expect(after.participations[2]).toMatchObject({ unitKey: 'rents', role: 'informed' });
	});

	it('never make a second unit answer for one function', () => {
		expect(refusalOf(smallStructure(), set(seat('f-reg', 'rents'), 'accountable'))).toMatchObject({
			code: 'scenario/second-accountable',
			unitKey: 'prop',
		});
	});

	it('pass the answering role on once the other one has another', () => {
		const { after } = runOf(
			smallStructure(),
			set(seat('f-reg', 'prop'), 'participates'),
			set(seat('f-reg', 'rents'), 'accountable'),
		);
		const answering = after.participations.filter((part) => part.role === 'accountable');
		expect(answering.find((part) => part.functionKey === 'f-reg')?.unitKey).toBe('rents');
	});

	it('leave a function without an owner only for the ledger to block it', () => {
		const run = runOf(smallStructure(), clear(seat('f-tax', 'dir')));
		expect(buildLedger(run).blocks).toEqual([
			{ code: 'ledger/unplaced', functionKey: 'f-tax', wasUnplaced: false },
		]);
	});

	it('are not taken away while measured work would stay behind', () => {
		expect(refusalOf(smallStructure(), clear(seat('f-reg', 'prop')))).toMatchObject({
			code: 'scenario/activities-left-behind',
			activityKeys: ['a-reg'],
		});
	});

	it('are refused where nothing changes, nobody takes part or the post is of another unit', () => {
		const code = (...list: Parameters<typeof runOf>[1][]) => refusalOf(smallStructure(), ...list).code;
		expect(code(set(seat('f-reg', 'rents'), 'participates'))).toBe('scenario/nothing-changed');
		expect(code(clear(seat('f-tax', 'prop')))).toBe('scenario/not-participating');
		expect(code(set(seat('f-tax', 'dir', 'p-prop'), 'participates'))).toBe('scenario/post-not-in-unit');
		expect(code(set(seat('f-none', 'dir'), 'participates'))).toBe('scenario/function-not-found');
	});
});
