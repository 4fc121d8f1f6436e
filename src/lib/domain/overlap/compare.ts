import { CONFLICTS, profileAffinity, scopeAffinity, type AffinityReason } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import type { FoundPair } from './pair-list.ts';
import type { OverlapOptions } from './options.ts';
import { samenessReasons } from './sameness.ts';
import { toScore } from './scale.ts';

export const OVERLAP_LABELS = ['duplication', 'overlap', 'related'] as const;
export type OverlapLabel = (typeof OVERLAP_LABELS)[number];

/** A term of both statements and its part of the cosine, 0–1. */
export interface SharedTerm {
	readonly concept: string;
	readonly weight: number;
}

export interface ComparedPair extends FoundPair {
	readonly label: OverlapLabel;
	/** Similarity of the objects alone, 0–1, on the scale of the score: „същият предмет“. */
	readonly subject: number;
	/** Factor of the acts, and of places, years and names, 0–1. */
	readonly actFactor: number;
	readonly scopeFactor: number;
	readonly reasons: readonly AffinityReason[];
	readonly shared: readonly SharedTerm[];
}

/**
 * Explains a found pair: what it shares, what sets it apart, and the strongest label of methodology §2.4 that holds.
 * `duplication`: the same act, nothing `wider`, and a score from 0,8, or from 0,65 where only the wording differs;
 * `overlap`: score from 0,5; `related`: less, or another act, place, year or name on the same object, another object
 * of the same verb, or the general clause.
 */
export function comparePair(corpus: Corpus, pair: FoundPair, options: OverlapOptions): ComparedPair {
	const rowA = corpus.rows.rowOf[pair.a] ?? -1;
	const rowB = corpus.rows.rowOf[pair.b] ?? -1;
	const profileA = member(corpus.profiles, corpus.rows.profile[rowA]);
	const profileB = member(corpus.profiles, corpus.rows.profile[rowB]);
	const acts = profileAffinity(profileA, profileB);
	const scope = scopeAffinity(
		member(corpus.scopes, corpus.rows.scope[rowA]),
		member(corpus.scopes, corpus.rows.scope[rowB]),
	);
	const { shared, partA, partB } = sharedTerms(corpus, rowA, rowB);
	const sameness = samenessReasons(
		{ share: 1 - partA, profile: profileA },
		{ share: 1 - partB, profile: profileB },
	);
	const cosine = shared.reduce((sum, { weight }) => sum + weight, 0);
	const reasons = [
		...actReasons(acts.reasons, pair),
		...scope.reasons,
		...standardReasons(pair, sameness, acts.factor),
	];
	return {
		...pair,
		label: labelOf(pair.score, reasons, options),
		subject: Math.max(toScore(cosine), isSameStandard(pair) ? pair.score : 0),
		actFactor: pair.standard === 'same-work' ? 1 : acts.factor,
		scopeFactor: scope.factor,
		reasons,
		shared,
	};
}

function isSameStandard({ standard }: FoundPair): boolean {
	return standard === 'same' || standard === 'same-work';
}

/** From this score on the catalogue's word that two say the same stands, however differently they say it. */
const SURELY_SAME_FROM = 0.86;
/** Affinity of acts of one class, in two verbs. */
const ONE_CLASS_FROM = 0.95;

/**
 * What the catalogue and the words themselves make of the two. Who words the same standard function with an act of the
 * same class has reworded it; who words another one has not, even in other words.
 */
function standardReasons(
	{ standard, score }: FoundPair,
	sameness: readonly AffinityReason[],
	acts: number,
): readonly AffinityReason[] {
	if (standard === undefined) return sameness;
	if (standard === 'other')
		return ['other-standard', ...sameness.flatMap((reason) => setApart(reason, score))];
	if (sameness.length === 0 || (standard !== 'same-work' && acts < ONE_CLASS_FROM))
		return ['same-standard', ...sameness.filter((reason) => reason !== 'reworded')];
	const isWider = sameness.some((reason) => reason !== 'reworded') && score < SURELY_SAME_FROM;
	return ['same-standard', isWider ? 'wider' : 'reworded'];
}

/** Below this score two functions of the catalogue that one verb joins have nothing but the verb in common. */
const ONLY_VERB_BELOW = 0.54;

/** Two functions of the catalogue were set apart by the score: other words say nothing more, two objects only when it is low. */
function setApart(reason: AffinityReason, score: number): readonly AffinityReason[] {
	if (reason === 'reworded') return [];
	return [score < ONLY_VERB_BELOW ? 'other-object' : 'wider'];
}

/** Where the catalogue knows both acts for the same work, that they differ says nothing. */
function actReasons(reasons: readonly AffinityReason[], { standard }: FoundPair): readonly AffinityReason[] {
	if (standard !== 'same-work') return reasons;
	return reasons.map((reason) => (reason === 'other-act' || reason === 'like-act' ? 'same-act' : reason));
}

/** Reasons that leave an overlap at most. */
const MOST_OVERLAP: readonly AffinityReason[] = ['like-act', 'one-place', 'wider'];
/** How far below the threshold of duplication two statements may be that only differ in their wording. */
const REWORDED_LESS = 0.15;

/** The strongest label that the score and the reasons allow. */
export function labelOf(
	score: number,
	reasons: readonly AffinityReason[],
	options: Pick<OverlapOptions, 'duplicationFrom' | 'overlapFrom'>,
): OverlapLabel {
	if (score < options.overlapFrom || reasons.some((reason) => CONFLICTS.has(reason))) return 'related';
	const has = (reason: AffinityReason) => reasons.includes(reason);
	const isSame = !MOST_OVERLAP.some(has);
	const from = options.duplicationFrom - (has('reworded') ? REWORDED_LESS : 0);
	return score >= from && isSame ? 'duplication' : 'overlap';
}

interface Shared {
	readonly shared: readonly SharedTerm[];
	/** Share of each statement, 0–1 of its squared length, that the other has too. */
	readonly partA: number;
	readonly partB: number;
}

/** Terms of both rows, the heaviest first, equal ones by name. Both rows hold theirs in one order. */
function sharedTerms(corpus: Corpus, rowA: number, rowB: number): Shared {
	const { rows, vocabulary } = corpus;
	const shared: SharedTerm[] = [];
	let [partA, partB] = [0, 0];
	const [endA, endB] = [rows.start[rowA + 1] ?? 0, rows.start[rowB + 1] ?? 0];
	let b = rows.start[rowB] ?? 0;
	for (let a = rows.start[rowA] ?? 0; a < endA; a++) {
		const term = rows.term[a] as number;
		while (b < endB && (rows.term[b] as number) < term) b += 1;
		if (b === endB || rows.term[b] !== term) continue;
		const [own, other] = [rows.weight[a] as number, rows.weight[b] as number];
		const weight = own * other;
		partA += own ** 2;
		partB += other ** 2;
		shared.push({ concept: vocabulary.concepts[term] ?? '', weight });
	}
	shared.sort((x, y) => y.weight - x.weight || (x.concept < y.concept ? -1 : 1));
	return { shared, partA, partB };
}

function member<T>(values: readonly T[], index: number | undefined): T {
	const value = values[index ?? -1];
	if (value === undefined) throw new RangeError(`no value at ${index}`);
	return value;
}
