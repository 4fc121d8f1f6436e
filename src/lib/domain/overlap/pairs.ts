import { findBothWays } from './both-ways.ts';
import type { Corpus } from './corpus.ts';
import type { OverlapOptions } from './options.ts';
import { createNearRows, type NearRows } from './near-rows.ts';
import { createPairs, type PairList } from './pair-list.ts';
import type { Rows } from './rows.ts';
import { toProduct, toScore } from './scale.ts';
import { growingInts } from './room.ts';
import type { Neighbours } from './search.ts';
import { compareIds, sortPairs } from './sort-pairs.ts';

export interface FoundPairs {
	readonly pairs: PairList;
	/** The K that was kept for each statement; null when every pair is here. */
	readonly top: number | null;
}

/** More pairs than this are a list that nobody reads; then each statement keeps its best ones. */
export const MAX_PAIRS = 2_000_000;
export const FALLBACK_TOP = 10;

/**
 * All pairs from the threshold up, each once, best first (ties by id). With `top` K a pair stays if it is among the
 * K best of either statement, ties by id. Without it, more than {@link MAX_PAIRS} pairs fall back to K = 10.
 * `searched` hears how many rows were looked through.
 */
export function findPairs(
	corpus: Corpus,
	{ threshold, top }: PairOptions,
	searched?: (rows: number) => void,
): FoundPairs {
	const all = top === null ? everyPair(corpus, threshold, searched) : undefined;
	if (all) return { pairs: sortPairs(corpus.statements, all), top: null };
	const kept = top ?? FALLBACK_TOP;
	const near = findBothWays(corpus, threshold) ?? createNearRows(corpus, threshold);
	return joinTopPairs(corpus, { threshold, top: kept }, near);
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
	return { pairs: sortPairs(corpus.statements, topPairs(corpus, options, near)), top: options.top };
}

/** Undefined when there are too many. */
function everyPair(
	corpus: Corpus,
	threshold: number,
	searched?: (rows: number) => void,
): PairList | undefined {
	const { rows } = corpus;
	const near = createNearRows(corpus, threshold);
	const pairs = createPairs();
	for (let row = 0; row < rows.count; row++) {
		searched?.(row + 1);
		const found = near(row, row, null);
		const blocks = [...twinBlock(corpus, row, threshold), ...blocksOf(found, row)];
		for (const { other, score } of blocks) {
			if (score < threshold) continue;
			const size = memberCount(rows, row) * memberCount(rows, other);
			if (pairs.length() + size > MAX_PAIRS) return undefined;
			eachPair(corpus, row, other, (a, b) => pairs.add({ a, b, score }));
		}
	}
	return pairs.list();
}

interface Block {
	readonly other: number;
	readonly score: number;
}

/** The rows that were found, without the one that asked. */
function blocksOf(found: Neighbours, row: number): Block[] {
	const blocks: Block[] = [];
	for (let at = 0; at < found.rows.length; at++) {
		const other = found.rows[at] as number;
		if (other !== row) blocks.push({ other, score: toScore(found.products[at] as number) });
	}
	return blocks;
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
): PairList {
	const { rows } = corpus;
	const pairs = createPairs(rows.members.length);
	const chosen = createChoices(corpus.statements.length);
	for (let row = 0; row < rows.count; row++) {
		const found = near(row, -1, nearLimit(top));
		const isAlone = memberCount(rows, row) < 2;
		if (isAlone && (found.rows.length === 0 || (found.rows.length === 1 && found.rows[0] === row))) continue;
		const blocks = [...blocksOf(found, row), ...twinBlock(corpus, row, threshold)];
		const partners = bestPartners(corpus, blocks, { threshold, limit: top + 1 });
		const [from, to] = [rows.memberStart[row] as number, rows.memberStart[row + 1] as number];
		for (let at = from; at < to; at++) {
			const member = rows.members[at] as number;
			chosen.next(member);
			let left = top;
			for (const { statement, score } of partners) {
				if (statement === member) continue;
				if (left === 0) break;
				left -= 1;
				chosen.add(statement);
				if (chosen.has(statement, member)) continue;
				const isOrdered = isInOrder(corpus, member, statement);
				pairs.add(isOrdered ? { a: member, b: statement, score } : { a: statement, b: member, score });
			}
		}
	}
	return pairs.list();
}

/** Which partners each statement chose, so that a pair that both choose is taken once. */
interface Choices {
	/** What is added from now on is chosen by this statement. */
	readonly next: (statement: number) => void;
	readonly add: (partner: number) => void;
	readonly has: (statement: number, partner: number) => boolean;
}

function createChoices(size: number): Choices {
	const [start, end] = [new Int32Array(size), new Int32Array(size)];
	const partners = growingInts(size);
	let current = 0;
	return {
		next: (statement) => {
			current = statement;
			start[current] = end[current] = partners.length();
		},
		add: (partner) => {
			partners.push(partner);
			end[current] = partners.length();
		},
		has: (statement, partner) => {
			for (let at = start[statement] as number; at < (end[statement] as number); at++)
				if (partners.at(at) === partner) return true;
			return false;
		},
	};
}

/** The best statements of the blocks, at most `limit`; equal scores by id. */
function bestPartners(
	corpus: Corpus,
	blocks: readonly Block[],
	{ threshold, limit }: { readonly threshold: number; readonly limit: number },
): readonly Partner[] {
	const idOf = (statement: number) => corpus.statements[statement]?.id ?? '';
	const partners: Partner[] = [];
	for (const { other, score } of blocks)
		if (score >= threshold)
			for (const statement of firstById(corpus, other, limit)) partners.push({ statement, score });
	if (partners.length > 1)
		partners.sort((x, y) => y.score - x.score || compareIds(idOf(x.statement), idOf(y.statement)));
	return partners.length > limit ? partners.slice(0, limit) : partners;
}

interface Partner {
	readonly statement: number;
	readonly score: number;
}

/** The first members of a row by id, so that a row of a hundred thousand twins stays cheap. */
function firstById(corpus: Corpus, row: number, limit: number): readonly number[] {
	const members = membersOf(corpus.rows, row);
	if (members.length === 1) return [members[0] as number];
	const cached = FIRST.get(corpus.rows)?.get(row);
	if (cached && cached.limit === limit) return cached.first;
	const idOf = (statement: number) => corpus.statements[statement]?.id ?? '';
	const first = [...members].sort((x, y) => compareIds(idOf(x), idOf(y))).slice(0, limit);
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
			const [x, y] = [left[i] as number, right[j] as number];
			if (isInOrder(corpus, x, y)) take(x, y);
			else take(y, x);
		}
}

function membersOf(rows: Rows, row: number): Int32Array {
	return rows.members.subarray(rows.memberStart[row] ?? 0, rows.memberStart[row + 1] ?? 0);
}

function memberCount(rows: Rows, row: number): number {
	return (rows.memberStart[row + 1] ?? 0) - (rows.memberStart[row] ?? 0);
}

function isInOrder(corpus: Corpus, x: number, y: number): boolean {
	return compareIds(corpus.statements[x]?.id ?? '', corpus.statements[y]?.id ?? '') <= 0;
}
