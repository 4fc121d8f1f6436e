import type { LegalReference } from '../legal/index.ts';
import type { RegulationNode } from './nodes.ts';
import { bodyOf, tidyText } from './wording.ts';

/**
 * What an act says at a place: the own text of the part without its mark, and below it, a line each, what stands
 * inside with its marks. Undefined where the text has no such place; of a doubled number the first counts.
 * Example: „1. води регистри:\nа) на търговците;“ at т. 1 → „води регистри:\nа) на търговците;“. Source: ЗНА, чл. 9.
 */
export function provisionText(
	text: string,
	nodes: readonly RegulationNode[],
	reference: LegalReference,
): string | undefined {
	const node = nodeAt(nodes, reference);
	if (!node) return undefined;
	const below = nodes.filter(({ from, index }) => index > node.index && from < node.end);
	const lines = [bodyOf(text, node), ...below.map(({ from, to }) => tidyText(text.slice(from, to)))];
	const wording = lines.filter((line) => line !== '').join('\n');
	return wording === '' ? undefined : wording;
}

/** The first part of an act that stands exactly at a place. */
export function nodeAt(
	nodes: readonly RegulationNode[],
	reference: LegalReference,
): RegulationNode | undefined {
	const wanted = placeOf(reference);
	return wanted === '||||' ? undefined : nodes.find((node) => placeOf(node.reference) === wanted);
}

function placeOf({ paragraph, article, subParagraph, point, letter }: LegalReference): string {
	return [paragraph, article, subParagraph, point, letter].map((part) => part ?? '').join('|');
}
