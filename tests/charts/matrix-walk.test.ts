import { describe, expect, test } from 'vitest';
import {
	linesInSight,
	moveInMatrix,
	newParts,
	scrollTo,
	shortName,
	tileAround,
} from '#lib/charts/matrix-walk.ts';

describe('walking through the matrix', () => {
	const go = (name: string, row: number, column: number, isCtrl = false) =>
		moveInMatrix({ rows: 30, columns: 3 }, { row, column }, { name, isCtrl });

	test('arrows go from cell to cell and into the names, never into the corner', () => {
		expect(go('ArrowDown', 1, 0)).toEqual({ row: 2, column: 0 });
		expect(go('ArrowRight', 1, 2)).toEqual({ row: 1, column: 2 });
		expect(go('ArrowLeft', 1, 0)).toEqual({ row: 1, column: -1 });
		expect(go('ArrowUp', 0, 1)).toEqual({ row: -1, column: 1 });
		expect(go('ArrowUp', 0, -1)).toEqual({ row: 0, column: -1 });
		expect(go('ArrowLeft', -1, 0)).toEqual({ row: -1, column: 0 });
	});

	test('pages step by ten and end at the edges without entering the names', () => {
		expect(go('PageDown', 25, 1)).toEqual({ row: 29, column: 1 });
		expect(go('PageUp', 4, 1)).toEqual({ row: 0, column: 1 });
		expect(go('PageUp', -1, 1)).toEqual({ row: -1, column: 1 });
	});

	test('Home and End go along the row, with Ctrl to the corners', () => {
		expect(go('Home', 3, 2)).toEqual({ row: 3, column: 0 });
		expect(go('End', 3, 0)).toEqual({ row: 3, column: 2 });
		expect(go('Home', 20, 2, true)).toEqual({ row: 0, column: 0 });
		expect(go('End', 1, 0, true)).toEqual({ row: 29, column: 2 });
	});

	test('other keys mean nothing', () => {
		expect(go('a', 1, 0)).toBeUndefined();
	});
});

describe('lines in sight', () => {
	test('some more lines than the window shows stand on both sides', () => {
		// Window 360/36 = 10 lines from line 100, four beyond each edge.
		const scroll = { from: 3600, length: 360, step: 36, beyond: 4 };
		expect(linesInSight({ ...scroll, count: 1000 })).toEqual({ first: 96, end: 114 });
		expect(linesInSight({ ...scroll, from: 0, count: 5 })).toEqual({ first: 0, end: 5 });
		expect(linesInSight({ ...scroll, from: 99_999, count: 5 })).toEqual({ first: 4, end: 5 });
		expect(linesInSight({ ...scroll, count: 0 })).toEqual({ first: 0, end: 0 });
	});

	test('a line out of sight is brought to the nearer edge, one in sight stays', () => {
		const window = { from: 360, length: 360, step: 36 };
		expect(scrollTo(5, window)).toBe(180);
		expect(scrollTo(12, window)).toBe(360);
		expect(scrollTo(30, window)).toBe(31 * 36 - 360);
		expect(scrollTo(-1, window)).toBe(360);
	});
});

describe('the picture of a matrix', () => {
	const sight = { firstRow: 5, endRow: 18, firstColumn: 0, endColumn: 28 };

	test('reaches beyond the window and changes only every second line', () => {
		const tile = tileAround(sight, { rows: 400, columns: 200 });
		// 13 rows in sight: seven pairs and two more; from the even line before the first.
		expect(tile).toEqual({ firstRow: 4, endRow: 22, firstColumn: 0, endColumn: 32 });
		expect(tileAround({ ...sight, firstRow: 4, endRow: 17 }, { rows: 400, columns: 200 })).toEqual(tile);
	});

	test('ends with the matrix and keeps its size there', () => {
		const end = tileAround({ ...sight, firstRow: 387, endRow: 400 }, { rows: 400, columns: 200 });
		expect([end.firstRow, end.endRow]).toEqual([382, 400]);
		expect(tileAround(sight, { rows: 3, columns: 2 })).toEqual({
			...{ firstRow: 0, endRow: 3, firstColumn: 0, endColumn: 2 },
		});
	});

	test('draws only what the picture before does not have', () => {
		const before = { firstRow: 4, endRow: 22, firstColumn: 0, endColumn: 32 };
		const now = { firstRow: 6, endRow: 24, firstColumn: 2, endColumn: 34 };
		expect(newParts(before, now)).toEqual([
			{ firstRow: 22, endRow: 24, firstColumn: 2, endColumn: 34 },
			{ firstRow: 6, endRow: 24, firstColumn: 32, endColumn: 34 },
		]);
		expect(newParts(before, before)).toEqual([]);
	});

	test('is drawn anew when the size is another one or little of it stays', () => {
		const before = { firstRow: 0, endRow: 18, firstColumn: 0, endColumn: 32 };
		expect(newParts(before, { ...before, endRow: 16 })).toBeNull();
		expect(newParts(before, { ...before, firstRow: 10, endRow: 28 })).toBeNull();
	});
});

test('a long name is shortened in the middle, because names of one kind differ at the end', () => {
	expect(shortName('Отдел „Бюджет“', 14)).toBe('Отдел „Бюджет“');
	// 12 letters: five from the beginning, the sign, six from the end.
	expect(shortName('Кметство с. Майско', 12)).toBe('Кметс…Майско');
});
