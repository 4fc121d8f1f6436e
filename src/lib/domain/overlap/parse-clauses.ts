import { CLAUSE_OPENERS } from './lexicon/stop-words.ts';
import type { Word } from './words.ts';

interface Clauses {
	/** Words inside a side clause („във връзка с …“). */
	readonly isSide: (at: number) => boolean;
	/** Words of a legal reference: чл., ал., т., § and their numbers. */
	readonly references: ReadonlySet<number>;
}

/**
 * Marks side clauses and legal references. A side clause runs from its opener to the next comma, semicolon or
 * bracket; one that opens the statement also ends where the first verb stands.
 */
export function parseClauses(words: readonly Word[]): Clauses {
	const side = new Set<number>();
	const references = new Set<number>();
	let isOpen = false;
	let startsText = false;
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (!word) continue;
		if (isOpen && (/[,;()]/u.test(word.before) || (startsText && word.info.act?.kind === 'finite')))
			isOpen = false;
		if (!isOpen && opensClause(words, at)) {
			isOpen = true;
			startsText = at === 0;
		}
		if (isOpen) side.add(at);
		if (isReference(words, at)) references.add(at);
	}
	return { isSide: (at) => side.has(at), references };
}

function opensClause(words: readonly Word[], at: number): boolean {
	const phrases = CLAUSE_OPENERS.get(words[at]?.info.folded ?? '') ?? [];
	return phrases.some((phrase) => phrase.every((part, i) => words[at + i]?.info.folded === part));
}

const MARKS = /^(чл|ал|т|б|пар)$/u;

function isReference(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word) return false;
	if (MARKS.test(word.info.folded) && words[at + 1]?.before.startsWith('.')) return true;
	if (!/^\d+[а-я]?$/u.test(word.info.folded)) return false;
	if (/§\s*$/u.test(word.before)) return true;
	const previous = words[at - 1];
	return previous !== undefined && MARKS.test(previous.info.folded) && /^\.?\s*$/u.test(word.before);
}
