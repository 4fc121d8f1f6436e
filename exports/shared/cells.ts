import type { EurCents, IsoDate } from '#lib/domain/shared/index.ts';

/** Format codes as stored in the file; the office program shows them in the reader's own manner. */
export const FORMATS = {
	text: '@',
	general: 'General',
	whole: '#,##0',
	decimal: '#,##0.00',
	money: '#,##0.00 "€"',
	percent: '0.0%',
	/** A share, or a dash for a figure that stands for „none“. */
	shareOrNone: '[>=9]"–";0.0%',
	date: 'dd.mm.yyyy',
	signedWhole: '+#,##0;-#,##0;0',
	signedDecimal: '+#,##0.00;-#,##0.00;0.00',
	signedMoney: '+#,##0.00 "€";-#,##0.00 "€";0.00 "€"',
} as const;
export type Format = keyof typeof FORMATS;

/** What stands in one cell. User text is always `text`, so it can never become a formula. */
export type Cell =
	| null
	| {
			readonly kind: 'text';
			readonly value: string;
			/** Colour of the cell, „#dcebe7“; the words say the same. */
			readonly ground?: string;
	  }
	| { readonly kind: 'number'; readonly value: number; readonly format: Format }
	| { readonly kind: 'date'; readonly value: IsoDate }
	| {
			readonly kind: 'formula';
			/** Without the leading „=“; made by our code alone. */
			readonly formula: string;
			/** The right value, because programs show it without calculating. */
			readonly result: number | string;
			readonly format: Format;
	  };

const MAX_TEXT = 32_767;
const CUT_MARK = ' […]';

/** A text cell; null and the empty text leave the cell empty. */
export function text(value: string | null): Cell {
	const clean = cleanText(value ?? '');
	return clean === '' ? null : { kind: 'text', value: clean };
}

/** A text on a colour that means the same as it. */
export function coloured(value: string, ground: string): Cell {
	const cell = text(value);
	return cell?.kind === 'text' ? { ...cell, ground } : cell;
}

export const whole = (value: number | null): Cell => number(value, 'whole');
export const decimal = (value: number | null): Cell => number(value, 'decimal');
export const percent = (value: number | null): Cell => number(value, 'percent');

/** Money from euro cents; null stays empty. */
export function money(cents: EurCents | null): Cell {
	return number(cents === null ? null : cents / 100, 'money');
}

export function date(value: IsoDate | null): Cell {
	return value === null ? null : { kind: 'date', value };
}

/** A number that is not finite has no place in a workbook: it is a bug of the model. */
export function number(value: number | null, format: Format): Cell {
	if (value === null) return null;
	if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
	return { kind: 'number', value, format };
}

export function formula(code: string, result: number | string, format: Format): Cell {
	return { kind: 'formula', formula: code, result, format };
}

/** The number that a cell shows, or undefined for text, dates and empty cells. */
export function numericValue(cell: Cell | undefined): number | undefined {
	if (cell?.kind === 'number') return cell.value;
	if (cell?.kind === 'formula' && typeof cell.result === 'number') return cell.result;
	return undefined;
}

/**
 * Text that every office program takes: no control characters, lines by `\n`, no look-alike of the format's own
 * escapes (`_x0041_`), at most 32 767 characters with a visible mark where it was cut.
 */
export function cleanText(value: string): string {
	const safe = value
		.replace(/\r\n?/g, '\n')
		.replace(CONTROL, '')
		.toWellFormed()
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
	return safe.length <= MAX_TEXT ? safe : safe.slice(0, MAX_TEXT - CUT_MARK.length).toWellFormed() + CUT_MARK;
}

/** Control characters but tab and line feed, and the two non-characters. */
const CONTROL = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
