import { describe, expect, it } from 'vitest';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

describe('a list of functions', () => {
	it('says one thing of a cell: a policy area that is unknown is not also missing', () => {
		const grid = aGrid([
			['Функция', 'Отговорно звено', 'Вид функция', 'Област на политика'],
			['Води регистър на имотите', 'отдел ТСУ', 'услуги', 'Чудеса'],
			['Води регистър на наемите', 'отдел ТСУ', 'услуги', null],
		]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual([
			'2 policyArea imports/not-a-choice',
			'3 policyArea imports/required',
		]);
	});

	it('makes functions with their basis and the unit that answers', () => {
		const grid = aGrid([
			['Функция', 'Отговорно звено', 'Вид функция', 'Област на политика', 'Правно основание'],
			[
				'Съставя проекта на бюджет;',
				'отдел ТСУ',
				'услуги',
				'Финанси',
				'чл. 44, ал. 1, т. 1 ЗМСМА; чл. 140 от ЗУТ; устно',
			],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(problemsOf(plan)).toEqual(['2 basis imports/basis-unread']);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{
				text: { bg: 'Съставя проекта на бюджет' },
				kind: 'service',
				policyArea: 'finance',
				bases: [
					{ actKey: 'zmsma', reference: { article: '44', subParagraph: '1', point: '1' } },
					{ actKey: 'zut', reference: { article: '140' } },
				],
			},
			{ unitKey: 'tsu', role: 'accountable' },
		]);
	});

	it('takes one choice for all rows that say neither kind nor area', () => {
		const grid = aGrid([
			['№', 'Функция', 'Звено', 'Основание'],
			[1, 'Съставя проекта на бюджет', 'отдел ТСУ', null],
		]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual([
			'2 functionKind imports/required',
			'2 policyArea imports/required',
		]);
		const matches = { 'functionKind:': 'service', 'policyArea:': 'finance' };
		expect(errorsOf(planOf(aTown(), [grid], { decided: { matches } }))).toEqual([]);
	});

	it('takes a unit that takes part as such, wherever its row stands beside the one that answers', () => {
		const grid = aGrid([
			['Функция', 'Звено', 'Роля', 'Вид функция', 'Област', 'Основание'],
			['Води регистър на имотите', 'Дирекция „Обща администрация“', 'участва', null, null, null],
			['Води регистър на имотите', 'отдел ТСУ', 'отговаря', 'услуги', 'Финанси', 'чл. 5 ЗУТ'],
			['Води регистър на имотите', 'Кмет', 'И', null, null, null],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(plan.sheets[0]?.kind).toBe('functions');
		expect(problemsOf(plan)).toEqual([]);
		expect(plan.after.functions).toHaveLength(1);
		expect(plan.after.participations.map(({ unitKey, role }) => [unitKey, role])).toEqual([
			['tsu', 'accountable'],
			['ga', 'participates'],
			['mayor', 'informed'],
		]);
		expect(plan.sheets[0]?.outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
			[2, 'accepted'],
			[3, 'accepted'],
			[4, 'accepted'],
		]);
	});

	it('says at its row that a function has nobody who answers, and refuses a unit named twice', () => {
		const grid = aGrid([
			['Функция', 'Звено', 'Роля', 'Вид функция', 'Област', 'Основание'],
			['Води регистър на имотите', 'отдел ТСУ', 'участва', 'услуги', 'Финанси', null],
			['Води регистър на имотите', 'отдел ТСУ', 'съгласува', 'услуги', 'Финанси', null],
			['Води регистър на наемите', 'отдел ТСУ', 'чака', 'услуги', 'Финанси', null],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(problemsOf(plan)).toEqual([
			'2 role imports/no-owner',
			'3 unit imports/twice',
			'4 role imports/not-a-choice',
		]);
		expect(plan.after.participations.map(({ unitKey, role }) => [unitKey, role])).toEqual([
			['tsu', 'participates'],
		]);
	});

	it('lets the unit that answered go on taking part when the rows say so, as one change', () => {
		const grid = aGrid([
			['Функция', 'Отговорно звено', 'Роля', 'Основание'],
			['Изпълнява функция f-tax', 'Звено dir', 'У', 'чл. 5 ЗУТ'],
			['Изпълнява функция f-tax', 'Звено prop', 'О', 'чл. 5 ЗУТ'],
		]);
		const plan = planOf(smallStructure(), [grid], { decided: { kind: 'functions' } });
		expect(problemsOf(plan)).toEqual(['3 unit imports/owner-differs']);
		const parts = plan.changes.filter(({ entity }) => entity === 'participation');
		expect(parts.map(({ key, before, after }) => [key, before, after])).toMatchObject([
			['f-tax|prop|', null, { role: 'accountable' }],
			['f-tax|dir|', { role: 'accountable' }, { role: 'participates' }],
		]);
	});

	it('moves a function from the unit that answered for it, and says so', () => {
		const grid = aGrid([
			['Функция', 'Отговорно звено', 'Основание'],
			['Изпълнява функция f-tax', 'Звено prop', null],
		]);
		const plan = planOf(smallStructure(), [grid]);
		expect(problemsOf(plan)).toEqual(['2 unit imports/owner-differs']);
		expect(
			plan.changes.map(({ entity, before, after }) => [entity, before === null, after === null]),
		).toEqual([
			['participation', false, true],
			['participation', true, false],
		]);
	});
});

describe('participations and volumes', () => {
	it('keep one accountable unit for a function', () => {
		const grid = aGrid([
			['Функция', 'Звено', 'Роля', 'Дял'],
			['Изпълнява функция f-tax', 'Звено prop', 'О', '60 %'],
			['Изпълнява функция f-tax', 'Звено rents', 'С', 40],
		]);
		const plan = planOf(smallStructure(), [grid]);
		expect(errorsOf(plan)).toEqual(['3 share imports/out-of-range']);
		const tax = plan.after.participations.filter((part) => part.functionKey === 'f-tax');
		expect(tax.map(({ unitKey, role, share }) => [unitKey, role, share])).toEqual([
			['dir', 'participates', null],
			['prop', 'accountable', 0.6],
		]);
	});

	it('refuse a second accountable unit in its cell, and keep the first', () => {
		const grid = aGrid([
			['Функция', 'Звено', 'Роля'],
			['Изпълнява функция f-tax', 'Звено prop', 'О'],
			['Изпълнява функция f-tax', 'Звено rents', 'О'],
		]);
		const plan = planOf(smallStructure(), [grid]);
		expect(errorsOf(plan)).toEqual(['3 role imports/second-owner']);
		expect(plan.sheets[0]?.outcomes[1]?.problems[0]).toMatchObject({ cell: 'C3', detail: 'Звено prop' });
		const tax = plan.after.participations.filter((part) => part.functionKey === 'f-tax');
		expect(tax.filter(({ role }) => role === 'accountable').map(({ unitKey }) => unitKey)).toEqual(['prop']);
	});

	it('refuse an accountable unit that the list of functions of the same file contradicts', () => {
		const functions = aGrid([
			['Функция', 'Отговорно звено', 'Основание'],
			['Изпълнява функция f-tax', 'Звено prop', null],
		]);
		const parts = aGrid([
			['Функция', 'Звено', 'Роля'],
			['Изпълнява функция f-tax', 'Звено rents', 'О'],
		]);
		expect(errorsOf(planOf(smallStructure(), [functions, parts]))).toEqual(['2 role imports/second-owner']);
	});

	it('do not take the unit that yields a function for one that the file names', () => {
		const rows = [
			['Функция', 'Звено', 'Роля'],
			['Изпълнява функция f-tax', 'Звено prop', 'О'],
		];
		const closed = planOf(smallStructure(), [aGrid(rows)], { context: { mode: 'close' } });
		const tax = closed.after.participations.filter((part) => part.functionKey === 'f-tax');
		expect(tax.map(({ unitKey }) => unitKey)).toEqual(['prop']);
		expect(closed.missing.map(({ key }) => key)).toContain('f-tax|dir|');
		// A row that says what becomes of it is taken as it says.
		const said = planOf(smallStructure(), [aGrid([...rows, ['Изпълнява функция f-tax', 'Звено dir', 'С']])]);
		expect(errorsOf(said)).toEqual([]);
		expect(
			said.after.participations
				.filter((part) => part.functionKey === 'f-tax')
				.map(({ unitKey, role }) => [unitKey, role]),
		).toEqual([
			['dir', 'consulted'],
			['prop', 'accountable'],
		]);
	});

	it('leave unmeasured what the file leaves empty', () => {
		const grid = aGrid([
			['Дейност', 'Функция', 'Звено', 'Мярка', 'Годишен обем', 'Минути за случай', 'Година'],
			['Нова', 'Изпълнява функция f-tax', 'Звено dir', 'преписка', null, '15,5', 2013],
			['Друга', 'Изпълнява функция f-tax', 'Звено dir', 'преписка', '1 200', null, null],
		]);
		const plan = planOf(smallStructure(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ annualVolume: null, minutes: { low: 15.5, usual: 15.5, high: 15.5 }, dataYear: 2013 },
			{ annualVolume: 1200, minutes: null, dataYear: 2014 },
		]);
	});

	it('take in the cases of each month, which come to the year, and refuse a year that differs', () => {
		const headings = ['Дейност', 'Функция', 'Звено', 'Годишен обем', ...MONTHS];
		const grid = aGrid([
			headings,
			['Нова', 'Изпълнява функция f-tax', 'Звено dir', null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, '12,5'],
			['Друга', 'Изпълнява функция f-tax', 'Звено dir', 77, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
			['Трета', 'Изпълнява функция f-tax', 'Звено dir', 12, 1, null, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
		]);
		const plan = planOf(smallStructure(), [grid]);
		expect(errorsOf(plan)).toEqual(['3 volume imports/months-sum', '4 month2 imports/months-incomplete']);
		// 1 + 2 + … + 11 = 66, and 12,5 in December.
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ annualVolume: 78.5, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.5] },
		]);
	});
});

const MONTHS = [
	'Януари',
	'Февруари',
	'Март',
	'Април',
	'Май',
	'Юни',
	'Юли',
	'Август',
	'Септември',
	'Окт.',
	'Ное',
	'ДЕКЕМВРИ',
];
