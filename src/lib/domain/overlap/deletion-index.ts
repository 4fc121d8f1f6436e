/** Words that become alike when one letter is taken out of either: candidates for a slip of one letter. */
export interface DeletionIndex {
	/** Calls back with the number of each indexed word that may be one slip away; some may be called more than once. */
	readonly eachNear: (word: string, take: (number: number) => void) => void;
}

const LONGEST = 64;
const BASE = 0x01000193;
const POWERS = powers();

/**
 * Indexes words by the hashes of all their forms: the word itself and the word without each of its letters. Two words
 * one slip apart (a letter changed, missing, added, or two swapped) share a form; a shared hash is only a hint, so
 * whoever asks still compares the words. The forms themselves are never written out.
 * Source of the idea: symmetric deletion (SymSpell, Garbe 2012).
 */
export function indexDeletions(words: readonly string[]): DeletionIndex {
	const total = words.reduce((sum, word) => sum + word.length + 1, 0);
	const mask = 2 ** Math.ceil(Math.log2(total * 2 + 2)) - 1;
	const hashes = new Int32Array(mask + 1);
	const numbers = new Int32Array(mask + 1).fill(FREE);
	words.forEach((word, number) =>
		eachForm(word, (hash) => {
			let slot = slotOf(hash) & mask;
			while (numbers[slot] !== FREE) slot = (slot + 1) & mask;
			hashes[slot] = hash;
			numbers[slot] = number;
		}),
	);
	return {
		eachNear: (word, take) =>
			eachForm(word, (hash) => {
				for (let slot = slotOf(hash) & mask; numbers[slot] !== FREE; slot = (slot + 1) & mask)
					if (hashes[slot] === hash) take(numbers[slot] as number);
			}),
	};
}

const FREE = -1;

/** Hash of the word, then of the word without each letter, from the hashes of its beginnings. */
function eachForm(word: string, take: (hash: number) => void): void {
	const length = Math.min(word.length, LONGEST);
	let whole = 0;
	for (let at = 0; at < length; at++) whole = (Math.imul(whole, BASE) + word.charCodeAt(at)) | 0;
	take(whole);
	let before = 0;
	for (let at = 0; at < length; at++) {
		const withLetter = (Math.imul(before, BASE) + word.charCodeAt(at)) | 0;
		take((whole + Math.imul(before - withLetter, POWERS[length - 1 - at] as number)) | 0);
		before = withLetter;
	}
}

function slotOf(hash: number): number {
	const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (mixed ^ (mixed >>> 13)) >>> 0;
}

function powers(): Int32Array {
	const result = new Int32Array(LONGEST).fill(1);
	for (let at = 1; at < LONGEST; at++) result[at] = Math.imul(result[at - 1] as number, BASE);
	return result;
}
