import type { Corpus } from './corpus.ts';
import type { OverlapOptions } from './options.ts';
import { createNearRows, type NearRows } from './near-rows.ts';
import type { Rows } from './rows.ts';
import { toProduct, toScore } from './scale.ts';
import type { Neighbours } from './search.ts';

/** Two statements by their numbers, the one with the smaller id first. */
export interface FoundPair {
	readonly a: number;
	readonly b: number;
	readonly score: number;
	/** What the catalogue of standard functions makes of the pair; absent where the words alone decide. */
	readonly standard?: StandardFinding;
}

/**
 * `same`: both word one standard function, and the score comes from that; `same-work`: the acts of both are those of
 * their wordings as well, so other verbs set nothing apart; `other`: each words a function of its own.
 */
export type StandardFinding = 'same' | 'same-work' | 'other';

export interface FoundPairs {
	readonly pairs: readonly FoundPair[];
	/** The K that was kept for each statement; null when every pair is here. */
	readonly top: number | null;
}

/** More pairs than this are a list that nobody reads; then each statement keeps its best ones. */
export const MAX_PAIRS = 2_000_000;
export const FALLBACK_TOP = 10;

/**
 * All pairs from the threshold up, each once, best first (ties by id). With `top` K a pair stays if it is among the
 * K best of either statement, ties by id. Without it, more than {@link MAX_PAIRS} pairs fall back to K = 10.
 */
export function findPairs(corpus: Corpus, { threshold, top }: PairOptions): FoundPairs {
	const all = top === null ? everyPair(corpus, threshold) : undefined;
	if (all) return { pairs: all.sort(byScore(corpus)), top: null };
	const kept = top ?? FALLBACK_TOP;
	return joinTopPairs(corpus, { threshold, top: kept }, createNearRows(corpus, threshold));
}

export type PairOptions = Pick<OverlapOptions, 'threshold' | 'top'>;

/** How many rows near each row {@link joinTopPairs} asks for. */
export function nearLimit(top: number): number {
	return top + 1;
}

/** The answer of {@link findPairs} with `top`, from rows that somebody found before, for example in several threads. */
export function joinTopPairs(
	corpus: Corpus,
	options: { readonly threshold: number; readonly top: number },
	near: NearRows,
): FoundPairs {
	return { pairs: topPairs(corpus, options, near).sort(byScore(corpus)), top: options.top };
}

/** Undefined when there are too many. */
function everyPair(corpus: Corpus, threshold: number): FoundPair[] | undefined {
	const { rows } = corpus;
	const near = createNearRows(corpus, threshold);
	const pairs: FoundPair[] = [];
	for (let row = 0; row < rows.count; row++) {
		const found = near(row, row, null);
		const blocks = [...twinBlock(corpus, row, threshold), ...blocksOf(found)];
		for (const { other, score } of blocks) {
			if (score < threshold) continue;
			const size = memberCount(rows, row) * memberCount(rows, other);
			if (pairs.length + size > MAX_PAIRS) return undefined;
			eachPair(corpus, row, other, (a, b) => pairs.push({ a, b, score }));
		}
	}
	return pairs;
}

interface Block {
	readonly other: number;
	readonly score: number;
}

function blocksOf(found: Neighbours): Block[] {
	return found.rows.map((other, at) => ({ other, score: toScore(found.products[at] ?? 0) }));
}

/** Statements of one row against each other: alike in everything that is compared. */
function twinBlock(corpus: Corpus, row: number, threshold: number): readonly Block[] {
	if (memberCount(corpus.rows, row) < 2) return [];
	const profile = corpus.profiles[corpus.rows.profile[row] ?? -1];
	const score = toScore(profile?.isGeneral ? toProduct(GENERAL_TWIN) : 1);
	return score < threshold ? [] : [{ other: row, score }];
}

/** Two general clauses in the same words; see `affinity.ts`. */
const GENERAL_TWIN = 0.49;

