import type { Profile } from './affinity.ts';
import { toColumns, type Read } from './columns.ts';
import { compileRows, type Rows } from './rows.ts';
import type { OverlapStatement } from './options.ts';
import { forgetReadings, readText, scopeOf, spelledCount, spelledWord } from './reading.ts';
import type { Scope } from './scope.ts';
import { findSlips, type WordCounts } from './spelling.ts';
import { placeOfUnit } from './unit-place.ts';
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
	forgetReadings();
	const scopeIn = createScopes();
	const read = (statement: OverlapStatement, slips?: ReadonlyMap<string, string>): Read => {
		const reading = readText(statement.text, slips);
		return { reading, scope: scopeIn(statement, reading.scope) };
	};
	const reads = statements.map((statement) => read(statement));
	const slips = findSlips(countWords(reads));
	if (slips.size > 0) {
		const isSlip = slipsByNumber(slips);
		statements.forEach((statement, at) => {
			if (reads[at]?.reading.spelling.some((word) => isSlip[word] === 1)) reads[at] = read(statement, slips);
		});
	}
	const columns = toColumns(reads);
	const { vocabulary, termOf } = weighTerms(columns);
	return {
		statements,
		profiles: columns.profiles,
		scopes: columns.scopes,
		slips,
		vocabulary,
		rows: compileRows(columns, { termOf, weights: vocabulary.weights }),
	};
}

/** What bounds a statement; the place of each unit is looked for once. */
export function createScopes(): (statement: OverlapStatement, scope: Scope) => Scope {
	const places = new Map<string, string | null>();
	return ({ unit, place, home }, scope) => {
		if (place !== undefined) return scopeOf(scope, { place, ...(home !== undefined && { home }) });
		let own = places.get(unit);
		if (own === undefined) places.set(unit, (own = placeOfUnit(unit)));
		return scopeOf(scope, { place: own, ...(home !== undefined && { home }) });
	};
}

function slipsByNumber(slips: ReadonlyMap<string, string>): Uint8Array {
	const isSlip = new Uint8Array(spelledCount());
	for (let word = 0; word < isSlip.length; word++) if (slips.has(spelledWord(word).folded)) isSlip[word] = 1;
	return isSlip;
}

function countWords(reads: readonly Read[]): WordCounts {
	const count = new Int32Array(spelledCount());
	const counts = new Map<string, number>();
	const familiar = new Set<string>();
	for (const { reading } of reads)
		for (const word of reading.spelling) count[word] = (count[word] as number) + 1;
	count.forEach((times, word) => {
		if (times === 0) return;
		const { folded, isFamiliar } = spelledWord(word);
		counts.set(folded, times);
		if (isFamiliar) familiar.add(folded);
	});
	return { counts, familiar };
}
