import { getLocale } from '#lib/paraglide/runtime.js';
import { contentDisposition } from './download-name.ts';

export type CsvCell = string | number | null;

/**
 * A table as a file that spreadsheet programs of the region open by a double click: semicolons, decimal comma in
 * Bulgarian, CRLF, the mark of UTF-8 in front. A text that a program could take for a formula gets an apostrophe.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
	const comma = getLocale() === 'bg';
	const lines = rows.map((row) => row.map((cell) => written(cell, comma)).join(';'));
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The answer of a route that gives a file with a Cyrillic name. */
export function csvResponse(name: string, rows: readonly (readonly CsvCell[])[]): Response {
	return new Response(toCsv(rows), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': contentDisposition(`${name}.csv`),
		},
	});
}

function written(cell: CsvCell, comma: boolean): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return comma ? String(cell).replace('.', ',') : String(cell);
	const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
