import type { Profile } from './affinity.ts';
import { createInterner, digestOf } from './digest.ts';
import { compileRows, type Rows } from './rows.ts';
import type { OverlapStatement } from './options.ts';
import { parseStatement } from './parse.ts';
import type { Scope } from './scope.ts';
import { findSlips } from './spelling.ts';
import type { Word } from './words.ts';
import { weighTerms, type Vocabulary } from './vocabulary.ts';

/** All statements of an analysis, weighed against each other and ready to be searched. */
export interface Corpus {
	readonly statements: readonly OverlapStatement[];
	readonly profiles: readonly Profile[];
	readonly scopes: readonly Scope[];
	readonly slips: ReadonlyMap<string, string>;
	readonly wordCounts: ReadonlyMap<string, number>;
	readonly vocabulary: Vocabulary;
	readonly rows: Rows;
}

/**
 * Prepares statements for the search: parses them, puts rare slips of the pen right, weighs the terms by how rare
 * they are here and in administrations at large, and joins statements that say exactly the same into one row.
 * The order of the statements does not matter for any weight.
 */
export function buildCorpus(statements: readonly OverlapStatement[]): Corpus {
	const { parsed, wordCounts } = parseAll(statements);
	const slips = findSlips(wordCounts);
	const profiles = createInterner<Profile>();
	const scopes = createInterner<Scope>();
	const digests = statements.map((statement, at) => {
		const found = parsed[at];
		const isSlipped = slips.size > 0 && found?.words.some((word) => slips.has(word.info.folded));
		const clean = found && !isSlipped ? found : parseStatement(statement.text, slips);
		return digestOf(clean, statement, profiles, scopes);
	});
	const vocabulary = weighTerms(digests);
	return {
		statements,
		profiles: profiles.values,
		scopes: scopes.values,
		slips,
		wordCounts,
		vocabulary,
		rows: compileRows(digests, vocabulary),
	};
}

function parseAll(statements: readonly OverlapStatement[]) {
	const wordCounts = new Map<string, number>();
	const parsed = statements.map((statement) => {
		const found = parseStatement(statement.text);
		for (const word of found.words) {
			if (!word.info.isStop && !isName(word))
				wordCounts.set(word.info.folded, (wordCounts.get(word.info.folded) ?? 0) + 1);
		}
		return found;
	});
	return { parsed, wordCounts };
}

/** A capital letter inside a sentence: names are never slips of the pen. */
function isName(word: Word): boolean {
	return word.info.isCapitalised && word.start > 0;
}
