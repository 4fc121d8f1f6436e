import { ACT_FORMS } from './lexicon/act-forms.ts';
import { BACKGROUND_SHARES } from './lexicon/background.ts';
import { stemOf } from './lexicon/stem.ts';
import { conceptOf } from './lexicon/synonyms.ts';

/** Shorter words have too many honest neighbours. */
const SHORTEST = 7;
const RARE_UP_TO = 2;

/**
 * Slips of the pen: a word met once or twice that differs in one letter (changed, missing, added or two swapped)
 * from a word of the role lexicon, or from one met at least three times as often. Returns slip → right word.
 * Forms of one word are no slips (their stems are equal), nor are words of the background or with another first
 * letter, which mostly are other words („спазване“, „опазване“).
 */
export function findSlips(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
	const suspects = [...counts].filter(
		([word, count]) => count <= RARE_UP_TO && isLong(word) && !BACKGROUND_SHARES.has(conceptOf(word)),
	);
	if (suspects.length === 0) return new Map();
	const targets = targetsByDeletion(counts);
	const slips = new Map<string, string>();
	for (const [word, count] of suspects) {
		if (ACT_FORMS.has(word)) continue;
		const right = bestTarget(word, count, counts, targets);
		if (right !== undefined) slips.set(word, right);
	}
	return slips;
}

/** One rare word against the words already known; for a text that is being typed. */
export function findSlip(
	word: string,
	counts: ReadonlyMap<string, number>,
	targets: ReadonlyMap<string, readonly string[]>,
): string | undefined {
	return isLong(word) && !counts.has(word) && !ACT_FORMS.has(word)
		? bestTarget(word, 0, counts, targets)
		: undefined;
}

/** Words under every form that lacks one letter, and under themselves. */
export function targetsByDeletion(
	counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
	const targets = new Map<string, string[]>();
	const add = (word: string) => {
		for (const form of deletions(word)) {
			const found = targets.get(form);
			if (found) found.push(word);
			else targets.set(form, [word]);
		}
	};
	for (const [word, count] of counts) if (count > RARE_UP_TO && isLong(word)) add(word);
	for (const word of ACT_FORMS.keys()) if (isLong(word) && (counts.get(word) ?? 0) <= RARE_UP_TO) add(word);
	return targets;
}

function bestTarget(
	word: string,
	count: number,
	counts: ReadonlyMap<string, number>,
	targets: ReadonlyMap<string, readonly string[]>,
): string | undefined {
	const stem = stemOf(word);
	let best: string | undefined;
	let bestCount = -1;
	for (const form of deletions(word))
		for (const candidate of targets.get(form) ?? []) {
			const weight = counts.get(candidate) ?? 0;
			const isSure = ACT_FORMS.has(candidate) || weight >= 3 * count;
			if (!isSure || candidate[0] !== word[0] || stemOf(candidate) === stem) continue;
			if (!isOneSlip(word, candidate)) continue;
			const isBetter = weight > bestCount || (weight === bestCount && candidate < (best ?? candidate));
			if (!isBetter) continue;
			best = candidate;
			bestCount = weight;
		}
	return best;
}

function isLong(word: string): boolean {
	return word.length >= SHORTEST && word.length <= 30 && !/\d/u.test(word);
}

function deletions(word: string): readonly string[] {
	const forms = [word];
	for (let at = 0; at < word.length; at++) forms.push(word.slice(0, at) + word.slice(at + 1));
	return forms;
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
