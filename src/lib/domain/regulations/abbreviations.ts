import { startsWithBody, startsWithOrgan } from './marks.ts';

const SHORT = /[(/](\p{Lu}[\p{Lu}-]{1,11})[)/]/gu;
/** So many signs before the bracket may be the name. */
const LONGEST_NAME = 120;

/** The units whose abbreviations the text itself explains: „Център за административно обслужване (ЦАО)“. */
export function shortNames(text: string): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const match of text.matchAll(SHORT)) {
		const short = match[1] ?? '';
		const name = nameBefore(text.slice(Math.max(0, match.index - LONGEST_NAME), match.index));
		if (name !== undefined && !names.has(short)) names.set(short, name);
	}
	return names;
}

/** The end of a text that begins with a unit: „… дейността на Център за работа с деца“ → „Център за работа с деца“. */
function nameBefore(before: string): string | undefined {
	const line = (before.split('\n').at(-1) ?? '').trimEnd();
	for (const { index } of line.matchAll(/(?<!\p{L})\p{Lu}\p{L}+/gu)) {
		const name = line.slice(index);
		if (startsWithBody(name) && !startsWithOrgan(name) && !/[.;:]/u.test(name)) return name;
	}
	return undefined;
}

/** A text with such an abbreviation at the beginning of a sentence put back as the name: „ЦАО приема …“. */
export function spelledOut(body: string, names: ReadonlyMap<string, string>): string {
	if (names.size === 0) return body;
	return body.replace(
		/(?<=^|[.;]\s+)\p{Lu}[\p{Lu}-]{1,11}(?=\s\p{Ll})/gu,
		(short) => names.get(short) ?? short,
	);
}
