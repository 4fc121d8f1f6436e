import { unzipSync } from 'fflate';
import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	PageOrientation,
	Paragraph,
	type FileChild,
} from 'docx';
import { chartPng, sizeOfSvg } from '../chart/png.ts';
import { cleanText } from './cells.ts';
import { packParts } from './package.ts';
import type { WordBlock, WordDocument } from './word-blocks.ts';
import { ALIGN, footOf, tableOf, words } from './word-table.ts';

export type * from './word-blocks.ts';

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point: A4 and its margins. */
const A4 = { short: 11_906, long: 16_838, margin: 1134, foot: 567 } as const;
const INDENT = 425;
/** Pixels of a picture for a twentieth of a point. */
const PIXEL = 1 / 15;

/** The document as bytes: heads of tables are repeated on every page, numbers stand to the right. */
export async function wordBytes(document: WordDocument): Promise<Uint8Array> {
	return withMoment(await Packer.toBuffer(await drawn(document)), document.createdAt);
}

async function drawn(document: WordDocument): Promise<Document> {
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
							...{ width: A4.short, height: A4.long },
							orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
						},
						margin: { top: margin, right: margin, bottom: margin, left: margin, header: foot, footer: foot },
					},
				},
				footers: { default: new Footer({ children: footOf(document.foot) }) },
				children: (
					await Promise.all(document.blocks.map((block, id) => draw(block, { room, isWide, id })))
				).flat(),
			},
		],
	});
}

const HEADINGS = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
} as const;

interface Place {
	/** Width between the margins, twentieths of a point. */
	readonly room: number;
	readonly isWide: boolean;
	/** Number of the block, by which a picture is known. */
	readonly id: number;
}

async function draw(block: WordBlock, place: Place): Promise<readonly FileChild[]> {
	switch (block.kind) {
		case 'heading':
			return [
				new Paragraph({
					heading: HEADINGS[block.level],
					alignment: ALIGN[block.align ?? 'left'],
					children: [words(block.text)],
				}),
			];
		case 'paragraph':
			return [
				new Paragraph({
					alignment: ALIGN[block.align ?? 'left'],
					spacing: { after: 80 },
					indent: { left: (block.level ?? 0) * INDENT },
					children: [words(block.text, { isBold: block.isBold === true, isNote: block.isNote === true })],
				}),
			];
		case 'table':
			return [tableOf(block.table, place.room), new Paragraph({ spacing: { after: 80 }, children: [] })];
		case 'picture':
			return [await pictureOf(block, place)];
		case 'page-break':
			return [new Paragraph({ pageBreakBefore: true, children: [] })];
	}
}

/** The drawing as wide as the page and no higher than what is left of it under a heading. */
async function pictureOf(
	{ svg, alt }: Extract<WordBlock, { kind: 'picture' }>,
	{ room, isWide, id }: Place,
): Promise<Paragraph> {
	const size = sizeOfSvg(svg);
	const most = { width: room * PIXEL, height: ((isWide ? A4.short : A4.long) - 4 * A4.margin) * PIXEL };
	const scale = Math.min(1, most.width / size.width, most.height / size.height);
	const image = new ImageRun({
		type: 'png',
		data: await chartPng(svg, size),
		transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
		altText: { id: String(id + 1), name: cleanText(alt), title: cleanText(alt), description: cleanText(alt) },
	});
	return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 80 }, children: [image] });
}

const heading = (size: number, after: number) => ({
	run: { bold: true, color: '0C4143', size },
	paragraph: { keepNext: true, spacing: { before: 120, after } },
});
const STYLES = {
	default: {
		document: { run: { font: 'Calibri', size: 20, language: { value: 'bg-BG' } } },
		heading1: {
			run: { bold: true, color: '0C4143', size: 28 },
			paragraph: { keepNext: true, spacing: { after: 80 } },
		},
		heading2: heading(24, 80),
		heading3: heading(21, 60),
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
