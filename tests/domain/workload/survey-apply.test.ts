import { describe, expect, it } from 'vitest';
import { share, type FunctionKey, type PostKey } from '#lib/domain/shared/index.ts';
import {
	applySurvey,
	findOutliers,
	flagAnswers,
	medianOf,
	type SurveyAnswer,
	type SurveyItemId,
	type SurveyRespondentId,
	type SurveyRespondentState,
} from '#lib/domain/workload/index.ts';

const item = (id: string) => id as SurveyItemId;
const person = (id: string) => id as SurveyRespondentId;
type Given = Pick<SurveyAnswer, 'itemId' | 'share' | 'low' | 'high'>;
const says = (id: string, usual: number, low: number | null = null, high: number | null = null): Given => ({
	itemId: item(id),
	share: share(usual),
	low: low === null ? null : share(low),
	high: high === null ? null : share(high),
});
const seat = (id: string, occupancy = 1, state: SurveyRespondentState = 'validated') => ({
	id: person(id),
	postKey: 'p' as PostKey,
	occupancy,
	weeklyHours: 40 * occupancy,
	state,
});
const ITEMS = [
	{ id: item('i1'), functionKey: 'f1' as FunctionKey, mappedTo: null },
	{ id: item('i1b'), functionKey: 'f1' as FunctionKey, mappedTo: null },
	{ id: item('i2'), functionKey: 'f2' as FunctionKey, mappedTo: null },
	{ id: item('own'), functionKey: null, mappedTo: item('i2') },
	{ id: item('free'), functionKey: null, mappedTo: null },
];
const apply = (
	respondents: readonly ReturnType<typeof seat>[],
	answers: Readonly<Record<string, readonly Given[]>>,
) =>
	applySurvey({
		fullWeek: 40,
		respondents,
		items: ITEMS,
		answers: new Map(Object.entries(answers).map(([id, list]) => [person(id), list])),
	});

describe('what a campaign becomes', () => {
	it('weighs the seats of a post by their occupancy', () => {
		const outcome = apply([seat('a'), seat('b'), seat('c', 0.5)], {
			a: [says('i1', 0.3)],
			b: [says('i1', 0.5)],
			c: [says('i1', 0.1)],
		});
		// (0,3 + 0,5 + 0,5 × 0,1) ÷ 2,5 = 0,85 ÷ 2,5 = 0,34
		expect(outcome.allocations).toEqual([
			{
				postKey: 'p',
				functionKey: 'f1',
				people: new Set(['a', 'b', 'c']),
				share: 0.34,
				low: 0.1,
				high: 0.5,
				respondents: 3,
				load: 1,
			},
		]);
	});

	it('weighs by the hours that people work, and keeps how far they go beyond their posts', () => {
		const outcome = apply([{ ...seat('a'), weeklyHours: 50 }, seat('b')], {
			a: [says('i1', 0.6)],
			b: [says('i1', 0.15)],
		});
		// (50 × 0,6 + 40 × 0,15) ÷ 90 = 36 ÷ 90 = 0,4; 90 hours on posts of 80 = 1,125; worked 0,4 × 2 × 1,125 = 0,9 = 36 ÷ 40
		expect(outcome.allocations).toMatchObject([{ share: 0.4, load: 1.125 }]);
	});

	it('counts a seat that did not choose the function with nothing', () => {
		const [only] = apply([seat('a'), seat('b')], { a: [says('i1', 0.4)], b: [says('i2', 1)] }).allocations;
		expect(only).toMatchObject({ functionKey: 'f1', share: 0.2, low: 0, high: 0.4, respondents: 2 });
	});

	it('spans from the least to the greatest that anybody gave', () => {
		const [only] = apply([seat('a'), seat('b')], {
			a: [says('i1', 0.3, 0.2, 0.45)],
			b: [says('i1', 0.5)],
		}).allocations;
		expect(only).toMatchObject({ share: 0.4, low: 0.2, high: 0.5 });
	});

	it('takes only what was validated and says how many that were', () => {
		const outcome = apply([seat('a'), seat('b', 1, 'submitted')], {
			a: [says('i1', 1)],
			b: [says('i1', 0.2)],
		});
		expect(outcome.allocations[0]?.share).toBe(1);
		expect([outcome.validated, outcome.asked]).toEqual([1, 2]);
	});

	it('adds the same function out of the lists of two units, and an addition to what it was recognised as', () => {
		const { allocations, unwritten } = apply([seat('a')], {
			a: [says('i1', 0.2), says('i1b', 0.3), says('i2', 0.1), says('own', 0.15), says('free', 0.25)],
		});
		expect(allocations.map(({ functionKey, share: part }) => [functionKey, part])).toEqual([
			['f1', 0.5],
			['f2', 0.25],
		]);
		expect(unwritten).toEqual([{ postKey: 'p', itemId: 'free', share: 0.25 }]);
	});
});

