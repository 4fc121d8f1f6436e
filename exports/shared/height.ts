import type { Cell } from './cells.ts';
import type { Column } from './sheet.ts';

/** Height of one line at 10 points. */
export const LINE_POINTS = 13.5;

/** Characters of Cyrillic text that fit for each unit of width, in every office program tried. */
const USABLE = 1;

/**
 * Height of a row so that no wrapped text is cut; undefined when one line is enough.
 * Programs do not agree on fitting rows when a file is opened, so the height is written.
 */
export function rowHeight(
	cells: readonly Cell[],
	columns: readonly Pick<Column, 'width'>[],
	indent: { readonly column: number; readonly width: number },
): number | undefined {
	const lines = cells.reduce((most, cell, at) => {
		if (cell?.kind !== 'text') return most;
		const taken = at === indent.column ? indent.width : 0;
		return Math.max(most, countLines(cell.value, (columns[at]?.width ?? 10) - taken));
	}, 1);
	return lines === 1 ? undefined : Math.min(409, lines * LINE_POINTS + 2);
}

/** Lines that a text takes when words wrap at so many characters. */
export function countLines(value: string, width: number): number {
	const room = Math.max(3, Math.floor(width * USABLE));
	if (value.length <= room && !value.includes('\n')) return 1;
	return value.split('\n').reduce((sum, line) => sum + wrappedLines(line, room), 0);
}

function wrappedLines(line: string, room: number): number {
	if (line.length <= room) return 1;
	let [lines, used] = [1, 0];
	for (let from = 0; from <= line.length;) {
		const space = line.indexOf(' ', from);
		const word = (space === -1 ? line.length : space) - from;
		from += word + 1;
		const needed = used === 0 ? word : used + 1 + word;
		if (needed <= room) {
			used = needed;
			continue;
		}
		if (used > 0) lines += 1;
		lines += Math.ceil(word / room) - 1;
		used = word % room || room;
	}
	return lines;
}
