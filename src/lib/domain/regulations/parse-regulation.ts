import { afterNote } from './amendment-notes.ts';
import { isAllCapitals, marksAt, startsWithUnit, type PossibleMark } from './marks.ts';
import type { Mark, RegulationNode } from './nodes.ts';
import { shadowOf } from './shadow.ts';
import { isWork } from './actions.ts';
import { placeNodes } from './place-nodes.ts';
import { openList, type OpenList, place, tailOf } from './order.ts';

/** Longer texts are cut by whoever reads the file; the parser itself takes any. */
export const LONGEST_REGULATION = 2_000_000;

/**
 * Splits the text of organisational rules into chapters, sections, articles, sub-paragraphs, points, letters and
 * dashes, each with its citation and its place in the text. Takes any text and loses none of it: what has no mark
 * belongs to the part before it. Marks count at the beginning of a line, after the mark of an article, and inside a
 * line only where they go on in order after a semicolon or a colon. Source: N21; ЗНА, чл. 9; Указ 883, чл. 25–26.
 * Example: „Чл. 2. (1) Отделът:\n1. води регистър;“ → „чл. 2“, „чл. 2, ал. 1“, „чл. 2, ал. 1, т. 1“.
 */
export function parseRegulation(text: string): readonly RegulationNode[] {
	const shadow = shadowOf(text);
	const list = openList(shadow);
	for (let from = 0; from < shadow.length;) {
		const end = endOfLine(shadow, from);
		readLine(list, from, end);
		from = end + 1;
	}
	return placeNodes(shadow, list.marks);
}

function readLine(list: OpenList, from: number, end: number): void {
	let at = skipBlanks(list.shadow, from, end);
	if (at >= end) return;
	const first = at;
	at = openMarks(list, at, end, 'line') ?? at;
	if (at >= end) return;
	if (at === first) openUnnumbered(list, at, end);
	readInside(list, at, end);
}

/** Opens the marks that stand one after another from here; where the text goes on, undefined where none stands. */
function openMarks(list: OpenList, at: number, end: number, where: 'line' | 'inside'): number | undefined {
	let next: number | undefined;
	for (let opened = openAt(list, at, where); opened; opened = openAt(list, next, 'mark')) {
		next = Math.min(end, afterNote(list.shadow, skipBlanks(list.shadow, opened.body, end)));
		if (next >= end) break;
	}
	return next;
}

/** Opens the first of the possible marks that fits its neighbours. */
function openAt(list: OpenList, at: number, where: 'line' | 'mark' | 'inside'): Mark | undefined {
	for (const mark of marksAt(list.shadow, at)) {
		if (where !== 'line' && !BELOW.has(mark.kind)) continue;
		if (place(list, mark, where === 'inside')) return mark;
	}
	return undefined;
}

const BELOW: ReadonlySet<PossibleMark['kind']> = new Set(['sub-paragraph', 'point', 'letter']);

/** Marks in the middle of a line: „… регистър; 2. издава …“, „… общината. (2) Отделът …“. */
function readInside(list: OpenList, from: number, end: number): void {
	const gap = /[;:.] +(?=\(\d|\d{1,3}[а-я]?[.)]|[а-я]\))/uy;
	const gapBeforeBracket = / +(?=\(\d{1,2}[а-я]?\) *\p{Lu})/uy;
	for (let at = from; at < end; at++) {
		const isBracket = list.shadow.startsWith(' (', at);
		if (!isBracket && !';:.'.includes(list.shadow[at] ?? '')) continue;
		const pattern = isBracket ? gapBeforeBracket : gap;
		pattern.lastIndex = at;
		const match = pattern.exec(list.shadow);
		if (!match || at + match[0].length >= end) continue;
		const next = openMarks(list, at + match[0].length, end, 'inside');
		if (next !== undefined) at = next - 1;
	}
}

/**
 * A title or the beginning of a list that has no number. Before the first mark every line may be one: of a part of an
 * act the first line often names the unit.
 */
