import { CLAUSE_OPENERS } from './lexicon/stop-words.ts';
import type { Word } from './words.ts';

interface Clauses {
	/** Words inside a side clause („във връзка с …“). */
	readonly isSide: (at: number) => boolean;
	/** Words that are no terms: openers of clauses, and legal references (чл., ал., т., § and their numbers). */
	readonly skipped: ReadonlySet<number>;
}

/**
 * Marks side clauses and legal references. A side clause runs from its opener to the next comma, semicolon or
 * bracket; one that opens the statement also ends where the first verb stands.
 */
export function parseClauses(words: readonly Word[]): Clauses {
	const side = new Set<number>();
	const skipped = new Set<number>();
	let isOpen = false;
	let startsText = false;
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (!word) continue;
		if (isOpen && (/[,;()]/u.test(word.before) || (startsText && word.info.act?.kind === 'finite')))
			isOpen = false;
		const opener = isOpen ? 0 : openerLength(words, at);
		if (opener > 0) {
			for (let i = at; i < at + opener; i++) skipped.add(i);
			isOpen = true;
			startsText = at === 0;
		}
		if (isOpen) side.add(at);
		if (isReference(words, at)) skipped.add(at);
	}
	return { isSide: (at) => side.has(at), skipped };
}

/** Number of words of the opener that stands here; 0 for none. */
function openerLength(words: readonly Word[], at: number): number {
	const phrases = CLAUSE_OPENERS.get(words[at]?.info.folded ?? '') ?? [];
	const found = phrases.find((phrase) => phrase.every((part, i) => words[at + i]?.info.folded === part));
	return found?.length ?? 0;
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
