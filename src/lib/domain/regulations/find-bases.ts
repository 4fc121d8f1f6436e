import { findActMentions, type ActMention, type ActName } from '../imports/index.ts';
import { parseReference } from '../legal/index.ts';
import type { FunctionBasis } from '../org/index.ts';

export interface FoundBases {
	readonly bases: readonly FunctionBasis[];
	/** Citations without a known act and acts that the register does not have, as they are written. */
	readonly unread: readonly string[];
}

const CITATION = /(?:§|чл\.)\s*\d+[а-я]?(?:\s*,?\s*(?:ал|т|б)\.\s*[„"“]?[\p{L}\d]+["“”]?)*(?=[\s,.;)]|$)/giu;
/** What may stand between a place and its act: „от“, „от ПЗР на“. */
const TO_ACT =
	/^\s*(?:,\s*)?(?:(?:от|на|по)\s+)?(?:(?:ПЗР|ДР|преходните и заключителните разпоредби|допълнителните разпоредби)\s+(?:на|от|към)\s+)?$/iu;
/** Several places of one act: „чл. 5 и чл. 6 от ЗУТ“. */
const JOINT = /^\s*(?:,|и|или|,\s*както и|и по|до|-|–)\s*$/iu;
const BEFORE = /^\s*[,(]?\s*$/u;
/** An act by its whole name that no register entry fits. */
const NAMED =
	/(?:Закон(?:а|ът)?|Кодекс(?:а|ът)?|Наредба(?:та)?|Правилник(?:а|ът)?)\s+(?:№\s*[\p{L}\d-]+(?:\/\d+)?|(?:за|на|по)\s+[^,.;:()]{3,110})/gu;

/**
 * The legal bases that a statement names: „… по чл. 140 от ЗУТ и чл. 44, ал. 1 от ЗМСМА“ → two bases; an act without
 * a place, „… съгласно Закона за публичните финанси“, is a basis as a whole. What the register does not have is given
 * back as text, never guessed.
 */
export function findBases(statement: string, acts: readonly ActName[]): FoundBases {
	const mentions = findActMentions(statement, acts);
	const places = placesOf(statement, mentions);
	const used = new Set(places.map(({ mention }) => mention));
	const bases: FunctionBasis[] = [];
	const unread = places.flatMap(({ text, mention }): readonly string[] => {
		const reference = parseReference(text);
		if (!mention || !reference) return [text];
		bases.push({ actKey: mention.actKey, reference });
		return [];
	});
	for (const mention of mentions)
		if (!used.has(mention)) bases.push({ actKey: mention.actKey, reference: {} });
	return { bases: once(bases), unread: [...unread, ...unknownActs(statement, mentions)] };
}

interface Place {
	readonly text: string;
	readonly mention: ActMention | undefined;
}

/** Every cited place with the act that it is in; joint places share the act of the last. */
function placesOf(statement: string, mentions: readonly ActMention[]): readonly Place[] {
	const hits = [...statement.matchAll(CITATION)].map(({ index, 0: text }) => ({
		text: text.trim(),
		from: index,
		to: index + text.length,
	}));
	const found: Place[] = [];
	for (const [at, hit] of [...hits.entries()].reverse()) {
		const after = mentions.find(({ from }) => from >= hit.to && TO_ACT.test(statement.slice(hit.to, from)));
		const next = hits[at + 1];
		const shared = next && JOINT.test(statement.slice(hit.to, next.from)) ? found.at(-1)?.mention : undefined;
		const before = mentions.find(({ to }) => to <= hit.from && BEFORE.test(statement.slice(to, hit.from)));
		found.push({ text: hit.text, mention: after ?? shared ?? before });
	}
	return found.reverse();
}

function once(bases: readonly FunctionBasis[]): readonly FunctionBasis[] {
	return [...new Map(bases.map((basis) => [JSON.stringify(basis), basis])).values()];
}

function unknownActs(statement: string, mentions: readonly ActMention[]): readonly string[] {
	return [...statement.matchAll(NAMED)]
		.filter(
			({ index, 0: text }) => !mentions.some(({ from, to }) => from < index + text.length && to > index),
		)
		.map(([text]) => text.trim());
}
