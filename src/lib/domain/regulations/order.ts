import type { PossibleMark } from './marks.ts';
import type { Mark, NodeKind } from './nodes.ts';

/** A mark that was taken, and the part of which it is a part. */
export interface PlacedMark extends Mark {
	readonly parent: number | null;
}

/** The parts so far and those that are still open. */
export interface OpenList {
	readonly shadow: string;
	readonly marks: PlacedMark[];
	/** Indexes of the open parts, outermost first. */
	readonly stack: number[];
	/** Whether the last part is a chapter or a section, whose title goes on here. */
	isAfterTitle(at: number): boolean;
	/** Whether a chapter or section at the end has its title already. */
	titleIsGiven(at: number): boolean;
}

/** An empty list of parts over the shadow of a text, to which the parts are added in the order of the text. */
export function openList(shadow: string): OpenList {
	const list: OpenList = {
		shadow,
		marks: [],
		stack: [],
		isAfterTitle: () => TITLED.has(list.marks.at(-1)?.kind ?? 'preamble'),
		titleIsGiven: (at) =>
			!list.isAfterTitle(at) || list.marks.at(-1)?.kind === 'heading' || tailOf(list, at) !== '',
	};
	return list;
}

const TITLED: ReadonlySet<NodeKind> = new Set<NodeKind>(['chapter', 'section', 'heading']);

/** What the last part says, up to here, without blanks at the end; at most its last hundred signs. */
export function tailOf({ shadow, marks }: OpenList, at: number): string {
	const body = marks.at(-1)?.body ?? 0;
	return shadow.slice(Math.max(body, at - 100), at).trim();
}

/** Takes a mark into the order of its neighbours; false where it does not fit and is text. */
export function place(list: OpenList, mark: PossibleMark, isStrict: boolean): boolean {
	const depth = depthFor(list, mark, isStrict || mark.isDoubtful);
	if (depth === undefined) return false;
	list.stack.length = depth;
	const { kind, number, from, body } = mark;
	const settled = kind === 'letter' ? expectedLetter(list, number) : number;
	list.stack.push(list.marks.length);
	list.marks.push({ kind, number: settled, from, body, parent: list.stack.at(-2) ?? null });
	return true;
}

/** How many open parts stay open above the mark; undefined: it does not fit. */
function depthFor(list: OpenList, mark: PossibleMark, isStrict: boolean): number | undefined {
	switch (mark.kind) {
		case 'preamble':
		case 'chapter':
			return 0;
		case 'section':
			return below(list, ['chapter']);
		case 'heading':
			return below(list, ['chapter', 'section']);
		case 'article':
		case 'paragraph':
			return below(list, ['chapter', 'section', 'heading']);
		case 'lead':
			return below(list, ['chapter', 'section', 'heading', 'article', 'paragraph', 'sub-paragraph']);
		case 'sub-paragraph':
			return depthOfSubParagraph(list, mark, isStrict);
		case 'point':
			return depthOfPoint(list, mark, isStrict);
		case 'letter':
			return depthOfLetter(list, mark, isStrict);
		case 'dash':
			return depthOfDash(list, mark);
	}
}

function below(list: OpenList, kinds: readonly NodeKind[]): number {
	return list.stack.findLastIndex((index) => kinds.includes(list.marks[index]?.kind ?? 'preamble')) + 1;
}

function depthOfSubParagraph(list: OpenList, mark: Mark, isStrict: boolean): number | undefined {
	const isPiece = !list.marks.some(({ kind }) => kind === 'article' || kind === 'paragraph');
	// A piece of an act may begin in the middle of an article.
	const depth = below(list, isPiece ? ['chapter', 'section', 'heading'] : ['article', 'paragraph']);
	if (depth === 0 && (!isPiece || isStrict)) return undefined;
	const last = list.marks[list.stack[depth] ?? -1];
	const before =
		last?.kind === 'sub-paragraph'
			? parseInt(last.number, 10)
			: lastChildNumber(list, depth, 'sub-paragraph');
	const now = parseInt(mark.number, 10);
	const isNext = now === before + 1 || (now === before && /[а-я]$/u.test(mark.number));
	if (isStrict) return isNext ? depth : undefined;
	return isNext || (now > before && now <= before + 5) ? depth : undefined;
}

/** Number of the last part of a kind below the open part at a depth; 0 when there is none. */
function lastChildNumber(list: OpenList, depth: number, kind: NodeKind): number {
	const parent = list.stack[depth - 1] ?? null;
	const last = list.marks.findLast((one) => one.parent === parent && one.kind === kind);
	return last ? parseInt(last.number, 10) : 0;
}

function depthOfPoint(list: OpenList, mark: PossibleMark, isStrict: boolean): number | undefined {
	if (mark.number.includes('.')) return depthOfDotted(list, mark.number);
	const now = orderOf(mark.number);
	const open = list.stack.map((index) => list.marks[index]);
	for (let depth = open.length - 1; depth >= 0; depth--) {
		const point = open[depth];
		if (point?.kind !== 'point' || point.number.includes('.')) continue;
		if (isRoman(point.number) !== isRoman(mark.number)) continue;
		const before = orderOf(point.number);
		if (now === before + 1 || (now === before && /[а-я]$/u.test(mark.number) && point.number !== mark.number))
			return depth;
	}
	if (now === 1)
		return isStrict && !tailOf(list, mark.from).endsWith(':') ? undefined : depthOfFirst(list, mark);
	const nearest = open.findLastIndex((one) => one?.kind === 'point');
	const before = orderOf(open[nearest]?.number ?? '');
	return nearest >= 0 && isLater(now - before, tailOf(list, mark.from), isStrict) ? nearest : undefined;
}

