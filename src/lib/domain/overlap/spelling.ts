import { indexDeletions, type DeletionIndex } from './deletion-index.ts';
import { ACT_FORMS } from './lexicon/act-forms.ts';
import { BACKGROUND_SHARES } from './lexicon/background.ts';
import { stemOf } from './lexicon/stem.ts';
import { conceptOf } from './lexicon/synonyms.ts';

/** Shorter words have too many honest neighbours. */
const SHORTEST = 7;
const LONGEST = 30;
/** A slip is met at most so often. */
const MOST_SLIPS = 2;

/** How often each word is met, and which words are known anyway and so are no slips. */
export interface WordCounts {
	readonly counts: ReadonlyMap<string, number>;
	readonly familiar: ReadonlySet<string>;
}

/**
 * Slips of the pen: a word met once or twice that differs in one letter (changed, missing, added or two swapped)
 * from a word of the role lexicon, or from one met at least three times as often. Returns slip → right word.
 * Forms of one word are no slips (their stems are equal), nor are familiar words or words with another first
 * letter, which mostly are other words („спазване“, „опазване“). Takes only words that {@link canBeSlip}.
 */
export function findSlips({ counts, familiar }: WordCounts): ReadonlyMap<string, string> {
	const met = nearWords(counts.keys());
	const slips = new Map<string, string>();
	const weigh = (suspect: string, target: string) => {
		const known = slips.get(suspect);
		if (isRightWord({ suspect, target, counts }) && isBetter(target, known, counts))
			slips.set(suspect, target);
	};
	for (const [suspect, count] of counts) {
		if (count > MOST_SLIPS || familiar.has(suspect)) continue;
		for (const target of met(suspect)) if ((counts.get(target) ?? 0) > MOST_SLIPS) weigh(suspect, target);
		for (const target of nearInLexicon(suspect)) weigh(suspect, target);
	}
	return slips;
}

/** Long enough, and without digits: only such a word can be a slip or be meant by one. */
export function canBeSlip(word: string): boolean {
	return word.length >= SHORTEST && word.length <= LONGEST && !/\d/u.test(word);
}

/** A word of the role lexicon or of the background of all administrations. */
export function isFamiliar(word: string): boolean {
	return ACT_FORMS.has(word) || BACKGROUND_SHARES.has(conceptOf(word));
}

/** Words that were met, and for each those that are one slip from it; most have none. */
interface MetWords {
	readonly words: string[];
	readonly near: Map<string, string[] | null>;
	readonly index: DeletionIndex;
}

/** Pure caches of pure functions: the same words come again with every analysis. */
let metWords: MetWords = noWords();

function noWords(): MetWords {
	return { words: [], near: new Map(), index: indexDeletions() };
}

/** More neighbours than any real word has; a made-up list of words may not fill the memory. */
const MOST_NEIGHBOURS = 1000;

/** The words met so far, with these among them, that are one slip from a word. */
function nearWords(added: Iterable<string>): (word: string) => readonly string[] {
	if (metWords.words.length > MOST_NEAR) metWords = noWords();
	const { words, near, index } = metWords;
	const join = (word: string, other: string) => {
		const known = near.get(word);
		if (!known) near.set(word, [other]);
		else if (known.length < MOST_NEIGHBOURS) known.push(other);
	};
	for (const word of added) {
		if (near.has(word)) continue;
		near.set(word, null);
		const found = new Set<string>();
		index.eachNear(word, (at) => {
			const other = words[at] as string;
			if (other[0] === word[0] && found.size < MOST_NEIGHBOURS && isOneSlip(word, other)) found.add(other);
		});
		for (const other of found) {
			join(word, other);
			join(other, word);
		}
		index.add(word);
		words.push(word);
	}
	return (word) => near.get(word) ?? NONE;
}

let ofLexicon: { readonly words: readonly string[]; readonly index: DeletionIndex } | undefined;

/** The long words of the role lexicon, which never changes while the program runs. */
function lexiconWords(): NonNullable<typeof ofLexicon> {
	if (ofLexicon) return ofLexicon;
	const words = [...ACT_FORMS.keys()].filter(canBeSlip);
	const index = indexDeletions();
	for (const word of words) index.add(word);
	return (ofLexicon = { words, index });
}

/** Words of the role lexicon that may be one slip away; remembered, since the same words are suspected again. */
function nearInLexicon(suspect: string): readonly string[] {
	const known = NEAR.get(suspect);
	if (known) return known;
	const lexicon = lexiconWords();
	const near: string[] = [];
	lexicon.index.eachNear(suspect, (at) => near.push(lexicon.words[at] as string));
	if (NEAR.size >= MOST_NEAR) NEAR.clear();
	NEAR.set(suspect, near.length === 0 ? NONE : near);
	return near;
}

const NONE: readonly string[] = [];
const NEAR = new Map<string, readonly string[]>();
const MOST_NEAR = 200_000;

function isRightWord(pair: {
	readonly suspect: string;
	readonly target: string;
	readonly counts: ReadonlyMap<string, number>;
}): boolean {
	const { suspect, target, counts } = pair;
	if (target === suspect || target[0] !== suspect[0] || !isOneSlip(suspect, target)) return false;
	// „изпраща“ and „изплаща“ are both verbs: a changed letter alone does not lead to the lexicon.
	const isOfLexicon = ACT_FORMS.has(target) && !isChangedLetter(suspect, target);
	const isSure = isOfLexicon || (counts.get(target) ?? 0) >= 3 * (counts.get(suspect) ?? 0);
	return isSure && stemOf(target) !== stemOf(suspect);
}

/** The commoner word; of equally common ones the first in the alphabet. */
function isBetter(target: string, known: string | undefined, counts: ReadonlyMap<string, number>): boolean {
	if (known === undefined) return true;
	const gain = (counts.get(target) ?? 0) - (counts.get(known) ?? 0);
	return gain > 0 || (gain === 0 && target < known);
}

/** Words of one length that differ in exactly one place. */
function isChangedLetter(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	let different = 0;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) different += 1;
	return different === 1;
}

/** True for one letter changed, missing or added, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
	if (a.length > b.length) return isOneSlip(b, a);
	if (b.length - a.length > 1) return false;
	let from = 0;
	while (from < a.length && a[from] === b[from]) from += 1;
	if (a.length < b.length) return a.slice(from) === b.slice(from + 1);
	if (a.slice(from + 1) === b.slice(from + 1)) return true;
	return a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
}
