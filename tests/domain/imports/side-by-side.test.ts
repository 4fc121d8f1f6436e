import { describe, expect, it } from 'vitest';
import { alikeKey, guessChoices, newUnitValue, secondKinds } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';

const HEAD = ['Дирекция', 'Отдел/Сектор', 'Длъжност', 'Бр.', 'Заета/Незаета', 'ОМЗ (EUR)'];
const GA = 'Дирекция „Обща администрация“';

/** Two columns of units side by side, the wider one merged down, as many staffing tables have them. */
const TABLE = aGrid(
	[
		HEAD,
		[GA, null, 'директор', 1, 'заета', 2000],
		[null, 'Отдел „ТСУ“', 'главен експерт', 2, 'заета', 1500],
		[null, 'Отдел „Деловодство“', 'деловодител', 1.5, 'незаета', 1000],
	],
	{ merges: ['A2:A4'] },
);
const NEW = { 'unit:отдел деловодство': newUnitValue('Отдел „Деловодство“') };

describe('a directorate and a department side by side', () => {
	it('are both recognised, and so are „Заета/Незаета“ and „ОМЗ“', () => {
		expect(guessChoices(TABLE, []).columns).toEqual({
			...{ 0: 'unit', 1: 'subunit', 2: 'title', 3: 'approved', 4: 'filled', 5: 'monthlySalary' },
		});
	});

	it('are no pair where only one column names units', () => {
		const grid = aGrid([
			['Отдел', 'Длъжност', 'Бр.'],
			['Отдел „ТСУ“', 'главен експерт', 2],
		]);
		expect(guessChoices(grid, []).columns).toEqual({ 0: 'unit', 1: 'title', 2: 'approved' });
	});

	it('put a post into the department, and where that is empty into the directorate', () => {
		const plan = planOf(aTown(), [TABLE]);
		expect(plan.after.posts.map(({ title, unitKey }) => [title.bg, unitKey])).toEqual([
			['главен експерт', 'tsu'],
			['директор', 'ga'],
		]);
		expect(errorsOf(plan)).toEqual(['4 unit imports/unit-unknown']);
	});

	it('make a new department inside the directorate, and its source is its own cell', () => {
		const plan = planOf(aTown(), [TABLE], { decided: { matches: NEW } });
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.units.at(-1)).toMatchObject({ kind: 'department', parentKey: 'ga' });
		const made = plan.changes.find(({ entity, before }) => entity === 'post' && before === null);
		expect(made?.sources.filter(({ field }) => field === 'unit')).toMatchObject([{ cell: 'A2' }]);
		const last = plan.changes.at(-1);
		expect(last?.sources.filter(({ field }) => field === 'unit')).toMatchObject([{ cell: 'B4' }]);
	});
});

describe('whether a post is occupied, in words', () => {
	it('leaves none of the posts of a vacant row occupied, and assumes nothing', () => {
		const plan = planOf(aTown(), [TABLE], { decided: { matches: NEW } });
		expect(plan.after.posts.map(({ approved, occupied }) => [approved, occupied])).toEqual([
			[2, 2],
			[1, 1],
			[1.5, 0],
		]);
		expect(problemsOf(plan).filter((one) => one.includes('occupied'))).toEqual([]);
	});

	it('is asked about where the word is not known', () => {
		const grid = aGrid([HEAD, [GA, null, 'директор', 1, 'за конкурс', 2000]]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual(['2 filled imports/not-a-choice']);
		const matches = { 'filled:за конкурс': 'vacant' };
		expect(planOf(aTown(), [grid], { decided: { matches } }).after.posts.at(-1)?.occupied).toBe(0);
	});
});

describe('salaries without a yearly cost', () => {
	it('are one remark for the whole sheet', () => {
		const plan = planOf(aTown(), [TABLE], { decided: { matches: NEW } });
		const problems = plan.sheets[0]?.outcomes.flatMap((row) => row.problems) ?? [];
		const salaries = problems.filter(({ code }) => code === 'imports/salary-only');
		expect(salaries.map(({ given }) => given)).toEqual(['2000', '1000']);
		expect(new Set(salaries.map(alikeKey)).size).toBe(1);
	});
});

describe('a list of functions with a column „Вид участие“', () => {
	const grid = aGrid([
		['Звено', 'Функция', 'Правно основание', 'Вид участие'],
		[GA, 'Съставя проекта на бюджета', 'чл. 84 ЗПФ', 'отговаря'],
	]);

	it('takes it for the role of the unit, not for the kind of the function, and needs no second reading', () => {
		const choices = guessChoices(grid, []);
		expect(choices).toMatchObject({
			kind: 'functions',
			columns: { 0: 'unit', 1: 'text', 2: 'basis', 3: 'role' },
		});
		expect(secondKinds(grid, choices)).toEqual([]);
	});
});
