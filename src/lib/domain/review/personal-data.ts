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
 * with a day of birth, whatever the check digit, for a mistyped one tells as much; a telephone begins with 0 or +359,
 * however its digits are parted. Days are none, and neither is the number of a letter or a file.
 * Example: „ЕГН 7501020018, тел.0888.123.456“ → a personal number and a telephone; „01.01.2027“, „27 600,75“ and
 * „вх. № 02-00-123456“ are none.
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

const BLANK = String.raw`[\p{Zs}\t]`;
/** What people put between the digits of one number: blanks, dots, slashes, brackets and dashes of any length. */
const BETWEEN = String.raw`[\p{Zs}\t./()\-‐-―]{0,4}`;
/** Not inside a number or behind its decimal sign. */
const START = String.raw`(?<!\d)(?<!\d[.,])`;
/** An opening bracket only where it closes behind the code: „(02) 987“, but not „(0888 123 456)“. */
const BRACKET = String.raw`(?:\((?=\+?[\d ]{2,7}\)))?`;
/** Not before more digits, nor before the last part of a day: „… – 31.12.27“. */
const END = String.raw`(?!\d)(?!\.\d{1,2}(?!\d))`;
/** year, month (20 or 40 more for other centuries), day */
const BIRTH = String.raw`\d{2}(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\d|3[01])`;

/** Read before telephones, so that two days are not taken for one: „01.01.2027 – 31.12.2027“. */
const DAY = String.raw`(?<!\d)(?:\d{1,2}\.\d{1,2}\.|\d{1,2}-\d{1,2}-|\d{1,2}/\d{1,2}/)(?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)`;
const IS_DAY = new RegExp(`^(?:${DAY})$`, 'u');

const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
	['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
	['personal-number', new RegExp(String.raw`(?<=ЕГН[^\p{L}\d]{0,5})\d(?:${BETWEEN}\d){9}(?!\d)`, 'giu')],
	['personal-number', new RegExp(String.raw`(?<!\d)${BIRTH}[\p{Zs}\t\-‐-―]{0,3}\d{4}(?!\d)`, 'gu')],
	['phone', numbers(String.raw`(?:\+${BLANK}?|00)359(?:${BETWEEN}\d){8,10}`)],
	['phone', numbers(String.raw`0${BLANK}?[1-9](?:${BETWEEN}\d){7,8}`)],
];

function numbers(pattern: string): RegExp {
	return new RegExp(`${DAY}|${START}${BRACKET}${pattern}${END}`, 'gu');
}

function replaceAll(text: string, hide: (kind: PersonalDataKind, part: string) => string): string {
	return PATTERNS.reduce(
		(rest, [kind, pattern]) =>
			rest.replace(pattern, (part, at: number, whole: string) =>
				IS_DAY.test(part) || isReference(kind, part, whole.slice(Math.max(0, at - 40), at))
					? part
					: hide(kind, part),
			),
		text,
	);
}

/** The number of a letter or of a file („вх. № РД-“, „преписка “) ends before the digits. */
const FILED =
	/(?:(?<!\p{L})(?:[Вв]х|ВХ|[Ии]зх|ИЗХ|[Рр]ег)\.?|[Пп]реписк\p{L}*)\p{Zs}*(?:(?:№|номер)\p{Zs}*)?(?:[\p{Lu}\d]{1,6}[-–/])*$/u;
const NUMBERED = /№\p{Zs}*(?:[\p{Lu}\d]{1,6}[-–/])*$/u;
/** „тел. №“, „лична карта №“: what is numbered is personal. */
const PERSONAL = /(?<!\p{L})(?:тел\p{L}*|факс|gsm|моб\p{L}*|карта|л\.?\p{Zs}?к)\.?\p{Zs}*№\p{Zs}*$/iu;
const MOBILE = /^0(?:8[789]|9[89])\d{7}$/u;

/** No mobile telephone is a reference, whatever stands before it; a bare „№“ says nothing of a personal number. */
function isReference(kind: PersonalDataKind, part: string, before: string): boolean {
	if (kind === 'email' || MOBILE.test(part.replace(/\D/gu, ''))) return false;
	if (FILED.test(before)) return true;
	return kind === 'phone' && NUMBERED.test(before) && !PERSONAL.test(before);
}
