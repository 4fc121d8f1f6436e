import { foldText } from '../shared/index.ts';

/** Words that official tables cut short, by what is left of them before the dot. */
const TITLE_WORDS: Readonly<Record<string, string>> = {
	гл: 'главен',
	ст: 'старши',
	мл: 'младши',
	спец: 'специалист',
	експ: 'експерт',
	нач: 'началник',
	зам: 'заместник',
	инсп: 'инспектор',
	счет: 'счетоводител',
	юриск: 'юрисконсулт',
	техн: 'технически',
	изп: 'изпълнител',
	сътр: 'сътрудник',
	кметс: 'кметски',
	намест: 'наместник',
	директ: 'директор',
	секр: 'секретар',
	отд: 'отдел',
	адм: 'административен',
};

const UNIT_WORDS: Readonly<Record<string, string>> = {
	дир: 'дирекция',
	'д-я': 'дирекция',
	отд: 'отдел',
	сект: 'сектор',
	адм: 'администрация',
	общ: 'община',
	спец: 'специализирана',
	к: 'кметство',
	км: 'кметство',
};

/** Which list of abbreviations a text is read by. */
export type WordKind = 'title' | 'unit' | 'plain';

/**
 * The text with its usual abbreviations written out, letters otherwise kept.
 * Examples: „гл. експерт“ → „главен експерт“; „Ст. спец.“ → „Старши специалист“; „Зам.-кмет“ → „Заместник-кмет“; unit „отд. ТСУ“ → „отдел ТСУ“.
 */
export function expandAbbreviations(text: string, kind: WordKind): string {
	if (!/[.]|д-я/iu.test(text)) return text.trim();
	const words = kind === 'title' ? TITLE_WORDS : kind === 'unit' ? UNIT_WORDS : {};
	return text
		.replace(
			/(?<![\p{L}\p{N}])(\p{L}+(?:-\p{L}+)?)\.[ \u00a0]*(-?)/gu,
			(whole, word: string, hyphen: string) => {
				const long = words[foldText(word)];
				return long === undefined ? whole : `${matchCase(long, word)}${hyphen || ' '}`;
			},
		)
		.replace(/(?<![\p{L}\p{N}])д-я(?![\p{L}])/giu, (word) =>
			kind === 'unit' ? matchCase('дирекция', word) : word,
		)
		.trim();
}

/**
 * What two names must share to be the same: folded, abbreviations written out, no quotation marks or punctuation,
 * a leading numbering left out. „2.1. Отд. «ТСУ»“ and „отдел ТСУ“ have one key.
 */
export function nameKey(text: string, kind: WordKind = 'plain'): string {
	const bare = withoutNumbering(expandAbbreviations(mendLetters(text), kind));
	return (foldText(bare).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** „1.2. Отдел“ → „Отдел“, „ІІІ. Дирекция“ → „Дирекция“; a number alone stays. */
export function withoutNumbering(text: string): string {
	const bare = text.replace(/^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLІХ]{1,5}[.)])\s+(?=\p{L}|[„"“«])/u, '');
	return bare === '' ? text : bare;
}

/**
 * A name typed all in capitals, with straight quotes or with Latin letters among the Cyrillic ones as official texts write it: „ОТДЕЛ "ЕКОЛОГИЯ И ГОРСКО СТОПАНСТВО"“
 * → „Отдел „Екология и горско стопанство““. Short words without a vowel and usual abbreviations („ТСУ“) stay in
 * capitals, names of places after „кметство“, „община“, „с.“ and „гр.“ begin with one. Where only the kind of the unit
 * is in capitals, only it changes: „КМЕТСТВО с. Зараево“ → „Кметство с. Зараево“.
 */
export function tidyName(text: string): string {
	const quoted = mendLetters(text.trim()).replace(/["«“”„]([^"«»“”„]+)["»“”]/gu, '„$1“');
	if (/\p{Ll}/u.test(quoted))
		return quoted.replace(KIND, (kind) => kind.charAt(0) + kind.slice(1).toLowerCase());
	if ((quoted.match(/\p{Lu}/gu) ?? []).length < 6) return quoted;
	let before = '';
	return quoted.replace(/\p{L}+(?:-\p{L}+)*/gu, (word, at: number) => {
		const small = word.toLowerCase();
		const begins = at === 0 || quoted[at - 1] === '„' || PLACE_WORDS.has(before);
		before = small;
		if (ABBREVIATIONS.has(word) || (word.length <= 4 && word.length > 1 && !/[АЕИОУЪЮЯ]/u.test(word)))
			return word;
		return begins ? small.charAt(0).toUpperCase() + small.slice(1) : small;
	});
}

const KIND = /^(?:ДИРЕКЦИЯ|ОТДЕЛ|СЕКТОР|ЗВЕНО|ЦЕНТЪР|КМЕТСТВО|КМЕТСКО НАМЕСТНИЧЕСТВО)(?!\p{L})/u;
const PLACE_WORDS: ReadonlySet<string> = new Set(['кметство', 'община', 'с', 'гр', 'град', 'село']);
const ABBREVIATIONS: ReadonlySet<string> = new Set(
	'ТСУ УТ ГРАО ЕСГРАОН ЧР ИТ МДТ БФ АПИО АПИОО ФСД ХД ОП СУТ ОМП УТС ТСУЕ ИКТ ЗВО'.split(' '),
);

/** Latin letters that look Cyrillic, in words that are otherwise Cyrillic, become Cyrillic: „Eлена“ → „Елена“. */
export function mendLetters(text: string): string {
	if (!/[A-Za-z]/.test(text)) return text;
	return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
		if (!/[\u0400-\u04ff]/u.test(word) || !/[A-Za-z]/.test(word)) return word;
		const letters = [...word];
		return letters.every((letter) => !/[A-Za-z]/.test(letter) || letter in LOOK_ALIKE)
			? letters.map((letter) => LOOK_ALIKE[letter] ?? letter).join('')
			: word;
	});
}

/** True for a text with Latin letters inside Cyrillic words. */
export function hasForeignLetters(text: string): boolean {
	return mendLetters(text) !== text;
}

/** How alike two folded texts are, 0–1: shared pairs of letters over all pairs (Dice). */
export function likeness(left: string, right: string): number {
	if (left === right) return 1;
	const [a, b] = [pairsOf(left), pairsOf(right)];
	if (a.length === 0 || b.length === 0) return 0;
	const counts = new Map<string, number>();
	for (const pair of a) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	let shared = 0;
	for (const pair of b) {
		const left = counts.get(pair) ?? 0;
		if (left > 0) shared++;
		counts.set(pair, left - 1);
	}
	return (2 * shared) / (a.length + b.length);
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
	...{ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', k: 'к', m: 'м', t: 'т', h: 'н', b: 'в' },
	...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
};

function matchCase(long: string, short: string): string {
	const first = short.charAt(0);
	return first === first.toUpperCase() && first !== first.toLowerCase()
		? long.charAt(0).toUpperCase() + long.slice(1)
		: long;
}

function pairsOf(text: string): readonly string[] {
	return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
