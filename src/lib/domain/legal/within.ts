import type { LegalReference } from './reference.ts';

const FIELDS = ['paragraph', 'article', 'subParagraph', 'point', 'letter'] as const;

/**
 * Whether a place in an act is the other one or lies inside it: „чл. 44, ал. 1, т. 2“ lies within „чл. 44“, not the
 * other way round. An empty place holds the whole act.
 */
export function isWithinReference(inner: LegalReference, outer: LegalReference): boolean {
	return FIELDS.every((field) => !outer[field] || inner[field] === outer[field]);
}
