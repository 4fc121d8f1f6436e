/**
 * Line breaking for the boxes of a chart. The server does not know the page's font metrics, so widths are
 * estimated from the advance widths of Sofia Sans 600 and the same text breaks at the same place everywhere.
 */
export interface WrapOptions {
	/** Room for a line, in pixels. */
	readonly width: number;
	/** Font size in pixels. */
	readonly fontSize: number;
	/** Lines at most; what does not fit ends with „…“. */
	readonly maxLines: number;
}

/**
 * The text in at most `maxLines` lines, broken at spaces and after hyphens; a word longer than a line is cut.
 * Punctuation at the end of a line may hang over the edge.
 */
export function wrapText(text: string, options: WrapOptions): readonly string[] {
	const whole = text.trim();
	const starts = lineStarts(whole, roomOf(options));
	const lines = starts
		? starts.map((start, at) => whole.slice(start, starts[at + 1]).trim())
		: cutLines(whole, options);
	return lines.length <= options.maxLines ? lines : shorten(lines, options);
}

/** How many lines `wrapText` makes of a text, counted without making them, for thousands of names at once. */
export function countLines(text: string, options: WrapOptions): number {
	const lines = lineStarts(text, roomOf(options))?.length ?? wrapText(text, options).length;
	return Math.min(lines, options.maxLines);
}

/** No letter is wider than this, in hundredths of the font size. */
export const WIDEST = 88;

/** Room for a line in hundredths of the font size. */
export function roomOf({ width, fontSize }: Pick<WrapOptions, 'width' | 'fontSize'>): number {
	return (width * 100) / fontSize;
}

/** Where the lines begin, in one pass over the letters; null where a word is longer than a line. */
function lineStarts(text: string, room: number): readonly number[] | null {
	const starts = [0];
	let [line, at] = [0, 0];
	while (at < text.length) {
		const start = at;
		let [core, whole] = [0, 0];
		for (; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (at > start && isBreak(text.charCodeAt(at - 1), code)) break;
			whole += advanceOf(code);
			if (TAIL[code] !== 1) core = whole;
		}
		if (core > room) return null;
		if (line > 0 && core > 0 && line + core > room) {
			starts.push(start);
			line = 0;
		}
		line += whole;
	}
	return starts;
}

const BLANK = 32;
const HYPHEN = 45;
/** Blank and the marks that may hang over the edge. */
const TAIL = new Uint8Array(0x2100);
for (const letter of ' ,.;:') TAIL[letter.charCodeAt(0)] = 1;

/** Whether a line may end between two letters: behind blanks and hyphens. */
function isBreak(before: number, after: number): boolean {
	return after !== BLANK && (before === BLANK || (before === HYPHEN && after !== HYPHEN));
}

/** The part of a line that has to fit: without blanks and small punctuation at its end. */
export function withoutTail(line: string): string {
	return line.replace(/[\s,.;:]+$/u, '');
}

/** Estimated width of a text in pixels at a font size. */
export function textWidth(text: string, fontSize: number): number {
	let sum = 0;
	for (let at = 0; at < text.length; at++) sum += advanceOf(text.charCodeAt(at));
	return (sum * fontSize) / 100;
}

/** The name of a box as it can be read at a zoom. */
export interface BoxText {
	readonly lines: readonly string[];
	/** Font size and line height in pixels of the drawing. */
	readonly fontSize: number;
	readonly lineHeight: number;
	/** Whether the whole line of figures stands under the name, or in bold only the number. */
	readonly hasFigures: boolean;
	/** Whether there is room for any number. */
	readonly hasValue: boolean;
}

/** No text on the screen is smaller than this many pixels; smaller text is left out. */
const SMALLEST_ON_SCREEN = 12;
const NAME_SIZE = 13;
/** Below this scale a box is too small for a readable name. */
const NAMELESS_BELOW = 0.4;
/** A box lower than this has one line for everything. */
const ONE_LINE_BELOW = 52;
/** Room for the numbers at the end of a box of one line. */
const FIGURES_WIDTH = 150;

/**
 * The name of a box for a zoom `scale` (window pixels for one of the drawing). Zooming out enlarges the letters so that
 * they stay at 12 px on the screen, and shortens the name to what the box then holds.
 * The last line is kept for the number.
 * Example: scale 0,6 in a box of 172 × 104 → letters of 20 px, 2 lines of 150 px since (104 − 32) ÷ 26 = 2,8, and the number.
 */
export function boxText(box: { label: string; width: number; height: number }, scale: number): BoxText {
	const fontSize = Math.max(NAME_SIZE, Math.ceil(SMALLEST_ON_SCREEN / scale));
	const lineHeight = Math.round(fontSize * 1.3);
	const isNear = fontSize === NAME_SIZE;
	const font = { fontSize, lineHeight };
	if (scale < NAMELESS_BELOW) return { ...font, lines: [], hasFigures: false, hasValue: false };
	if (box.height < ONE_LINE_BELOW) return oneLine(box, font, isNear);
	const maxLines = Math.max(1, Math.floor((box.height - (isNear ? 36 : 12 + fontSize)) / lineHeight));
	const lines =
		box.width < 3 * fontSize ? [] : wrapText(box.label, { width: box.width - 22, fontSize, maxLines });
	return { ...font, lines, hasFigures: isNear, hasValue: lines.length > 0 };
}

