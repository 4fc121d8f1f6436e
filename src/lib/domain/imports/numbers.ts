const FRACTIONS: Readonly<Record<string, number>> = {
	'½': 0.5,
	'¼': 0.25,
	'¾': 0.75,
	'⅓': 1 / 3,
	'⅔': 2 / 3,
	'1/2': 0.5,
	'1/4': 0.25,
	'3/4': 0.75,
};

/** What people write into a cell to say that there is nothing. */
const NOTHING = /^(?:[-–—−.*хx]+|няма(?: (?:такова|такъв|такава|такива))?|неприложимо|н\/?а|n\/a|без)$/iu;

/** Units of measure that may stand behind a number and do not change it. */
const UNIT = /(?:щ\.? ?бр|бройки|бройка|броя|бр|лева|лв|евро|eur|€|мин|минути|часа|ч|г|хил)\.?$/iu;

/** True where the cell is filled, but says that there is no value. */
export function isNothing(text: string): boolean {
	return text === '' || NOTHING.test(text);
}

/**
 * The number that a cell of a Bulgarian table means, or undefined when it means none.
 * Takes the decimal comma and the point, blanks (also non-breaking) and points between thousands, halves, a unit
 * behind the number and a percentage. Where a comma and a point both stand, the last one is the decimal mark.
 * Examples: „15,5“ → 15.5 · „156 ½“ → 156.5 · „1 855,5“ → 1855.5 · „1.234,50 лв.“ → 1234.5 · „40 %“ → 0.4.
 */
export function readNumber(text: string): number | undefined {
	const plain = text.replace(/[\s\u00a0\u202f\u2009']+/gu, ' ').trim();
	if (plain.endsWith('%')) return scaled(readNumber(plain.slice(0, -1)), 0.01);
	const bare = plain.replace(UNIT, '').trim();
	const fraction = FRACTION.exec(bare);
	if (!fraction) return readDecimal(bare);
	const before = bare.slice(0, fraction.index).trim();
	const whole = before === '' ? 0 : readDecimal(before);
	return whole === undefined ? undefined : whole + (FRACTIONS[fraction[0].trim()] ?? 0);
}

/** „11/2“ is eleven halves, not one and a half: a fraction in ASCII stands alone or behind a blank. */
const FRACTION = /(?:[½¼¾⅓⅔]|(?:^|(?<=\d) )[13]\/[24])$/u;

function readDecimal(text: string): number | undefined {
	const compact = text.replaceAll(' ', '');
	const groups = text.trim().split(' ');
	if (groups.length > 1 && !groups.slice(1).every((group) => /^\d{3}(?:[.,]\d+)?$/.test(group)))
		return undefined;
	const normal = withPoint(compact);
	return /^-?\d+(?:\.\d+)?$/.test(normal) ? Number(normal) : undefined;
}

function withPoint(text: string): string {
	const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
	if (comma >= 0 && point >= 0) {
		const thousands = comma > point ? '.' : ',';
		return text.replaceAll(thousands, '').replace(',', '.');
	}
	const mark = comma >= 0 ? ',' : '.';
	const parts = text.split(mark);
	return parts.length > 2 && parts.slice(1).every((part) => part.length === 3)
		? parts.join('')
		: text.replace(',', '.');
}

function scaled(value: number | undefined, factor: number): number | undefined {
	return value === undefined ? undefined : Math.round(value * factor * 1e10) / 1e10;
}
