import { ADMINISTRATION_PARTS, FUNDING_SOURCES } from '#lib/domain/org/index.ts';
import { nameOfFunding, nameOfPart } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

const OWN: Readonly<Record<string, () => string>> = {
	administration: m.overview_of_administration,
	'all-posts': m.overview_of_all_posts,
	vacant: m.overview_of_vacant,
	managers: m.overview_of_managers,
	spans: m.overview_of_spans,
	functions: m.overview_of_functions,
	powers: m.overview_of_powers,
	origin: m.overview_of_origin,
};

/** What a number of the overview is called where it is taken apart. */
export function nameOfNumber(code: string): string {
	const part = ADMINISTRATION_PARTS.find((item) => `part-${item}` === code);
	if (part) return m.overview_of_part({ name: nameOfPart(part) });
	const source = FUNDING_SOURCES.find((item) => `funding-${item}` === code);
	if (source) return m.overview_of_funding({ name: nameOfFunding(source) });
	return OWN[code]?.() ?? code;
}
