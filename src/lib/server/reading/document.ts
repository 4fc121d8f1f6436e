import { tableCells } from './cells.ts';
import { UnreadableFile } from './limits.ts';
import { readNumbering } from './numbering.ts';
import { readXml } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** Something about a document that a person should know. */
export interface DocumentNote {
	readonly code: 'document/tables' | 'document/macros' | 'document/deleted-text' | 'document/text-boxes';
	readonly count: number;
}

export interface ReadDocument {
	/** Paragraphs by lines, pages by form feeds, automatic numbers written out; a tab ends the words of a cell. */
	readonly text: string;
	readonly notes: readonly DocumentNote[];
}

/** Organisational rules have some hundred paragraphs. */
const MOST_PARAGRAPHS = 40_000;
export const MOST_TEXT = 2_000_000;
const MOST_DOCUMENT_BYTES = 20 * 1024 * 1024;

/**
 * Reads the running text of a Word document or of a text file, tables cell by cell. Text boxes, headers, footers and
 * notes are passed over, deleted text of tracked changes too. Everything else is refused with {@link UnreadableFile}.
 */
export async function readDocument(bytes: Buffer): Promise<ReadDocument> {
	if (bytes.length === 0) throw new UnreadableFile('file/empty');
	if (bytes.length > MOST_DOCUMENT_BYTES) throw new UnreadableFile('file/too-large');
	if (bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1')
		throw new UnreadableFile(
			bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'file/encrypted' : 'file/old-excel',
		);
	if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return { text: decode(bytes), notes: [] };
	const zip = openPackage(bytes);
	if (!zip.names.includes('word/document.xml')) throw new UnreadableFile('file/unknown-format');
	const read = await readBody(zip);
	if (read.text.trim() === '') throw new UnreadableFile('file/no-table');
	const hasMacros = zip.names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name));
	return hasMacros ? { ...read, notes: [...read.notes, { code: 'document/macros', count: 1 }] } : read;
}

function decode(bytes: Buffer): string {
	const text = decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'windows-1251') ?? '';
	// Signs that no text holds: another kind of file.
	const strange = [...text.slice(0, 20_000)].filter((sign) => sign < '\t' || sign === '\ufffd').length;
	if (strange > 0 || !/\p{L}{3}/u.test(text)) throw new UnreadableFile('file/unknown-format');
	if (text.length > MOST_TEXT) throw new UnreadableFile('file/too-many-cells');
	return text;
}

function decodeAs(bytes: Buffer, encoding: 'utf-8' | 'windows-1251'): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** Elements whose text is not running text, and what is said about each. */
const PASSED_OVER: Readonly<Record<string, DocumentNote['code'] | null>> = {
	txbxContent: 'document/text-boxes',
	del: 'document/deleted-text',
	moveFrom: null,
	Fallback: null,
	instrText: null,
	pict: null,
};

interface Paragraph {
	text: string;
	list: string | null;
	level: number;
	style: string | null;
}

async function readBody(zip: Package): Promise<ReadDocument> {
	const stream = zip.open('word/document.xml');
	if (!stream) throw new UnreadableFile('file/damaged');
	const [numbering, styles] = [await readNumbering(zip), await readListStyles(zip)];
	const lines: string[] = [];
	const cells = tableCells(lines);
	const { notes, note } = noteBook();
	/** How deep inside an element that is passed over. */
	let skipping = 0;
	let paragraph: Paragraph | undefined;
	let isText = false;
	let length = 0;
	const write = (text: string) => {
		if (paragraph) paragraph.text += text;
	};
	const finish = () => {
		if (!paragraph) return;
		const inherited = styles.get(paragraph.style ?? '');
		const list = paragraph.list ?? inherited?.list ?? null;
		const number =
			list === null || list === '0' || (paragraph.text.trim() === '' && !cells.isInside())
				? ''
				: numbering.next(list, paragraph.level || (inherited?.level ?? 0));
		const line = number === '' ? paragraph.text : `${number} ${paragraph.text}`;
		lines.push(line);
		length += line.length + 1;
		if (lines.length > MOST_PARAGRAPHS || length > MOST_TEXT) throw new UnreadableFile('file/too-many-cells');
		paragraph = undefined;
	};
	await readXml(stream, {
		open: (name, attribute) => {
			if (skipping > 0 || Object.hasOwn(PASSED_OVER, name)) {
				const code = skipping === 0 ? PASSED_OVER[name] : null;
				if (code) note(code);
				skipping++;
				return;
			}
			if (name === 'tbl' && !cells.isInside()) note('document/tables');
			cells.open(name);
			if (name === 'p') paragraph = { text: '', list: null, level: 0, style: null };
			else if (name === 't') isText = true;
			else if (name === 'tab') write(' ');
			else if (name === 'noBreakHyphen') write('-');
			else if (name === 'br' || name === 'cr') write(attribute('w:type') === 'page' ? '\f' : '\n');
			else if (name === 'lastRenderedPageBreak') write('\f');
			else if (paragraph && name === 'numId') paragraph.list = attribute('w:val') ?? null;
			else if (paragraph && name === 'ilvl') paragraph.level = Number(attribute('w:val')) || 0;
			else if (paragraph && name === 'pStyle') paragraph.style = attribute('w:val') ?? null;
		},
		text: (text) => {
			if (isText && skipping === 0) write(text);
		},
		close: (name) => {
			if (skipping > 0) skipping--;
			else if (name === 't') isText = false;
			else if (name === 'p') finish();
			else cells.close(name);
		},
	});
	return { text: lines.join('\n'), notes: notes() };
}

/** Counts what a person should know. */
function noteBook(): { note(code: DocumentNote['code']): void; notes(): readonly DocumentNote[] } {
	const counts = new Map<DocumentNote['code'], number>();
	return {
		note: (code) => counts.set(code, (counts.get(code) ?? 0) + 1),
		notes: () => [...counts].map(([code, count]) => ({ code, count })),
	};
}

/** Styles of paragraphs that number them: „Списък с номера“. */
async function readListStyles(
	zip: Package,
): Promise<ReadonlyMap<string, { readonly list: string; readonly level: number }>> {
	const found = new Map<string, { list: string; level: number }>();
	const stream = zip.open('word/styles.xml');
	if (!stream) return found;
	let style = '';
	let level = 0;
	await readXml(stream, {
		open: (name, attribute) => {
			if (name === 'style') [style, level] = [attribute('w:styleId') ?? '', 0];
			else if (name === 'ilvl') level = Number(attribute('w:val')) || 0;
			else if (name === 'numId' && style !== '') found.set(style, { list: attribute('w:val') ?? '0', level });
		},
	});
	return found;
}
