// Not by the index: the process that reads would load the whole domain for one list.
import { SEPARATORS } from '#lib/domain/imports/file.ts';
import type {
	Grid,
	GridCell,
	ReadFile,
	Separator,
	TextEncoding,
	TextLayout,
} from '#lib/domain/imports/index.ts';
import { MOST_CELLS, MOST_COLUMNS, UnreadableFile } from './limits.ts';

/** Reads a text table (CSV). Encoding and separator are guessed unless a person said which. */
export function readTextTable(bytes: Buffer, name: string, given: Partial<TextLayout> = {}): ReadFile {
	const encoding = given.encoding ?? guessEncoding(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	if (hasControls(text)) throw new UnreadableFile('file/unknown-format');
	const separator = given.separator ?? guessSeparator(text);
	const grid = toGrid(splitTable(text, separator), name);
	if (grid.rows.length === 0) throw new UnreadableFile('file/empty');
	return { format: 'text', sheets: [grid], notes: [], layout: { encoding, separator } };
}

/** UTF-8 where the bytes are valid UTF-8, by its mark UTF-16, else Windows-1251. */
export function guessEncoding(bytes: Buffer): TextEncoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1251';
	}
}

/** The sign that cuts the first lines into the most columns, as evenly as it can. */
export function guessSeparator(text: string): Separator {
	const sample = text.slice(0, 20_000);
	const scored = SEPARATORS.map((separator) => {
		const widths = splitTable(sample, separator)
			.slice(0, 30)
			.map((row) => row.length)
			.filter((width) => width > 1);
		const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
		const even = widths.filter((width) => width === usual).length;
		return { separator, score: even * Math.log2(usual) };
	});
	return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

/** Rows of fields; fields in quotation marks may hold separators, line ends and doubled quotation marks. */
export function splitTable(text: string, separator: Separator): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = text.startsWith('\ufeff') ? 1 : 0;
	let cells = 0;
	while (at < text.length) {
		const { field, next } = readField(text, at, separator);
		row.push(field);
		if ((cells += 1) > MOST_CELLS * 4) throw new UnreadableFile('file/too-many-cells');
		const end = text[next];
		at = next + 1;
		if (end === separator) {
			if (at >= text.length) row.push('');
			continue;
		}
		if (end === '\r' && text[at] === '\n') at++;
		rows.push(row);
		row = [];
	}
	if (row.length > 0) rows.push(row);
	return rows;
}

/** A field and the place of what ends it. */
function readField(text: string, from: number, separator: string): { field: string; next: number } {
	if (text[from] !== '"') {
		let next = from;
		while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r')
			next++;
		return { field: text.slice(from, next), next };
	}
	let field = '';
	let at = from + 1;
	for (;;) {
		const quote = text.indexOf('"', at);
		if (quote < 0) return { field: field + text.slice(at), next: text.length };
		field += text.slice(at, quote);
		if (text[quote + 1] !== '"') {
			const rest = readField(text, quote + 1, separator);
			return text[quote + 1] === '"' ? rest : { field: field + rest.field, next: rest.next };
		}
		field += '"';
		at = quote + 2;
	}
}

function toGrid(table: readonly (readonly string[])[], name: string): Grid {
	let filled = 0;
	const rows = table.flatMap((fields, at) => {
		const cells = fields
			.slice(0, MOST_COLUMNS)
			.map((field): GridCell | null => (field.trim() === '' ? null : { value: field }));
		const count = cells.filter((cell) => cell !== null).length;
		if ((filled += count) > MOST_CELLS) throw new UnreadableFile('file/too-many-cells');
		return count === 0 ? [] : [{ number: at + 1, cells }];
	});
	return { name, isHidden: false, rows, merges: [], hiddenColumns: [] };
}

/** Text has no zero bytes and hardly any other control characters. */
function hasControls(text: string): boolean {
	const sample = text.slice(0, 4000);
	return /\0/.test(sample) || (sample.match(CONTROL) ?? []).length > sample.length / 50;
}

const CONTROL = /[^\P{Cc}\t\r\n]|\ufffd/gu;
