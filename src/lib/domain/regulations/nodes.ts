import type { LegalReference } from '../legal/index.ts';

export const NODE_KINDS = [
	'preamble',
	'chapter',
	'section',
	'heading',
	'paragraph',
	'article',
	'sub-paragraph',
	'lead',
	'point',
	'letter',
	'dash',
] as const;
/**
 * Parts of an act: глава, раздел, § (`paragraph`), чл., ал. (`sub-paragraph`), т., б., тире. `preamble` is what stands
 * before the first mark, `heading` an unnumbered title, `lead` an unnumbered line that opens a list.
 */
export type NodeKind = (typeof NODE_KINDS)[number];

/** One part of an act with its place in the text, counted in UTF-16 units. */
export interface RegulationNode {
	readonly index: number;
	readonly kind: NodeKind;
	/** As printed, without the mark: „12а“, „втора“, „в“; empty where there is none. */
	readonly number: string;
	/** How the place is cited, unique in the text: „чл. 24, ал. 2, т. 3“. A doubled number gets „[2]“. */
	readonly anchor: string;
	/** The nearest place that a legal reference can name. */
	readonly reference: LegalReference;
	readonly parent: number | null;
	/** Own text with the mark, up to the next part of any kind. Own texts of all parts together are the whole text. */
	readonly from: number;
	readonly to: number;
	/** Where the own text begins after the mark. */
	readonly body: number;
	/** End of everything below. */
	readonly end: number;
}

/** The mark of a part as it was read: how it is cited is decided when it gets its place. */
export interface Mark {
	readonly kind: NodeKind;
	readonly number: string;
	readonly from: number;
	readonly body: number;
}

const CITED: Readonly<Partial<Record<NodeKind, string>>> = {
	paragraph: '§',
	article: 'чл.',
	'sub-paragraph': 'ал.',
	point: 'т.',
	dash: 'тире',
	lead: 'абз.',
};

/** The last part of a citation: „ал. 2“, „б. „в““, „Глава втора“. */
export function citedPart(kind: NodeKind, number: string): string {
	if (kind === 'letter') return `б. „${number}“`;
	if (kind === 'preamble') return 'Начало';
	const mark = CITED[kind];
	return mark === undefined ? number : `${mark} ${number}`;
}

const FIELDS: Readonly<Partial<Record<NodeKind, keyof LegalReference>>> = {
	paragraph: 'paragraph',
	article: 'article',
	'sub-paragraph': 'subParagraph',
	point: 'point',
	letter: 'letter',
};

/** The reference of a part below another; a part that no reference can name keeps that of the part above. */
export function referenceBelow(above: LegalReference, kind: NodeKind, number: string): LegalReference {
	const field = FIELDS[kind];
	return field === undefined || above[field] !== undefined ? above : { ...above, [field]: number };
}

/** Parts that begin a citation anew: an article is cited without its chapter. */
export const CITED_ALONE: ReadonlySet<NodeKind> = new Set<NodeKind>([
	'preamble',
	'chapter',
	'heading',
	'paragraph',
	'article',
]);
