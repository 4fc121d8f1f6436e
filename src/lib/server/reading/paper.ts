import type { DocumentParts } from '#lib/domain/publication/index.ts';
import { MOST_TEXT } from './document.ts';
import { MOST_BYTES, UnreadableFile } from './limits.ts';
import { readXml, type XmlListener } from './xml.ts';
import { openPackage } from './zip.ts';

/** A paper has some hundred paragraphs and cells. */
const MOST_PARTS = 60_000;

/**
 * Reads a Word document as it is compared: paragraphs outside tables and the cells of the tables, in their order.
 * Text that a tracked change deletes does not count, text that it inserts does. Everything that is no such document is
 * refused with {@link UnreadableFile}, as the import refuses it.
 */
export async function readPaper(bytes: Buffer): Promise<DocumentParts> {
	if (bytes.length === 0) throw new UnreadableFile('file/empty');
	if (bytes.length > MOST_BYTES) throw new UnreadableFile('file/too-large');
	if (bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') throw new UnreadableFile('file/encrypted');
	if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50)
		throw new UnreadableFile('file/unknown-format');
	const stream = openPackage(bytes).open('word/document.xml');
	if (!stream) throw new UnreadableFile('file/unknown-format');
	const listener = paperListener();
	await readXml(stream, listener);
	return listener.parts();
}

/** Elements whose words do not stand on the paper. */
const PASSED_OVER = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'drawing', 'pict']);

interface Table {
	readonly rows: string[][];
	cell: string[];
}

function paperListener(): XmlListener & { parts(): DocumentParts } {
	const paragraphs: string[] = [];
	const tables: Table[] = [];
	/** Tables that are open; one inside another counts as words of the outer cell. */
	const open: Table[] = [];
	let skipping = 0;
	let words: string | null = null;
	let isText = false;
	let size = 0;
	const count = (text: string) => {
		size += text.length;
		const parts = paragraphs.length + tables.reduce((sum, table) => sum + table.rows.length, 0);
		if (size > MOST_TEXT || parts > MOST_PARTS) throw new UnreadableFile('file/too-many-cells');
	};
	const endParagraph = () => {
		const text = words ?? '';
		words = null;
		count(text);
		if (open[0]) open[0].cell.push(text);
		else if (text.trim() !== '') paragraphs.push(text);
	};
	return {
		open: (name) => {
			if (skipping > 0 || PASSED_OVER.has(name)) return void skipping++;
			if (name === 'tbl') {
				const table = { rows: [], cell: [] };
				if (open.length === 0) tables.push(table);
				open.push(table);
			} else if (name === 'tr' && open.length === 1) open[0]?.rows.push([]);
			else if (name === 'tc' && open.length === 1 && open[0]) open[0].cell = [];
			else if (name === 'p') words = '';
			else if (name === 't') isText = true;
			else if (words !== null && (name === 'tab' || name === 'br' || name === 'cr')) words += ' ';
			else if (words !== null && name === 'noBreakHyphen') words += '-';
		},
		text: (text) => {
			if (isText && skipping === 0 && words !== null) words += text;
		},
		close: (name) => {
			if (skipping > 0) return void skipping--;
			if (name === 't') isText = false;
			else if (name === 'p' && words !== null) endParagraph();
			else if (name === 'tc' && open.length === 1) open[0]?.rows.at(-1)?.push(open[0].cell.join('\n'));
			else if (name === 'tbl') open.pop();
		},
		parts: () => ({ paragraphs, tables: tables.map(({ rows }) => rows) }),
	};
}
