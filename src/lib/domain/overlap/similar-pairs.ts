import { clusterOverlaps } from './clusters.ts';
import { isOpen, type JudgedOverlap } from './verdicts.ts';

/** An open pair to which the verdict on another may apply too, and why. */
export interface SimilarPair {
	readonly judged: JudgedOverlap;
	readonly why: 'same-units' | 'same-cluster';
}

/** Difference of scores up to which two pairs are offered together. */
export const SIMILAR_DISTANCE = 0.15;

/**
 * „Прилагай и за подобните“: open pairs with the label of a judged one, between the same two units or in its cluster, whose
 * score is not further away than `distance`; nearest first, ties by key. Clusters are those of the pairs called
 * duplication or overlap, so that loosely related pairs do not join everything. Example: 0,82 with 0,15 → from 0,67 to 0,97.
 */
export function findSimilarPairs(
	all: readonly JudgedOverlap[],
	target: JudgedOverlap,
	distance: number = SIMILAR_DISTANCE,
): readonly SimilarPair[] {
	const { overlap } = target;
	const clusters = clusterOverlaps(all.map((one) => one.overlap).filter(({ label }) => label !== 'related'));
	const cluster = new Set(
		clusters.find(({ functions }) => functions.includes(overlap.a.functionKey))?.functions ?? [],
	);
	const units = unitsOf(target);
	const far = ({ overlap: { score } }: JudgedOverlap) => Math.abs(score - overlap.score);
	return all
		.filter((one) => one.overlap.key !== overlap.key && isOpen(one))
		.filter((one) => one.overlap.label === overlap.label && far(one) <= distance + 1e-9)
		.flatMap((judged): readonly SimilarPair[] => {
			if (units !== null && unitsOf(judged) === units) return [{ judged, why: 'same-units' }];
			const { a, b } = judged.overlap;
			const isNear = cluster.has(a.functionKey) && cluster.has(b.functionKey);
			return isNear ? [{ judged, why: 'same-cluster' }] : [];
		})
		.sort((x, y) => far(x.judged) - far(y.judged) || (x.judged.overlap.key < y.judged.overlap.key ? -1 : 1));
}

/** Both units in one order; null where one of the functions has none. */
function unitsOf({ overlap: { a, b } }: JudgedOverlap): string | null {
	if (a.unitKey === null || b.unitKey === null) return null;
	return [a.unitKey, b.unitKey].sort().join(' ');
}
