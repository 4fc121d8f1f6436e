import { foldText } from './bg-text.ts';

interface Word {
	readonly folded: string;
	/** What stands between the word before it and the word, folded. */
	readonly gap: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Gives the function that puts a sign in the place of names in a text, however they are written there: „ИВАН ПЕТРОВ“ and
 * „Иван  Петров“ are the name Иван Петров. A longer name is somebody else's and stays: what a hyphen joins to the name,
 * a family name after it, and every name of `others` that contains it. A text without a name comes back as it is.
 * Example: the name Мария Иванова leaves „Мария Иванова-Колева“ and „Мария Иванова Колева“, and makes „Г-жа МАРИЯ ИВАНОВА,
 * счетоводител“ to „Г-жа —, счетоводител“.
 */
export function nameEraser(
	names: readonly string[],
	others: readonly string[],
	sign: string,
): (text: string) => string {
	const own = names.map(wordsOf).filter((words) => words.length > 0);
	const longer = others.map(wordsOf).filter((other) => own.some((words) => isPartOf(words, other)));
	return (text) => {
		const clean = text.normalize('NFC').replace(UNSEEN, '');
		const folded = foldText(clean);
		if (!own.some((name) => name.every((word) => folded.includes(word.folded)))) return text;
		const words = wordsOf(clean);
		const kept = longer.flatMap((other) => placesOf(other, words));
		const places = own
			.flatMap((name) => placesOf(name, words))
			.filter((at) => isWhole(clean, words, at) && !kept.some((other) => covers(other, at)));
		return places.length === 0 ? text : cutOut(clean, words, places, sign);
	};
}

/** Words of a text that were found one after another: the first, and the one after the last. */
type Place = readonly [from: number, to: number];

/** Blanks of no width and soft hyphens, which nobody sees. */
const UNSEEN = /[\u200b\u00ad\ufeff]/gu;

function wordsOf(text: string): readonly Word[] {
	let last = 0;
	return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => {
		const gap = foldText(text.slice(last, index));
		last = index + word.length;
		return { folded: foldText(word), gap, start: index, end: last };
	});
}

function placesOf(name: readonly Word[], words: readonly Word[]): readonly Place[] {
	const starts = words.flatMap((_, from) => {
		const isHere = name.every(({ folded, gap }, at) => {
			const word = words[from + at];
			return word?.folded === folded && (at === 0 || word.gap === gap);
		});
		return isHere ? [from] : [];
	});
	return starts.map((from) => [from, from + name.length]);
}

function isPartOf(name: readonly Word[], other: readonly Word[]): boolean {
	return other.length > name.length && placesOf(name, other).length > 0;
}

function covers([from, to]: Place, [start, end]: Place): boolean {
	return from <= start && end <= to;
}

function isWhole(text: string, words: readonly Word[], [from, to]: Place): boolean {
	const [before, first, last, after] = [words[from - 1], words[from], words[to - 1], words[to]];
	const between = (left: Word | undefined, right: Word | undefined) =>
		left && right ? text.slice(left.end, right.start) : '';
	if (JOINED.test(between(before, first))) return false;
	const gap = between(last, after);
	if (JOINED.test(gap)) return false;
	return !(after && /^\s+$/u.test(gap) && isFamilyName(text.slice(after.start, after.end)));
}

/** A hyphen without blanks around it. */
const JOINED = /^[‐‑‒–—−-]$/u;

/** Begins with a capital letter and ends as Bulgarian family names do. */
function isFamilyName(word: string): boolean {
	return /^\p{Lu}/u.test(word) && /(?:[оеё]ва?|[сшчц]к[иа])$/u.test(foldText(word));
}

function cutOut(text: string, words: readonly Word[], places: readonly Place[], sign: string): string {
	let rest = '';
	let last = 0;
	for (const [from, to] of [...places].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
		const start = words[from]?.start ?? last;
		if (start < last) continue;
		rest += text.slice(last, start) + sign;
		last = words[to - 1]?.end ?? last;
	}
	return rest + text.slice(last);
}
