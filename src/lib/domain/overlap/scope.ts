import type { Word } from './words.ts';

/** What bounds a statement besides its object. Empty sets mean that the text names none. */
export interface Scope {
	/** Settlements, districts and mayoralties, folded. */
	readonly places: readonly string[];
	/** Years. */
	readonly periods: readonly string[];
	/** Quoted proper names and numbers after „№“. */
	readonly names: readonly string[];
}

export const NO_SCOPE: Scope = { places: [], periods: [], names: [] };

interface ScopeParse extends Scope {
	/** Numbers of the words that the scope has taken up; they are no terms. */
	readonly taken: ReadonlySet<number>;
}

/**
 * Places („с. Беброво“, „кметство Джулюница“, „кв. Изток“), years („2024 г.“, „2021–2027“) and names („Красива
 * България“, „№ 5“) of a statement. A capital letter counts only where the text is not written in capitals.
 */
export function parseScope(words: readonly Word[]): ScopeParse {
	const places: string[] = [];
	const periods: string[] = [];
	const names: string[] = [];
	const taken = new Set<number>();
	for (let at = 0; at < words.length; at++) {
		const place = placeAt(words, at);
		if (place) {
			places.push(place.name);
			for (let i = place.from; i < place.to; i++) taken.add(i);
			at = place.to - 1;
			continue;
		}
		const word = words[at];
		if (!word) continue;
		if (isYear(word.info.folded)) periods.push(word.info.folded);
		else if (word.info.isNumber && /№\s*$/u.test(word.before)) names.push(word.info.folded);
		else if (opensName(words, at)) names.push(quotedName(words, at));
	}
	return { places: unique(places), periods: unique(periods), names: unique(names), taken };
}

const MARKERS =
	/^(с|гр|кв|жк|село|селото|град|квартал|квартала|район|кметство|кметството|наместничество|наместничеството|местност|община)$/u;
/** „с.“ and „гр.“ are markers only with their dot: „с“ alone is a preposition. */
const DOTTED = /^(с|гр|кв)$/u;
const INTO = /^(в|във|край)$/u;
/** Capitalised words of the administration that are no places. */
const COMMON =
	/^(общин|общ|закон|наредб|кодекс|министер|европ|републик|българ|съвет|кмет|програм|агенц|комис|правилн|национал|държав|фонд|регион|област|централ|главн|дирекц|отдел|сектор|звено|гражд|администр|интернет|съюз|бюджет|финанс|план|стратег|регистър|регистр|тарифа|информац|район)/u;

function placeAt(
	words: readonly Word[],
	at: number,
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
	const marker = words[at];
	const next = words[at + 1];
	if (!marker || !next) return undefined;
	const { folded } = marker.info;
	const isMarker = MARKERS.test(folded) && (!DOTTED.test(folded) || next.before.startsWith('.'));
	const isInto = INTO.test(folded) && next.before === ' ';
	if (!isMarker && !isInto) return undefined;
	if (!isNamePart(next)) return undefined;
	let to = at + 2;
	for (let part = words[to]; part && part.before === ' ' && to < at + 4; part = words[to]) {
		if (!isNamePart(part)) break;
		to += 1;
	}
	if (to === at + 2 && isMarker && hasSecondPart(words, to)) to += 1;
	const name = words.slice(at + 1, to).map((word) => word.info.folded);
	return { name: name.join(' '), from: isMarker ? at : at + 1, to };
}

function isNamePart(word: Word): boolean {
	const { info } = word;
	return info.isCapitalised && !COMMON.test(info.folded) && !info.act && /^[\s.„"“]*$/u.test(word.before);
}

/** „с. Средни колиби“: a settlement whose second word is small, up to the end of the phrase. */
function hasSecondPart(words: readonly Word[], at: number): boolean {
	const [first, second, after] = [words[at - 1], words[at], words[at + 1]];
	if (!first || !second || second.before !== ' ' || second.info.isStop || second.info.act) return false;
	const isAdjective = /(ни|на|но|ен|ски|ска|ско|ов|ев|ок|ри|ли|ма|ло|ла)$/u.test(first.info.folded);
	return isAdjective && (after === undefined || after.before !== ' ' || after.info.isStop);
}

function isYear(folded: string): boolean {
	return /^(19|20)\d\d$/u.test(folded);
}

const UNIT_BEFORE = /^(дирекц|отдел|сектор|звено|служб)/u;

function opensName(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word || !/[„"«“]\s*$/u.test(word.before) || !word.info.isCapitalised) return false;
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
	return [...new Set(values)].sort();
}
