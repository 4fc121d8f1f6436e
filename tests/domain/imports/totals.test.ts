import { describe, expect, it } from 'vitest';
import { checkTotals, classifyRows, guessChoices } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, planOf } from '#tests/support/import.ts';

const HEAD = ['№', 'Звено', 'Длъжност', 'Брой по щат', 'Брой заети', 'Правоотношение'];

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

	it('and the parts of a row, „в т.ч.“, are counted once, and each skipped row says why', () => {
		const grid = aGrid([
			HEAD,
			[1, 'Отдел „ТСУ“', 'експерт', 5, 4, 'ТПО'],
			[null, null, 'в т.ч. ДДД', 3, 2, null],
			[null, null, 'в т.ч. по служебно правоотношение, с ранг', 2, 2, 'ДС'],
			[null, null, 'от тях:', null, null, null],
			[null, null, '– местни дейности', 2, 2, null],
			[2, 'Отдел „ТСУ“', 'специалист', 1, 1, 'ТПО'],
			[null, 'ОБЩО:', null, 6, 5, null],
		]);
		const rows = classifyRows(grid, guessChoices(grid, []));
		expect(rows.map(({ role }) => role)).toEqual([
			...['data', 'part', 'part', 'part', 'part', 'data', 'total'],
		]);
		expect(checkTotals(rows).map(({ isRight }) => isRight)).toEqual([true, true]);
		const plan = planOf(aTown(), [grid]);
		expect(plan.sheets[0]?.outcomes.map(({ row, reason }) => [row, reason])).toEqual([
			...[
				[2, null],
				[3, 'part'],
				[4, 'part'],
				[5, 'part'],
				[6, 'part'],
				[7, null],
				[8, 'total'],
			],
		]);
		const made = plan.changes.filter(({ entity }) => entity === 'post').map(({ after }) => after);
		expect(made).toMatchObject([{ approved: 5 }, { approved: 1 }]);
	});

	it('leave a heading of the funding a heading', () => {
		const grid = aGrid([
			HEAD,
			[null, 'Делегирани държавни дейности', null, null, null, null],
			[1, 'Отдел „ТСУ“', 'експерт', 5, 4, 'ТПО'],
		]);
		expect(classifyRows(grid, guessChoices(grid, [])).map(({ role }) => role)).toEqual(['section', 'data']);
	});

	it('are not mixed up with the general administration', () => {
		const grid = aGrid([HEAD, [1, 'Обща администрация', 'експерт', 1, 1, null]]);
		expect(classifyRows(grid, guessChoices(grid, [])).map(({ role }) => role)).toEqual(['data']);
	});

	it('stand for the same rows in every column: a wrong figure is shown beside those of the right one', () => {
		const grid = aGrid([
			['Длъжност', 'Щатни бройки', 'Заети бройки'],
			['Дирекция „Обща администрация“', null, null],
			['директор', 4, 3.5],
			['Отдел „Услуги“', null, null],
			['експерт', 4, 3],
			['Всичко отдел', 4, 3],
			['Всичко дирекция', 8, 7],
			['ОБЩО', 8, 6.5],
		]);
		const rows = classifyRows(grid, guessChoices(grid, []));
		const wrong = checkTotals(rows).filter(({ isRight }) => !isRight);
		// The directorate has 4 + 4 posts, and 3,5 + 3 people, not the 7 that the file says.
		expect(wrong.map(({ cell, given, counted }) => [cell, given, counted])).toEqual([['C7', 7, 6.5]]);
	});
});
