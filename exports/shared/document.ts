import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { unzipSync } from 'fflate';
import { cleanText } from './cells.ts';
import { packParts } from './package.ts';

/** One table on as many A4 pages as it takes, for pasting into a report. */
export interface TableDocument {
	readonly title: string;
	/** Lines under the title: municipality, day, structure. */
	readonly facts: readonly string[];
	readonly columns: readonly {
		readonly header: string;
		/** Share of the width, any unit. */ readonly width: number;
	}[];
	readonly rows: readonly DocumentRow[];
	readonly notes: readonly string[];
	/** „стр. &P от &N“ with the codes of page and pages. */
	readonly page: string;
	readonly orientation: 'portrait' | 'landscape';
	/** ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	readonly madeBy: string;
}

export interface DocumentRow {
	/** The first cell names the row, the others are figures. */
	readonly cells: readonly string[];
	readonly isTotal?: boolean;
}

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point: A4 and its margins. */
const A4 = { short: 11_906, long: 16_838, margin: 1134, foot: 567 } as const;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '8F8979' } as const;
const SPACE = { before: 20, after: 20 } as const;

/** The document as bytes: the head of the table is repeated on every page, numbers stand to the right. */
export async function documentBytes(document: TableDocument): Promise<Uint8Array> {
	return withMoment(await Packer.toBuffer(drawn(document)), document.createdAt);
}

function drawn(document: TableDocument): Document {
	const isWide = document.orientation === 'landscape';
	const room = (isWide ? A4.long : A4.short) - 2 * A4.margin;
	const { margin, foot } = A4;
	return new Document({
		title: cleanText(document.title),
		creator: cleanText(document.madeBy),
		lastModifiedBy: cleanText(document.madeBy),
		styles: STYLES,
		sections: [
			{
				properties: {
					page: {
						size: {
							width: A4.short,
							height: A4.long,
							orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
						},
						margin: { top: margin, right: margin, bottom: margin, left: margin, header: foot, footer: foot },
					},
				},
				footers: { default: new Footer({ children: [footOf(document.page)] }) },
				children: [
					new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(document.title)] }),
					...document.facts.map((fact) => line([words(fact)], AlignmentType.LEFT)),
					tableOf(document, room),
					...document.notes.map((note) => line([words(note)], AlignmentType.LEFT)),
				],
			},
		],
	});
}

function tableOf({ columns, rows }: TableDocument, room: number): Table {
	const all = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) => Math.floor((width / all) * room));
	const head = { cells: columns.map(({ header }) => header) };
	return new Table({
		width: { size: room, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: {
			top: EDGE,
			bottom: EDGE,
			left: EDGE,
			right: EDGE,
			insideHorizontal: EDGE,
			insideVertical: EDGE,
		},
		rows: [
			rowOf(head, { widths, isBold: true, isHead: true }),
			...rows.map((row) => rowOf(row, { widths, isBold: row.isTotal === true, isHead: false })),
		],
	});
}

interface RowLook {
	readonly widths: readonly number[];
	readonly isBold: boolean;
	readonly isHead: boolean;
}

function rowOf({ cells }: DocumentRow, { widths, isBold, isHead }: RowLook): TableRow {
	return new TableRow({
		cantSplit: true,
		tableHeader: isHead,
		children: cells.map(
			(cell, at) =>
				new TableCell({
					width: { size: widths[at] ?? 0, type: WidthType.DXA },
					...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E1EEEC' } } : {}),
					children: [line([words(cell, isBold)], sideOf(at, isHead))],
				}),
		),
	});
}

function sideOf(column: number, isHead: boolean): (typeof AlignmentType)[keyof typeof AlignmentType] {
	if (column === 0) return AlignmentType.LEFT;
	return isHead ? AlignmentType.CENTER : AlignmentType.RIGHT;
}

function line(
	children: readonly TextRun[],
	alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph {
	return new Paragraph({ spacing: SPACE, alignment, children });
}

function words(value: string, isBold = false): TextRun {
	return new TextRun({ text: cleanText(value), ...(isBold ? { bold: true } : {}) });
}

/** The codes of a workbook's foot as the fields of a document. */
function footOf(page: string): Paragraph {
	const runs = page
		.split(/(&P|&N)/u)
		.filter(Boolean)
		.map((part) => {
			if (part === '&P') return new TextRun({ children: [PageNumber.CURRENT] });
			return part === '&N' ? new TextRun({ children: [PageNumber.TOTAL_PAGES] }) : words(part);
		});
	return line(runs, AlignmentType.RIGHT);
}

const STYLES = {
	default: {
		document: { run: { font: 'Calibri', size: 20, language: { value: 'bg-BG' } } },
		heading1: {
			run: { bold: true, color: '0C4143', size: 28 },
			paragraph: { keepNext: true, spacing: { after: 80 } },
		},
	},
} as const;

/** The library stamps the document with its own clock; the moment of the data stands there instead. */
function withMoment(bytes: Uint8Array, createdAt: string): Uint8Array {
	const parts: Record<string, Uint8Array> = unzipSync(bytes);
	const core = 'docProps/core.xml';
	const stamped = Buffer.from(parts[core] ?? []).toString();
	const moment = `${createdAt.slice(0, 19)}Z`;
	const own = stamped.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/gu, `$1${moment}`);
	return packParts({ ...parts, [core]: own });
}
