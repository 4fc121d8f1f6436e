import { m } from '#lib/paraglide/messages.js';
import { baseLocale, isLocale, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';
import { CommandRefusal } from './io.ts';

/** Commands whose own `--lang` says the language of what they make; they speak it too. */
const WITH_OWN_LANGUAGE = new Set(['export']);

/**
 * Lets the terminal speak the language of `--lang bg|en`, else that of its surroundings (`LC_ALL`, `LC_MESSAGES`, `LANG`),
 * and answers the words without the option. Another language than ours is answered in Bulgarian.
 */
export function speakLanguage(
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
	const { given, rest } = takeOption(args);
	if (given !== undefined && !isLocale(given))
		throw new CommandRefusal(m.exports_cli_bad_language({ given }));
	const hasOwn = WITH_OWN_LANGUAGE.has(rest[0] ?? '');
	const language = given ?? (hasOwn ? baseLocale : languageOf(env));
	overwriteGetLocale(() => language);
	return hasOwn ? args : rest;
}

function takeOption(args: readonly string[]): { readonly given?: string; readonly rest: readonly string[] } {
	const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
	const word = args[at];
	if (word === undefined) return { rest: args };
	const taken = word === '--lang' ? 2 : 1;
	const given = word === '--lang' ? (args[at + 1] ?? '') : word.slice('--lang='.length);
	return { given, rest: [...args.slice(0, at), ...args.slice(at + taken)] };
}

function languageOf(env: Readonly<Record<string, string | undefined>>): Locale {
	const [language] = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').split(/[_.@]/u);
	return isLocale(language) ? language : baseLocale;
}
