import { getLocale } from '#lib/paraglide/runtime.js';
import type { InLocale } from './names.ts';

/** A name in the quotation marks of the language, unless it has some of its own: „Архив“, in English “Archive”. */
export function quoted(name: string, { locale = getLocale() }: InLocale = {}): string {
	if (/[„“”"]/u.test(name)) return name;
	return locale === 'en' ? `“${name}”` : `„${name}“`;
}
