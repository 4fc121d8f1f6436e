import { describe, expect, test } from 'vitest';
import type { MatrixEntry, MatrixKind } from '#lib/charts/matrix.ts';
import { readBlock } from '#lib/components/functions/matrix-block.ts';

const entry = (key: string, label: string, kind: MatrixKind): MatrixEntry => ({
	...{ key, label, kind, depth: 0, hasChildren: false, isFolded: false },
	...{ total: 0, accountable: 0, fte: null, cost: null, slot: 0 },
});
const rows = [
	entry('a1', 'Финанси', 'area'),
	entry('f1', 'съставя бюджета', 'function'),
	entry('f2', 'води счетоводство', 'function'),
];
const columns = [entry('u1', 'Отдел „Бюджет“', 'unit'), entry('u2', 'Отдел „Право“', 'unit')];

/** The focus stands on the second function and the second unit. */
const place = { rows: rows.slice(2), columns: columns.slice(1), allRows: rows, allColumns: columns };
const read = (text: string) => readBlock(text, place, () => '');
const brief = (text: string) => read(text).cells.map(({ fn, unit, role }) => `${fn} ${unit} ${role}`);

describe('a block from a spreadsheet', () => {
	test('without names lies on the lines from the cell with the focus', () => {
		expect(brief('О\n')).toEqual(['f2 u2 accountable']);
		expect(read('О\tУ').unread).toEqual([
			{ row: 'води счетоводство', column: '', text: 'У', reason: 'outside' },
		]);
	});

	test('with names goes to the lines of those names, in any order and letter case', () => {
		const block =
			'Функция\tОТДЕЛ „ПРАВО“\tОтдел „Бюджет“\r\nводи счетоводство\tС\t\r\nСъставя бюджета\t\tО\r\n';
		expect(brief(block)).toEqual(['f2 u2 consulted', 'f2 u1 ', 'f1 u2 ', 'f1 u1 accountable']);
		expect(read(block).unread).toEqual([]);
	});

	test('names what matches nothing in the matrix shown', () => {
		const block = '\tОтдел „Бюджет“\tОтдел „Стар“\nсъставя бюджета\tО\tУ\nняма такава\tИ\t\n';
		expect(brief(block)).toEqual(['f1 u1 accountable']);
		expect(read(block).unread).toEqual([
			{ row: 'съставя бюджета', column: 'Отдел „Стар“', text: 'У', reason: 'unknown' },
			{ row: 'няма такава', column: 'Отдел „Бюджет“', text: 'И', reason: 'unknown' },
		]);
	});

	test('passes over empty cells of an area and refuses filled ones', () => {
		const block = '\tОтдел „Бюджет“\nФинанси\t3\n';
		expect(read(block)).toEqual({
			cells: [],
			unread: [{ row: 'Финанси', column: 'Отдел „Бюджет“', text: '3', reason: 'heading' }],
		});
	});
});
