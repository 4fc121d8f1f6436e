import { describe, expect, it } from 'vitest';
import { adoptionBlocks, buildLedger } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, operation, runOf } from '#tests/support/operations.ts';
import {
	aFunction,
	aStructure,
	aUnit,
	aPost,
	functionKey,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';

/** Five functions: f1–f4 of unit a, f5 of unit b. */
function fiveFunctions() {
	return aStructure({
		units: [aUnit('a', null), aUnit('b', null), aUnit('empty', null)],
		posts: [aPost('p-a', 'a', 2), aPost('p-b', 'b', 1)],
		functions: ['f1', 'f2', 'f3', 'f4', 'f5'].map((key) => aFunction(key)),
		participations: [...['f1', 'f2', 'f3', 'f4'].map((key) => takesPart(key, 'a')), takesPart('f5', 'b')],
	});
}

const transfer = (key: string, to: string) =>
	operation('function-transfer', {
		functionKey: functionKey(key),
		fromUnitKey: unitKey('a'),
		toUnitKey: unitKey(to),
		formerRole: null,
		withActivities: true,
	});
const part = (key: string) => ({
	key: functionKey(key),
	text: { bg: `Част ${key}`, en: null },
	unitKey: unitKey('a'),
	activityKeys: [],
});
const split = operation('function-split', {
	functionKey: functionKey('f2'),
	parts: [part('f2-1'), part('f2-2')],
});
const drop = (key: string, legalReason: string) =>
	operation('function-drop', { functionKey: functionKey(key), legalReason });
const { origin: _, sort: __, ...stated } = aFunction('f6');
const create = operation('function-create', { ...stated, unitKey: unitKey('b') });

describe('the ledger of functions', () => {
	it('closes: 5 = 2 kept + 1 transferred + 1 split + 1 dropped, and 6 = 2 + 1 + 3 new', () => {
		const { sums, blocks, rows } = buildLedger(
			runOf(fiveFunctions(), transfer('f1', 'b'), split, drop('f3', 'отпаднало задължение, чл. 7'), create),
		);
		expect(sums).toEqual({
			opening: 5,
			kept: 2,
			transferred: 1,
			merged: 0,
			split: 1,
			dropped: 1,
			created: 3,
			createdAndClosed: 0,
			closing: 6,
			openingCheck: 0,
			closingCheck: 0,
		});
		expect(blocks).toEqual([]);
		expect(rows.map((row) => [row.functionKey, row.outcome, row.operationId])).toEqual([
			['f1', 'transferred', 'op1'],
			['f2', 'split', 'op2'],
			['f3', 'dropped', 'op3'],
			['f4', 'kept', null],
			['f5', 'kept', null],
			['f2-1', 'created', 'op2'],
			['f2-2', 'created', 'op2'],
			['f6', 'created', 'op4'],
		]);
	});

	it('counts a function merged into another and names where it went', () => {
		const { sums, rows } = buildLedger(
			runOf(
				fiveFunctions(),
				operation('function-merge', {
					sourceKeys: [functionKey('f1')],
					targetKey: functionKey('f5'),
					text: null,
					formerOwners: 'released',
				}),
			),
		);
		expect(sums).toMatchObject({ opening: 5, kept: 4, merged: 1, closing: 4, closingCheck: 0 });
		expect(rows[0]).toMatchObject({ outcome: 'merged', into: ['f5'], from: ['a'], to: [] });
	});

	it('blocks a drop without a legal reason, also of a part of a divided function', () => {
		expect(buildLedger(runOf(fiveFunctions(), drop('f3', '  '))).blocks).toEqual([
			{ code: 'ledger/drop-without-reason', functionKey: 'f3' },
		]);
		expect(buildLedger(runOf(fiveFunctions(), split, drop('f2-2', ''))).blocks).toEqual([
			{ code: 'ledger/drop-without-reason', functionKey: 'f2-2' },
		]);
	});

	it('lets a function that the scenario itself made go without a reason', () => {
		const { sums, blocks } = buildLedger(runOf(fiveFunctions(), create, drop('f6', '')));
		expect(blocks).toEqual([]);
		expect(sums).toMatchObject({ created: 1, createdAndClosed: 1, closing: 5, closingCheck: 0 });
	});

	it('stops an adoption only for what the structure in force does not have already', () => {
		const base = fiveFunctions();
		const orphan = {
			...base,
			participations: base.participations.filter((item) => item.functionKey !== 'f4'),
		};
		const frame = { decisionDay: isoDate('2027-01-01'), limits: LIMITS };
		expect(adoptionBlocks(runOf(orphan, drop('f3', ' ')), frame)).toEqual({
			blocks: [{ code: 'ledger/drop-without-reason', functionKey: 'f3' }],
			standing: [{ code: 'ledger/unplaced', functionKey: 'f4', wasUnplaced: true }],
		});
		expect(adoptionBlocks(runOf(base), frame)).toEqual({ blocks: [], standing: [] });
	});

	it('blocks an orphan and says whether it was one before', () => {
		const base = fiveFunctions();
		const orphan = {
			...base,
			participations: base.participations.filter((item) => item.functionKey !== 'f4'),
		};
		expect(buildLedger(runOf(orphan)).blocks).toEqual([
			{ code: 'ledger/unplaced', functionKey: 'f4', wasUnplaced: true },
		]);
	});

	it('blocks a function that goes to a unit without posts, not one that stood there before', () => {
		expect(buildLedger(runOf(fiveFunctions(), transfer('f1', 'empty'))).blocks).toEqual([
			{ code: 'ledger/holder-without-posts', functionKey: 'f1', unitKey: 'empty' },
		]);
		const unstaffed = { ...fiveFunctions(), posts: [] };
		expect(buildLedger(runOf(unstaffed)).blocks).toEqual([]);
	});
});
