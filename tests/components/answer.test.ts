import { choiceLists } from '#lib/components/answer/choice-lists.ts';
import { fieldState, type AnswerForm } from '#lib/components/answer/form-state.ts';
import { missingSentences } from '#lib/components/answer/missing.ts';
import { pageAfter, pageAt, pageKey, pagesOf, type Progress } from '#lib/components/answer/pages.ts';
import { plainAmount } from '#lib/components/answer/amounts.ts';
import { totalText, type TotalFrame } from '#lib/components/answer/total.ts';
import { share, type Share, type UnitKey } from '#lib/domain/shared/index.ts';
import type { SurveyAnswer, SurveyItem, SurveyItemId, SurveyMeasure } from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const UNIT = 'el-ut' as UnitKey;

function item(id: string, groupKey: string, rest: Partial<SurveyItem> = {}): SurveyItem {
	return {
		id: id as SurveyItemId,
		respondentId: null,
		unitKey: UNIT,
		groupKey,
		text: { bg: `Функция ${id}`, en: null },
		...rest,
	};
}

function answer(id: string, part: number): SurveyAnswer {
	const nothing = { low: null, high: null, participation: null, peakMonths: 0, isLocked: false };
	return { itemId: id as SurveyItemId, share: share(part), ...nothing };
}

const group = (groupKey: string, part: number) => ({ groupKey, share: share(part), isLocked: false });
const ITEMS = [item('a', 'money'), item('b', 'money'), item('c', 'roads')];
const keys = (progress: Progress) => pagesOf(progress).map(pageKey);

describe('the pages of a questionnaire', () => {
	const nothing: Progress = { items: ITEMS, answers: [], groups: [] };
	const two: Progress = {
		items: ITEMS,
		answers: [answer('a', 0.2), answer('b', 0.2), answer('c', 0.6)],
		groups: [group('money', 0.4), group('roads', 0.6)],
	};

	it('are only those where something is to be said', () => {
		expect(keys(nothing)).toEqual(['start', 'choose', 'review']);
		expect(keys(two)).toEqual(['start', 'choose', 'groups', 'inside:money', 'details', 'review']);
		expect(keys({ items: ITEMS, answers: [answer('c', 1)], groups: [group('roads', 1)] })).toEqual([
			'start',
			'choose',
			'details',
			'review',
		]);
	});

	it('begin at the first that is not finished', () => {
		const at = (progress: Progress, isBegun = true) =>
			pageKey(pageAt(progress, new URLSearchParams(), isBegun));
		expect(at(nothing, false)).toBe('start');
		expect(at(nothing)).toBe('choose');
		expect(at(two)).toBe('review');
		expect(at({ ...two, groups: [group('money', 0.4), group('roads', 0.5)] })).toBe('groups');
		expect(at({ ...two, answers: [answer('a', 0.1), answer('b', 0.2), answer('c', 0.6)] })).toBe(
			'inside:money',
		);
	});

	it('are never one that this person does not have', () => {
		const search = new URLSearchParams({ step: 'inside', area: 'roads' });
		expect(pageKey(pageAt(two, search, true))).toBe('start');
	});

	it('lead on, back, and to where one wishes', () => {
		const from = { step: 'groups' } as const;
		const to = (wish: string) => pageKey(pageAfter(two, from, wish));
		expect([to('next'), to('back'), to('stay'), to('review'), to('nyama')]).toEqual([
			'inside:money',
			'choose',
			'groups',
			'review',
			'inside:money',
		]);
	});
});

describe('a field', () => {
	const form = (part: Partial<AnswerForm>): AnswerForm => ({
		refusal: null,
		issues: [],
		conflicts: [],
		values: { 'share.a': '45', 'was.share.a': '20' },
		...part,
	});

	it('is shown as stored when nothing was sent', () => {
		expect(fieldState(null, 'share.a', '30')).toMatchObject({ value: '30', was: '30' });
	});

	it('keeps what was typed and what it is compared with when it was refused', () => {
		const issues = [{ field: 'share.a', code: 'survey/negative' }];
		expect(fieldState(form({ issues }), 'share.a', '30')).toMatchObject({
			value: '45',
			was: '20',
			issue: issues[0],
		});
	});

	it('puts what was typed against what is stored when somebody else saved it', () => {
		const conflicts = [{ field: 'share.a', stored: 0.3 }];
		expect(fieldState(form({ conflicts }), 'share.a', '30')).toMatchObject({ value: '45', was: '30' });
		expect(fieldState(form({ conflicts, values: { 'share.b': '9' } }), 'share.b', '20').value).toBe('20');
	});
});

