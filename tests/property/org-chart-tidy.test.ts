import { hierarchy, tree } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growRows, single } from '#lib/charts/org-chart-rows.ts';
import { tidy } from '#lib/charts/org-chart-tidy.ts';

/** For each node after the first, one of the nodes before it as its superior. */
const anyTree = fc
	.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 })
	.map((picks) => picks.map((pick, at) => (at === 0 ? -1 : pick % at)));

describe('tidy drawing', () => {
	test('stands exactly where d3.tree puts the same tree', () => {
		fc.assert(
			fc.property(anyTree, (parents) => {
				const below = (node: number) => [...parents.keys()].filter((other) => parents[other] === node);
				const rows = growRows([single(0)], (node) => below(node).map(single));
				const own = tidy(rows);
				const found = new Map(
					rows.cells.flatMap((cells, row) => cells.map((node) => [node, own.centre[row]] as const)),
				);
				const peer = tree<number>()
					.nodeSize([1, 1])
					.separation(() => 1)(hierarchy(0, below));
				for (const node of peer.descendants()) expect(found.get(node.data)).toBeCloseTo(node.x - peer.x, 9);
			}),
		);
	});
});
