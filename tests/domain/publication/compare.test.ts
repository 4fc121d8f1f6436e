import { describe, expect, it } from 'vitest';
import { alignLists, compareCells, compareDocuments, numbersIn } from '#lib/domain/publication/index.ts';

const paper = {
	paragraphs: ['РЕШИ:', '1. Одобрява обща численост 123 бр.', '2. В другите дейности – 156 ½ бр.'],
	tables: [
		[
			['Звено', 'Беше', 'Става'],
			['Кмет', '23', '23'],
			['Всичко', '123', '123'],
		],
	],
};

describe('the comparison of a paper with its snapshot', () => {
	it('finds nothing where nothing was changed, and counts what agrees', () => {
		// numbers: 1, 123, 2, 156,5 in the text and 23, 23, 123, 123 in the table
		expect(compareDocuments(paper, paper)).toEqual({ numbers: 8, texts: 12, differences: [] });
	});

	it('names a changed number in a cell with its place', () => {
		const [head = [], mayor = []] = paper.tables[0] ?? [];
		const found = { ...paper, tables: [[head, mayor, ['Всичко', '123', '124']]] };
		expect(compareDocuments(paper, found).differences).toEqual([
			{
				kind: 'number',
				place: { kind: 'cell', table: 1, row: 3, column: 3 },
				expected: '123',
				found: '124',
			},
		]);
	});

	it('tells a changed number in a sentence from changed words', () => {
		const number = ['РЕШИ:', '1. Одобрява обща численост 132 бр.', paper.paragraphs[2] ?? ''];
		const words = ['РЕШИ:', '1. Утвърждава обща численост 123 бр.', paper.paragraphs[2] ?? ''];
		const kindOf = (paragraphs: readonly string[]) =>
			compareDocuments(paper, { ...paper, paragraphs }).differences.map(({ kind, place }) => ({
				kind,
				place,
			}));
		const place = { kind: 'paragraph', number: 2 };
		expect(kindOf(number)).toEqual([{ kind: 'number', place }]);
		expect(kindOf(words)).toEqual([{ kind: 'text', place }]);
	});

	it('is not led astray by an inserted paragraph or a deleted row', () => {
		const found = {
			paragraphs: ['Вх. № 7', ...paper.paragraphs],
			tables: paper.tables.map((rows) => rows.filter((row) => row[0] !== 'Кмет')),
		};
		expect(compareDocuments(paper, found).differences.map(({ kind }) => kind)).toEqual([
			'added',
			'missing',
			'missing',
			'missing',
		]);
	});

	it('takes blanks of any kind for the same', () => {
		const found = { ...paper, paragraphs: paper.paragraphs.map((text) => text.replaceAll(' ', '\u00a0')) };
		expect(compareDocuments(paper, found).differences).toEqual([]);
	});

	it('names a tampered cell of a workbook, an emptied one and a sheet that is gone', () => {
		const expected = [
			{ sheet: 'Щат след', address: 'H5', value: 2 },
			{ sheet: 'Щат след', address: 'H6', value: 1.5 },
			{ sheet: 'Операции', address: 'A5', value: 1 },
		];
		const found = new Map([['Щат след', new Map<string, string | number>([['H5', 3]])]]);
		expect(compareCells(expected, found)).toEqual({
			numbers: 0,
			texts: 0,
			differences: [
				{ kind: 'missing', place: { kind: 'sheet', sheet: 'Операции' }, expected: 'Операции', found: null },
				{
					kind: 'number',
					place: { kind: 'sheet-cell', sheet: 'Щат след', address: 'H5' },
					expected: '2',
					found: '3',
				},
				{
					kind: 'missing',
					place: { kind: 'sheet-cell', sheet: 'Щат след', address: 'H6' },
					expected: '1.5',
					found: null,
				},
			],
		});
	});
});

describe('numbers in a text', () => {
	it('are read with thousands, decimals and halves', () => {
		expect(numbersIn('1 234 567,50 €, 156 ½ бр., ½ щат, от 01.01.2027 г.')).toEqual([
			'1234567,50',
			'156,5',
			'0,5',
			'01.01.2027',
		]);
	});
});

describe('laying lists side by side', () => {
	it('pairs what is equal in order, and what is between in turn', () => {
		expect(alignLists(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual([
			{ one: 0, other: 0 },
			{ one: 1, other: 1 },
			{ one: null, other: 2 },
			{ one: 2, other: 3 },
		]);
	});

	it('holds for empty lists', () => {
		expect(alignLists([], [])).toEqual([]);
		expect(alignLists([], ['a'])).toEqual([{ one: null, other: 0 }]);
	});
});
