import { mendLetters } from '../imports/index.ts';
import { withoutNotes } from './amendment-notes.ts';
import type { RegulationNode } from './nodes.ts';

/** A text of the act on one line: hyphens at the ends of lines are closed, blanks are single, look-alikes are mended. */
export function tidyText(text: string): string {
	return mendLetters(
		text
			.replace(/\u00ad/gu, '')
			.replace(/[^\S\n]{30,}/gu, LONG_BLANK)
			.replace(PAGE_LINE, '\n')
			.replace(/(\p{Ll})[-‐]\s*[\r\n]+\s*(?=\p{Ll})/gu, '$1')
			.replace(/[\s\u200b\u2060\ufeff]+/gu, ' ')
			.trim(),
	);
}

/** Longer blanks say no more than this one. */
const LONG_BLANK = ' '.repeat(30);
/** A running head or foot of a printed page that came along: „Устройствен правилник        стр. 8“, „– 8 –“. */
const PAGE_LINE =
	/\n[^\S\n]*(?:[^\n]{0,120}[^\S\n]{3,}(?:стр|страница)\.?[^\S\n]*\d+|(?:стр|страница)\.?[^\S\n]*\d+|[-–—][^\S\n]*\d+[^\S\n]*[-–—])[^\S\n]*(?=\n|$)/giu;

const LISTED: ReadonlySet<RegulationNode['kind']> = new Set<RegulationNode['kind']>([
	'point',
	'letter',
	'dash',
]);
/** A paragraph after a blank line behind a finished point goes on with something else. */
const APART = /([.;])[^\S\n]*\n[^\S\n]*\n\s*\p{Lu}[^]*$/u;

/** As much of a part as a list of parts shows, in signs. */
const EXCERPT = 200;

/** The beginning of a text, cut after a whole word. */
export function excerptOf(text: string): string {
	if (text.length <= EXCERPT) return text;
	return `${text.slice(0, EXCERPT).replace(/[\s,;:.–-]*\S*$/u, '')}…`;
}

/** So long is a line that a printed page broke off. */
const FULL_LINE = 60;

/** The paragraphs of a text without marks: lines that were broken off are put together again. */
export function paragraphsOf(text: string): readonly string[] {
	const paragraphs: string[] = [];
	let open = false;
	for (const line of text.split('\n')) {
		const tidy = tidyText(line);
		const last = paragraphs.at(-1);
		if (tidy !== '' && open && last !== undefined && (last.length >= FULL_LINE || /^\p{Ll}/u.test(tidy)))
			paragraphs[paragraphs.length - 1] = `${last} ${tidy}`;
		else if (tidy !== '') paragraphs.push(tidy);
		open = tidy !== '' && !/[.;:!?]$/u.test(tidy);
	}
	return paragraphs;
}

/** A line after a finished point that has no mark goes on with something else. */
const NEXT_LINE = /([.;])[^\S\n]*\n\s*\p{Lu}[^]*$/u;

/** Of a point in a table, the words of its own cell: a tab at the end of a line ends them. */
function withinCell(own: string, kind: RegulationNode['kind']): string {
	const end = LISTED.has(kind) ? own.indexOf('\t\n', own.search(/\S/u)) : -1;
	return end < 0 ? own : own.slice(0, end);
}

/** The own text of a part without its mark; of a point, up to a paragraph that stands apart. */
export function bodyOf(text: string, node: RegulationNode): string {
	const own = withinCell(text.slice(node.body, node.to), node.kind);
	const isBare = node.kind === 'dash' && node.body === node.from;
	return withoutNotes(tidyText(LISTED.has(node.kind) ? own.replace(isBare ? NEXT_LINE : APART, '$1') : own));
}

/**
 * A list point as the statement of a function: numbering and what separates it from the next point removed, first
 * letter a capital. „изготвя проекта на бюджет; и“ → „Изготвя проекта на бюджет“.
 */
export function toWording(body: string): string {
	const bare = body
		.replace(/^да\s+(?=\p{Ll})/iu, '')
		.replace(/\s*[;,.]?\s+(?:и|както и)$/iu, '')
		.replace(/[\s;,.]+$/u, '')
		.trim();
	return bare.charAt(0).toUpperCase() + bare.slice(1);
}
