import { describe, expect, it } from 'vitest';
import { parseStatement } from '#lib/domain/overlap/index.ts';

const acts = (text: string) => parseStatement(text).acts.map(({ actClass }) => actClass);
const concepts = (text: string) => parseStatement(text).terms.map(({ concept }) => concept);

describe('the act of a statement', () => {
	it.each([
		['Изготвя програмата за управление на отпадъците', ['prepare']],
		['Изготвяне на програмата за управление на отпадъците', ['prepare']],
		['Контролира спазването на наредбата', ['control']],
		['Осъществява текущ контрол върху строежите', ['control']],
		['Контролът върху строежите се осъществява от отдела', ['control']],
		['Води регистър на спортните клубове', ['register']],
		['Регистърът на спортните клубове се води от отдела', ['register']],
		['Поддържа уличното осветление', ['maintain']],
		['Поддържа регистър на търговските обекти', ['register']],
		['Приема заявления от граждани', ['serve']],
		['Приема наредби', ['regulate']],
		['Участва в изготвянето на бюджета', ['participate']],
		['Контролира заустването на отпадъчни води', ['control']],
	])('of „%s“ is %j', (text, expected) => {
		expect(acts(text)).toEqual(expected);
	});

	it('may be several', () => {
		expect(acts('Изготвя и контролира изпълнението на програмата')).toEqual(['control', 'prepare']);
	});

	it('is not taken from what others do', () => {
		expect(acts('Издава удостоверения на лица, които изготвят проекти')).toEqual(['issue']);
	});

	it('may be denied', () => {
		expect(parseStatement('не издава разрешения за строеж').isNegated).toBe(true);
	});
});

describe('the scope of a statement', () => {
	it.each([
		['Издава удостоверения в с. Беброво', ['беброво']],
		['Организира сметосъбирането в гр. Горна Оряховица', ['горна оряховица']],
		['Поддържа парка на с. Средни колиби', ['средни колиби']],
		['Поддържа площите на кметство Джулюница', ['джулюница']],
		['Издава удостоверения с печат', []],
		['Изпълнява решенията в Общинския съвет', []],
	])('of „%s“ names the places %j', (text, expected) => {
		expect(parseStatement(text).scope.places).toEqual(expected);
	});

	it('names years and quoted names', () => {
		expect(parseStatement('Отчита проект „Топъл обяд“ за 2024 г.').scope).toEqual({
			places: [],
			periods: ['2024'],
			names: ['топъл обяд'],
		});
	});
});

describe('the terms of a statement', () => {
	it('are equal for synonyms, inflections and abbreviations', () => {
		expect(concepts('Разглежда оплаквания на гражданите')).toEqual(concepts('Разглежда жалби на граждани'));
		expect(concepts('Изменя ОУП')).toEqual(concepts('Изменя общия устройствен план'));
	});

	it('count less in a side clause', () => {
		const { terms } = parseStatement('Издава скици съгласно изискванията на кадастъра');
		expect(terms.map(({ emphasis }) => emphasis)).toEqual([1, 0.3, 0.3]);
	});

	it('leave legal references out', () => {
		expect(concepts('Отдава имоти по чл. 14, ал. 2, т. 3')).toEqual(concepts('Отдава имоти'));
	});

	it('point at their words in the text, whatever stands between', () => {
		const text = '  Води\u00a0регистър — на кучетата.';
		const { words, terms } = parseStatement(text);
		const places = terms.flatMap((term) => term.words).map((at) => words[at]!);
		expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['регистър', 'кучетата']);
	});

	it.each(['', '   ', '🙂', '\u0000\u0007', '——', '日本語 テキスト', 'и на за', 'ь'])(
		'exist or not for odd input %j, without a fault',
		(text) => {
			expect(parseStatement(text).terms.length).toBeGreaterThanOrEqual(0);
		},
	);

	it('are found in bounded time in ten thousand words', () => {
		const text = Array.from({ length: 10_000 }, (_, at) => `дума${at}`).join(' ');
		expect(parseStatement(text).terms).toHaveLength(10_000);
	});
});

describe('the general clause', () => {
	it.each([
		'Изпълнява и други задачи, възложени от кмета на общината',
		'Изпълнява и други функции, произтичащи от нормативни актове',
		'Изпълнява задачи, възложени му от секретаря',
		'Извършва и други дейности, възложени със заповед на кмета',
	])('is known: %s', (text) => {
		expect(parseStatement(text).isGeneral).toBe(true);
	});

	it.each([
		'Изпълнява решенията на общинския съвет',
		'Организира изпълнението на задачи по закрила на детето, възложени от агенцията',
		'Контролира изпълнението на възложените задачи',
	])('is not: %s', (text) => {
		expect(parseStatement(text).isGeneral).toBe(false);
	});
});
