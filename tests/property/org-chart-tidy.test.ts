import { hierarchy, tree } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growRows, single, singleRows } from '#lib/charts/org-chart-rows.ts';
import { chartTree, childrenOf } from '#lib/charts/org-chart-tree.ts';
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
				const found = new Map([...rows.nodes].map((node, at) => [node, own.centre[at + 1]] as const));
				const peer = tree<number>()
					.nodeSize([1, 1])
					.separation(() => 1)(hierarchy(0, below));
				for (const node of peer.descendants()) expect(found.get(node.data)).toBeCloseTo(node.x - peer.x, 9);
			}),
		);
	});

	test('has the same rows whether they are made one by one or in groups of one', () => {
		fc.assert(
			fc.property(anyTree, (parents) => {
				const units = parents.map((parent, at) => ({
					...{ key: String(at), parentKey: parent < 0 ? null : String(parent), label: '', group: '' },
					...{ isApart: false, change: null, movedFromKey: null },
				}));
				const drawn = chartTree(units);
				const below = (node: number) => childrenOf(drawn, node);
				const grown = growRows(drawn.roots.map(single), (node) => Array.from(below(node), single));
				expect(singleRows(drawn, below)).toEqual(grown);
			}),
		);
	});
});
