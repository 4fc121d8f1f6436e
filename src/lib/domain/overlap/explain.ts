import type { ComparedPair, SharedTerm } from './compare.ts';
import type { Corpus } from './corpus.ts';
import { parseStatement, type ParsedStatement } from './parse.ts';

/** A piece of a text, UTF-16 offsets, end exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface ExplainedTerm {
	/** The words as they stand in the first statement, in small letters. */
	readonly words: string;
	/** Part of the similarity of the objects, 0–1. */
	readonly weight: number;
}

export interface PairExplanation {
	readonly a: ExplainedSide;
	readonly b: ExplainedSide;
	readonly shared: readonly ExplainedTerm[];
}

export interface ExplainedSide {
	/** What to highlight: shared terms in the order of the text. */
	readonly spans: readonly Span[];
	/** The act as it stands in the text. */
	readonly actSpans: readonly Span[];
	/** Words that only this statement has. */
	readonly own: readonly string[];
	readonly acts: ParsedStatement['acts'];
}

/**
 * What two statements share and where it stands in each text; the basis of „Защо 0,91?“. `slips` are those of the
 * analysis that found the pair.
 */
export function explainPair(
	texts: readonly [string, string],
	shared: readonly SharedTerm[],
	slips: ReadonlyMap<string, string>,
): PairExplanation {
	const a = parseStatement(texts[0], slips);
	const b = parseStatement(texts[1], slips);
	const concepts = new Set(shared.map(({ concept }) => concept));
	const wordsOf = wordsByConcept(a);
	return {
		a: explainSide(a, concepts),
		b: explainSide(b, concepts),
		shared: shared.map(({ concept, weight }) => ({ words: wordsOf(concept), weight })),
	};
}

/**
 * Words for the shared terms of pairs, the heaviest first, as the first statement has them. Made once for a corpus:
 * neighbouring pairs of a sorted list have the same first statement.
 */
export function createSharedWords(corpus: Corpus): (pair: ComparedPair) => readonly string[] {
	let last: { readonly statement: number; readonly wordsOf: (concept: string) => string } | undefined;
	return ({ a, shared }) => {
		if (last?.statement !== a) {
			const parsed = parseStatement(corpus.statements[a]?.text ?? '', corpus.slips);
			last = { statement: a, wordsOf: wordsByConcept(parsed) };
		}
		const { wordsOf } = last;
		return [...new Set(shared.map(({ concept }) => wordsOf(concept)))];
	};
}

function explainSide(parsed: ParsedStatement, shared: ReadonlySet<string>): ExplainedSide {
	const wordsOf = wordsByConcept(parsed);
	const places = parsed.terms.flatMap((term) => (shared.has(term.concept) ? [...term.words] : []));
	return {
		spans: spansOf(parsed, places),
		actSpans: spansOf(parsed, parsed.actWords),
		own: parsed.terms.filter((term) => !shared.has(term.concept)).map((term) => wordsOf(term.concept)),
		acts: parsed.acts,
	};
}

function spansOf(parsed: ParsedStatement, places: readonly number[]): readonly Span[] {
	return [...new Set(places)]
		.sort((x, y) => x - y)
		.flatMap((at) => {
			const word = parsed.words[at];
			return word ? [{ start: word.start, end: word.end }] : [];
		});
}

/** The words of a text that stand for a concept, in small letters; each term is looked for once, however long the text. */
function wordsByConcept(parsed: ParsedStatement): (concept: string) => string {
	const placesOf = new Map(parsed.terms.toReversed().map(({ concept, words }) => [concept, words]));
	return (concept) => {
		const words = [...new Set(placesOf.get(concept) ?? [])].map((at) => {
			const word = parsed.words[at];
			return word ? parsed.text.slice(word.start, word.end).toLowerCase() : '';
		});
		return [...new Set(words)].join(' ');
	};
}
