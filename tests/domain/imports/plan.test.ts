import { describe, expect, it } from 'vitest';
import {
	changedFields,
	checkTotals,
	classifyRows,
	guessChoices,
	NEW_VALUE,
} from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { errorsOf, planOf, problemsOf } from '#tests/support/import.ts';
import { aPost, aStructure, aUnit, smallStructure } from '#tests/support/small-structure.ts';

const HEAD = ['№', 'Звено', 'Длъжност', 'Брой по щат', 'Брой заети', 'Правоотношение'];

function aTown() {
	return aStructure({
		units: [
			aUnit('mayor', null, { kind: 'mayor', part: 'direct', name: { bg: 'Кмет', en: null } }),
			aUnit('tsu', 'mayor', { name: { bg: 'Отдел „ТСУ“', en: null } }),
			aUnit('ga', 'mayor', { kind: 'directorate', name: { bg: 'Дирекция „Обща администрация“', en: null } }),
		],
		posts: [aPost('p1', 'tsu', 2, { title: { bg: 'главен експерт', en: null } })],
	});
}

describe('a staffing table', () => {
	it('changes what differs, leaves what is the same, adds what is new', () => {
		const grid = aGrid([
			HEAD,
			[1, 'отдел ТСУ', 'гл. експерт', '2,5', 2, 'ДС'],
			[2, 'Дирекция "Обща администрация"', 'директор', 1, 1, 'ДС'],
			[null, 'ОБЩО', null, '3,5', 3, null],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ entity, before }) => [entity, before === null])).toEqual([
			['post', false],
			['post', true],
		]);
		const [changed, made] = plan.changes;
		// The title is the same name, so it stays as it is; the headcount goes from 2 to 2,5.
		expect(changedFields(changed!.before, changed!.after)).toEqual(['approved', 'origin']);
		expect(made!.after).toMatchObject({ category: 'managerial', relation: 'civil-service', isHead: true });
		expect(plan.counts).toEqual({ rowsIn: 3, accepted: 2, corrected: 0, skipped: 1, withErrors: 0 });
	});

	it('takes the unit from a heading inside the table', () => {
		const grid = aGrid(
			[
				['№', 'Длъжност', 'Щатни бройки'],
				['Дирекция „Обща администрация“', null, null],
				[1, 'директор', 1],
				['1.', 'Отдел „ТСУ“', null],
				[2, 'главен експерт', 2],
			],
			{ merges: ['A2:C2'] },
		);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.map(({ unitKey, approved }) => [unitKey, approved])).toEqual([
			['tsu', 2],
			['ga', 1],
		]);
		expect(plan.sheets[0]?.outcomes.map(({ reason }) => reason)).toEqual(['section', null, 'section', null]);
	});

	it('fills merged units down', () => {
		const grid = aGrid(
			[HEAD, [1, 'Отдел ТСУ', 'началник', 1, 1, 'ДС'], [2, null, 'младши експерт', 1, '½', 'ТПО']],
			{ merges: ['B2:B3'] },
		);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ unitKey: 'tsu', occupied: 1 },
			{ unitKey: 'tsu', occupied: 0.5, relation: 'labour' },
		]);
	});

	it('finds the second row of one title as the second line', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел ТСУ', 'главен експерт', 1, 1, 'ДС'],
			[2, 'Отдел ТСУ', 'главен експерт', 1, 1, 'ДС'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(plan.changes.map(({ key, before }) => [key, before === null])).toEqual([
			['p1', false],
			['pr-tsu-glaven-ekspert', true],
		]);
	});

	it('says in the cell what is wrong, with a correction where one is likely', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел ТCУУ', 'експерт', '1О', 1, 'ДС'],
			[2, 'Отдел ТСУ', null, 1, 2, 'служ'],
			[3, 'Отдел ТСУ', 'експерт', '0,3', 0, 'ДС'],
			[4, 'Отдел ТСУ', 'експерт', 1, 2, 'ДС'],
		]);
		const plan = planOf(aTown(), [grid]);
		expect(errorsOf(plan)).toEqual([
			'2 unit imports/unit-unknown',
			'2 approved imports/not-a-number',
			'3 title imports/required',
			'3 occupied imports/occupied-above-approved',
			'4 approved imports/headcount',
			'5 occupied imports/occupied-above-approved',
		]);
		const first = plan.sheets[0]?.outcomes[0]?.problems.filter(({ severity }) => severity === 'error');
		expect(first?.map(({ suggestion }) => suggestion)).toEqual(['Отдел „ТСУ“', '10']);
		expect(plan.counts).toEqual({ rowsIn: 4, accepted: 0, corrected: 0, skipped: 4, withErrors: 4 });
		expect(plan.changes).toEqual([]);
	});

	it('counts a row as corrected when a person mended a cell', () => {
		const grid = aGrid([HEAD, [1, 'Отдел ТСУ', 'експерт', '1О', 1, 'ДС']]);
		const plan = planOf(aTown(), [grid], { decided: { fixes: { '2:approved': '10' } } });
		expect(plan.counts).toEqual({ rowsIn: 1, accepted: 0, corrected: 1, skipped: 0, withErrors: 0 });
		expect(plan.changes[0]?.after).toMatchObject({ approved: 10, occupied: 1 });
	});

	it('makes an unknown unit only when the person says so, below the heading above it', () => {
		const grid = aGrid([
			['№', 'Длъжност', 'Щатни бройки'],
			['Дирекция „Обща администрация“', null, null],
			['Отдел „Човешки ресурси“', null, null],
			[1, 'началник', 1],
		]);
		expect(errorsOf(planOf(aTown(), [grid]))).toEqual(['4 unit imports/unit-unknown']);
		const matches = { 'unit:отдел човешки ресурси': NEW_VALUE };
		const plan = planOf(aTown(), [grid], { decided: { matches } });
		expect(plan.changes.map(({ entity }) => entity)).toEqual(['unit', 'post']);
		expect(plan.changes[0]?.after).toMatchObject({ kind: 'department', parentKey: 'ga' });
	});
});

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
			'2 parent imports/unit-unknown',
			'3 parent imports/cycle',
		]);
	});
});

describe('a list of functions', () => {
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
});

describe('the totals of the file', () => {
	it('are held against the rows above them', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел А', 'експерт', 2, 1, null],
			[2, 'Отдел А', 'специалист', '1,5', 1, null],
			[null, 'Всичко за отдела', null, '3,5', 2, null],
			[3, 'Отдел Б', 'експерт', 4, 4, null],
			[null, 'ОБЩО:', null, '7,5', 7, null],
		]);
		const rows = classifyRows(grid, guessChoices(grid, []));
		expect(
			checkTotals(rows).map(({ cell, given, counted, isRight }) => [cell, given, counted, isRight]),
		).toEqual([
			['D4', 3.5, 3.5, true],
			['E4', 2, 2, true],
			['D6', 7.5, 7.5, true],
			// 1 + 1 + 4 = 6, the file says 7.
			['E6', 7, 6, false],
		]);
	});

	it('are not mixed up with the general administration', () => {
		const grid = aGrid([HEAD, [1, 'Обща администрация', 'експерт', 1, 1, null]]);
		expect(classifyRows(grid, guessChoices(grid, [])).map(({ role }) => role)).toEqual(['data']);
	});
});
