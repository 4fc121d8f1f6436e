import { addDays, type EurCents, type IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { InLocale } from './names.ts';

/** A number with at most `digits` decimals: „1 234,5“. A thin space stands between thousands in Bulgarian. */
export function formatNumber(
	value: number,
	{ digits = 1, fixed = false, locale = getLocale() }: InLocale & { digits?: number; fixed?: boolean } = {},
): string {
	const options = { minimumFractionDigits: fixed ? digits : 0, maximumFractionDigits: digits };
	return levelled(numberFormat(locale, { ...options, useGrouping: true }).format(exact(value)));
}

/** Without the noise of binary fractions: a sum of 4,375 that came to 4,374999… is rounded up, as workbooks do. */
function exact(value: number): number {
	return Number(value.toPrecision(12));
}

/** Posts, with as many decimals as there are: „125,5“, „12“, „0,25“. */
export function formatHeadcount(value: number, options: InLocale = {}): string {
	return formatNumber(value, { digits: 2, ...options });
}

/** Posts as the text of a decision writes them: halves as a fraction, „156 ½“, „½“; other parts as a decimal. */
export function formatPosts(value: number, options: InLocale = {}): string {
	if (value < 0 || value % 1 !== 0.5) return formatHeadcount(value, options);
	const whole = Math.floor(value);
	return whole === 0 ? '½' : `${formatHeadcount(whole, options)}\u00a0½`;
}

export function formatFte(value: number, options: InLocale = {}): string {
	return formatNumber(value, { digits: 2, fixed: true, ...options });
}

/** A share 0–1 as „37 %“. */
export function formatShare(
	value: number,
	{ digits = 0, locale = getLocale() }: InLocale & { digits?: number } = {},
): string {
	const text = levelled(numberFormat(locale, { maximumFractionDigits: digits }).format(value * 100));
	return locale === 'bg' ? `${text} %` : `${text}%`;
}

/** Money in euro; cents only where there are any, or always with `digits` 2: „14 820 €“, „25 000,50 €“. */
export function formatEuro(
	cents: EurCents,
	{ digits = cents % 100 === 0 ? 0 : 2, locale = getLocale() }: InLocale & { digits?: 0 | 2 } = {},
): string {
	const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: true };
	const text = levelled(numberFormat(locale, options).format(cents / 100));
	return locale === 'bg' ? `${text} €` : `€${text}`;
}

/** A change with its sign, „+2“, „−35“, „0“. */
export function formatChange(
	value: number,
	format: (value: number) => string = (v) => formatHeadcount(v),
): string {
	if (value === 0) return format(0);
	return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}

/** „23.01.2024 г.“ in Bulgarian, „23 Jan 2024“ in English. */
export function formatDate(date: IsoDate, { locale = getLocale() }: InLocale = {}): string {
	const [year = '', month = '', day = ''] = date.split('-');
	if (locale === 'bg') return `${day}.${month}.${year}\u00a0г.`;
	return `${Number(day)} ${EN_MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** „1.03.2027 г. – 3.03.2027 г.“, both days included; one day when they are the same. */
export function formatDays(from: IsoDate, to: IsoDate, options: InLocale = {}): string {
	const first = formatDate(from, options);
	return from === to ? first : `${first} – ${formatDate(to, options)}`;
}

/** A name that stands alone, as above a field, and a sentence begin with a capital. */
export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text that ends as a sentence: a full stop is added unless one stands there already, as after „г.“ and „бр.“. */
export function asSentence(text: string): string {
	return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/**
 * The last day on which something holds, of a period whose end does not belong to it: what ends where the next begins
 * on 01.01.2027 is valid „31.12.2026 г. вкл.“, so that the two never seem to share a day.
 */
export function formatLastDay(end: IsoDate, { locale = getLocale() }: InLocale = {}): string {
	return m.common_last_day({ date: formatDate(addDays(end, -1), { locale }) }, { locale });
}

/** „януари“, „January“ for 1; short the first three letters. */
export function nameOfMonth(month: number, style: 'long' | 'short' = 'long'): string {
	const language = getLocale() === 'bg' ? 'bg-BG' : 'en-GB';
	const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
		Date.UTC(2026, month - 1, 1),
	);
	return style === 'long' ? name : name.slice(0, 3);
}

/** A moment (ISO, UTC) as day and time in the municipality. */
export function formatMoment(moment: string, { locale = getLocale() }: InLocale = {}): string {
	// The Swedish form is the ISO one: „2026-11-22 01:45“.
	const [day = '', time = ''] = ISO_MOMENT.format(new Date(moment)).split(' ');
	const date = formatDate(day as IsoDate, { locale });
	return locale === 'bg' ? `${date}, ${time}\u00a0ч.` : `${date}, ${time}`;
}

const ISO_MOMENT = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeStyle: 'short',
	timeZone: 'Europe/Sofia',
});
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const formats = new Map<string, Intl.NumberFormat>();

/** Making a number format is slow; each is made once. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const mark = `${locale}:${JSON.stringify(options)}`;
	const known = formats.get(mark);
	if (known) return known;
	const made = new Intl.NumberFormat(locale === 'bg' ? 'bg-BG' : 'en-GB', options);
	formats.set(mark, made);
	return made;
}

/** Any grouping space becomes a narrow no-break one, and the hyphen a minus sign. */
function levelled(text: string): string {
	return text.replace(/[\s\u00a0]/gu, '\u202f').replace(/^-/u, '−');
}
