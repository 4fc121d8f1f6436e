import type { StructureOverlap } from './structure-overlaps.ts';

/** Functions joined by overlaps, directly or through each other. */
export interface OverlapCluster {
	/** Function keys in alphabetical order. */
	readonly functions: readonly string[];
	/** Highest score inside. */
	readonly score: number;
}

/** Groups of functions that pairs join, the largest first, ties by score and first key. */
export function clusterOverlaps(pairs: readonly StructureOverlap[]): readonly OverlapCluster[] {
	const parents = new Map<string, string>();
	const rootOf = (key: string): string => {
		let root = key;
		for (let next = parents.get(root) ?? root; next !== root; next = parents.get(root) ?? root) root = next;
		parents.set(key, root);
		return root;
	};
	for (const { a, b } of pairs) parents.set(rootOf(a.functionKey), rootOf(b.functionKey));
	const members = new Set(pairs.flatMap(({ a, b }) => [a.functionKey as string, b.functionKey as string]));
	const groups = Map.groupBy([...members].sort(), rootOf);
	const scores = new Map<string, number>();
	for (const { a, score } of pairs) {
		const root = rootOf(a.functionKey);
		scores.set(root, Math.max(scores.get(root) ?? 0, score));
	}
	return [...groups]
		.map(([root, functions]) => ({ functions, score: scores.get(root) ?? 0 }))
		.sort(
			(x, y) =>
				y.functions.length - x.functions.length ||
				y.score - x.score ||
				((x.functions[0] ?? '') < (y.functions[0] ?? '') ? -1 : 1),
		);
}