function oneLine(
	box: { label: string; width: number; height: number },
	font: Pick<BoxText, 'fontSize' | 'lineHeight'>,
	isNear: boolean,
): BoxText {
	const { fontSize } = font;
	const hasRoom = box.height > fontSize + 4 && box.width > 3 * fontSize;
	const hasValue = hasRoom && box.width > 2 * FIGURES_WIDTH;
	const width = box.width - 22 - (hasValue ? FIGURES_WIDTH : 0);
	const lines = hasRoom ? [cutText(box.label, width, fontSize)] : [];
	return { ...font, lines, hasFigures: isNear && hasValue, hasValue };
}

/** As much of a text as a line holds, with „…“ where it was cut. */
export function cutText(text: string, width: number, fontSize: number): string {
	if (textWidth(text, fontSize) <= width) return text;
	let end = text.length - 1;
	while (end > 1 && textWidth(`${text.slice(0, end)}…`, fontSize) > width) end--;
	return `${text.slice(0, end).trimEnd()}…`;
}

type Fits = (line: string) => boolean;

function fitsIn({ width, fontSize }: WrapOptions): Fits {
	return (line) => textWidth(withoutTail(line), fontSize) <= width;
}

/** The lines of a text with a word that is longer than a line. */
function cutLines(text: string, options: WrapOptions): readonly string[] {
	const fits = fitsIn(options);
	const lines: string[] = [];
	for (const piece of pieces(text, fits)) {
		const last = lines.at(-1);
		const joined = last === undefined ? piece : last + piece;
		if (last !== undefined && fits(joined.trimEnd())) lines[lines.length - 1] = joined;
		else lines.push(piece);
	}
	return lines.map((line) => line.trim());
}

/** Words with the space behind them; hyphenated words in their parts; too long ones in cut parts. */
function pieces(text: string, fits: Fits): readonly string[] {
	const words = text.match(/[^\s-]+-?\s*|-+\s*/gu) ?? [];
	return words.flatMap((word) => (fits(word.trimEnd()) ? [word] : cut(word, fits)));
}

/** Parts of a word that is longer than a line, each but the last with a hyphen; broken after a vowel where one is near. */
function cut(word: string, fits: Fits): readonly string[] {
	const parts: string[] = [];
	let rest = word;
	while (rest !== '' && !fits(rest.trimEnd())) {
		const end = breakPoint(rest, fits);
		parts.push(`${rest.slice(0, end)}-`);
		rest = rest.slice(end);
	}
	return [...parts, rest];
}

/** At least this many letters stand on either side of a break. */
const SHORTEST_PART = 3;

function breakPoint(word: string, fits: Fits): number {
	let longest = Math.max(1, word.trimEnd().length - SHORTEST_PART);
	while (longest > 1 && !fits(`${word.slice(0, longest)}-`)) longest -= 1;
	for (let end = longest; end >= SHORTEST_PART && end > longest - 4; end--)
		if (/[аъоуеиюя]/iu.test(word.charAt(end - 1))) return end;
	return longest;
}

function shorten(lines: readonly string[], options: WrapOptions): readonly string[] {
	const fits = fitsIn(options);
	const kept = lines.slice(0, options.maxLines);
	let last = kept.at(-1) ?? '';
	while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('').trimEnd();
	return [...kept.slice(0, -1), `${last.replace(/[\s,.–-]+$/u, '')}…`];
}

const DEFAULT_ADVANCE = 56;

/** Advance widths of Sofia Sans 600 in hundredths of the font size. */
const ADVANCES: readonly (readonly [width: number, letters: string])[] = [
	[21, ' '],
	[25, 'ijl.,'],
	[27, 'IJ()'],
	[37, '"rf'],
	[40, 't'],
	[42, '„“'],
	[47, 'лszгзГL1'],
	[50, 'хx-акуakvyья'],
	[53, 'есчceg5F'],
	[54, 'вдийнорѝЕТbdopquET27'],
	[56, 'бцРPYZ34пУХhnX'],
	[58, 'АБЛASъВЗB68К'],
	[60, 'V09KДЯR'],
	[65, 'мЧСCDОOQU'],
	[66, 'ИЙНПЦЪGHN'],
	[73, 'фжw…ю–'],
	[78, 'МM'],
	[84, 'штщmФ'],
	[88, 'WЖЮЩШ'],
];

/** The widths by code of the letter. */
const ADVANCE = new Uint8Array(0x2100).fill(DEFAULT_ADVANCE);
for (const [width, letters] of ADVANCES) for (const letter of letters) ADVANCE[letter.charCodeAt(0)] = width;

/** The second half of a letter outside the basic plane takes no room of its own. */
function advanceOf(code: number): number {
	return code >= 0xdc00 && code <= 0xdfff ? 0 : (ADVANCE[code] ?? DEFAULT_ADVANCE);
}