const handed = (id: string, weeklyHours = 40) => ({
	id: person(id),
	state: 'submitted' as const,
	weeklyHours,
});
const flags = (
	respondents: readonly ReturnType<typeof handed>[],
	answers: Readonly<Record<string, readonly Given[]>>,
) =>
	flagAnswers({
		respondents,
		answers: new Map(Object.entries(answers).map(([id, list]) => [person(id), list])),
		items: [
			{ id: item('own'), respondentId: person('a'), mappedTo: null },
			{ id: item('known'), respondentId: person('a'), mappedTo: item('i1') },
		],
		tolerance: 0.02,
	});

describe('a flag', () => {
	it('marks the whole time on one item', () => {
		expect(flags([handed('a')], { a: [says('i1', 1)] })).toEqual([
			{ code: 'survey/all-on-one', respondentId: 'a', itemId: 'i1' },
		]);
	});

	it('marks answers equal to another’s on at least three items', () => {
		const same = [says('i1', 0.5), says('i1b', 0.3), says('i2', 0.2)];
		expect(flags([handed('a'), handed('b')], { a: same, b: [...same].reverse() })).toEqual([
			{ code: 'survey/copied', respondentId: 'a', from: 'b' },
			{ code: 'survey/copied', respondentId: 'b', from: 'a' },
		]);
	});

	it('does not take two people with half and half for a copy', () => {
		const same = [says('i1', 0.5), says('i2', 0.5)];
		expect(flags([handed('a'), handed('b')], { a: same, b: same })).toEqual([]);
	});

	it('marks a week over 60 hours and a sum off by more than the tolerance', () => {
		const found = flags([handed('a', 61)], { a: [says('i1', 0.5), says('i2', 0.47)] });
		expect(found).toEqual([
			{ code: 'survey/impossible-hours', respondentId: 'a', hours: 61, limit: 60 },
			{ code: 'survey/sum-off', respondentId: 'a', off: -0.03 },
		]);
	});

	it('takes 60 hours and a sum off by exactly the tolerance', () => {
		expect(flags([handed('a', 60)], { a: [says('i1', 0.5), says('i2', 0.48)] })).toEqual([]);
	});

	it('marks an addition until it is recognised', () => {
		const found = flags([handed('a')], { a: [says('own', 0.5), says('known', 0.5)] });
		expect(found).toEqual([{ code: 'survey/unknown-work', respondentId: 'a', itemId: 'own' }]);
	});
});

describe('an outlier', () => {
	const title = 'експерт';
	const of = (id: string, part: number) => ({
		respondentId: person(id),
		itemId: item('i1'),
		title,
		share: part,
	});
	const persons = (...ids: readonly string[]) => ids.map((id) => ({ respondentId: person(id), title }));

	it('lies at least 20 points from the median of its title', () => {
		// 10 %, 15 %, 60 % → median 15 %; 60 − 15 = 45 points.
		const found = findOutliers([of('a', 0.1), of('b', 0.15), of('c', 0.6)], persons('a', 'b', 'c'));
		expect(found).toEqual([{ respondentId: 'c', itemId: 'i1', median: 0.15 }]);
	});

	it('is not sought among fewer than three people', () => {
		expect(findOutliers([of('a', 0.1), of('b', 0.9)], persons('a', 'b'))).toEqual([]);
	});

	it('is measured against those who did not choose the item too', () => {
		// 0, 0, 20 % → median 0; exactly 20 points are marked.
		expect(findOutliers([of('a', 0.2)], persons('a', 'b', 'c'))).toHaveLength(1);
	});

	it('has the mean of the two middle values as median of an even number', () => {
		expect(medianOf([0.1, 0.4, 0.2, 0.3])).toBe(0.25);
	});
});
