import type { Word } from './words.ts';

interface Clauses {
	/** Words inside a side clause („във връзка с …“). */
	readonly isSide: (at: number) => boolean;
	/** Words that are no terms: openers of clauses, and legal references (чл., ал., т., § and their numbers). */
	readonly skipped: readonly number[];
}

/**
 * Marks side clauses and legal references. A side clause runs from its opener to the next comma, semicolon or
 * bracket; one that opens the statement also ends where the first verb stands.
 */
export function parseClauses(words: readonly Word[]): Clauses {
	const side: boolean[] = [];
	const skipped: number[] = [];
	let isOpen = false;
	let startsText = false;
	words.forEach((word, at) => {
		if (isOpen && (endsClause(word) || (startsText && word.info.act?.kind === 'finite'))) isOpen = false;
		const opener = isOpen ? 0 : openerLength(words, at);
		if (opener > 0) {
			for (let i = at; i < at + opener; i++) skipped.push(i);
			isOpen = true;
			startsText = at === 0;
		}
		if (isOpen) side[at] = true;
		if (isReference(words, at)) skipped.push(at);
	});
	return { isSide: side.length === 0 ? NOWHERE : (at) => side[at] === true, skipped };
}

const NOWHERE = () => false;

function endsClause({ before }: Word): boolean {
	return before !== ' ' && /[,;()]/u.test(before);
}

/** Number of words of the opener that stands here; 0 for none. */
function openerLength(words: readonly Word[], at: number): number {
	const phrases = words[at]?.info.openers;
	if (!phrases) return 0;
	const found = phrases.find((phrase) => phrase.every((part, i) => words[at + i]?.info.folded === part));
	return found?.length ?? 0;
}

function isReference(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word) return false;
	if (word.info.isReferenceMark) return words[at + 1]?.before.startsWith('.') ?? false;
	if (!word.info.isReferenceNumber) return false;
	if (/§\s*$/u.test(word.before)) return true;
	const isMarked = words[at - 1]?.info.isReferenceMark ?? false;
	return isMarked && /^\.?\s*$/u.test(word.before);
}
