import type { Profile } from './affinity.ts';
import { createColumns, type Read } from './columns.ts';
import { compileRows, type Rows } from './rows.ts';
import type { OverlapStatement } from './options.ts';
import { forgetReadings, readerWith, readText, scopeOf, type Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { findSlips } from './spelling.ts';
import { createSpelling } from './spelled-words.ts';
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
	const read = (statement: OverlapStatement, reading: Reading) => ({
		reading,
		scope: scopeIn(statement, reading.scope),
	});
	const builder = createColumns(statements.length);
	const spelling = createSpelling();
	for (const statement of statements) {
		const reading = readText(statement.text);
		builder.add(read(statement, reading));
		spelling.add(reading.spelling);
	}
	const slips = findSlips(spelling.counts());
	const rightText = readerWith(slips);
	const anew = new Map<number, Read>();
	for (const at of spelling.statementsWith(slips)) {
		const statement = statements[at] as OverlapStatement;
		anew.set(at, read(statement, rightText(statement.text)));
	}
	const columns = builder.finish(anew);
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
