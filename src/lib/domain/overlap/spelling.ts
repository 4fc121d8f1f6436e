import { ACT_FORMS } from './lexicon/act-forms.ts';
import { BACKGROUND_SHARES } from './lexicon/background.ts';
import { stemOf } from './lexicon/stem.ts';
import { conceptOf } from './lexicon/synonyms.ts';

/** Shorter words have too many honest neighbours. */
const SHORTEST = 7;
const LONGEST = 30;
/** A slip is met at most so often. */
export const MOST_SLIPS = 2;

/**
 * Slips of the pen: a word met once or twice that differs in one letter (changed, missing, added or two swapped)
 * from a word of the role lexicon, or from one met at least three times as often. Returns slip → right word.
 * Forms of one word are no slips (their stems are equal), nor are words of the background or with another first
 * letter, which mostly are other words („спазване“, „опазване“).
 */
export function findSlips(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
	const suspects = [...counts.keys()].filter((word) => isSuspect(word, counts));
	if (suspects.length === 0) return new Map();
	const byForm = underEveryForm(suspects);
	const slips = new Map<string, string>();
	const weigh = (target: string) => {
		for (const form of [target, ...deletions(target)])
			for (const suspect of byForm.get(form) ?? []) {
				const known = slips.get(suspect);
				if (isRightWord({ suspect, target, counts }) && isBetter(target, known, counts))
					slips.set(suspect, target);
			}
	};
	for (const [word, count] of counts) if (count > MOST_SLIPS && isLong(word)) weigh(word);
	for (const word of ACT_FORMS.keys()) if (isLong(word)) weigh(word);
	return slips;
}

function isSuspect(word: string, counts: ReadonlyMap<string, number>): boolean {
	return (
		(counts.get(word) ?? 0) <= MOST_SLIPS &&
		isLong(word) &&
		!ACT_FORMS.has(word) &&
		!BACKGROUND_SHARES.has(conceptOf(word))
	);
}

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

function underEveryForm(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const byForm = new Map<string, string[]>();
	for (const word of words)
		for (const form of [word, ...deletions(word)]) {
			const found = byForm.get(form);
			if (found) found.push(word);
			else byForm.set(form, [word]);
		}
	return byForm;
}

function isLong(word: string): boolean {
	return word.length >= SHORTEST && word.length <= LONGEST && !/\d/u.test(word);
}

function deletions(word: string): readonly string[] {
	return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
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
