/** Words that become alike when one letter is taken out of either: candidates for a slip of one letter. */
export interface DeletionIndex {
	/** Indexes one more word; the first is number 0. */
	readonly add: (word: string) => void;
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
export function indexDeletions(): DeletionIndex {
	let slots = createSlots(1024);
	let words = 0;
	return {
		add: (word) => {
			if (slots.used + word.length >= slots.numbers.length / 2) slots = enlarged(slots);
			eachForm(word, (hash) => put(slots, hash, words));
			words += 1;
		},
		eachNear: (word, take) => {
			const { hashes, numbers } = slots;
			const mask = numbers.length - 1;
			eachForm(word, (hash) => {
				for (let slot = slotOf(hash) & mask; numbers[slot] !== FREE; slot = (slot + 1) & mask)
					if (hashes[slot] === hash) take(numbers[slot] as number);
			});
		},
	};
}

/** Open addressing: the hash of a form and the number of its word. */
interface Slots {
	readonly hashes: Int32Array;
	readonly numbers: Int32Array;
	used: number;
}

const FREE = -1;

function createSlots(size: number): Slots {
	return { hashes: new Int32Array(size), numbers: new Int32Array(size).fill(FREE), used: 0 };
}

function put(slots: Slots, hash: number, number: number): void {
	const mask = slots.numbers.length - 1;
	let slot = slotOf(hash) & mask;
	while (slots.numbers[slot] !== FREE) slot = (slot + 1) & mask;
	slots.hashes[slot] = hash;
	slots.numbers[slot] = number;
	slots.used += 1;
}

function enlarged({ hashes, numbers }: Slots): Slots {
	const larger = createSlots(numbers.length * 2);
	for (let slot = 0; slot < numbers.length; slot++)
		if (numbers[slot] !== FREE) put(larger, hashes[slot] as number, numbers[slot] as number);
	return larger;
}

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
