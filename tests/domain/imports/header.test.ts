import { describe, expect, it } from 'vitest';
import {
	fillMerged,
	guessChoices,
	guessColumns,
	guessSheet,
	secondKinds,
} from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';

const TITLES = [
	['ОБЩИНА ЕЛЕНА', null, null, null, null],
	['ДЛЪЖНОСТНО РАЗПИСАНИЕ', null, null, null, null],
	[],
	['Утвърдил: Кмет', null, null, null, null],
];

it('a word that a narrow column broke is one word', () => {
	const grid = aGrid([
		['Звено', 'Длъжност', 'Брой по щат', 'Право-\nотношение'],
		['Отдел ТСУ', 'експерт', 1, 'ДС'],
	]);
	expect(guessChoices(grid, []).columns[3]).toBe('relation');
});

describe('the heading of a table', () => {
	it('is not taken to hold the only row of data where a heading is unknown', () => {
		const grid = aGrid([
			['Звено', 'Длъжност', 'Бр.', 'Особености'],
			['Отдел „Бюджет“', 'касиер', 2, 'отдел с каса'],
		]);
		expect(guessSheet(grid)).toMatchObject({ kind: 'staffing', band: { first: 1, last: 1 } });
	});

	it('may name units and job titles in one column, with headings of units among the rows', () => {
		const grid = aGrid([
			['ПОИМЕННО ЩАТНО РАЗПИСАНИЕ', null, null, null, null, null],
			[
				'№',
				'Структурно звено / длъжност',
				'Щатна бройка',
				'НКПД',
				'Вид правоотношение',
				'Осн. месечна заплата',
			],
			['ДИРЕКЦИЯ „ФИНАНСИ“'],
			[1, 'директор', 1, '1211', 'служ.', 2100],
		]);
		expect(guessSheet(grid)).toMatchObject({ kind: 'staffing', band: { first: 2, last: 2 } });
		const columns = guessColumns(grid, { first: 2, last: 2 }, 'staffing').map(({ field }) => field);
		expect(columns).toEqual([null, 'title', 'approved', 'occupation', 'relation', 'monthlySalary']);
	});

	it('is found below title rows', () => {
		const grid = aGrid([
			...TITLES,
			['№ по ред', 'Звено', 'Наименование на длъжността', 'Брой по щат', 'Брой заети'],
			[1, 'Отдел ТСУ', 'главен експерт', 2, 1],
		]);
		expect(guessSheet(grid)).toMatchObject({ kind: 'staffing', band: { first: 5, last: 5 } });
	});

	it('may have two rows, the upper one merged over a group', () => {
		const grid = aGrid(
			[
				['№', 'Звено', 'Длъжност', 'Щатни бройки', null, null],
				[null, null, null, 'общо', 'заети', 'свободни'],
				[1, 2, 3, 4, 5, 6],
				[1, 'Отдел ТСУ', 'главен експерт', 2, 1, 1],
			],
			{ merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'] },
		);
		const filled = fillMerged(grid);
		expect(guessSheet(filled)).toMatchObject({ kind: 'staffing', band: { first: 1, last: 2 } });
		const columns = guessColumns(filled, { first: 1, last: 2 }, 'staffing');
		expect(columns.map(({ field }) => field)).toEqual([
			null,
			'unit',
			'title',
			'approved',
			'occupied',
			'vacant',
		]);
		expect(columns[4]?.heading).toBe('Щатни бройки\nзаети');
	});

	it('may have three rows', () => {
		const grid = aGrid(
			[
				['Звено', 'Длъжност', 'Численост', null, null],
				[null, null, 'Щатни бройки', null, null],
				[null, null, 'по щат', 'заети', 'вакантни'],
				['Отдел ТСУ', 'главен експерт', '2', '1,5', '0,5'],
			],
			{ merges: ['A1:A3', 'B1:B3', 'C1:E1', 'C2:E2'] },
		);
		const choices = guessChoices(grid, []);
		expect(choices.band).toEqual({ first: 1, last: 3 });
		expect(choices.columns).toEqual({ 0: 'unit', 1: 'title', 2: 'approved', 3: 'occupied', 4: 'vacant' });
	});

	it('is recognised with Latin letters and abbreviations in it', () => {
		const grid = aGrid([
			['Звeно', 'Наим. на длъжноcтта', 'Бр.', 'ДС/ТПО'],
			['Отдел ТСУ', 'гл. експерт', 2, 'ДС'],
		]);
		expect(guessChoices(grid, []).columns).toEqual({ 0: 'unit', 1: 'title', 2: 'approved', 3: 'relation' });
	});

	it('of a remembered map goes before the dictionary', () => {
		const grid = aGrid([
			['Звено', 'Длъжност', 'Бр.', 'Пояснение'],
			['Отдел ТСУ', 'експерт', 2, 'да'],
		]);
		const columns = { Звено: 'unit', Длъжност: 'title', 'Бр.': 'approved', Пояснение: 'isHead' } as const;
		expect(guessChoices(grid, [{ kind: 'staffing', columns, whole: {} }]).columns[3]).toBe('isHead');
	});

	it('tells the kinds apart', () => {
		const kindOf = (...headings: string[]) => guessSheet(aGrid([headings, headings.map(() => 'нещо')]))?.kind;
		expect(kindOf('Звено', 'Вид на звеното', 'Подчинено на')).toBe('units');
		expect(kindOf('№', 'Функция', 'Отговорно звено', 'Правно основание', 'Област на политика')).toBe(
			'functions',
		);
		expect(kindOf('Функция', 'Звено', 'Роля', 'Дял')).toBe('participations');
		expect(kindOf('Функция', 'Звено', 'Дейност', 'Годишен обем', 'Минути за случай')).toBe('activities');
		expect(kindOf('Име, презиме, фамилия', 'Звено', 'Длъжност', 'Назначен на')).toBe('employees');
		expect(kindOf('Длъжност', 'Звено', 'Компетентност', 'Ниво')).toBe('requirements');
		expect(kindOf('Код', 'Вид услуга', 'Срок', 'Такса')).toBeNull();
	});

	it('says what else a sheet holds, where a column of another kind has no place in its own', () => {
		const also = (...headings: string[]) => {
			const grid = aGrid([headings, headings.map(() => 'нещо')]);
			const choices = guessChoices(grid, []);
			return [choices.kind, ...secondKinds(grid, choices)];
		};
		expect(also('Функция', 'Звено', 'Роля', 'Дейност', 'Годишен обем', 'Минути за случай')).toEqual([
			'activities',
			{ kind: 'participations', headings: ['Роля'] },
		]);
		expect(also('Функция', 'Звено', 'Дейност', 'Годишен обем', 'Минути за случай')).toEqual(['activities']);
		expect(also('Звено', 'Длъжност', 'Брой по щат', 'Брой заети', 'Код по НКПД')).toEqual(['staffing']);
		expect(also('Функция', 'Отговорно звено', 'Вид функция', 'Област на политика')).toEqual(['functions']);
	});
});