function topPairs(
	corpus: Corpus,
	{ threshold, top }: { readonly threshold: number; readonly top: number },
	near: NearRows,
): FoundPair[] {
	const { rows, statements } = corpus;
	const kept = new Map<number, FoundPair>();
	for (let row = 0; row < rows.count; row++) {
		const found = near(row, -1, nearLimit(top));
		if (memberCount(rows, row) < 2 && found.rows.every((other) => other === row)) continue;
		const blocks = blocksOf(found).filter(({ other }) => other !== row);
		blocks.push(...twinBlock(corpus, row, threshold));
		const partners = bestPartners(corpus, blocks, threshold, top + 1);
		for (const member of membersOf(rows, row)) {
			const best = partners.filter(({ statement }) => statement !== member).slice(0, top);
			for (const { statement, score } of best) {
				const [a, b] = inOrder(corpus, member, statement);
				kept.set(a * statements.length + b, { a, b, score });
			}
		}
	}
	return [...kept.values()];
}

/** The best statements of the blocks, at most `limit`; equal scores by id. */
function bestPartners(
	corpus: Corpus,
	blocks: readonly Block[],
	threshold: number,
	limit: number,
): readonly { readonly statement: number; readonly score: number }[] {
	const idOf = (statement: number) => corpus.statements[statement]?.id ?? '';
	return blocks
		.filter(({ score }) => score >= threshold)
		.flatMap(({ other, score }) => firstById(corpus, other, limit).map((statement) => ({ statement, score })))
		.sort((x, y) => y.score - x.score || compare(idOf(x.statement), idOf(y.statement)))
		.slice(0, limit);
}

/** The first members of a row by id, so that a row of a hundred thousand twins stays cheap. */
function firstById(corpus: Corpus, row: number, limit: number): readonly number[] {
	const members = membersOf(corpus.rows, row);
	if (members.length === 1) return [...members];
	const cached = FIRST.get(corpus.rows)?.get(row);
	if (cached && cached.limit === limit) return cached.first;
	const idOf = (statement: number) => corpus.statements[statement]?.id ?? '';
	const first = [...members].sort((x, y) => compare(idOf(x), idOf(y))).slice(0, limit);
	const perRow = FIRST.get(corpus.rows) ?? new Map<number, { limit: number; first: readonly number[] }>();
	FIRST.set(corpus.rows, perRow.set(row, { limit, first }));
	return first;
}

const FIRST = new WeakMap<Rows, Map<number, { limit: number; first: readonly number[] }>>();

function eachPair(corpus: Corpus, row: number, other: number, take: (a: number, b: number) => void): void {
	const left = membersOf(corpus.rows, row);
	const right = membersOf(corpus.rows, other);
	for (let i = 0; i < left.length; i++)
		for (let j = row === other ? i + 1 : 0; j < right.length; j++) {
			const [a, b] = inOrder(corpus, left[i] ?? 0, right[j] ?? 0);
			take(a, b);
		}
}

function membersOf(rows: Rows, row: number): Int32Array {
	return rows.members.subarray(rows.memberStart[row] ?? 0, rows.memberStart[row + 1] ?? 0);
}

function memberCount(rows: Rows, row: number): number {
	return (rows.memberStart[row + 1] ?? 0) - (rows.memberStart[row] ?? 0);
}

function inOrder(corpus: Corpus, x: number, y: number): readonly [number, number] {
	const isOrdered = compare(corpus.statements[x]?.id ?? '', corpus.statements[y]?.id ?? '') <= 0;
	return isOrdered ? [x, y] : [y, x];
}

function byScore(corpus: Corpus) {
	const idOf = (statement: number) => corpus.statements[statement]?.id ?? '';
	return (p: FoundPair, q: FoundPair) =>
		q.score - p.score || compare(idOf(p.a), idOf(q.a)) || compare(idOf(p.b), idOf(q.b));
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
