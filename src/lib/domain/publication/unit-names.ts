import { foldText } from '../shared/index.ts';

/** A name that is not told, and the words that stand in its place. */
export interface HiddenName {
	readonly name: string;
	readonly said: string;
}

/**
 * Puts other words in the place of whole names. The longest known name wins at each place, and names that may be told
 * count as known: of „Отдел А“ and „Отдел А и Б“ only the one meant is touched, and „Отдел АБ“ or „Отдел А-1“ is
 * neither. Case, blanks and quotation marks may differ and the first word of a longer name may have an article
 * („отдела „Архив““). A name of one word is found only with a capital, for in small letters it is a common noun; what
 * stands in quotation marks inside a name is found in quotation marks alone, unless a name that is told has it as well.
 * Example: „Закрива се Отдел „Архив““ with „звено от вид „отдел““ gives „Закрива се звено от вид „отдел““.
 */
export function withoutNames(text: string, hidden: readonly HiddenName[], told: readonly string[]): string {
	if (hidden.length === 0) return text;
	const names = knownNames(hidden, told);
	const words = wordsOf(text);
	let [result, done] = ['', 0];
	for (let at = 0; at < words.length;) {
		const found = names.find((name) => stands(text, words, at, name));
		const [first, last] = [words[at], words[at + (found?.words.length ?? 1) - 1]];
		if (found?.said != null && first && last) {
			const [from, to] = spanOf(text, first.from, last.to, found);
			result += text.slice(done, from) + found.said;
			done = to;
		}
		at += found?.words.length ?? 1;
	}
	return result + text.slice(done);
}

interface Word {
	readonly from: number;
	readonly to: number;
	readonly folded: string;
}

interface KnownName {
	readonly words: readonly string[];
	/** Null for a name that stays. */
	readonly said: string | null;
	/** Only in quotation marks. */
	readonly isCore: boolean;
	readonly endsQuoted: boolean;
	readonly startsQuoted: boolean;
}

const QUOTE = /[„“”"«»]/u;

/** Names with more words first; of equal ones the longer; of one name of two units the hidden one. */
function knownNames(hidden: readonly HiddenName[], told: readonly string[]): readonly KnownName[] {
	const toldCores = new Set(told.map(coreOf).map((core) => foldText(core)));
	const cores = hidden
		.map(({ name, said }) => ({ name: coreOf(name), said }))
		.filter(({ name }) => name !== '' && !toldCores.has(foldText(name)));
	return [
		...hidden.map(({ name, said }) => known(name, said, false)),
		...told.map((name) => known(name, null, false)),
		...cores.map(({ name, said }) => known(name, said, true)),
	]
		.filter(({ words }) => words.length > 0)
		.sort((a, b) => b.words.length - a.words.length || b.words.join().length - a.words.join().length);
}

function known(name: string, said: string | null, isCore: boolean): KnownName {
	const trimmed = name.trim();
	return {
		...{ said, isCore, words: wordsOf(trimmed).map(({ folded }) => folded) },
		startsQuoted: isCore || QUOTE.test(trimmed.slice(0, 1)),
		endsQuoted: isCore || QUOTE.test(trimmed.slice(-1)),
	};
}

/** What stands in quotation marks in a name; empty without them. */
function coreOf(name: string): string {
	return /[„“"«]([^„“”"«»]+)[“”"»]/u.exec(name)?.[1]?.trim() ?? '';
}

function wordsOf(text: string): readonly Word[] {
	return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		folded: foldText(match[0]),
	}));
}

/** Whether a name stands whole in a text from a word on. */
function stands(text: string, words: readonly Word[], at: number, name: KnownName): boolean {
	const found = words.slice(at, at + name.words.length);
	const [first, last] = [found[0], found.at(-1)];
	if (!first || !last || found.length < name.words.length) return false;
	const [before, after] = [text.slice(0, first.from), text.slice(last.to)];
	return (
		found.every(({ folded }, place) => isWord(folded, name, place)) &&
		found.every(({ to }, place) => isJoint(text.slice(to, found[place + 1]?.from ?? to))) &&
		!/[\p{L}\p{N}][-‐‑–]$/u.test(before) &&
		!/^[-‐‑–][\p{L}\p{N}]/u.test(after) &&
		(name.isCore ? QUOTE.test(before.slice(-1)) && QUOTE.test(after.slice(0, 1)) : isNamed(first, text, name))
	);
}

/** Blanks, quotation marks, dashes and the full stop of „с. Палици“ join words of a name; other marks part them. */
function isJoint(between: string): boolean {
	return /^(?:[\s.,()/„“”"«»‐‑–—-]){0,6}$/u.test(between);
}

const ARTICLES = ['та', 'то', 'те', 'ът', 'ят', 'а', 'я'];

function isWord(folded: string, { words }: KnownName, place: number): boolean {
	const word = words[place] ?? '';
	if (folded === word) return true;
	return place === 0 && words.length > 1 && word.length > 3 && ARTICLES.some((end) => folded === word + end);
}

function isNamed({ from }: Word, text: string, { words }: KnownName): boolean {
	return words.length > 1 || /[\p{Lu}\p{N}]/u.test(text.slice(from, from + 1));
}

/** The words with the quotation marks that belong to the name. */
function spanOf(text: string, from: number, to: number, { startsQuoted, endsQuoted }: KnownName) {
	return [
		startsQuoted && QUOTE.test(text.slice(from - 1, from)) ? from - 1 : from,
		endsQuoted && QUOTE.test(text.slice(to, to + 1)) ? to + 1 : to,
	] as const;
}
