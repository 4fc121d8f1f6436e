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
	const all = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) => Math.floor((width / all) * room));
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
								children: [words(line, { isBold: isHead || isTotal === true })],
							}),
					),
				}),
		),
	});
}

/** A run of words. */
export function words(
	value: string,
	look: { readonly isBold?: boolean; readonly isNote?: boolean } = {},
): TextRun {
	return new TextRun({
		text: cleanText(value),
		...(look.isBold ? { bold: true } : {}),
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
