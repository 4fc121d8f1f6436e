import type { Profile } from './affinity.ts';
import { createInterner, digestOf } from './digest.ts';
import { compileRows, type Rows } from './rows.ts';
import type { OverlapStatement } from './options.ts';
import { parseStatement, type ParsedStatement } from './parse.ts';
import type { Scope } from './scope.ts';
import { findSlips, MOST_SLIPS } from './spelling.ts';
import type { Word } from './words.ts';
import { weighTerms, type Vocabulary } from './vocabulary.ts';

/** All statements of an analysis, weighed against each other and ready to be searched. */
export interface Corpus {
	readonly statements: readonly OverlapStatement[];
	readonly profiles: readonly Profile[];
	readonly scopes: readonly Scope[];
	readonly slips: ReadonlyMap<string, string>;
	readonly vocabulary: Vocabulary;
	readonly rows: Rows;
}

/**
 * Prepares statements for the search: parses them, puts rare slips of the pen right, weighs the terms by how rare
 * they are here and in administrations at large, and joins statements that say exactly the same into one row.
 * The order of the statements does not matter for any weight.
 */
export function buildCorpus(statements: readonly OverlapStatement[]): Corpus {
	const profiles = createInterner<Profile>();
	const scopes = createInterner<Scope>();
	const words = createWordCounter();
	const read = (statement: OverlapStatement, at: number, slips?: ReadonlyMap<string, string>) => {
		const parsed = parseStatement(statement.text, slips);
		if (!slips) words.count(parsed, at);
		return digestOf(parsed, statement, profiles, scopes);
	};
	const digests = statements.map((statement, at) => read(statement, at));
	const slips = findSlips(words.counts);
	for (const at of words.statementsWith(slips.keys())) {
		const statement = statements[at];
		if (statement) digests[at] = read(statement, at, slips);
	}
	const vocabulary = weighTerms(digests);
	return {
		statements,
		profiles: profiles.values,
		scopes: scopes.values,
		slips,
		vocabulary,
		rows: compileRows(digests, vocabulary),
	};
}

/** Counts content words and remembers where the rare ones stand: only they can be slips of the pen. */
function createWordCounter() {
	const counts = new Map<string, number>();
	const places = new Map<string, number[]>();
	return {
		counts,
		count: ({ words }: ParsedStatement, at: number) => {
			for (const word of words) {
				if (word.info.isStop || isName(word)) continue;
				const { folded } = word.info;
				const count = (counts.get(folded) ?? 0) + 1;
				counts.set(folded, count);
				if (count > MOST_SLIPS) places.delete(folded);
				else places.set(folded, [...(places.get(folded) ?? []), at]);
			}
		},
		statementsWith: (words: Iterable<string>) =>
			new Set([...words].flatMap((word) => places.get(word) ?? [])),
	};
}

/** A capital letter inside a sentence: names are never slips of the pen. */
function isName(word: Word): boolean {
	return word.info.isCapitalised && word.start > 0;
}
