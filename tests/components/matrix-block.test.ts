import { describe, expect, test } from 'vitest';
import type { MatrixEntry, MatrixKind } from '#lib/charts/matrix.ts';
import { MatrixChosen } from '#lib/components/charts/matrix-chosen.svelte.ts';
import { readBlock, writeBlock } from '#lib/components/functions/matrix-block.ts';
import { COUNTED, MARK } from '#lib/domain/workload/index.ts';

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

describe('a block copied from the matrix', () => {
	const [role, none] = [{ f1: MARK.accountable, f2: MARK.participates | COUNTED }, 0];
	const marksOf = ({ key }: MatrixEntry, column: MatrixEntry) =>
		column.key === 'u1' ? (role[key as keyof typeof role] ?? none) : none;

	test('goes back to the same cells with the same roles, laid from its first cell', () => {
		const text = writeBlock({ rows: rows.slice(1), columns, withNames: false }, marksOf);
		expect(text).toBe('О\t\nУ\t');
		const back = readBlock(text, { ...place, rows: rows.slice(1), columns }, () => '');
		expect(back.unread).toEqual([]);
		expect(back.cells.map(({ fn, unit, role }) => `${fn} ${unit} ${role}`)).toEqual([
			'f1 u1 accountable',
			'f1 u2 ',
			'f2 u1 participates',
			'f2 u2 ',
		]);
	});

	test('with names goes back from anywhere, also where two lines have one name and a name breaks its line', () => {
		const twins = [
			entry('a1', 'Финанси', 'area'),
			entry('f1', 'съставя\nбюджета', 'function'),
			entry('f2', 'съставя бюджета', 'function'),
		];
		const text = writeBlock({ rows: twins, columns, withNames: true }, marksOf);
		expect(text.split('\n')[2]).toBe('съставя бюджета\tО\t');
		const back = readBlock(text, { ...place, allRows: twins }, () => '');
		expect(back.unread).toEqual([]);
		expect(
			back.cells.filter(({ role }) => role !== '').map(({ fn, unit, role }) => [fn, unit, role]),
		).toEqual([
			['f1', 'u1', 'accountable'],
			['f2', 'u1', 'participates'],
		]);
	});
});

describe('what is chosen in a matrix', () => {
	const cutAt = (chosen: MatrixChosen, row: number, column: number) => {
		const cut = chosen.cutOf({ row, column }, { rows, columns });
		const keys = [...cut.rows, ...cut.columns].map(({ key }) => key).join(' ');
		return cut.withNames ? `names ${keys}` : keys;
	};
	const press = (key: string, code: string) =>
		({ key, code, ctrlKey: true, metaKey: false, altKey: false }) as KeyboardEvent;

	test('is the cell with the focus, or its whole line where a name has it', () => {
		expect(cutAt(new MatrixChosen(), 1, 1)).toBe('f1 u2');
		expect(cutAt(new MatrixChosen(), 2, -1)).toBe('names f2 u1 u2');
		expect(cutAt(new MatrixChosen(), -1, 0)).toBe('names a1 f1 f2 u1');
	});

	test('stretches with Shift in any direction and ends with the next step', () => {
		const chosen = new MatrixChosen();
		chosen.leave({ row: 2, column: 1 }, { shiftKey: true });
		chosen.leave({ row: 1, column: 1 }, { shiftKey: true });
		expect(cutAt(chosen, 1, 0)).toBe('f1 f2 u1 u2');
		chosen.leave({ row: 1, column: 0 }, { shiftKey: false });
		expect(cutAt(chosen, 1, 1)).toBe('f1 u2');
	});

	test('is never a block in a matrix that copies nothing', () => {
		const chosen = new MatrixChosen(() => false);
		chosen.leave({ row: 2, column: 1 }, { shiftKey: true });
		expect(chosen.takes(press('a', 'KeyA'))).toBe(false);
		expect(chosen.isBlock).toBe(false);
	});

	test('is everything with its names after Ctrl and A, on a Cyrillic layout too', () => {
		const chosen = new MatrixChosen();
		expect(chosen.takes(press('а', 'KeyA'))).toBe(true);
		expect(cutAt(chosen, 2, 1)).toBe('names a1 f1 f2 u1 u2');
		expect(chosen.takes(press('x', 'KeyX'))).toBe(false);
	});
});
