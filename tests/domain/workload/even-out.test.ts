import { describe, expect, it } from 'vitest';
import { headcount, share, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	certain,
	judgeNeed,
	suggestEvenOut,
	type FunctionNeed,
	type UnitNeed,
} from '#lib/domain/workload/index.ts';
import { aFunction, aPart, aPost, aStructure, aUnit, functionKey, unitKey } from './builders.ts';

const RULE = { tolerance: 0.25, shortage: 0.9, surplus: 1.1, coverageMinimum: 0.7, peersMinimum: 1 };

function aNeed(
	key: string,
	occupied: number,
	need: number,
	works: Readonly<Record<string, number>>,
): UnitNeed {
	const measures = (['survey', 'volume'] as const).map((method) => ({
		...{ method, fte: certain(need), coverage: share(1) },
	}));
	return {
		...{ unitKey: unitKey(key), approved: occupied, occupied, measures, individualFte: 0 },
		verdict: judgeNeed(measures, occupied, RULE),
		functions: Object.entries(works).map(([fn, fte]): FunctionNeed => ({
			...{ functionKey: functionKey(fn), weight: 1, part: share(1), isDoubtful: false },
			...{ survey: null, volume: certain(fte), comparison: null },
			peers: { kind: 'not-compared', reason: { code: 'workload/no-peer' }, terms: [] },
		})),
		postTimes: () => [],
	};
}

// „busy“ has 3 people for 4,2 posts; „calm“ has 3 for 2,2, answers for k and takes part in f.
const structure = aStructure({
	units: [aUnit('busy'), aUnit('calm', { sort: 1 })],
	posts: [aPost('p', 'busy', { occupied: headcount(1) })],
	functions: [aFunction('f'), aFunction('g'), aFunction('k')],
	participations: [
		aPart('f', 'busy'),
		aPart('g', 'busy'),
		aPart('f', 'calm', { role: 'participates' }),
		aPart('k', 'calm'),
	],
});
const needs = (works: Readonly<Record<string, number>>) =>
	new Map<UnitKey, UnitNeed>([
		[unitKey('busy'), aNeed('busy', 3, 4.2, works)],
		[unitKey('calm'), aNeed('calm', 3, 2.2, { k: 1 })],
	]);
const suggest = (works: Readonly<Record<string, number>>, of = structure) =>
	suggestEvenOut({ structure: of, needs: needs(works), rule: RULE });

describe('evening out', () => {
	it('suggests a function that the unit with a surplus takes part in already', () => {
		// 4,2 − 0,5 = 3,7 for 3 people: 0,81, still a shortage; 2,2 + 0,5 = 2,7 for 3 people: 1,11, still a surplus
		const [only, ...rest] = suggest({ f: 0.5, g: 0.5 });
		expect(rest).toEqual([]);
		expect(only).toMatchObject({ functionKey: 'f', from: 'busy', to: 'calm', fte: 0.5 });
		expect(only?.shortage).toBeCloseTo(1.2, 9);
		expect(only?.surplus).toBeCloseTo(0.8, 9);
		expect(only?.after).toEqual({ from: 'shortage', to: 'surplus' });
	});

	it('does not suggest more work than the surplus holds', () => {
		expect(suggest({ f: 0.9 })).toEqual([]);
	});

	it('does not suggest a function of a settlement, or of a matter that the receiver does not know', () => {
		const bound = { ...structure, functions: [aFunction('f', { territory: 'с. Беброво' }), aFunction('k')] };
		expect(suggest({ f: 0.5 }, bound)).toEqual([]);
		const foreign = { ...structure, functions: [aFunction('f', { policyArea: 'finance' }), aFunction('k')] };
		expect(suggest({ f: 0.5 }, foreign)).toEqual([]);
	});

	it('suggests nothing where a verdict is not proven', () => {
		const unproven = new Map(needs({ f: 0.5 }));
		const calm = unproven.get(unitKey('calm'));
		if (calm) unproven.set(unitKey('calm'), { ...calm, verdict: judgeNeed([], 3, RULE) });
		expect(suggestEvenOut({ structure, needs: unproven, rule: RULE })).toEqual([]);
	});
});
