import { foldText } from '../shared/index.ts';
import type { ActName } from './desk.ts';

/** Where a text names an act of the register. */
export interface ActMention {
	readonly actKey: string;
	readonly from: number;
	readonly to: number;
}

interface Word {
	readonly key: string;
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

/**
 * Finds the acts that a text names, by abbreviation („ЗУТ“), by whole name whatever its article („Закона за
 * публичните финанси“), or by the number of an ordinance („Наредба № 9“) where the register has one of that number.
 * Longer names go before shorter ones; in the order of the text.
 */
export function findActMentions(text: string, acts: readonly ActName[]): readonly ActMention[] {
	const words = wordsOf(text);
	const names = namesOf(acts);
	const found: ActMention[] = [];
	for (let at = 0; at < words.length;) {
		const first = words[at]?.key ?? '';
		const name = (names.get(first) ?? []).find(({ keys, exact }) => stands(words, at, keys, exact));
		const last = words[at + (name?.keys.length ?? 1) - 1];
		if (name && last) found.push({ actKey: name.actKey, from: words[at]?.from ?? 0, to: last.to });
		at += name?.keys.length ?? 1;
	}
	return found;
}

interface NamedAct {
	readonly actKey: string;
	readonly keys: readonly string[];
	/** An abbreviation counts only as it is written. */
	readonly exact: string | null;
}

/** Names by their first word, the longest first; an ordinance also by its number alone, where only one has it. */
function namesOf(acts: readonly ActName[]): ReadonlyMap<string, readonly NamedAct[]> {
	const known = remembered.get(acts);
	if (known) return known;
	const all = acts.flatMap(({ key, names }) =>
		names.flatMap((name): readonly NamedAct[] => {
			const keys = wordsOf(name).map((word) => word.key);
			return keys.length === 0 ? [] : [{ actKey: key, keys, exact: keys.length === 1 ? name.trim() : null }];
		}),
	);
	const numbered = all.flatMap(({ actKey, keys }): readonly NamedAct[] =>
		keys.length > 3 && keys[1] === '№' ? [{ actKey, keys: keys.slice(0, 3), exact: null }] : [],
	);
	const clear = numbered.filter(
		(one) =>
			new Set(numbered.filter((other) => isSame(other.keys, one.keys)).map((act) => act.actKey)).size === 1,
	);
	const sorted = [...all, ...clear].sort(
		(a, b) => b.keys.length - a.keys.length || (a.actKey < b.actKey ? -1 : 1),
	);
	const made = Map.groupBy(sorted, ({ keys }) => keys[0] ?? '');
	remembered.set(acts, made);
	return made;
}

/** A register is held against thousands of statements. */
const remembered = new WeakMap<readonly ActName[], ReadonlyMap<string, readonly NamedAct[]>>();

function isSame(left: readonly string[], right: readonly string[]): boolean {
	return left.length === right.length && left.every((key, at) => key === right[at]);
}

function stands(words: readonly Word[], at: number, keys: readonly string[], exact: string | null): boolean {
	if (exact !== null && words[at]?.text !== exact) return false;
	return keys.every((key, next) => words[at + next]?.key === key);
}

function wordsOf(text: string): readonly Word[] {
	return [...text.matchAll(/№|[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
		key: word === '№' ? word : bare(foldText(word)),
		text: word,
		from: index,
		to: index + word.length,
	}));
}

/** The kind of an act without its article: „закона“ → „закон“, „наредбата“ → „наредба“. */
function bare(word: string): string {
	return word
		.replace(/^(закон|кодекс|правилник|устав)(?:а|ът)$/u, '$1')
		.replace(/^(наредба|инструкция|програма|стратегия|конституция)та$/u, '$1');
}
