import { describe, expect, it } from 'vitest';
import { compareCells, type ExpectedCell } from '#lib/domain/publication/index.ts';

/** Rows 5–7 of a sheet: name, number, key in the hidden column C; the total in row 8. */
const expected: readonly ExpectedCell[] = [
	...['a', 'b', 'c'].flatMap((id, at) => [
		{ sheet: 'Щат', address: `A${5 + at}`, value: `Длъжност ${id}`, id },
		{ sheet: 'Щат', address: `B${5 + at}`, value: at + 1, id },
	]),
	{ sheet: 'Щат', address: 'B8', value: 6 },
];
const keys = new Map([['Щат', { column: 'C', lastRow: 7 }]]);
const file = (rows: readonly (readonly [string, number, string | null])[], total: number) =>
	new Map([
		[
			'Щат',
			new Map<string, string | number>([
				...rows.flatMap(([name, count, id], at) => [
					[`A${5 + at}`, name] as const,
					[`B${5 + at}`, count] as const,
					...(id === null ? [] : [[`C${5 + at}`, id] as const]),
				]),
				[`B${5 + rows.length}`, total],
			]),
		],
	]);
const compare = (rows: Parameters<typeof file>[0], total = 6) =>
	compareCells(expected, file(rows, total), keys);

const [a, b, c] = [
	['Длъжност a', 1, 'a'],
	['Длъжност b', 2, 'b'],
	['Длъжност c', 3, 'c'],
] as const;

describe('a workbook that came back', () => {
	it('is the same when its rows were sorted otherwise', () => {
		expect(compare([c, a, b])).toEqual({ numbers: 4, texts: 7, differences: [] });
	});

	it('has one difference where one number of a moved row was changed', () => {
		expect(compare([c, a, ['Длъжност b', 5, 'b']]).differences).toEqual([
			{
				kind: 'number',
				place: { kind: 'sheet-cell', sheet: 'Щат', address: 'B7' },
				...{ expected: '2', found: '5' },
			},
		]);
	});

	it('has an added row where one was typed in, and its total one row lower', () => {
		expect(compare([a, ['Нова', 9, null], b, c]).differences).toEqual([
			{
				kind: 'added',
				place: { kind: 'sheet-cell', sheet: 'Щат', address: 'A6' },
				...{ expected: null, found: 'Нова' },
			},
		]);
	});

	it('lacks a row that was taken out, said once', () => {
		expect(compare([a, c]).differences).toEqual([
			{
				kind: 'missing',
				place: { kind: 'sheet-cell', sheet: 'Щат', address: 'A6' },
				...{ expected: 'Длъжност b', found: null },
			},
		]);
	});

	it('is compared place by place without its keys', () => {
		expect(compare([c, a, b].map(([name, count]) => [name, count, null] as const)).differences).toHaveLength(
			6,
		);
	});
});
