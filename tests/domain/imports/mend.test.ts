import { describe, expect, it } from 'vitest';
import { fillDown, guessChoices, readRecords, replaceInField } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';

const grid = aGrid([
	['Звено', 'Длъжност', 'Бр.'],
	['Отдел ТСУ', 'експерт', 1],
	[null, 'касиер', 2],
	[null, 'шофьор', 1],
	['отдел тсу', 'архитект', 1],
	['ОБЩО', null, 5],
]);
const choices = guessChoices(grid, []);
const { records } = readRecords(grid, choices);

describe('find and replace', () => {
	it('changes every cell of the field that holds the text, whatever the case', () => {
		expect(replaceInField(records, { field: 'unit', find: 'ТСУ', by: 'УТ' })).toEqual({
			'2:unit': 'Отдел УТ',
			'5:unit': 'отдел УТ',
		});
	});
	it('takes signs of patterns as they are, and changes nothing for an empty text', () => {
		expect(replaceInField(records, { field: 'title', find: '.', by: '!' })).toEqual({});
		expect(replaceInField(records, { field: 'title', find: '', by: '!' })).toEqual({});
		expect(replaceInField(records, { field: 'title', find: 'касиер', by: '$&' })).toEqual({
			'3:title': '$&',
		});
	});
});

describe('fill down', () => {
	it('writes the text above into the empty cells, as far as the next filled one', () => {
		expect(fillDown(records, { row: 3, field: 'unit' })).toEqual({
			'3:unit': 'Отдел ТСУ',
			'4:unit': 'Отдел ТСУ',
		});
	});
	it('does nothing to a filled cell, to the first one, and to a row that is not there', () => {
		expect(fillDown(records, { row: 2, field: 'unit' })).toEqual({});
		expect(fillDown(records, { row: 99, field: 'unit' })).toEqual({});
	});
});

describe('a row that looks like a sum', () => {
	it('is data when a person says so, for one row or for all', () => {
		const rows = (more: object) => readRecords(grid, { ...choices, ...more }).records.map(({ row }) => row);
		expect(rows({})).toEqual([2, 3, 4, 5]);
		expect(rows({ dataRows: [6] })).toEqual([2, 3, 4, 5, 6]);
		expect(rows({ takesTotals: true })).toEqual([2, 3, 4, 5, 6]);
	});
});
