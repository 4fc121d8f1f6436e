import { parseActs } from './parse-acts.ts';
import { parseClauses } from './parse-clauses.ts';
import { isGeneralClause } from './general-clause.ts';
import type { Act } from './lexicon/act-affinity.ts';
import { PHRASES_BY_STEM } from './lexicon/synonyms.ts';
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
/** „участва в изготвянето на …“: an action inside the object says little about what the object is. */
const INNER_ACT_EMPHASIS = 0.3;

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
	const isTerm = words.map(({ info }) => info.isContent);
	const plainActs = actWords.filter((at) => words[at]?.info.act?.isTelling !== true);
	for (const skipped of [scope.taken, plainActs, clauses.skipped])
		for (const at of skipped) isTerm[at] = false;
	const terms = termsOf(words, isTerm, clauses.isSide);
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

function termsOf(
	words: readonly Word[],
	isTerm: readonly boolean[],
	isSide: (at: number) => boolean,
): readonly Term[] {
	const terms = new Map<string, { readonly concept: string; emphasis: number; words: number[] }>();
	let isAllAside = true;
	for (const { concept, at } of joinPhrases(contentOf(words, isTerm))) {
		const isAside = at.every((place) => isSide(place) || words[place]?.info.isLawAbbreviation === true);
		if (!isAside) isAllAside = false;
		const emphasis = isAside ? SIDE_EMPHASIS : emphasisOf(words, at);
		const term = terms.get(concept);
		if (!term) terms.set(concept, { concept, emphasis, words: [...at] });
		else {
			term.emphasis = Math.max(term.emphasis, emphasis);
			term.words.push(...at);
		}
	}
	const found = [...terms.values()];
	if (isAllAside) for (const term of found) term.emphasis = 1;
	return found;
}

/** Of words in the main clause. */
function emphasisOf(words: readonly Word[], at: readonly number[]): number {
	return at.every((place) => words[place]?.info.isInnerAct) ? INNER_ACT_EMPHASIS : 1;
}

interface Content {
	readonly concept: string;
	readonly at: readonly number[];
}

function contentOf(words: readonly Word[], isTerm: readonly boolean[]): readonly Content[] {
	const content: Content[] = [];
	words.forEach(({ info }, at) => {
		if (!isTerm[at]) return;
		if (info.long) for (const concept of info.long) content.push({ concept, at: [at] });
		else content.push({ concept: info.concept, at: [at] });
	});
	return content;
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
	const isTerm = words.map((_, at) => actWords.length === 0 || actWords.includes(at));
	return termsOf(words, isTerm, () => false);
}
