import type { LegalReference } from '../legal/index.ts';
import { CITED_ALONE, citedPart, referenceBelow, type NodeKind, type RegulationNode } from './nodes.ts';
import type { PlacedMark } from './order.ts';

/** Gives the marks of a text their citations and their places; what stands before the first one is the preamble. */
export function placeNodes(shadow: string, marks: readonly PlacedMark[]): readonly RegulationNode[] {
	const first = marks[0]?.from ?? shadow.length;
	const hasPreamble = shadow.slice(0, first).trim() !== '';
	const shift = hasPreamble ? 1 : 0;
	const all: readonly PlacedMark[] = hasPreamble
		? [
				{ kind: 'preamble', number: '', from: 0, body: 0, parent: null },
				...marks.map((mark) => moved(mark, shift)),
			]
		: marks;
	const nodes: RegulationNode[] = [];
	const taken = new Map<string, number>();
	const counts = new Map<string, number>();
	all.forEach((mark, index) => {
		const parent = mark.parent === null ? undefined : nodes[mark.parent];
		const number = UNNUMBERED.has(mark.kind)
			? String(countUp(counts, `${mark.parent} ${mark.kind}`))
			: mark.number;
		const to = all[index + 1]?.from ?? shadow.length;
		const cited = anchorOf(parent, mark.kind, number);
		const anchor = uniqueAnchor(taken, cited);
		const above = isAlone(mark.kind) ? NOWHERE : (parent?.reference ?? NOWHERE);
		const isNameable = anchor === cited && parent?.kind !== 'lead';
		nodes.push({
			index,
			kind: mark.kind,
			number,
			anchor,
			reference: isNameable || isAlone(mark.kind) ? referenceBelow(above, mark.kind, number) : above,
			parent: mark.parent,
			from: index === 0 ? 0 : mark.from,
			to,
			body: mark.body,
			end: to,
		});
	});
	return withEnds(nodes);
}

const NOWHERE: LegalReference = {};
const UNNUMBERED: ReadonlySet<NodeKind> = new Set<NodeKind>(['dash', 'lead']);

function isAlone(kind: NodeKind): boolean {
	return CITED_ALONE.has(kind);
}

function moved(mark: PlacedMark, shift: number): PlacedMark {
	return { ...mark, parent: mark.parent === null ? null : mark.parent + shift };
}

function anchorOf(parent: RegulationNode | undefined, kind: NodeKind, number: string): string {
	const part = citedPart(kind, number);
	return isAlone(kind) || !parent ? part : `${parent.anchor}, ${part}`;
}

/** The same number used again, by a slip of the act or after a list begins anew, is told apart. */
function uniqueAnchor(taken: Map<string, number>, anchor: string): string {
	let unique = anchor;
	for (let times = countUp(taken, anchor); times > 1; times = countUp(taken, unique))
		unique = `${anchor} [${times}]`;
	return unique;
}

function countUp(counts: Map<string, number>, key: string): number {
	const count = (counts.get(key) ?? 0) + 1;
	counts.set(key, count);
	return count;
}

/** A part ends where the last part below it ends. */
function withEnds(nodes: readonly RegulationNode[]): readonly RegulationNode[] {
	const ends = nodes.map(({ to }) => to);
	for (let index = nodes.length - 1; index >= 0; index--) {
		const parent = nodes[index]?.parent;
		if (parent !== null && parent !== undefined) ends[parent] = Math.max(ends[parent] ?? 0, ends[index] ?? 0);
	}
	return nodes.map((node, index) => ({ ...node, end: ends[index] ?? node.end }));
}
