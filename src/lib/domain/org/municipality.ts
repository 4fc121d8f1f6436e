import { slug, transliterate } from '../shared/index.ts';
import type { LocalText, Municipality, Settlement, SettlementStatus } from './types.ts';
import { PROVINCES } from './provinces.ts';

export const SETTLEMENT_KINDS = ['town', 'village'] as const satisfies readonly Settlement['kind'][];
export const SETTLEMENT_STATUSES = [
	'centre',
	'mayoralty',
	'mayoral-office',
	'none',
] as const satisfies readonly SettlementStatus[];

/** What is known of a municipality; the address is chosen once and stays. */
export type MunicipalityDetails = Omit<Municipality, 'id' | 'slug'>;

/**
 * The name of a municipality in both languages as papers write it. „Попово“ and „община Попово“ are „Община Попово“; without
 * an English name it is transliterated by the Transliteration Act: „Popovo Municipality“. „Столична община“ stays as it is.
 */
export function municipalityName(bg: string, en: string | null): LocalText {
	const plain = plainMunicipalityName(bg);
	const isWhole = /\sобщина$/iu.test(plain);
	return {
		bg: isWhole ? plain : `Община ${plain}`,
		en: en ?? `${transliterate(plain.replace(/\s+община$/iu, ''))} Municipality`,
	};
}

/** The name without the word for a municipality: „Община Попово“ → „Попово“. */
export function plainMunicipalityName(bg: string): string {
	return bg.trim().replace(/^община\s+/iu, '');
}

/** The part of addresses that a name suggests, transliterated: „Община Велико Търново“ → `veliko-tarnovo`. */
export function suggestMunicipalitySlug(bg: string): string {
	return slug(plainMunicipalityName(bg)).slice(0, MOST_SLUG).replace(/-+$/, '');
}

const MOST_SLUG = 40;

/** Whether a text may stand in addresses: lower-case Latin letters, digits and single hyphens between them, 2 to 40. */
export function isMunicipalitySlug(text: string): boolean {
	return text.length >= 2 && text.length <= MOST_SLUG && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

/** The province of a municipality by its Bulgarian name, in both languages; undefined for no province of the country. */
export function provinceOf(bg: string): LocalText | undefined {
	return PROVINCES.find((province) => province.bg === bg);
}

/** A year or a day for which a number holds: „2014“, „2025-09-30“. */
export function isYearOrDay(text: string): boolean {
	return /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/**
 * The name of a settlement as registers write it, with what it is before it: a village „Медовина“ → „с. Медовина“, in
 * English transliterated where it was not given: “Medovina”.
 */
export function settlementName(
	kind: Settlement['kind'],
	given: { readonly bg: string; readonly en: string | null },
): LocalText {
	const plain = plainSettlementName(given.bg);
	return { bg: `${kind === 'town' ? 'гр.' : 'с.'} ${plain}`, en: given.en ?? transliterate(plain) };
}

/** The name without „гр.“ or „с.“ before it. */
export function plainSettlementName(bg: string): string {
	return bg.trim().replace(/^(?:гр|с)\.\s*/iu, '');
}

/** Whether a text is a code of a settlement in the national register (ЕКАТТЕ): five digits. */
export function isEkatte(text: string): boolean {
	return /^\d{5}$/.test(text);
}
