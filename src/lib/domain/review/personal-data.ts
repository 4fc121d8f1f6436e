export const PERSONAL_DATA_KINDS = ['email', 'personal-number', 'phone'] as const;
/** електронен адрес, ЕГН, телефон. */
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

export interface PersonalDataFound {
	readonly kind: PersonalDataKind;
	readonly text: string;
}

/** What stands in the place of hidden personal data. */
export const MASK = '▪▪▪';

/**
 * E-mail addresses, personal numbers and telephones in a text, in this order. A personal number is ten digits that begin
 * with a day of birth, whatever the check digit, for a mistyped one tells as much; a telephone begins with 0 or +359.
 * Example: „ЕГН 7501020018, тел. 0888 123 456“ → a personal number and a telephone; „01.01.2027“ and „27 600,75“ are none.
 */
export function findPersonalData(text: string): readonly PersonalDataFound[] {
	const found: PersonalDataFound[] = [];
	replaceAll(text, (kind, part) => {
		found.push({ kind, text: part });
		return MASK;
	});
	return found;
}

/** The text with its personal data hidden: for whoever reads the ledger but does not keep it, and for paper. */
export function maskPersonalData(text: string): string {
	return replaceAll(text, () => MASK);
}

const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
	['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
	// year, month (20 or 40 more for other centuries), day, four digits
	['personal-number', /(?<!\d)\d{2}(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?!\d)/gu],
	['phone', /(?<![\d.,])(?:\+|00)359(?:[ \-/()]{0,2}\d){8,9}(?!\d)/gu],
	['phone', /(?<![\d.,])0(?:[ \-/]?\d){8,9}(?!\d)/gu],
];

function replaceAll(text: string, hide: (kind: PersonalDataKind, part: string) => string): string {
	return PATTERNS.reduce((rest, [kind, pattern]) => rest.replace(pattern, (part) => hide(kind, part)), text);
}
