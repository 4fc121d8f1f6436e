import { describe, expect, it } from 'vitest';
import {
	checkTotals,
	classifyRows,
	guessChoices,
	NOT_A_UNIT,
	newUnitValue,
	tidyName,
} from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aTown, errorsOf, planOf, problemsOf } from '#tests/support/import.ts';

const HEAD = ['№', 'Наименование на длъжността', 'Правоотношение', 'Брой по щат', 'Брой заети'];
const across = (text: string) => [text];

/** A table with headings of parts and units across it, totals under them and a signature below. */
const TABLE = aGrid([
	HEAD,
	across('I. ОБЩА АДМИНИСТРАЦИЯ'),
	across('Отдел „ТСУ“'),
	[1, 'главен инспектор', 'служ.', 2, 1],
	[null, 'ОБЩО за отдела', null, 2, 1],
	across('II. СПЕЦИАЛИЗИРАНА АДМИНИСТРАЦИЯ'),
	across('ОТДЕЛ "ЕКОЛОГИЯ И ГОРСКО СТОПАНСТВО"'),
	[2, 'старши еколог', 'сл.', 3, 'три'],
	[3, 'младши еколог', 'тр.', 1, 1],
	[null, 'ОБЩО за отдела', null, 4, 4],
	[null, 'ВСИЧКО', null, 7, 5],
	['Изготвил: ............ /М. Иванова/', null, null, null, 'Съгласувал: .........'],
]);
const UNIT = 'ОТДЕЛ "ЕКОЛОГИЯ И ГОРСКО СТОПАНСТВО"';
const KEY = 'отдел екология и горско стопанство';

describe('headings across a table', () => {
	it('of a part of the administration name no unit', () => {
		const plan = planOf(aTown(), [TABLE]);
		// Only the new department is not known; row 8 also has a count in words.
		expect(errorsOf(plan)).toEqual([
			'8 unit imports/unit-unknown',
			'8 occupied imports/not-a-number',
			'9 unit imports/unit-unknown',
		]);
	});

	it('give a new unit its part, and its superior only as a conclusion that is said', () => {
		const plan = planOf(aTown(), [TABLE], { decided: { matches: { [`unit:${KEY}`]: newUnitValue(UNIT) } } });
		const made = plan.after.units.find(({ name }) => name.bg === 'Отдел „Екология и горско стопанство“');
		expect([made?.parentKey, made?.part]).toEqual(['mayor', 'specialised']);
		expect(problemsOf(plan)).toContain('8 unit imports/parent-assumed');
		const sources = plan.changes.find(({ key }) => key === made?.key)?.sources;
		expect(sources).toContainEqual(expect.objectContaining({ field: 'parent', cell: null }));
	});

	it('put a new unit below the one that the person chose', () => {
		const matches = { [`unit:${KEY}`]: newUnitValue(UNIT), [`parent:${KEY}`]: 'ga' };
		const plan = planOf(aTown(), [TABLE], { decided: { matches } });
		expect(plan.after.units.at(-1)?.parentKey).toBe('ga');
		expect(problemsOf(plan).filter((one) => one.includes('parent'))).toEqual([]);
	});

	it('that a person says are no unit leave the rows to the heading above', () => {
		const grid = aGrid([
			HEAD,
			across('Отдел „ТСУ“'),
			across('Звено за общи дела'),
			[1, 'шофьор', 'тр.', 1, 1],
		]);
		const plan = planOf(aTown(), [grid], { decided: { matches: { 'unit:звено за общи дела': NOT_A_UNIT } } });
		expect(errorsOf(plan)).toEqual([]);
		expect(plan.after.posts.at(-1)?.unitKey).toBe('tsu');
	});
});