describe('the total', () => {
	const frame = (measure: SurveyMeasure, whole = 1): TotalFrame => ({
		measure,
		base: { weeklyHours: 40, whole: share(whole) },
		say: (amount) => plainAmount(amount, 'bg'),
		words: {
			open: ({ done, left }) => `${done} остават ${left}`,
			over: ({ done, over }) => `${done} с ${over} повече`,
			full: ({ done }) => `${done} всичко`,
		},
	});

	it('says what is left, what is too much, and when all is divided', () => {
		expect(totalText(0.85, frame('percent'))).toEqual({ state: 'open', text: '85 остават 15', percent: 85 });
		expect(totalText(1.1, frame('percent'))).toEqual({
			state: 'over',
			text: '110 с 10 повече',
			percent: 100,
		});
		// 0,1 of 16 hours that the area has: 4 of 16
		expect(totalText(0.1, frame('hours-week', 0.4)).text).toBe('4 остават 12');
	});

	it('does not ask for what rounds to nothing', () => {
		// 21,67 of 21,6667 days are 0,0033 too many
		expect(totalText(21.67 / (65 / 3), frame('days-month')).state).toBe('full');
	});
});

describe('the lists to choose from', () => {
	const items = [
		...ITEMS,
		item('d', 'roads', { unitKey: 'el-fin' as UnitKey, text: { bg: 'Съставя бюджета', en: null } }),
		item('e', 'roads', { unitKey: 'el-fin' as UnitKey, text: { bg: 'Отчита бюджета', en: null } }),
		item('f', 'roads', { respondentId: 'me' as never }),
	];
	const lists = (query: string, chosen: readonly string[] = []) =>
		choiceLists({ items, unitKey: UNIT, chosen: new Set(chosen as readonly SurveyItemId[]), query });

	it('keep the own unit, what was chosen elsewhere, and the own additions apart', () => {
		const { unit, others, own } = lists('', ['d']);
		expect([unit, others, own].map((list) => list.map(({ id }) => id))).toEqual([
			['a', 'b', 'c'],
			['d'],
			['f'],
		]);
	});

	it('find by every word in any case and order, what is not chosen yet', () => {
		expect(lists('БЮДЖЕТА съставя').found.map(({ id }) => id)).toEqual(['d']);
		expect(lists('бюджета', ['d']).found.map(({ id }) => id)).toEqual(['e']);
		expect(lists('').found).toEqual([]);
	});
});

describe('what is missing', () => {
	const frame = {
		measure: 'percent' as const,
		weeklyHours: 40,
		areaName: () => 'Пътища',
		itemText: () => 'Функция',
		divideQuery: 'step=groups',
		insideQuery: (area: string) => `step=inside&area=${area}`,
	};

	it('names the excess where the areas together have more than there is', () => {
		const group = { code: 'survey/group-off', groupKey: 'roads', inside: 0, share: 0.9 as Share } as const;
		const over = { code: 'survey/groups-over', by: 2.6 } as const;
		expect(missingSentences([{ code: 'survey/sum-under', by: 1 }, over, group], frame)).toEqual([
			{
				text: 'Областите заедно са с 260\u00a0% повече от възможното. Намалете времето на някоя от тях.',
				query: 'step=groups',
			},
			{
				text: 'В областта „Пътища“ са разпределени 0\u00a0% от 90\u00a0%.',
				query: 'step=inside&area=roads',
			},
		]);
	});

	it('is said once, where it is put right', () => {
		const group = { code: 'survey/group-off', groupKey: 'roads', inside: 0.3, share: 0.4 as Share } as const;
		expect(missingSentences([{ code: 'survey/sum-under', by: 0.1 }, group], frame)).toEqual([
			{
				text: 'В областта „Пътища“ са разпределени 30\u00a0% от 40\u00a0%.',
				query: 'step=inside&area=roads',
			},
		]);
		expect(missingSentences([{ code: 'survey/sum-under', by: 0.1 }], frame)).toEqual([
			{ text: 'Остават 10\u00a0% за разпределяне.', query: 'step=groups' },
		]);
	});
});
