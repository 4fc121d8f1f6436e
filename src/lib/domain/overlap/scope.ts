import type { Word } from './words.ts';

/** What bounds a statement besides its object. Empty sets mean that the text names none. */
export interface Scope {
	/** Settlements, districts and mayoralties, folded; a municipality stands with its word: „община елена“. */
	readonly places: readonly string[];
	/** Years. */
	readonly periods: readonly string[];
	/** Quoted proper names and numbers after „№“. */
	readonly names: readonly string[];
}

/** „община Елена“ names all of a municipality and bounds nothing in it. */
const WHOLE = 'община';

/** Whether the name of a place is that of the whole municipality, which bounds nothing in it. */
export function isWholeMunicipality(place: string): boolean {
	return place.startsWith(`${WHOLE} `);
}

export const NO_SCOPE: Scope = { places: [], periods: [], names: [] };

interface ScopeParse extends Scope {
	/** Numbers of the words that the scope has taken up; they are no terms. */
	readonly taken: readonly number[];
}

/**
 * Places („с. Беброво“, „кметство Джулюница“, „кв. Изток“), years („2024 г.“, „2021–2027“) and names („Красива
 * България“, „№ 5“) of a statement. A capital letter counts only where the text is not written in capitals.
 */
export function parseScope(words: readonly Word[]): ScopeParse {
	const places: string[] = [];
	const periods: string[] = [];
	const names: string[] = [];
	const taken: number[] = [];
	for (let at = 0; at < words.length; at++) {
		const place = placeAt(words, at);
		if (place) {
			places.push(place.name);
			for (let i = place.from; i < place.to; i++) taken.push(i);
			at = place.to - 1;
			continue;
		}
		const word = words[at];
		if (!word) continue;
		if (word.info.isYear) periods.push(word.info.folded);
		else if (word.info.isNumber && /№\s*$/u.test(word.before)) names.push(word.info.folded);
		else if (opensName(words, at)) names.push(quotedName(words, at));
	}
	return { places: unique(places), periods: unique(periods), names: unique(names), taken };
}

function placeAt(
	words: readonly Word[],
	at: number,
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
	const marker = words[at];
	const next = words[at + 1];
	if (!marker || !next) return undefined;
	const { placeRole } = marker.info;
	if (placeRole === 'none') return undefined;
	const isMarker = placeRole === 'marker' || (placeRole === 'dotted' && next.before.startsWith('.'));
	const isInto = placeRole === 'into' && next.before === ' ';
	if (!isMarker && !isInto) return undefined;
	if (!isNamePart(next)) return undefined;
	let to = at + 2;
	for (let part = words[to]; part && part.before === ' ' && to < at + 4; part = words[to]) {
		if (!isNamePart(part)) break;
		to += 1;
	}
	if (to === at + 2 && isMarker && hasSecondPart(words, to)) to += 1;
	const name = words.slice(at + 1, to).map((word) => word.info.folded);
	const whole = marker.info.folded === WHOLE ? [WHOLE, ...name] : name;
	return { name: whole.join(' '), from: isMarker ? at : at + 1, to };
}

function isNamePart(word: Word): boolean {
	const { info } = word;
	return info.isCapitalised && !info.isCommonName && !info.act && /^[\s.„"“]*$/u.test(word.before);
}

/** „с. Средни колиби“: a settlement whose second word is small, up to the end of the phrase. */
function hasSecondPart(words: readonly Word[], at: number): boolean {
	const [first, second, after] = [words[at - 1], words[at], words[at + 1]];
	if (!first || !second || second.before !== ' ' || second.info.isStop || second.info.act) return false;
	const isAdjective = /(ни|на|но|ен|ски|ска|ско|ов|ев|ок|ри|ли|ма|ло|ла)$/u.test(first.info.folded);
	return isAdjective && (after === undefined || after.before !== ' ' || after.info.isStop);
}

const UNIT_BEFORE = /^(дирекц|отдел|сектор|звено|служб)/u;

function opensName(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word?.info.isCapitalised || !/[„"«“]\s*$/u.test(word.before)) return false;
	return !UNIT_BEFORE.test(words[at - 1]?.info.folded ?? '');
}

/** The words up to the closing quotation mark, at most six. */
function quotedName(words: readonly Word[], at: number): string {
	const parts: string[] = [];
	for (let i = at; i < Math.min(at + 6, words.length); i++) {
		const word = words[i];
		if (!word || (i > at && /["“”»]/u.test(word.before))) break;
		parts.push(word.info.folded);
	}
	return parts.join(' ');
}

function unique(values: readonly string[]): readonly string[] {
	return values.length < 2 ? values : [...new Set(values)].sort();
}
