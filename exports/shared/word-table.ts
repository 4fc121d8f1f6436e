import {
	AlignmentType,
	BorderStyle,
	PageNumber,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { cleanText } from './cells.ts';
import type { Align, WordDocument, WordRow, WordTable } from './word-blocks.ts';

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '8F8979' } as const;
const BORDERS = {
	...{ top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
	...{ insideHorizontal: EDGE, insideVertical: EDGE },
};
const CELL_SPACE = { before: 20, after: 20 } as const;

export const ALIGN = {
	left: AlignmentType.LEFT,
	center: AlignmentType.CENTER,
	right: AlignmentType.RIGHT,
	justify: AlignmentType.BOTH,
} as const;

/** A table whose head is repeated on every page. */
export function tableOf({ columns, rows }: WordTable, room: number): Table {
	const widths = columnWidths({ columns, rows }, room);
	const sides = columns.map(({ align }, at) => align ?? (at === 0 ? 'left' : 'right'));
	const look = { widths, sides };
	const head = { cells: columns.map(({ header }) => header) };
	return new Table({
		width: { size: room, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: BORDERS,
		rows: [
			rowOf(head, { ...look, sides: sides.map((_, at) => (at === 0 ? 'left' : 'center')), isHead: true }),
			...rows.map((row) => rowOf(row, { ...look, isHead: false })),
		],
	});
}

/** Half points of the heads of columns and of the cells below them. */
const HEAD_SIZE = 16;
const BODY_SIZE = 20;
/** Margins of a cell on both sides with its lines, twentieths of a point. */
const CELL_EDGE = 260;
/** A bold letter as a part of its size; wide enough for the fonts that stand in for Calibri. */
const LETTER = 0.76;

/**
 * Widths by the parts of the columns, yet none narrower than its longest word, so that no word is broken. Words of
 * cells count where all of them find room, otherwise those of heads alone. Twentieths of a point.
 */
export function columnWidths({ columns, rows }: WordTable, room: number): readonly number[] {
	const heads = columns.map(({ header }) => wordRoom(header, HEAD_SIZE));
	const whole = heads.map((least, at) =>
		rows.reduce((most, { cells }) => Math.max(most, wordRoom(cells[at] ?? '', BODY_SIZE)), least),
	);
	const least = [whole, heads].find((one) => sum(one) <= room) ?? columns.map(() => 0);
	return shared(
		columns.map(({ width }) => width),
		{ least, room },
	);
}

/** Columns too narrow for their words get what they need; the others share the rest by their parts. */
function shared(
	parts: readonly number[],
	{ least, room }: { readonly least: readonly number[]; readonly room: number },
	raised: ReadonlySet<number> = new Set(),
): readonly number[] {
	const rest = room - sum(least.filter((_, at) => raised.has(at)));
	const all = sum(parts.filter((_, at) => !raised.has(at)));
	const widths = parts.map((part, at) =>
		raised.has(at) ? (least[at] ?? 0) : Math.floor((part / all) * rest),
	);
	const short = widths.flatMap((width, at) => (!raised.has(at) && width < (least[at] ?? 0) ? [at] : []));
	return short.length === 0 ? widths : shared(parts, { least, room }, new Set([...raised, ...short]));
}

function wordRoom(text: string, size: number): number {
	const longest = Math.max(...text.split(/[\s-]+/u).map((word) => word.length));
	return Math.ceil(longest * LETTER * size * 10) + CELL_EDGE;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

interface RowLook {
	readonly widths: readonly number[];
	readonly sides: readonly Align[];
	readonly isHead: boolean;
}

function rowOf({ cells, isTotal }: WordRow, { widths, sides, isHead }: RowLook): TableRow {
	return new TableRow({
		cantSplit: true,
		tableHeader: isHead,
		children: cells.map(
			(cell, at) =>
				new TableCell({
					width: { size: widths[at] ?? 0, type: WidthType.DXA },
					...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E1EEEC' } } : {}),
					children: cell.split('\n').map(
						(line) =>
							new Paragraph({
								spacing: CELL_SPACE,
								alignment: ALIGN[sides[at] ?? 'left'],
								children: [words(line, { isBold: isHead || isTotal === true, isHead })],
							}),
					),
				}),
		),
	});
}

/** A run of words. */
export function words(
	value: string,
	look: { readonly isBold?: boolean; readonly isNote?: boolean; readonly isHead?: boolean } = {},
): TextRun {
	return new TextRun({
		text: cleanText(value),
		...(look.isBold ? { bold: true } : {}),
		...(look.isHead ? { size: HEAD_SIZE } : {}),
		...(look.isNote ? { size: 16, color: '4D565C' } : {}),
	});
}

/** The codes of a workbook's foot as the fields of a document. */
export function footOf({ left, page }: WordDocument['foot']): readonly Paragraph[] {
	const runs = page
		.split(/(&P|&N)/u)
		.filter(Boolean)
		.map((part) => {
			if (part === '&P') return new TextRun({ children: [PageNumber.CURRENT] });
			return part === '&N' ? new TextRun({ children: [PageNumber.TOTAL_PAGES] }) : words(part);
		});
	const line = (children: readonly TextRun[], align: Align) =>
		new Paragraph({ spacing: CELL_SPACE, alignment: ALIGN[align], children });
	return [...(left === '' ? [] : [line([words(left, { isNote: true })], 'left')]), line(runs, 'right')];
}
