import { isRepealed } from './amendment-notes.ts';
import type { StatedFunction } from './find-candidates.ts';
import { startsWithOrgan } from './marks.ts';
import type { RegulationNode } from './nodes.ts';
import { saysOther } from './opening.ts';
import { itemsOf, openReading, type Reading } from './reading.ts';
import { bodyOf } from './wording.ts';

export const LEFT_OUT_REASONS = ['not-announced', 'sentence', 'other-list', 'organ', 'repealed'] as const;
/**
 * Why a part of the act gives no function: its list is not said to be one of functions; it is a sentence that gives no
 * unit anything to do; its list is one of posts, units, rights or the like; it says the powers of the mayor or the
 * council; it was repealed.
 */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOutPart {
	readonly node: number;
	readonly reason: LeftOutReason;
}

const SAYING: ReadonlySet<RegulationNode['kind']> = new Set<RegulationNode['kind']>([
	'article',
	'sub-paragraph',
	'paragraph',
	'lead',
	'point',
	'letter',
	'dash',
]);

/** Every part with a text of its own that states no function and opens no list, with the reason, in the order of the text. */
export function findLeftOut(
	text: string,
	nodes: readonly RegulationNode[],
	stated: readonly Pick<StatedFunction, 'part'>[],
): readonly LeftOutPart[] {
	const reading = openReading(text, nodes);
	const taken = new Set(stated.map(({ part }) => part));
	return nodes.flatMap((node): readonly LeftOutPart[] => {
		if (!SAYING.has(node.kind) || isTaken(reading, taken, node)) return [];
		const body = bodyOf(text, node);
		if (!/\p{L}{3}/u.test(body) || itemsOf(reading, node).length > 0) return [];
		return [{ node: node.index, reason: reasonOf(reading, node, body) }];
	});
}

/** The part or one above it states a function. */
function isTaken({ nodes }: Reading, taken: ReadonlySet<number>, node: RegulationNode): boolean {
	for (let at: number | null = node.index; at !== null; at = nodes[at]?.parent ?? null)
		if (taken.has(at)) return true;
	return false;
}

function reasonOf(reading: Reading, node: RegulationNode, body: string): LeftOutReason {
	if (isRepealed(body)) return 'repealed';
	const parent = node.parent === null ? undefined : reading.nodes[node.parent];
	const isItem = parent !== undefined && itemsOf(reading, parent).some(({ index }) => index === node.index);
	if (startsWithOrgan(isItem ? bodyOf(reading.text, parent) : body)) return 'organ';
	if (!isItem) return 'sentence';
	return saysOther(reading, parent) ? 'other-list' : 'not-announced';
}
