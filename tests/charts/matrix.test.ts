import { describe, expect, test } from 'vitest';
import { buildMatrix, moveInMatrix, visibleLines, type MatrixInput } from '#lib/charts/matrix.ts';

const INPUT: MatrixInput = {
	groups: [
		{ key: 'g1', label: 'Гражданска регистрация' },
		{ key: 'g0', label: 'Празна област' },
		{ key: 'g2', label: 'Екология' },
	],
	rows: [
		{ key: 'f1', label: 'издава удостоверения', groupKey: 'g1' },
		{ key: 'f2', label: 'води регистри', groupKey: 'g2' },
		{ key: 'f3', label: 'контролира отпадъците', groupKey: 'g2' },
	],
	columns: [
		{ key: 'u1', label: 'Отдел 1' },
		{ key: 'u2', label: 'Отдел 2' },
		{ key: 'u3', label: 'Отдел 3' },
	],
	links: [
		{ row: 'f1', column: 'u1', role: 'informed' },
		{ row: 'f1', column: 'u1', role: 'accountable' },
		{ row: 'f1', column: 'u1', role: 'accountable' },
		{ row: 'f1', column: 'u2', role: 'consulted' },
		{ row: 'f3', column: 'u1', role: 'participates' },
		{ row: 'ghost', column: 'u1', role: 'accountable' },
		{ row: 'f1', column: 'ghost', role: 'accountable' },
	],
	hideEmptyColumns: false,
};

describe('matrix of functions and units', () => {
	const model = buildMatrix(INPUT);

	test('rows stand under their headings and empty headings are left out', () => {
		expect(model.lines.map((line) => `${line.kind} ${line.key}`)).toEqual([
			'group g1',
			'row f1',
			'group g2',
			'row f2',
			'row f3',
		]);
	});

	test('a cell holds each role once, the accountable one first', () => {
		const line = model.lines[1];
		expect(line?.kind === 'row' && line.cells).toEqual([['accountable', 'informed'], ['consulted'], []]);
	});

	test('the edges count units per function and functions per unit', () => {
		const totals = model.lines.flatMap((line) => (line.kind === 'row' ? [line.total] : []));
		expect(totals).toEqual([2, 0, 1]);
		expect(model.columns.map((column) => [column.total, column.accountable])).toEqual([
			[2, 1],
			[1, 0],
			[0, 0],
		]);
		// f1–u1, f1–u2, f3–u1.
		expect(model.linkCount).toBe(3);
	});

	test('columns that nothing touches can be left out, with their cells', () => {
		const short = buildMatrix({ ...INPUT, hideEmptyColumns: true });
		expect(short.columns.map((column) => column.key)).toEqual(['u1', 'u2']);
		expect(short.lines.every((line) => line.kind === 'group' || line.cells.length === 2)).toBe(true);
	});

	test('nothing gives an empty picture', () => {
		const empty = buildMatrix({ ...INPUT, rows: [], columns: [], links: [] });
		expect(empty).toMatchObject({ lines: [], columns: [], rowCount: 0, linkCount: 0 });
	});
});

describe('walking through the matrix', () => {
	const model = buildMatrix(INPUT);
	const go = (name: string, line: number, column: number, isCtrl = false) =>
		moveInMatrix(model, { line, column }, { name, isCtrl });

	test('arrows step over headings and stop at the edges', () => {
		expect(go('ArrowDown', 1, 0)).toEqual({ line: 3, column: 0 });
		expect(go('ArrowUp', 1, 0)).toEqual({ line: 1, column: 0 });
		expect(go('ArrowRight', 1, 2)).toEqual({ line: 1, column: 2 });
		expect(go('ArrowLeft', 1, 1)).toEqual({ line: 1, column: 0 });
	});

	test('pages end at the last row; Home and End go along the row, with Ctrl to the corners', () => {
		expect(go('PageDown', 1, 1)).toEqual({ line: 4, column: 1 });
		expect(go('PageUp', 4, 1)).toEqual({ line: 1, column: 1 });
		expect(go('Home', 3, 2)).toEqual({ line: 3, column: 0 });
		expect(go('End', 3, 0)).toEqual({ line: 3, column: 2 });
		expect(go('Home', 4, 2, true)).toEqual({ line: 1, column: 0 });
		expect(go('End', 1, 0, true)).toEqual({ line: 4, column: 2 });
	});

	test('other keys mean nothing', () => {
		expect(go('a', 1, 0)).toBeUndefined();
	});
});

describe('lines in sight', () => {
	test('eight more lines than the window shows stand on both sides', () => {
		// Window 360/36 = 10 lines from line 100: 92 up to 92 + 26.
		expect(visibleLines({ top: 3600, height: 360, lineHeight: 36, count: 1000 })).toEqual({
			first: 92,
			end: 118,
		});
	});

	test('the list is never left', () => {
		expect(visibleLines({ top: 0, height: 360, lineHeight: 36, count: 5 })).toEqual({ first: 0, end: 5 });
		expect(visibleLines({ top: 99_999, height: 360, lineHeight: 36, count: 5 })).toEqual({
			first: 4,
			end: 5,
		});
	});
});
