import { shortNames } from './abbreviations.ts';
import type { RegulationNode } from './nodes.ts';
import { sentencesOf } from './find-sentences.ts';
import { isNameOfUnit, startsWithUnit } from './marks.ts';
import { namedUnit } from './owners.ts';
import { bodyOf } from './wording.ts';

/** An act with its parts, as the functions are read from it. */
export interface Reading {
	readonly text: string;
	readonly nodes: readonly RegulationNode[];
	readonly children: ReadonlyMap<number | null, readonly RegulationNode[]>;
	/** Full names behind the abbreviations that the text itself explains. */
	readonly names: ReadonlyMap<string, string>;
}

/** An act made ready for reading its functions: its parts by the part above them. */
export function openReading(text: string, nodes: readonly RegulationNode[]): Reading {
	return { text, nodes, children: Map.groupBy(nodes, ({ parent }) => parent), names: shortNames(text) };
}

/** The last sentence of a part, which opens the list below it; the whole part where it is one sentence. */
export function lastSentence(body: string): string {
	return sentencesOf(body).at(-1) ?? body;
}

const ITEMS: ReadonlySet<RegulationNode['kind']> = new Set<RegulationNode['kind']>([
	'point',
	'letter',
	'dash',
]);

/** The points of a list; sub-paragraphs where an article announces them as its list. */
export function itemsOf({ children, text }: Reading, node: RegulationNode): readonly RegulationNode[] {
	// What a page lists below no title stands beside its beginning.
	const below = children.get(node.kind === 'preamble' ? null : node.index) ?? [];
	const points = below.filter(({ kind }) => ITEMS.has(kind));
	if (points.length > 0) return points;
	const body = bodyOf(text, node);
	if (!body.endsWith(':') && !(node.kind === 'article' && isNameOfUnit(body))) return points;
	return below.filter(({ kind }) => kind === 'sub-paragraph');
}

/** Who a part names; else the nearest part before or above that names somebody. `sentence` may be empty. */
export function ownerOf(reading: Reading, node: RegulationNode, sentence: string): string | null {
	const own =
		sentence === ''
			? null
			: (namedUnit(asSubject(node, sentence), true) ?? namedUnit(bodyOf(reading.text, node)));
	if (own !== null) return own;
	for (let above = node.parent; above !== null; above = reading.nodes[above]?.parent ?? null) {
		const parent = reading.nodes[above];
		if (!parent) break;
		const beside = (reading.children.get(above) ?? []).filter(({ index }) => index < node.index).slice(-3);
		for (const one of [...beside.toReversed(), parent]) {
			if (one.kind === 'article' && parent.kind !== 'article') continue;
			const named = namedUnit(bodyOf(reading.text, one)) ?? (isTitle(one) ? headed(one) : null);
			if (named !== null) return named;
		}
	}
	return titleOfPage(reading, node) ?? namedBefore(reading, node);
}

/** Of a page without chapters: the unit of the list before, where the part only names an area of work. */
function namedBefore({ children, text }: Reading, { kind, parent, index }: RegulationNode): string | null {
	if (kind !== 'lead' || parent !== null) return null;
	const before = (children.get(null) ?? []).findLast((one) => one.index < index && one.kind === 'lead');
	return before === undefined ? null : namedUnit(bodyOf(text, before));
}

/** The line above the whole text, where a page is about one unit. */
export function titleOfPage({ nodes, text }: Reading, node: RegulationNode): string | null {
	const first = nodes[0];
	if (node.parent !== null || first?.kind !== 'preamble') return null;
	const line = text.slice(first.from, first.to).trim().split('\n')[0]?.trim() ?? '';
	return startsWithUnit(line) && !/[.;:]$/u.test(line) ? namedUnit(`${line}:`) : null;
}

/** Who stands in a title above a part; the lists beside it are of others. */
export function ownerAbove({ nodes, text }: Reading, node: RegulationNode): string | null {
	for (let above = node.parent; above !== null; above = nodes[above]?.parent ?? null) {
		const parent = nodes[above];
		const named = parent && (namedUnit(bodyOf(text, parent)) ?? (isTitle(parent) ? headed(parent) : null));
		if (named) return named;
	}
	return null;
}

/** The whole line of a title names somebody, commas and all: „Отдел Образование, култура и спорт“. */
function asSubject(node: RegulationNode, sentence: string): string {
	const names = isTitle(node) && !/^(?:\p{L}+ )?функци/iu.test(sentence) && startsWithUnit(sentence);
	return names && !sentence.endsWith(':') ? `${sentence}:` : sentence;
}

/** A heading without a mark, or a section whose title follows its number. */
function isTitle({ kind }: RegulationNode): boolean {
	return kind === 'heading';
}

function headed(node: RegulationNode): string | null {
	return namedUnit(`${node.number}:`);
}
