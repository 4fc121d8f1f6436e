import { parseReference } from '../legal/index.ts';
import type { FunctionBasis } from '../org/index.ts';
import { findActMentions, type ActMention } from './act-mentions.ts';
import type { ActName } from './desk.ts';

export interface ReadBases {
	readonly bases: readonly FunctionBasis[];
	/** Parts of the text that name no known act, or no place in it. */
	readonly unread: readonly string[];
}

/**
 * The legal bases in a cell: parts are separated by semicolons or line breaks, the act stands before or after the
 * place; an act that stands alone is a basis as a whole. Example: „чл. 44, ал. 1, т. 1 ЗМСМА; чл. 140 от ЗУТ“ → two bases.
 */
export function readBases(text: string, acts: readonly ActName[]): ReadBases {
	const bases: FunctionBasis[] = [];
	const unread: string[] = [];
	for (const part of text.split(/[;\n]+/u).map((one) => one.trim())) {
		if (part === '') continue;
		const basis = readBasis(part, acts);
		if (!basis) unread.push(part);
		else if (!bases.some((known) => JSON.stringify(known) === JSON.stringify(basis))) bases.push(basis);
	}
	return { bases, unread };
}

function readBasis(part: string, acts: readonly ActName[]): FunctionBasis | undefined {
	const longest = findActMentions(part, acts).toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
	const mark =
		/(?<![\p{L}\p{N}])(?:§|(?:чл|ал|т|б)[. ]) ?["„“]?[\p{L}\d].*?(?=$|\s+(?:от|на)\s|\s+[\p{Lu}]{2,})/u.exec(
			part,
		)?.[0];
	const place = mark?.replace(/[\s,]+$/u, '');
	const reference = place === undefined ? undefined : parseReference(place);
	if (!longest) return undefined;
	if (reference) return { actKey: longest.actKey, reference };
	return isNothingElse(part, longest) ? { actKey: longest.actKey, reference: {} } : undefined;
}

/** „ЗМДТ“, „съгласно Закона за местните данъци и такси.“: the act and no place in it. */
function isNothingElse(part: string, { from, to }: ActMention): boolean {
	const rest = `${part.slice(0, from)} ${part.slice(to)}`.replace(/[\s.,:()„“"]+/gu, ' ').trim();
	return rest === '' || /^(?:съгласно|съгл|по|от|на основание|основание|във връзка с)$/iu.test(rest);
}
