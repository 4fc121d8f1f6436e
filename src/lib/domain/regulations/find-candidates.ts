import type { LegalReference } from '../legal/index.ts';
import type { RegulationNode } from './nodes.ts';
import { namedUnit } from './owners.ts';
import { pageAt } from './shadow.ts';
import { bodyOf, toWording } from './wording.ts';

/** A point of a list of functions, as the act states it. */
export interface StatedFunction {
	/** Place of the point among the parts of the act; stays the same as long as the text does. */
	readonly node: number;
	readonly anchor: string;
	readonly reference: LegalReference;
	/** Page of the text, where it has page breaks. */
	readonly page: number | null;
	readonly wording: string;
	/** The unit as the act names it; null when the act does not say. */
	readonly ownerText: string | null;
	/** What opens the list of points inside a point: „в областта на бюджета“. */
	readonly context: string | null;
	readonly from: number;
	readonly to: number;
}

const OPENS_FUNCTIONS =
	/(?<![\p{L}])(?:функци(?:и|ите)|дейност(?:и|ите)|задач(?:и|ите)|задължени(?:я|ята)|отговорност(?:и|ите))(?![\p{L}])/iu;
const DOES =
	/(?<![\p{L}])(?:изпълнява|осъществява|извършва|има|организира|отговаря|осигурява|подпомага|води|са|е)т?(?![\p{L}])/iu;
const OPENS_OTHER =
	/(?<![\p{L}])(?:състои се|състоят се|се състои|включва|включват|се включват|обхваща|ръководи се|се ръководи|длъжности|численост|следните звена|следните отдели|следните дирекции|структурни звена|структура|права|принципи|назначава|документи|ангажимент|изисквания)(?![\p{L}])/iu;

/**
 * The functions that an act states: every point of each list that a unit „изпълнява“, or that stands under the bare
 * name of a unit. A point that opens a list of its own gives that list instead of itself. Lists of anything else —
 * units, posts, rights of the council — give none. In the order of the text.
 */
export function findFunctions(text: string, nodes: readonly RegulationNode[]): readonly StatedFunction[] {
	const children = Map.groupBy(nodes, ({ parent }) => parent);
	const stated = new Map<number, StatedFunction>();
	const reading: Reading = { text, nodes, children, stated };
	for (const node of nodes) {
		if (stated.has(node.index) || isInside(reading, node)) continue;
		const opening = openingOf(reading, node);
		if (opening !== undefined) takeList(reading, node, { ownerText: opening, context: null });
	}
	return [...stated.values()].sort((a, b) => a.node - b.node);
}

interface Reading {
	readonly text: string;
	readonly nodes: readonly RegulationNode[];
	readonly children: ReadonlyMap<number | null, readonly RegulationNode[]>;
	readonly stated: Map<number, StatedFunction>;
}

/** A part of a point that is a function already opens nothing. */
function isInside({ stated, nodes }: Reading, node: RegulationNode): boolean {
	for (let above = node.parent; above !== null; above = nodes[above]?.parent ?? null)
		if (stated.has(above)) return true;
	return false;
}

/** The unit whose functions the parts below list, as named; null when unnamed; undefined when it is no such list. */
function openingOf(reading: Reading, node: RegulationNode): string | null | undefined {
	if (node.kind === 'preamble' || itemsOf(reading, node).length === 0) return undefined;
	const body = bodyOf(reading.text, node);
	const sentence = lastSentence(body);
	if (OPENS_OTHER.test(sentence)) return undefined;
	const isTitle = node.kind === 'heading' || node.kind === 'section' || node.kind === 'chapter';
	const ends = sentence.endsWith(':');
	const saysFunctions =
		OPENS_FUNCTIONS.test(sentence) && (DOES.test(sentence) || isTitle || FUNCTIONS_OF.test(sentence));
	const isBare = BARE_UNIT.test(sentence) && (ends || isTitle);
	if (!isBare && !(saysFunctions && (ends || isTitle || /функци(?:и|ите)$/iu.test(sentence))))
		return undefined;
	return ownerOf(reading, node, sentence);
}

