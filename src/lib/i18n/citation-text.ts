import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { InLocale } from './names.ts';

type Text = (inputs: Record<string, never>, options?: InLocale) => string;

/** What the product itself gives as a source or a note of a parameter. */
const OWN: readonly Text[] = [
	m.citation_extra_leave,
	m.citation_absences,
	m.citation_training_plan,
	m.citation_default_bound,
	m.citation_analytic,
	m.citation_two_municipalities,
	m.citation_work_day,
	m.citation_normal,
	m.citation_note_from_knowledge,
	m.citation_note_sample,
	m.citation_note_one_peer,
];

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
];

/** Marks of a place in an act; „и“ stands between two places. */
const MARKS: readonly (readonly [RegExp, string])[] = [
	[/чл\. /g, 'Art. '],
	[/ал\. /g, 'para. '],
	[/т\. /g, 'item '],
	[/ и /g, ' and '],
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
	return OWN.find((text) => text({}, { locale: 'bg' }) === citation)?.({}, { locale: 'en' });
}

const CYRILLIC = /[А-я]/;

/** Sources one after another: places in acts that are known, and what the product says; undefined where anything else is said. */
function placesText(citation: string): string | undefined {
	const places = citation.split('; ').map((one) => {
		const own = ownText(one);
		if (own) return own;
		const place = MARKS.reduce((text, [mark, english]) => text.replace(mark, english), one);
		const [short, name] = ACTS.find(([act]) => place.startsWith(`${act}, `)) ?? [];
		const rest = place.slice(short?.length);
		return short && name && !CYRILLIC.test(rest)
			? `${name({}, { locale: 'en' })} („${short}“)${rest}`
			: undefined;
	});
	return places.includes(undefined) ? undefined : places.join('; ');
}