describe('a heading that names a unit of another sort', () => {
	const ENTERPRISE = 'ОБЩИНСКО ПРЕДПРИЯТИЕ "ЧИСТОТА"';

	it('puts an enterprise outside the administration, whatever stands above it, its posts at local expense', () => {
		const grid = aGrid([
			HEAD,
			across('I. ОБЩА АДМИНИСТРАЦИЯ'),
			across(ENTERPRISE),
			[1, 'шофьор', 'тр.', 3, 3],
		]);
		const matches = { 'unit:общинско предприятие чистота': newUnitValue(ENTERPRISE) };
		const plan = planOf(aTown(), [grid], { decided: { matches } });
		expect(plan.after.units.at(-1)).toMatchObject({ kind: 'municipal-enterprise', part: 'outside' });
		expect(plan.after.posts.at(-1)?.funding).toBe('local');
	});

	it('is not the group that bears the same name without the word for its kind', () => {
		const town = aTown();
		const units = town.units.map((unit) =>
			unit.key === 'ga'
				? { ...unit, kind: 'group' as const, name: { bg: 'Обща администрация', en: null } }
				: unit,
		);
		const grid = aGrid([HEAD, across('Дирекция „Обща администрация“'), [1, 'касиер', 'тр.', 1, 1]]);
		expect(errorsOf(planOf({ ...town, units }, [grid]))).toEqual(['3 unit imports/unit-unknown']);
		const bare = aGrid([HEAD, across('Отдел ТСУ'), [1, 'касиер', 'тр.', 1, 1]]);
		expect(errorsOf(planOf({ ...town, units }, [bare]))).toEqual([]);
	});
});

describe('rows below a table', () => {
	it('that are signatures beside each other are notes', () => {
		const rows = classifyRows(TABLE, guessChoices(TABLE, []));
		expect(rows.at(-1)?.role).toBe('note');
	});

	it('that total one heading are held against the rows under it, and say what could not be read', () => {
		const checks = checkTotals(classifyRows(TABLE, guessChoices(TABLE, [])));
		expect(
			checks.map(({ cell, given, counted, unread, isRight }) => [cell, given, counted, unread, isRight]),
		).toEqual([
			['D5', 2, 2, 0, true],
			['E5', 1, 1, 0, true],
			// 3 + 1 under „Екология“, not 2 + 3 + 1.
			['D10', 4, 4, 0, true],
			// „три“ is no number: 1 of 4 was read.
			['E10', 4, 1, 1, false],
			// 2 + 3 + 1 = 6, the file says 7.
			['D11', 7, 6, 0, false],
			// 1 + 1 = 2 were read.
			['E11', 5, 2, 1, false],
		]);
	});

	it('are held against the whole directorate when departments stand under it', () => {
		const grid = aGrid([
			HEAD,
			across('Дирекция „Обща администрация“'),
			[1, 'директор', 'сл.', 1, 1],
			across('Отдел „ТСУ“'),
			[2, 'експерт', 'сл.', 2, 2],
			[null, 'Общо за отдела', null, 2, 2],
			[null, 'Общо за дирекцията', null, 3, 3],
		]);
		const checks = checkTotals(classifyRows(grid, guessChoices(grid, [])));
		expect(checks.map(({ isRight }) => isRight)).toEqual([true, true, true, true]);
	});
});

describe('a name typed in capitals', () => {
	it.each([
		['ОТДЕЛ "ЕКОЛОГИЯ И ГОРСКО СТОПАНСТВО"', 'Отдел „Екология и горско стопанство“'],
		['КМЕТСТВО БЕБРОВО', 'Кметство Беброво'],
		['ОТДЕЛ "ТСУ И КАДАСТЪР"', 'Отдел „ТСУ и кадастър“'],
		['Отдел "Бюджет"', 'Отдел „Бюджет“'],
		['Отдел „Бюджет“', 'Отдел „Бюджет“'],
		['ТСУ', 'ТСУ'],
		['КМЕТСТВО с. Зараево', 'Кметство с. Зараево'],
		['ОТДЕЛ „Бюджет“', 'Отдел „Бюджет“'],
		['ЦЕНТЪРИТЕ на общината', 'ЦЕНТЪРИТЕ на общината'],
		// The first „E“ is Latin.
		['ДИРEКЦИЯ "ФИНАНСИ"', 'Дирекция „Финанси“'],
	])('%s is written as %s', (text, tidy) => {
		expect(tidyName(text)).toBe(tidy);
	});
});
