import { spelledCount, spelledWord } from './reading.ts';
import { growingInts } from './room.ts';
import type { WordCounts } from './spelling.ts';

/** The words of many statements that a slip of the pen could be among, by their numbers in `spelledWord`. */
export interface SpelledWords {
	/** The words of the next statement. */
	readonly add: (words: Int32Array) => void;
	readonly counts: () => WordCounts;
	/** The statements, by their numbers, that have one of the slips. */
	readonly statementsWith: (slips: ReadonlyMap<string, string>) => readonly number[];
}

/** Keeps numbers only. */
export function createSpelling(): SpelledWords {
	const all = growingInts(1024);
	const start = growingInts(1024);
	return {
		add: (words) => {
			for (const word of words) all.push(word);
			start.push(all.length());
		},
		counts: () => countWords(all.values()),
		statementsWith: (slips) => (slips.size === 0 ? [] : statementsWith(slips, all.values(), start.values())),
	};
}

function countWords(words: Int32Array): WordCounts {
	const count = new Int32Array(spelledCount());
	for (let at = 0; at < words.length; at++) {
		const word = words[at] as number;
		count[word] = (count[word] as number) + 1;
	}
	const counts = new Map<string, number>();
	const familiar = new Set<string>();
	count.forEach((times, word) => {
		if (times === 0) return;
		const { folded, isFamiliar } = spelledWord(word);
		counts.set(folded, times);
		if (isFamiliar) familiar.add(folded);
	});
	return { counts, familiar };
}

function statementsWith(
	slips: ReadonlyMap<string, string>,
	words: Int32Array,
	end: Int32Array,
): readonly number[] {
	const isSlip = new Uint8Array(spelledCount());
	for (let word = 0; word < isSlip.length; word++) if (slips.has(spelledWord(word).folded)) isSlip[word] = 1;
	const found: number[] = [];
	for (let at = 0, statement = 0; statement < end.length; statement++)
		for (let isFound = false; at < (end[statement] as number); at++) {
			if (isFound || isSlip[words[at] as number] !== 1) continue;
			isFound = true;
			found.push(statement);
		}
	return found;
}
