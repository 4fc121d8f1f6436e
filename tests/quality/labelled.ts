import freshSeen from '#tests/domain/overlap/labelled/fresh-seen.json' with { type: 'json' };
import freshUnseen from '#tests/domain/overlap/labelled/fresh-unseen.json' with { type: 'json' };
import seen from '#tests/domain/overlap/labelled/seen.json' with { type: 'json' };
import unseen from '#tests/domain/overlap/labelled/unseen.json' with { type: 'json' };
import type { OverlapLabel } from '#lib/domain/overlap/index.ts';

/** What a pair of statements is: the same function, one in part, or neither. */
export type PairLabel = 'duplication' | 'overlap' | 'other';

export interface LabelledPair {
	readonly kind: string;
	readonly label: PairLabel;
	readonly a: string;
	readonly b: string;
}

export type PartName = 'seen' | 'unseen' | 'fresh-seen' | 'fresh-unseen';

/**
 * `seen` is looked at while the knowledge of the engine is written; `unseen` is only counted. The fresh parts were
 * written later, in the ways other authors word functions; of them, too, one is looked at and one only counted.
 */
export const LABELLED: Readonly<Record<PartName, readonly LabelledPair[]>> = {
	seen: seen as readonly LabelledPair[],
	unseen: unseen as readonly LabelledPair[],
	'fresh-seen': freshSeen as readonly LabelledPair[],
	'fresh-unseen': freshUnseen as readonly LabelledPair[],
};

/** True for the parts whose pairs nobody looks at; the figures of these are reported. */
export function isOnlyCounted(part: string): boolean {
	return part.includes('unseen');
}

/** The pairs of the unseen part that one round of writing added. */
export function unseenOfRound(round: 1 | 2): readonly LabelledPair[] {
	return (unseen as readonly (LabelledPair & { readonly round: number })[]).filter(
		(pair) => pair.round === round,
	);
}

export type PairAnswer = OverlapLabel | 'none';

/** A labelled pair with what the engine says of it. */
export interface JudgedPair extends LabelledPair {
	readonly answer: PairAnswer;
	/** 0–1; 0 for a pair that was not found. */
	readonly score: number;
}
