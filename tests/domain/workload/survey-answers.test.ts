import { share, type Share } from '#lib/domain/shared/index.ts';
import {
	checkAnswers,
	estimateOfAnswer,
	followGroups,
	groupsFor,
	sharesInside,
	type SurveyAnswer,
	type SurveyGroupShare,
	type SurveyItemId,
} from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const id = (key: string) => key as SurveyItemId;

function answer(key: string, part: number, rest: Partial<SurveyAnswer> = {}): SurveyAnswer {
	const nothing = { low: null, high: null, participation: null, peakMonths: 0, isLocked: false };
	return { itemId: id(key), share: part as Share, ...nothing, ...rest };
}

function check(answers: readonly SurveyAnswer[], rest: { tolerance?: number; weeklyHours?: number } = {}) {
	const items = new Set(['a', 'b', 'c'].map(id));
	return checkAnswers({ answers, items, tolerance: 0.02, weeklyHours: 40, ...rest });
}

describe('answers that are handed in', () => {
	it('are good when they sum to the whole, and at exactly the tolerance', () => {
		expect(check([answer('a', 0.5), answer('b', 0.5)])).toEqual([]);
		expect(check([answer('a', 0.5), answer('b', 0.48)])).toEqual([]);
		expect(check([answer('a', 0.5), answer('b', 0.52)])).toEqual([]);
	});

	it('are refused beyond the tolerance, with how much is missing or too much', () => {
		// 0,5 + 0,47 = 0,97; 0,7 + 0,4 = 1,1
		expect(check([answer('a', 0.5), answer('b', 0.47)])).toEqual([{ code: 'survey/sum-under', by: 0.03 }]);
		expect(check([answer('a', 0.7), answer('b', 0.4)])).toEqual([{ code: 'survey/sum-over', by: 0.1 }]);
		expect(check([answer('a', 0.999999)], { tolerance: 0 })).toEqual([
			{ code: 'survey/sum-under', by: 0.000001 },
		]);
	});

	it('are refused when nothing is chosen', () => {
		expect(check([])).toEqual([{ code: 'survey/nothing-chosen' }]);
	});

	it('are refused with an item of somebody else, or the same item twice', () => {
		expect(check([answer('a', 0.5), answer('x', 0.5)])).toEqual([
			{ code: 'survey/unknown-item', itemId: 'x' },
		]);
		expect(check([answer('a', 0.5), answer('a', 0.5)])).toEqual([{ code: 'survey/item-twice', itemId: 'a' }]);
	});

	it.each([-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, 1e308])(
		'are refused with the share %d',
		(part) => {
			expect(check([answer('a', part)])).toContainEqual({ code: 'survey/not-a-share', itemId: 'a' });
		},
	);

	it('are refused when least, usual and greatest are not in order', () => {
		expect(check([answer('a', 1, { low: share(0.5) })])).toEqual([]);
		expect(check([answer('a', 0.4, { low: share(0.5) }), answer('b', 0.6)])).toEqual([
			{ code: 'survey/low-above-usual', itemId: 'a' },
		]);
		expect(check([answer('a', 0.4, { high: share(0.3) }), answer('b', 0.6)])).toEqual([
			{ code: 'survey/high-below-usual', itemId: 'a' },
		]);
	});

	it.each([-1, 4096, 1.5])('are refused with the months %d', (peakMonths) => {
		expect(check([answer('a', 1, { peakMonths })])).toEqual([{ code: 'survey/not-months', itemId: 'a' }]);
	});

	it.each([0, 60.5, Number.NaN])('are refused with %d hours a week', (weeklyHours) => {
		expect(check([answer('a', 1)], { weeklyHours })).toEqual([
			{ code: 'survey/absurd-hours', hours: weeklyHours, limit: 60 },
		]);
	});

	it('are taken with 60 hours a week and with one', () => {
		expect(check([answer('a', 1)], { weeklyHours: 60 })).toEqual([]);
		expect(check([answer('a', 1)], { weeklyHours: 1 })).toEqual([]);
	});
});

describe('an answer as an estimate', () => {
	it('has the PERT mean of least, usual and greatest', () => {
		// (0,2 + 4 × 0,3 + 0,52) ÷ 6 = 1,92 ÷ 6 = 0,32
		const three = estimateOfAnswer(answer('a', 0.3, { low: share(0.2), high: share(0.52) }));
		expect(three.expected).toBeCloseTo(0.32, 9);
		expect([three.low, three.high]).toEqual([0.2, 0.52]);
	});

	it('is certain where only the usual was given', () => {
		expect(estimateOfAnswer(answer('a', 0.3))).toEqual({
			low: 0.3,
			expected: expect.closeTo(0.3, 12),
			high: 0.3,
		});
	});
});

describe('groups', () => {
	const group = (groupKey: string, part: number): SurveyGroupShare => ({
		groupKey,
		share: share(part),
		isLocked: false,
	});
	const groupOf = new Map([
		[id('a'), 'money'],
		[id('b'), 'money'],
		[id('c'), 'roads'],
	]);

	it('keep what they have, start empty, and a single one has all', () => {
		expect(groupsFor(['money', 'roads'], [group('money', 0.4), group('gone', 0.6)])).toEqual([
			group('money', 0.4),
			group('roads', 0),
		]);
		expect(groupsFor(['money'], [])).toEqual([group('money', 1)]);
	});

	it('pass a change on to their items in proportion, and whole to an only item', () => {
		// 40 → 50 %: 30 × 1,25 = 37,5 and 10 × 1,25 = 12,5; roads has one item, which takes 50 %
		const after = followGroups([answer('a', 0.3), answer('b', 0.1), answer('c', 0.6)], groupOf, {
			before: [group('money', 0.4), group('roads', 0.6)],
			after: [group('money', 0.5), group('roads', 0.5)],
		});
		expect(after.map((item) => item.share)).toEqual([0.375, 0.125, 0.5]);
		expect(Object.fromEntries(sharesInside(after, groupOf))).toEqual({ money: 0.5, roads: 0.5 });
	});

	it('stay full to the millionth when they were full', () => {
		// 0,3 in three equal parts, grown to 0,7: rounding takes a millionth that comes back
		const three = new Map(['a', 'b', 'c'].map((key) => [id(key), 'money']));
		const after = followGroups([answer('a', 0.1), answer('b', 0.1), answer('c', 0.1)], three, {
			before: [group('money', 0.3)],
			after: [group('money', 0.7)],
		});
		expect(sharesInside(after, three).get('money')).toBe(0.7);
	});

	it('leave items of other groups and the empty ones alone', () => {
		const answers = [answer('a', 0), answer('b', 0)];
		const change = { before: [group('money', 0)], after: [group('money', 0.5)] };
		expect(followGroups(answers, groupOf, change)).toEqual(answers);
		expect(followGroups([answer('c', 0.2)], groupOf, change)).toEqual([answer('c', 0.2)]);
	});

	it('drop a range that no longer holds the usual', () => {
		const change = { before: [group('roads', 0.5)], after: [group('roads', 0.2)] };
		const [only] = followGroups([answer('c', 0.5, { low: share(0.4), high: share(0.6) })], groupOf, change);
		expect(only).toEqual(answer('c', 0.2, { high: share(0.6) }));
	});
});
