import { readBases, type ActName } from '../imports/index.ts';
import type { FunctionBasis } from '../org/index.ts';

export interface FoundBases {
	readonly bases: readonly FunctionBasis[];
	/** Citations without a known act, as they are written. */
	readonly unread: readonly string[];
}

const CITATION = /(?:§|чл\.)\s*\d+[а-я]?(?:\s*,?\s*(?:ал|т|б)\.\s*[„"“]?[\p{L}\d]+["“”]?)*(?=[\s,.;)]|$)/giu;
/** So far after its place an act is named. */
const REACH = 140;

/**
 * The legal bases that a statement names: „… по чл. 140 от ЗУТ и чл. 44, ал. 1 от ЗМСМА“ → two bases. A citation of
 * an act that the register does not have is given back as text, never guessed.
 */
export function findBases(statement: string, acts: readonly ActName[]): FoundBases {
	const bases: FunctionBasis[] = [];
	const unread: string[] = [];
	const hits = [...statement.matchAll(CITATION)];
	hits.forEach((hit, at) => {
		const next = hits[at + 1]?.index ?? statement.length;
		const part = statement.slice(hit.index, Math.min(next, hit.index + hit[0].length + REACH));
		const [basis] = readBases(oneCitation(part, hit[0]), acts).bases;
		if (!basis) unread.push(hit[0].trim());
		else if (!bases.some((known) => JSON.stringify(known) === JSON.stringify(basis))) bases.push(basis);
	});
	return { bases, unread };
}

/** The place, and the words after it that can still name its act. */
function oneCitation(part: string, place: string): string {
	const rest = part.slice(place.length).split(/[;\n]/u)[0] ?? '';
	return `${place} ${rest.trim()}`;
}
