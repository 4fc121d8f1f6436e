import { getLocale, isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

/**
 * What a browser draws from now on is in the language of its document: it does not ask the cookie for every word, and a
 * language chosen in another tab does not mix with this one. Another language always comes with another document.
 */
export function keepDocumentLanguage(): void {
	const { lang } = document.documentElement;
	const language = isLocale(lang) ? lang : getLocale();
	overwriteGetLocale(() => language);
}