/** A slip of the act doubles a number, an amendment leaves numbers out; after a finished point both go on with the list. */
function isLater(step: number, tail: string, isStrict: boolean): boolean {
	if (isStrict) return step >= 1 && step <= 3 && tail.endsWith(';');
	if (step >= 1 && step <= 3) return true;
	if (/(?<!\p{L})(?:т|чл|ал|б|г|бр|№)\.?$/iu.test(tail)) return false;
	return (step === 0 && /[;.]$/u.test(tail)) || (step > 0 && step <= MOST_LEFT_OUT && /;$/u.test(tail));
}

/** So many points an amended list may have lost in one place. */
const MOST_LEFT_OUT = 20;

function isRoman(number: string): boolean {
	return /^[IVX]+$/u.test(number);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** „12а“ → 12, „IV“ → 4. */
function orderOf(number: string): number {
	if (!isRoman(number)) return parseInt(number, 10);
	const values = [...number].map((letter) => ROMAN[letter] ?? 0);
	return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** A list begins: below the part that announces it with a colon, else in place of the list before. */
function depthOfFirst(list: OpenList, mark: Mark): number {
	const last = list.marks[list.stack.at(-1) ?? -1];
	const isAnnounced = tailOf(list, mark.from).endsWith(':');
	if (last?.kind === 'point' && isAnnounced) return list.stack.length;
	return below(list, ['chapter', 'section', 'heading', 'article', 'paragraph', 'sub-paragraph', 'lead']);
}

/** „2.3“ stands below the open point „2“, or after „2.2“. */
function depthOfDotted(list: OpenList, number: string): number | undefined {
	const above = number.replace(/\.\d+$/u, '');
	const last = Number(/\d+$/u.exec(number)?.[0] ?? 0);
	const depth = list.stack.findLastIndex((index) => {
		const one = list.marks[index];
		return one?.kind === 'point' && one.number === above;
	});
	if (depth < 0) return undefined;
	const before = list.marks.findLast((one) => one.parent === list.stack[depth] && one.kind === 'point');
	const at = Number(/\d+$/u.exec(before?.number ?? '0')?.[0] ?? 0);
	return last > at && last <= at + 3 ? depth + 1 : undefined;
}

const LETTERS = 'абвгдежзийклмнопрстуфхцчшщюя';

function depthOfLetter(list: OpenList, mark: Mark, isStrict: boolean): number | undefined {
	const depth = list.stack.findLastIndex((index) => list.marks[index]?.kind === 'letter');
	const before = list.marks[list.stack[depth] ?? -1]?.number ?? '';
	if (depth >= 0 && isNextLetter(before, mark.number)) return depth;
	const isFirst = mark.number === 'а' || mark.number === 'a';
	if (!isFirst || (isStrict && !tailOf(list, mark.from).endsWith(':'))) return undefined;
	const kinds: readonly NodeKind[] = ['point', 'lead', 'sub-paragraph', 'article', 'paragraph', 'heading'];
	const above = below(list, kinds);
	return above === 0 ? undefined : above;
}

function isNextLetter(before: string, now: string): boolean {
	const settled = settleLetter(before, now);
	const step = (from: string, to: string, row: string) => row.indexOf(to) - row.indexOf(from);
	if (LETTERS.includes(before) && LETTERS.includes(settled)) {
		const distance = step(before, settled, LETTERS);
		return distance >= 1 && distance <= 2;
	}
	return before !== '' && now.codePointAt(0) === (before.codePointAt(0) ?? 0) + 1;
}

/** A Latin letter that looks like the Cyrillic one in turn is meant to be it. */
function settleLetter(before: string, letter: string): string {
	const alike = LOOK_ALIKE[letter];
	if (alike === undefined) return letter;
	const isInTurn =
		before === ''
			? alike === 'а'
			: LETTERS.includes(before) && LETTERS.indexOf(alike) > LETTERS.indexOf(before);
	return isInTurn ? alike : letter;
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
	a: 'а',
	e: 'е',
	k: 'к',
	o: 'о',
	p: 'р',
	c: 'с',
	y: 'у',
	x: 'х',
};

function expectedLetter(list: OpenList, letter: string): string {
	const last = list.marks.findLast(
		(one) => one.kind === 'letter' && one.parent === (list.stack.at(-1) ?? null),
	);
	return settleLetter(last?.number ?? '', letter);
}

/** A page without any mark before may list what it says with nothing but signs. */
function opensPage({ marks }: OpenList): boolean {
	return marks.every(({ kind }) => kind === 'dash');
}

/** Dashes are numbered where they are placed; they open below what announces them, or go on after a dash. */
function depthOfDash(list: OpenList, mark: Mark): number | undefined {
	const tail = tailOf(list, mark.from);
	const depth = list.stack.findLastIndex((index) => list.marks[index]?.kind === 'dash');
	if (depth >= 0 && depth === list.stack.length - 1)
		return /[;.,:]$/u.test(tail) || tail === '' ? depth : depth;
	if (depth >= 0) return depth;
	if (list.stack.length === 0) return opensPage(list) ? 0 : undefined;
	const last = list.marks.at(-1);
	const isBelowTitle =
		last?.kind === 'heading' && !list.shadow.slice(last.from, mark.from).trim().includes('\n');
	return /[:]$/u.test(tail) || isBelowTitle ? list.stack.length : undefined;
}