function openUnnumbered(list: OpenList, at: number, end: number): void {
	const { shadow } = list;
	const before = tailOf(list, at);
	const isFirst = list.marks.length === 0;
	if (!isFirst && before !== '' && !/[.;:]$/u.test(before) && !list.isAfterTitle(at) && !isApart(shadow, at))
		return;
	const line = shadow.slice(at, end).trim();
	if (isBareItem(list, line, before))
		return void place(list, { kind: 'dash', number: '', from: at, body: at, isDoubtful: false }, false);
	const isLead = startsWithUnit(line)
		? (isFirst || before !== '') && endOfLead(shadow, at) !== undefined
		: line.endsWith(':') &&
			(isFirst || isApart(shadow, at) || isHeadOfList(line, before)) &&
			startsList(shadow, end + 1);
	if (isLead)
		return void place(list, { kind: 'lead', number: '', from: at, body: at, isDoubtful: false }, false);
	if (!isTitle(list, line, at) || !startsPart(shadow, end + 1)) return;
	place(
		list,
		{
			kind: 'heading',
			number: line.replace(/ +/gu, ' ').slice(0, 160),
			from: at,
			body: at,
			isDoubtful: false,
		},
		false,
	);
}

/** A point whose mark was lost on the way: a line after „… следните функции:“ that begins with what somebody does. */
function isBareItem({ marks }: OpenList, line: string, before: string): boolean {
	const last = marks.at(-1);
	if (!last || line.endsWith(':') || isAllCapitals(line)) return false;
	if (last.kind === 'dash' && last.body === last.from) return /[.;]$/u.test(before) && isWork(line);
	return LISTS_BELOW.has(last.kind) && SAYS_FUNCTIONS.test(before) && isWork(line);
}

const LISTS_BELOW: ReadonlySet<Mark['kind']> = new Set(['lead', 'article', 'sub-paragraph']);
const SAYS_FUNCTIONS = /(?<!\p{L})(?:функци|дейност|задач)(?:и|ите)(?!\p{L})[^:]*:$/iu;

/** „Екология:“ between two lists: a short name after a finished point. */
function isHeadOfList(line: string, before: string): boolean {
	return line.length <= 60 && /^\p{Lu}/u.test(line) && /[;.]$/u.test(before);
}

/** A blank line stands before. */
function isApart(shadow: string, at: number): boolean {
	return /\n *\n *$/u.test(shadow.slice(Math.max(0, at - 60), at));
}

/** Whether the next line with text is the first point of a list. */
function startsList(shadow: string, from: number): boolean {
	const start = from + (/^[ \n]*/u.exec(shadow.slice(from, from + 200))?.[0].length ?? 0);
	return marksAt(shadow, start).some(({ kind, number }) => kind === 'dash' || /^[1аa]$/u.test(number));
}

function isTitle(list: OpenList, line: string, at: number): boolean {
	if (line.length > 160 || /[.,;:]$/u.test(line)) return false;
	if (isAllCapitals(line)) {
		const isUnitBelowHeading = startsWithUnit(line) && list.marks.at(-1)?.kind === 'heading';
		return !list.isAfterTitle(at) || isUnitBelowHeading;
	}
	return startsWithUnit(line) && list.titleIsGiven(at);
}

/** Where a paragraph that begins here ends with a colon, within a few lines and before any mark. */
function endOfLead(shadow: string, at: number): number | undefined {
	let from = at;
	for (let lines = 0; lines < 4 && from < shadow.length; lines++) {
		const end = endOfLine(shadow, from);
		const line = shadow.slice(from, end).trim();
		if (lines > 0 && /^\p{Lu}/u.test(line) && startsWithUnit(line)) return undefined;
		if (lines > 0 && (line === '' || marksAt(shadow, skipBlanks(shadow, from, end)).length > 0))
			return undefined;
		if (line.endsWith(':'))
			return startsPart(shadow, end + 1) || startsBare(shadow, line, end) ? end : undefined;
		if (/[.;]$/u.test(line)) return undefined;
		from = end + 1;
	}
	return undefined;
}

/** Whether points without marks follow a line. */
function startsBare(shadow: string, line: string, end: number): boolean {
	return SAYS_FUNCTIONS.test(line) && isWork(shadow.slice(end + 1, end + 200));
}

/** Whether the next line with text begins with a mark or with another title. */
function startsPart(shadow: string, from: number): boolean {
	for (let at = from; at < shadow.length;) {
		const end = endOfLine(shadow, at);
		const start = skipBlanks(shadow, at, end);
		if (start < end) return marksAt(shadow, start).length > 0 || startsWithUnit(shadow.slice(start, end));
		at = end + 1;
	}
	return false;
}

function endOfLine(shadow: string, from: number): number {
	const at = shadow.indexOf('\n', from);
	return at < 0 ? shadow.length : at;
}

function skipBlanks(shadow: string, from: number, end: number): number {
	let at = from;
	while (at < end && shadow[at] === ' ') at++;
	return at;
}