const FUNCTIONS_OF = /^(?:основни(?:те)? )?функци(?:и|ите) на /iu;
/** „Отдел „Бюджет“:“, „Дирекция „Х“ организира и осъществява:“ and the like: a unit, at most its verbs, no other noun. */
const BARE_UNIT =
	/^(?:дирекция|отдел|сектор|звено|служба|бюро|център)(?:та|ът|а|то)?\s*(?:за |на )?["„“«][^"„“”«»]+["“”»](?:\s+(?:към|в)\s[^:]*)?(?:\s*,?\s*(?:и\s+)?(?:организира|осъществява|изпълнява|подпомага|извършва|осигурява|координира|контролира|изготвя|разработва|ръководи|провежда)[^:]{0,160})?\s*:?$/iu;

function lastSentence(body: string): string {
	const parts = body.split(/(?<=\p{Ll}{3}[.;])\s+(?=\p{Lu})/u);
	return (parts.at(-1) ?? body).trim();
}

/** Who the sentence names; else the nearest part before or above that names somebody. */
function ownerOf(reading: Reading, node: RegulationNode, sentence: string): string | null {
	const own = namedUnit(sentence, true) ?? namedUnit(bodyOf(reading.text, node));
	if (own !== null) return own;
	for (let above = node.parent; above !== null; above = reading.nodes[above]?.parent ?? null) {
		const parent = reading.nodes[above];
		if (!parent) break;
		const beside = (reading.children.get(above) ?? []).filter(({ index }) => index < node.index).slice(-3);
		for (const one of [...beside.toReversed(), parent]) {
			if (one.kind === 'article' && parent.kind !== 'article') continue;
			const named = namedUnit(bodyOf(reading.text, one)) ?? (one.kind === 'heading' ? headed(one) : null);
			if (named !== null) return named;
		}
	}
	return null;
}

function headed(node: RegulationNode): string | null {
	return namedUnit(`${node.number}:`);
}

interface ListOf {
	readonly ownerText: string | null;
	readonly context: string | null;
}

function takeList(reading: Reading, node: RegulationNode, list: ListOf): void {
	for (const item of itemsOf(reading, node)) {
		const body = bodyOf(reading.text, item);
		const inner = itemsOf(reading, item);
		if (inner.length > 0 && body.endsWith(':') && !isGoneOn(reading, inner)) {
			const named = BARE_UNIT.test(body) || OPENS_FUNCTIONS.test(body) ? namedUnit(body) : null;
			const context = named === null ? body.slice(0, -1).trim() : null;
			takeList(reading, item, { ownerText: named ?? list.ownerText, context: context ?? list.context });
		} else takeItem(reading, item, body, list);
	}
}

/** „… на вземанията: а) за данъка; б) за таксата“: the points below only go on with the sentence above. */
function isGoneOn({ text }: Reading, inner: readonly RegulationNode[]): boolean {
	return inner.every((one) => /^(?:за|на|по|от|при|до|към|чрез|със?) /iu.test(bodyOf(text, one)));
}

function takeItem(reading: Reading, item: RegulationNode, body: string, list: ListOf): void {
	const inner = itemsOf(reading, item).map((one) => bodyOf(reading.text, one));
	const wording = toWording([body, ...inner].join(' '));
	if (!/\p{L}{3}/u.test(wording) || /^\(?(?:отм|отменен|заличен)/iu.test(wording)) return;
	const { text, stated } = reading;
	stated.set(item.index, {
		node: item.index,
		anchor: item.anchor,
		reference: item.reference,
		page: pageAt(text, item.from),
		wording,
		...list,
		from: item.from,
		to: item.end,
	});
}

const ITEMS: ReadonlySet<RegulationNode['kind']> = new Set<RegulationNode['kind']>([
	'point',
	'letter',
	'dash',
]);

/** The points of a list; sub-paragraphs where an article announces them as its list. */
function itemsOf({ children, text }: Reading, node: RegulationNode): readonly RegulationNode[] {
	const below = children.get(node.index) ?? [];
	const points = below.filter(({ kind }) => ITEMS.has(kind));
	if (points.length > 0 || !bodyOf(text, node).endsWith(':')) return points;
	return below.filter(({ kind }) => kind === 'sub-paragraph');
}
