import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { OWN_CITATIONS } from './own-citations.ts';
import type { InLocale } from './names.ts';

type Text = (inputs: Record<string, never>, options?: InLocale) => string;

/** Acts by their Bulgarian short name. */
const ACTS: readonly (readonly [string, Text])[] = [
	['ЗДСл', m.citation_act_zdsl],
	['КТ', m.citation_act_kt],
	['ЗМСМА', m.citation_act_zmsma],
	['ЗВОПС', m.citation_act_zvops],
	['ЗАТУРБ', m.citation_act_zaturb],
	['ЗСУ', m.citation_act_zsu],
	['ЗОС', m.citation_act_zos],
	['ЗЗЛПСПОИН', m.citation_act_zzlpspoin],
	['ЗА', m.citation_act_za],
	['ЗИД на ЗА (2012)', m.citation_act_za_amended],
	['ЗУТ', m.citation_act_zut],
	['ЗПФ', m.citation_act_zpf],
	['ЗОП', m.citation_act_zop],
	['ЗЗЛД', m.citation_act_zzld],
	['ЗЗБ', m.citation_act_zzb],
	['ЗФУКПС', m.citation_act_zfukps],
	['НПКДА', m.citation_act_npkda],
	['Закон за горите', m.citation_act_forests],
	['Закон за туризма', m.citation_act_tourism],
	['ЗДБРБ за 2017 г.', m.citation_act_budget_2017],
];

/** Marks of a place in an act; „и“ stands between two places, and an inserted article has a letter: „чл. 29а“. */
const MARKS: readonly (readonly [RegExp, string])[] = [
	[/чл\. /g, 'Art. '],
	[/ал\. /g, 'para. '],
	[/т\. /g, 'item '],
	[/ и /g, ' and '],
	[/(?<=\d)а(?![а-я])/g, 'a'],
	[/(?<=\d)б(?![а-я])/g, 'b'],
];

/**
 * Where a parameter comes from, or its note, in the language of the reader. Acts keep their Bulgarian short name in quotes:
 * „КТ, чл. 155, ал. 4“ is “Labour Code („КТ“), Art. 155, para. 4”. What a person wrote stays as written, and that is said.
 */
export function citationText(citation: string, { locale = getLocale() }: InLocale = {}): string {
	if (locale === 'bg' || !CYRILLIC.test(citation)) return citation;
	const known = ownText(citation) ?? placesText(citation);
	return known ?? m.citation_untranslated({ citation }, { locale });
}

/** What the product says itself, in English. */
function ownText(citation: string): string | undefined {
	return OWN_CITATIONS.find((text) => text({}, { locale: 'bg' }) === citation)?.({}, { locale: 'en' });
}

const CYRILLIC = /[А-я]/;

/**
 * Sources one after another: acts that are known, whole or with a place in them, a further place in the act before it, and
 * what the product says; undefined where anything else is said.
 */
function placesText(citation: string): string | undefined {
	const places = citation.split('; ').map((one) => ownText(one) ?? actText(one) ?? placeText(one));
	return places.includes(undefined) ? undefined : places.join('; ');
}

function actText(one: string): string | undefined {
	const [short, name] = ACTS.find(([act]) => one === act || one.startsWith(`${act}, `)) ?? [];
	if (!short || !name) return undefined;
	const rest = placeText(one.slice(short.length));
	return rest === undefined ? undefined : `${name({}, { locale: 'en' })} („${short}“)${rest}`;
}

function placeText(place: string): string | undefined {
	const text = MARKS.reduce((words, [mark, english]) => words.replace(mark, english), place);
	return CYRILLIC.test(text) ? undefined : text;
}
