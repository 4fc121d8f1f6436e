import { isId, parseIsoDate, type IsoDate } from '#lib/domain/shared/index.ts';
import { z } from 'zod';

/** Field schemas that every form shares. All of them start from what a browser sends: a text. */

/** A text of at most `max` characters, trimmed, with real content. */
export function text(max: number): z.ZodType<string> {
	return z.string().trim().min(1).max(max).refine(isWritable, NOT_WRITABLE);
}

/** A text as it was typed, empty too: for forms whose rules the domain checks. */
export function typedText(max: number): z.ZodType<string> {
	return z.string().max(max).refine(isWritable, NOT_WRITABLE).default('');
}

/** A password that is compared, never stored: as typed, since a space at its end belongs to it. */
export function password(): z.ZodType<string> {
	return z.string().min(1).max(1000);
}

/** A text that may be left empty; empty is null. */
export function optionalText(max: number): z.ZodType<string | null> {
	return z
		.string()
		.trim()
		.max(max)
		.refine(isWritable, NOT_WRITABLE)
		.optional()
		.transform((value) => value || null);
}

/** A number as people write it here: „1,5“, „1 234,5“, „1.5“ or, as decisions print posts, „156 ½“. */
export function decimal({ min, max }: { readonly min: number; readonly max: number }): z.ZodType<number> {
	return z.string().trim().min(1).transform(toNumber).pipe(z.number().min(min).max(max));
}

/** The same, or nothing: empty is null. */
export function optionalDecimal(range: {
	readonly min: number;
	readonly max: number;
}): z.ZodType<number | null> {
	return z
		.string()
		.trim()
		.optional()
		.transform((value) => (value ? value : null))
		.transform((value, check) => (value === null ? null : within(toNumber(value, check), range, check)));
}

/**
 * Twelve numbers, January first, as they are pasted from a row of a workbook or typed with semicolons; empty is null.
 * Each reads as in `decimal`.
 */
export function monthList(max: number): z.ZodType<readonly number[] | null> {
	return z
		.string()
		.trim()
		.max(500)
		.optional()
		.transform((value, check) => {
			if (!value) return null;
			const parts = value.split(/[;\t\r\n]+/).map((part) => part.trim());
			if (parts.length !== 12 || parts.includes('')) {
				check.addIssue({ code: 'custom', message: 'code:months-count' });
				return z.NEVER;
			}
			return parts.map((part) => within(toNumber(part, check), { min: 0, max }, check));
		});
}

export function wholeNumber(range: { readonly min: number; readonly max: number }): z.ZodType<number> {
	return decimal(range).refine(Number.isInteger, { message: 'code:not-whole' });
}

export function day(): z.ZodType<IsoDate> {
	return z.string().trim().min(1).transform(toDay);
}

/** The same, or nothing: empty is null. */
export function optionalDay(): z.ZodType<IsoDate | null> {
	return z
		.string()
		.trim()
		.optional()
		.transform((value, check) => (value ? toDay(value, check) : null));
}

/** A day that an address names; null where it names none that a form would take. */
export function dayIn(search: URLSearchParams, name: string): IsoDate | null {
	const date = parseIsoDate(search.get(name) ?? '');
	return date !== undefined && YEARS.test(date) ? date : null;
}

/** One of a closed set of codes. */
export function choice<const T extends readonly [string, ...string[]]>(options: T): z.ZodType<T[number]> {
	return z.enum(options);
}

/** An identifier or key; whether it exists is for the service to say. */
export function id(): z.ZodType<string> {
	return z.string().refine(isId, { message: 'code:not-a-choice' });
}

/** A ticked box. */
export function checkbox(): z.ZodType<boolean> {
	return z
		.string()
		.optional()
		.transform((value) => value === 'on' || value === 'true');
}

/** The revision that the person saw, for telling a stale edit. */
export function revision(): z.ZodType<number> {
	return wholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER });
}

function toDay(value: string, check: z.RefinementCtx): IsoDate {
	const date = parseIsoDate(value);
	if (date !== undefined && YEARS.test(date)) return date;
	check.addIssue({ code: 'custom', message: date ? 'code:day-out-of-range' : 'code:not-a-date' });
	return z.NEVER;
}

function within(
	value: number,
	range: { readonly min: number; readonly max: number },
	check: z.RefinementCtx,
): number {
	if (value >= range.min && value <= range.max) return value;
	check.addIssue({ code: 'custom', message: 'code:out-of-range' });
	return z.NEVER;
}

function toNumber(value: string, check: z.RefinementCtx): number {
	const spaceless = value.replace(/[\s\u00a0\u202f]/g, '');
	const plain = spaceless.replace(/^(\d*)([¼½¾])$/u, fraction).replace(',', '.');
	if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
	check.addIssue({ code: 'custom', message: 'code:not-a-number' });
	return z.NEVER;
}

const FRACTIONS: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };

function fraction(_: string, whole: string, sign: string): string {
	return `${whole || '0'}${FRACTIONS[sign] ?? ''}`;
}

/** Acts of the nineteenth century are still cited; nothing is planned beyond this one. */
const YEARS = /^(?:18|19|20)/;

const NOT_WRITABLE = { message: 'code:not-writable' };

/**
 * Whether a text can be stored, printed and put into a workbook as it is: no control characters but tab and line
 * ends, no half of a surrogate pair.
 */
function isWritable(value: string): boolean {
	return value.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(value);
}
