/**
 * Bulgarian text as the machine compares it. Two texts that a person reads as equal fold to
 * the same string: case, non-breaking spaces, the many quotation marks and dashes, and Latin
 * letters that look Cyrillic inside Cyrillic words („Eлена“ with a Latin E) are levelled.
 */
export function foldText(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[„“”"«»‘’'`]/gu, '"')
		.replace(/[‐‑‒–—−]/gu, '-')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[\p{L}\p{M}]+/gu, foldWord);
}

/** Words of the folded text: letters and digits, in order. */
export function foldedWords(text: string): readonly string[] {
	return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Bulgarian Cyrillic in Latin letters by the Transliteration Act (ДВ, бр. 19 от 2009 г.):
 * „България“ is written Bulgaria, a final „-ия“ becomes „-ia“.
 */
export function transliterate(text: string): string {
	return text
		.replace(/ия(?![\p{L}])/gu, 'ia')
		.replace(/ИЯ(?![\p{L}])/gu, 'IA')
		.replace(/[\u0400-\u04ff]/gu, transliterateLetter);
}

/** An ASCII slug for addresses and file names: „Община Елена“ → `obshtina-elena`. */
export function slug(text: string): string {
	return transliterate(text)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
	Object.entries({
		a: 'а',
		b: 'в',
		c: 'с',
		e: 'е',
		h: 'н',
		k: 'к',
		m: 'м',
		o: 'о',
		p: 'р',
		t: 'т',
		x: 'х',
		y: 'у',
	}),
);

/** Latin look-alikes become Cyrillic only where the word has Cyrillic letters and no other Latin ones. */
function foldWord(word: string): string {
	if (!/[\u0400-\u04ff]/u.test(word) || !/[a-z]/u.test(word)) return word;
	const letters = [...word];
	const isMixedUp = letters.every((letter) => !/[a-z]/u.test(letter) || LOOK_ALIKE.has(letter));
	return isMixedUp ? letters.map((letter) => LOOK_ALIKE.get(letter) ?? letter).join('') : word;
}

const LATIN: Readonly<Record<string, string>> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ж: 'zh',
	з: 'z',
	и: 'i',
	й: 'y',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'h',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'sht',
	ъ: 'a',
	ь: 'y',
	ю: 'yu',
	я: 'ya',
	ѝ: 'i',
};

function transliterateLetter(letter: string): string {
	const lower = letter.toLowerCase();
	const latin = LATIN[lower] ?? letter;
	return letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}
