import { describe, expect, it } from 'vitest';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf } from '#tests/support/import.ts';

const HEAD = ['№', 'Звено', 'Длъжност', 'Брой по щат', 'Брой заети', 'Правоотношение'];

describe('what the file does not name', () => {
	const grid = aGrid([HEAD, [1, 'Дирекция Обща администрация', 'директор', 1, 1, 'ДС']]);

	it('stays when merging, goes when closing, and stays when something rests on it', () => {
		const merged = planOf(aTown(), [grid]);
		expect(merged.missing).toEqual([{ entity: 'post', key: 'p1', isProtected: false }]);
		expect(merged.changes).toHaveLength(1);
		const closed = planOf(aTown(), [grid], { context: { mode: 'close' } });
		expect(closed.changes.map(({ key, after }) => [key, after === null])).toContainEqual(['p1', true]);
		const held = planOf(aTown(), [grid], { context: { mode: 'close', inUse: new Set(['post:p1']) } });
		expect(held.missing).toEqual([{ entity: 'post', key: 'p1', isProtected: true }]);
		expect(held.changes).toHaveLength(1);
	});

	it('stays while a row of the file could not be read, since that row may name it', () => {
		const broken = aGrid([HEAD, [1, 'Отдел ТСУ', 'главен експерт', 'два', 1, 'ДС']]);
		expect(planOf(aTown(), [broken], { context: { mode: 'close' } }).changes).toEqual([]);
	});
});

describe('a list of units', () => {
	it('may name a superior that stands further down', () => {
		const grid = aGrid([
			['Звено', 'Вид на звеното', 'Подчинено на'],
			['Сектор „Каса“', 'сектор', 'Отдел „Бюджет“'],
			['Отдел „Бюджет“', 'отдел', 'Дирекция Обща администрация'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ kind: 'sector', parentKey: 'pr-otdel-byudzhet' },
			{ kind: 'department', parentKey: 'ga' },
		]);
	});

	it('refuses a unit under itself', () => {
		const grid = aGrid([
			['Звено', 'Вид', 'Подчинено на'],
			['Отдел А', 'отдел', 'Отдел Б'],
			['Отдел Б', 'отдел', 'Отдел А'],
		]);
		// „Отдел А“ would stand below a unit that is refused.
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual([
			'2 parent imports/unit-refused',
			'3 parent imports/cycle',
		]);
	});

	it('says of a row below a refused one which row that is, on its own sheet and on another', () => {
		const units = aGrid([
			['Звено', 'Вид на звеното', 'Подчинено на'],
			['Отдел „Каса“', 'отделче', 'Кмет'],
			['Сектор „Гише“', 'сектор', 'Отдел „Каса“'],
			['Група „Ред“', 'група', 'Сектор „Гише“'],
		]);
		const posts = aGrid([
			['Звено', 'Длъжност', 'Брой по щат'],
			['Отдел „Каса“', 'касиер', 1],
		]);
		const plan = planOf(aTown(), [units, { ...posts, name: 'Щат' }]);
		expect(errorsOf(plan)).toEqual([
			'2 unitKind imports/not-a-choice',
			'3 parent imports/unit-refused',
			'4 parent imports/unit-refused',
			'2 unit imports/unit-refused',
		]);
		const details = plan.sheets.flatMap((sheet) =>
			(sheet?.outcomes ?? []).flatMap(({ problems }) =>
				problems.filter(({ code }) => code === 'imports/unit-refused').map(({ detail }) => detail),
			),
		);
		expect(details).toEqual(['2', '3', `2 (${units.name})`]);
	});

	it('knows the refused row above also by a name with a number before it', () => {
		const grid = aGrid([
			['Звено', 'Вид на звеното', 'Подчинено на'],
			['1. Отдел „Каса“', 'отделче', 'Кмет'],
			['1.1. Сектор „Гише“', 'сектор', '1. Отдел „Каса“'],
		]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual([
			'2 unitKind imports/not-a-choice',
			'3 parent imports/unit-refused',
		]);
	});

	it('reads „Няма такова“ as no superior', () => {
		const grid = aGrid([
			['Звено', 'Вид на звеното', 'Подчинено на'],
			['Общински съвет', 'друго', 'Няма такова'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([{ parentKey: null }]);
	});
});
