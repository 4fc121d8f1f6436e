import { describe, expect, test } from 'vitest';
import { linesInSight, moveInMatrix, patchesOver, scrollTo, shortName } from '#lib/charts/matrix-walk.ts';

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

describe('the pictures of the cells', () => {
	const sight = { firstRow: 5, endRow: 11, firstColumn: 0, endColumn: 28 };
	const ask = {
		size: { rows: 400, columns: 200 },
		patch: { rows: 3, columns: 32 },
		most: { rows: 7, columns: 29 },
		before: [],
	};
	const rowsOf = (patches: readonly { firstRow: number; endRow: number }[]) =>
		patches.map(({ firstRow, endRow }) => [firstRow, endRow]);

	test('begin at fixed lines and cover all that is in sight', () => {
		// Rows 5–10 touch the patches 3–5, 6–8 and 9–11; the columns lie in the first 32.
		const patches = patchesOver(sight, ask);
		expect(rowsOf(patches)).toEqual([
			[3, 6],
			[6, 9],
			[9, 12],
		]);
		expect(patches.map(({ firstColumn, endColumn }) => [firstColumn, endColumn])).toEqual([
			[0, 32],
			[0, 32],
			[0, 32],
		]);
	});

	test('end with the matrix', () => {
		const end = patchesOver({ ...sight, firstRow: 397, endRow: 400 }, ask);
		expect(rowsOf(end)).toEqual([
			[396, 399],
			[399, 400],
		]);
		const few = patchesOver({ ...sight, endRow: 7, endColumn: 2 }, { ...ask, size: { rows: 7, columns: 2 } });
		expect(few.at(-1)).toMatchObject({ firstRow: 6, endRow: 7, firstColumn: 0, endColumn: 2 });
	});

	test('are the same while nothing new comes into sight, and of the others those that stay', () => {
		const before = patchesOver(sight, ask);
		expect(patchesOver({ ...sight, firstRow: 4, endRow: 10 }, { ...ask, before })).toBe(before);
		const next = patchesOver({ ...sight, firstRow: 6, endRow: 13 }, { ...ask, before });
		expect(next[0]).toBe(before[1]);
		expect(next[1]).toBe(before[2]);
		expect(rowsOf(next)).toEqual([
			[6, 9],
			[9, 12],
			[12, 15],
		]);
	});

	test('never share a slot, and one that comes takes that of one that has gone', () => {
		// 7 rows can touch ⌈7/3⌉ + 1 = 4 patches, 29 columns 2: eight slots for any place of the window.
		const used = new Set<number>();
		for (let first = 0; first < 60; first++) {
			const window = { firstRow: first, endRow: first + 7, firstColumn: first, endColumn: first + 29 };
			const slots = patchesOver(window, ask).map(({ slot }) => slot);
			expect(new Set(slots).size).toBe(slots.length);
			for (const slot of slots) used.add(slot);
		}
		expect(used.size).toBeLessThanOrEqual(4 * 2);
	});
});

test('a long name is shortened in the middle, because names of one kind differ at the end', () => {
	expect(shortName('Отдел „Бюджет“', 14)).toBe('Отдел „Бюджет“');
	// 12 letters: five from the beginning, the sign, six from the end.
	expect(shortName('Кметство с. Майско', 12)).toBe('Кметс…Майско');
});
