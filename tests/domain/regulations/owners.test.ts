import { describe, expect, it } from 'vitest';
import { createUnitMatcher, findBases, namedUnit, toWording } from '#lib/domain/regulations/index.ts';
import { aUnit } from '#tests/support/small-structure.ts';

const unit = (key: string, bg: string) => aUnit(key, null, { name: { bg, en: null } });
const ACTS = [
	{ key: 'zmsma', names: ['ЗМСМА', 'Закон за местното самоуправление и местната администрация'] },
	{ key: 'zut', names: ['ЗУТ', 'Закон за устройство на територията'] },
];

describe('the unit that a sentence names', () => {
	it.each([
		['Отдел „Бюджет“ изпълнява следните функции:', 'Отдел „Бюджет“'],
		['Отделът „Бюджет“ към дирекция „Финанси“ осъществява следните функции:', 'Отдел „Бюджет“'],
		['Функциите на отдел "Екология" са следните:', 'Отдел „Екология“'],
		['Секретарят на общината изпълнява следните функции:', 'Секретарят на общината'],
		['Главният архитект има следните функции и задачи:', 'Главният архитект'],
		['Отдел Бюджет и счетоводство изпълнява следните функции:', 'Отдел Бюджет и счетоводство'],
		['Отделът изпълнява следните функции:', null],
		['Основните функции на дирекцията са:', null],
	])('%s', (sentence, name) => {
		expect(namedUnit(sentence, true)).toBe(name);
	});
	it('is the subject of the sentence even when no unit is called so', () => {
		const sentence = 'Кабинет „Връзки с медиите“ изпълнява следните функции:';
		expect(namedUnit(sentence, true)).toBe('Кабинет „Връзки с медиите“');
		expect(namedUnit('Този правилник има задължителна сила.')).toBeNull();
	});
});

describe('the unit of the structure', () => {
	const match = createUnitMatcher([
		unit('fin', 'Отдел „Бюджет и счетоводство“'),
		unit('dir', 'Дирекция „Финанси“'),
		unit('eco', 'Отдел „Екология“'),
	]);
	it('is found whatever the quotation marks, the case and the definite article', () => {
		expect(match('ОТДЕЛ "ЕКОЛОГИЯ"')).toEqual({ kind: 'matched', unitKey: 'eco' });
		expect(match('Дирекцията „Финанси“')).toEqual({ kind: 'matched', unitKey: 'dir' });
	});
	it('is found without the word for its kind when only one unit has the name', () => {
		expect(match('Сектор „Екология“')).toEqual({ kind: 'matched', unitKey: 'eco' });
	});
	it('is found whether or not the post stands with the definite article', () => {
		const find = createUnitMatcher([unit('arch', 'Главен архитект'), unit('fk', 'Финансов контрольор')]);
		expect(find('Главният архитект')).toEqual({ kind: 'matched', unitKey: 'arch' });
		expect(find('Финансовият контрольор')).toEqual({ kind: 'matched', unitKey: 'fk' });
		expect(find('Главният инженер').kind).not.toBe('matched');
	});
	it('is offered when the name is near, and said to be missing when none is', () => {
		expect(match('Отдел „Бюджет и счетоводна дейност“')).toEqual({ kind: 'near', unitKey: 'fin' });
		expect(match('Отдел „Култура“')).toEqual({ kind: 'unmatched' });
		expect(match(null)).toEqual({ kind: 'unmatched' });
	});
});

describe('the legal bases in a statement', () => {
	it('are all that name a known act; the others are given back as text', () => {
		expect(
			findBases('Води регистъра по чл. 44, ал. 2 от ЗМСМА и чл. 140 ЗУТ, съгласно чл. 5 от НЕЩО', ACTS),
		).toEqual({
			bases: [
				{ actKey: 'zmsma', reference: { article: '44', subParagraph: '2' } },
				{ actKey: 'zut', reference: { article: '140' } },
			],
			unread: ['чл. 5'],
		});
	});
	it('may name the act in full, with its article, and a municipal ordinance by its number', () => {
		const acts = [
			...ACTS,
			{ key: 'zpf', names: ['ЗПФ', 'Закон за публичните финанси'] },
			{ key: 'nar9', names: ['Наредба № 9', 'Наредба № 9 за провеждане на търговска дейност'] },
		];
		expect(findBases('Отчита бюджета по чл. 5 и чл. 6, ал. 1 от Закона за публичните финанси', acts)).toEqual(
			{
				bases: [
					{ actKey: 'zpf', reference: { article: '5' } },
					{ actKey: 'zpf', reference: { article: '6', subParagraph: '1' } },
				],
				unread: [],
			},
		);
		expect(findBases('Контролира изпълнението на Наредба № 9 на Общинския съвет', acts)).toEqual({
			bases: [{ actKey: 'nar9', reference: {} }],
			unread: [],
		});
	});
	it('give back an act that the register does not have, as it is written', () => {
		expect(findBases('Категоризира обекти съгласно Закона за туризма, чл. 7', ACTS)).toEqual({
			bases: [],
			unread: ['чл. 7', 'Закона за туризма'],
		});
	});
	it('never take a short abbreviation for a word in small letters', () => {
		expect(findBases('Води за питейни нужди', [{ key: 'zv', names: ['ВОДИ'] }])).toEqual({
			bases: [],
			unread: [],
		});
	});
	it('are none where the statement cites nothing', () => {
		expect(findBases('Организира деловодството', ACTS)).toEqual({ bases: [], unread: [] });
	});
});

it('a list point becomes a statement without what ties it to the next one', () => {
	expect(toWording('изготвя проекта на бюджет; и')).toBe('Изготвя проекта на бюджет');
	expect(toWording('отчита изпълнението.')).toBe('Отчита изпълнението');
	expect(toWording('')).toBe('');
});
