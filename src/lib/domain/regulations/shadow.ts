import { mendLetters } from '../imports/index.ts';

/**
 * The text as the marks are read from it: same length, so that every place in it is the place in the text. Latin
 * letters inside Cyrillic words are Cyrillic, every blank is a space or a line break, quotation marks and dashes are
 * of one kind each.
 */
export function shadowOf(text: string): string {
	const mended = mendLetters(text);
	return (mended.length === text.length ? mended : text)
		.replace(/\r(?=\n)/gu, ' ')
		.replace(/[\r\v\f\u0085\u2028\u2029]/gu, '\n')
		.replace(/[^\S\n]/gu, ' ')
		.replace(/[\u200b\u2060\ufeff]/gu, ' ')
		.replace(/[„“”«»‟]/gu, '"')
		.replace(/[‐‑‒–—−]/gu, '-');
}

/** Number of the page on which a place lies, by the page breaks of the text; null for a text without any. */
export function pageAt(text: string, at: number): number | null {
	if (!text.includes('\f')) return null;
	let page = 1;
	for (let next = text.indexOf('\f'); next >= 0 && next < at; next = text.indexOf('\f', next + 1)) page++;
	return page;
}
