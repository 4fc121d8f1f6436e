import { parseActs } from './parse-acts.ts';
import { parseClauses } from './parse-clauses.ts';
import { isGeneralClause } from './general-clause.ts';
import { ABBREVIATIONS, isLawAbbreviation } from './lexicon/abbreviations.ts';
import type { Act } from './lexicon/act-affinity.ts';
import { conceptOf, PHRASES_BY_STEM } from './lexicon/synonyms.ts';
import { parseScope, type Scope } from './scope.ts';
import { wordsOf, type Word } from './words.ts';

/** A term of a statement: a concept, how much it counts, and the words of the text that it comes from. */
export interface Term {
	readonly concept: string;
	/** 1 in the main clause, less in a side clause. */
	readonly emphasis: number;
	/** Numbers of words in the text. */
	readonly words: readonly number[];
}

/** A function statement taken apart; see `methodology.md` §1.5 for its wording rule. */
export interface ParsedStatement {
	readonly text: string;
	readonly words: readonly Word[];
	readonly acts: readonly Act[];
	/** Numbers of the words that the acts stand in. */
	readonly actWords: readonly number[];
	readonly terms: readonly Term[];
	readonly scope: Scope;
	/** „изпълнява и други задачи, възложени от кмета“ */
	readonly isGeneral: boolean;
	/** The main act is denied: „не издава“. */
	readonly isNegated: boolean;
}

/** Side clauses say how and why; they still help to tell two long statements apart. */
const SIDE_EMPHASIS = 0.3;

/**
 * Takes a function statement apart: act, object terms, places, years, names. Works on any text; words it does not
 * know are terms. A statement with nothing but stop words keeps them as terms, so that it equals itself.
 *
 * Example: „Издава удостоверения за наследници на жителите на с. Беброво“ → acts [издава: issue], terms
 * удост, насле, граждани, places [беброво].
 */
export function parseStatement(text: string, slips?: ReadonlyMap<string, string>): ParsedStatement {
	const words = wordsOf(text, slips);
	const scope = parseScope(words);
	const clauses = parseClauses(words);
	const { acts, actWords, isNegated } = parseActs(words, clauses.isSide);
	const skip = new Set([...scope.taken, ...actWords, ...clauses.skipped]);
	const terms = termsOf(words, (at) => !skip.has(at) && !isStop(words, at), clauses.isSide);
	const isGeneral = isGeneralClause(words, acts);
	return {
		text,
		words,
		acts,
		actWords,
		terms: orFallback(terms, words, actWords),
		scope: { places: scope.places, periods: scope.periods, names: scope.names },
		isGeneral,
		isNegated,
	};
}

function isStop(words: readonly Word[], at: number): boolean {
	const info = words[at]?.info;
	return info === undefined || info.isStop || (info.folded.length === 1 && !info.isNumber);
}

function termsOf(
	words: readonly Word[],
	isKept: (at: number) => boolean,
	isSide: (at: number) => boolean,
): readonly Term[] {
	const found = new Map<string, { emphasis: number; words: number[] }>();
	const content = words.flatMap((_, at) => (isKept(at) ? contentAt(words, at) : []));
	for (const { concept, at } of joinPhrases(content)) {
		const isAside = at.every((place) => isSide(place) || isLawAbbreviation(words[place]?.info.folded ?? ''));
		const emphasis = isAside ? SIDE_EMPHASIS : 1;
		const term = found.get(concept);
		if (!term) found.set(concept, { emphasis, words: [...at] });
		else {
			term.emphasis = Math.max(term.emphasis, emphasis);
			term.words.push(...at);
		}
	}
	const terms = [...found].map(([concept, term]) => ({ concept, ...term }));
	return terms.every((term) => term.emphasis < 1) ? terms.map((term) => ({ ...term, emphasis: 1 })) : terms;
}

interface Content {
	readonly concept: string;
	readonly at: readonly number[];
}

function contentAt(words: readonly Word[], at: number): readonly Content[] {
	const info = words[at]?.info;
	if (!info) return [];
	const long = ABBREVIATIONS.get(info.folded);
	if (long) return long.map((word) => ({ concept: conceptOf(word), at: [at] }));
	return [{ concept: info.concept, at: [at] }];
}

/** Rows of content words that have one meaning together become that meaning. */
function joinPhrases(content: readonly Content[]): readonly Content[] {
	const joined: Content[] = [];
	for (let at = 0; at < content.length; at++) {
		const item = content[at];
		if (!item) continue;
		const phrase = PHRASES_BY_STEM.get(item.concept)?.find((candidate) =>
			candidate.stems.every((stem, i) => content[at + i]?.concept === stem),
		);
		if (!phrase) {
			joined.push(item);
			continue;
		}
		const places = content.slice(at, at + phrase.stems.length).flatMap((part) => part.at);
		joined.push(...phrase.means.map((concept) => ({ concept, at: places })));
		at += phrase.stems.length - 1;
	}
	return joined;
}

/** Without an object the acts are the terms, and without acts every word is. */
function orFallback(
	terms: readonly Term[],
	words: readonly Word[],
	actWords: readonly number[],
): readonly Term[] {
	if (terms.length > 0) return terms;
	const places = actWords.length > 0 ? actWords : words.map((_, at) => at);
	return termsOf(
		words,
		(at) => places.includes(at),
		() => false,
	);
}
