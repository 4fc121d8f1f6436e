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
	type ISectionOptions,
} from 'docx';
import { chartPng, sizeOfSvg } from '../chart/png.ts';
import { cleanText } from './cells.ts';
import { packParts } from './package.ts';
import type { WordBlock, WordDocument, WordSheet } from './word-blocks.ts';
import { ALIGN, footOf, tableOf, words } from './word-table.ts';

export type * from './word-blocks.ts';

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point: the sides of the papers, and what is left free at the left and the right. */
const PAPERS = {
	A4: { short: 11_906, long: 16_838, beside: 1134 },
	A3: { short: 16_838, long: 23_811, beside: 567 },
} as const satisfies Readonly<Record<WordSheet['paper'], object>>;
/** What is left free above and below. */
const MARGIN = 1134;
const FOOT = 567;
/** Left of a page for the headings above a drawing. */
const HEADINGS_ROOM = 2 * MARGIN;
const INDENT = 425;
/** Pixels of a picture for a twentieth of a point. */
const PIXEL = 1 / 15;
/** Points for a pixel of a picture in its full size. */
const FULL = 0.75;

/** The document as bytes: heads of tables are repeated on every page, numbers stand to the right. */
export async function wordBytes(document: WordDocument): Promise<Uint8Array> {
	return withMoment(await Packer.toBuffer(await drawn(document)), document.createdAt);
}

async function drawn(document: WordDocument): Promise<Document> {
	return new Document({
		title: cleanText(document.title),
		creator: cleanText(document.madeBy),
		lastModifiedBy: cleanText(document.madeBy),
		styles: STYLES,
		sections: await Promise.all(sectionsOf(document).map((section) => drawSection(document, section))),
	});
}

/** Pages that follow one another on sheets of one kind. */
interface Section {
	readonly sheet: WordSheet;
	/** With their place in the document, by which a picture is known. */
	readonly blocks: { readonly block: WordBlock; readonly id: number }[];
}

/** A break to another kind of sheet begins a section, which begins a page of its own. */
function sectionsOf({ blocks, sheet }: WordDocument): readonly Section[] {
	let section: Section = { sheet, blocks: [] };
	const sections = [section];
	for (const [id, block] of blocks.entries()) {
		const next = block.kind === 'page-break' ? block.sheet : undefined;
		if (next && !isSame(next, section.sheet)) sections.push((section = { sheet: next, blocks: [] }));
		else section.blocks.push({ block, id });
	}
	return sections;
}

function isSame(one: WordSheet, other: WordSheet): boolean {
	return one.paper === other.paper && one.orientation === other.orientation;
}

async function drawSection(
	{ foot }: Pick<WordDocument, 'foot'>,
	{ sheet, blocks }: Section,
): Promise<ISectionOptions> {
	const { short, long, beside } = PAPERS[sheet.paper];
	const isWide = sheet.orientation === 'landscape';
	const margins = { top: MARGIN, right: beside, bottom: MARGIN, left: beside };
	const room = roomOn(sheet);
	return {
		properties: {
			page: {
				size: {
					...{ width: short, height: long },
					orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
				},
				margin: { ...margins, header: FOOT, footer: FOOT },
			},
		},
		footers: { default: new Footer({ children: footOf(foot) }) },
		children: (await Promise.all(blocks.map(({ block, id }) => draw(block, { room, id })))).flat(),
	};
}

/** Room for a drawing under its headings, in points. */
export function drawingRoom(sheet: WordSheet): Room {
	const { width, height } = roomOn(sheet);
	return { width: width / 20, height: (height - HEADINGS_ROOM) / 20 };
}

interface Room {
	readonly width: number;
	readonly height: number;
}

/** Width and height between the margins, twentieths of a point. */
function roomOn({ paper, orientation }: WordSheet): Room {
	const { short, long, beside } = PAPERS[paper];
	const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
	return { width: width - 2 * beside, height: height - 2 * MARGIN };
}

const HEADINGS = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
} as const;

interface Place {
	/** Between the margins, twentieths of a point. */
	readonly room: Room;
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
			return [
				tableOf(block.table, place.room.width),
				new Paragraph({ spacing: { after: 80 }, children: [] }),
			];
		case 'picture':
			return [await pictureOf(block, place)];
		case 'page-break':
			return [new Paragraph({ pageBreakBefore: true, children: [] })];
	}
}

/** The drawing in its own size, or as wide as the page and no higher than what is left of it under a heading. */
async function pictureOf(
	{ svg, alt, scale: own = FULL }: Extract<WordBlock, { kind: 'picture' }>,
	{ room, id }: Place,
): Promise<Paragraph> {
	const size = sizeOfSvg(svg);
	const most = { width: room.width * PIXEL, height: (room.height - HEADINGS_ROOM) * PIXEL };
	const scale = Math.min(own / FULL, most.width / size.width, most.height / size.height);
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
