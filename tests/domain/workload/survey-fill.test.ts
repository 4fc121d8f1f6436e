import { share } from '#lib/domain/shared/index.ts';
import {
	chooseItems,
	fillDetails,
	fillGroups,
	fillInside,
	hundredthOf,
	type FilledSurvey,
	type SurveyAnswer,
	type SurveyItem,
	type SurveyItemId,
	type TypedDetails,
	type TypedDivision,
} from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const id = (key: string) => key as SurveyItemId;
const item = (key: string, groupKey: string): SurveyItem => ({
	id: id(key),
	respondentId: null,
	unitKey: null,
	groupKey,
	text: { bg: key, en: null },
});

function answer(key: string, part: number, rest: Partial<SurveyAnswer> = {}): SurveyAnswer {
	const nothing = { low: null, high: null, participation: null, peakMonths: 0, isLocked: false };
	return { itemId: id(key), share: share(part), ...nothing, ...rest };
}

const group = (groupKey: string, part: number, isLocked = false) => ({
	groupKey,
	share: share(part),
	isLocked,
});
const ITEMS = [item('a', 'money'), item('b', 'money'), item('c', 'roads')];
const SURVEY: FilledSurvey = {
	items: ITEMS,
	answers: [answer('a', 0.3), answer('b', 0.1), answer('c', 0.6)],
	groups: [group('money', 0.4), group('roads', 0.6)],
};

const unlocked = { now: false, was: false };
const row = (key: string, now: string, was: string, lock = unlocked) => ({ key, amount: { now, was }, lock });
const typed = (rows: TypedDivision['rows'], isSplit = false): TypedDivision => ({
	rows,
	measure: 'percent',
	weeklyHours: 40,
	isSplit,
});

describe('choosing items', () => {
	it('keeps what was said, starts the new empty and gives an only item the time of its group', () => {
		const result = chooseItems(SURVEY, {
			now: new Set([id('a'), id('c')]),
			was: new Set(['a', 'b', 'c'].map(id)),
		});
		expect(result).toMatchObject({ ok: true });
		// b is gone, so a alone has the 40 % of its group
		if (result.ok) expect(result.value.answers).toEqual([answer('a', 0.4), answer('c', 0.6)]);
	});

	it('is refused with an item that there is not', () => {
		expect(chooseItems(SURVEY, { now: new Set([id('x')]), was: new Set() })).toEqual({
			ok: false,
			error: [{ field: 'item.x', issue: { code: 'survey/unknown-item' } }],
		});
	});
});

describe('dividing', () => {
	it('passes the shares of the groups on to their items', () => {
		const result = fillGroups(SURVEY, typed([row('money', '50', '40'), row('roads', '50', '60')]));
		// 30 × 50 ÷ 40 = 37,5; 10 × 1,25 = 12,5; the only item of roads takes all of it
		if (result.ok) expect(result.value.answers.map((one) => one.share)).toEqual([0.375, 0.125, 0.5]);
		expect(result.ok).toBe(true);
	});

	it('inside a group is in per cent of the group, and locked rows stay when the rest is divided', () => {
		const empty = { ...SURVEY, answers: [answer('a', 0), answer('b', 0), answer('c', 0.6)] };
		const lock = { now: true, was: false };
		const result = fillInside(empty, 'money', typed([row('a', '25', '', lock), row('b', '', '')], true));
		// a quarter of 40 % is 10 %; the other 30 % go to b
		expect(result).toMatchObject({
			ok: true,
			value: { answers: [{ share: 0.1, isLocked: true }, { share: 0.3, isLocked: false }, { share: 0.6 }] },
		});
	});

	it('says at the whole form why the rest cannot be divided', () => {
		const lock = { now: true, was: true };
		const locked = { ...SURVEY, groups: [group('money', 0.4, true), group('roads', 0.5, true)] };
		const rows = [row('money', '40', '40', lock), row('roads', '50', '50', lock)];
		expect(fillGroups(locked, typed(rows, true))).toEqual({
			ok: false,
			error: [{ field: 'form', issue: { code: 'survey/all-locked' } }],
		});
		const over = [row('money', '70', '40'), row('roads', '60', '60')];
		expect(fillGroups(SURVEY, typed(over, true))).toEqual({
			ok: false,
			error: [{ field: 'form', issue: { code: 'survey/sum-over', by: 0.3 } }],
		});
	});

	it('does not divide while a field waits for a decision', () => {
		const result = fillGroups(SURVEY, typed([row('money', '20', '10'), row('roads', '60', '60')], true));
		expect(result).toMatchObject({
			ok: true,
			value: { conflicts: [{ field: 'share.money', stored: 0.4 }], groups: SURVEY.groups },
		});
	});

	it('steps by what two decimals of the measure can tell apart', () => {
		// a hundredth of a per cent; a hundredth of 40 hours; a hundredth of a per cent of a group of 40 %
		expect(hundredthOf('percent', { weeklyHours: 40, whole: share(1) })).toBeCloseTo(0.0001, 12);
		expect(hundredthOf('hours-week', { weeklyHours: 40, whole: share(1) })).toBeCloseTo(0.00025, 12);
		expect(hundredthOf('percent', { weeklyHours: 40, whole: share(0.4) })).toBeCloseTo(0.00004, 12);
	});
});

describe('details', () => {
	const details = (change: Partial<TypedDetails> = {}): TypedDetails => ({
		itemId: id('a'),
		low: { now: '', was: '' },
		high: { now: '', was: '' },
		participation: { now: null, was: null },
		peakMonths: { now: 0, was: 0 },
		...change,
	});
	const fill = (rows: readonly TypedDetails[], survey = SURVEY) =>
		fillDetails(survey, rows, { measure: 'percent', weeklyHours: 40 });

	it('take the least and the greatest as parts of the whole time, with participation and months', () => {
		const given = details({
			low: { now: '20', was: '' },
			high: { now: '52', was: '' },
			participation: { now: 'controls', was: null },
			peakMonths: { now: 0b101, was: 0 },
		});
		expect(fill([given])).toMatchObject({
			ok: true,
			value: { answers: [{ low: 0.2, high: 0.52, participation: 'controls', peakMonths: 5 }, {}, {}] },
		});
	});

	it.each([
		[{ low: { now: '31', was: '' } }, 'low.a', 'survey/low-above-usual'],
		[{ high: { now: '29', was: '' } }, 'high.a', 'survey/high-below-usual'],
		[{ low: { now: 'много', was: '' } }, 'low.a', 'survey/not-a-number'],
		[{ peakMonths: { now: -1, was: 0 } }, 'peak.a', 'survey/not-months'],
		[{ itemId: id('x') }, 'item.x', 'survey/unknown-item'],
	] as const)('are refused at the field (case %#)', (change, field, code) => {
		expect(fill([details(change)])).toEqual({ ok: false, error: [{ field, issue: { code } }] });
	});

	it('are asked about when somebody else changed the same', () => {
		const stored = { ...SURVEY, answers: [answer('a', 0.3, { participation: 'performs', low: share(0.1) })] };
		const given = details({ participation: { now: 'controls', was: null }, low: { now: '20', was: '' } });
		expect(fill([given], stored)).toMatchObject({
			ok: true,
			value: { conflicts: [{ field: 'low.a', stored: 0.1 }, { field: 'kind.a' }] },
		});
	});
});
