import type { LegalReference } from './reference.ts';

/**
 * Reads a reference as it is printed in an act or typed by a person: „чл. 21, ал. 1, т. 2“, „§ 4“,
 * „чл. 63а, ал. 2, т. 3, б. „в““. Commas may be missing, the dot after the mark too; the order is free, because
 * only the marks decide. Undefined when a part has no mark, a mark has no value, a mark comes twice, or nothing is
 * left. The inverse of {@link printReference}: `parseReference(printReference(r))` equals `r`.
 * Source: the structure of the State Administrative Register, methodology §1.5.
 */
export function parseReference(text: string): LegalReference | undefined {
	const parts: Partial<Record<keyof LegalReference, string>> = {};
	let rest = text.replace(/[\s\u00a0]+/gu, ' ').trim();
	if (rest === '') return undefined;
	while (rest !== '') {
		const match = PART.exec(rest);
		const field = MARKS[match?.[1]?.toLowerCase() ?? ''];
		const value = match?.[2];
		if (match === null || field === undefined || value === undefined) return undefined;
		if (parts[field] !== undefined) return undefined;
		parts[field] = value;
		rest = rest.slice(match[0].length);
	}
	return parts;
}

const MARKS: Readonly<Record<string, keyof LegalReference>> = {
	'§': 'paragraph',
	чл: 'article',
	ал: 'subParagraph',
	т: 'point',
	б: 'letter',
};

/** A mark, its dot, a value with or without quotation marks, and what separates it from the next part. */
const PART =
	/^(§|чл|ал|т|б)\.? ?[„"“]?([\p{L}\p{N}][\p{L}\p{N}.-]*?)["“”]?(?: ?[,;] ?| (?=(?:§|чл|ал|т|б)[. ])|$)/iu;
