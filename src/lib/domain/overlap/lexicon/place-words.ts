/**
 * What a word can say of a place: `marker` stands before a name („село“), `dotted` only with its dot („с.“; „с“ alone
 * is a preposition), `into` leads to one („в“).
 */
export type PlaceRole = 'marker' | 'dotted' | 'into' | 'none';

/**
 * What a folded word says of the name beside it: „село“ stands before a place (`marker`), „с.“ does with a dot
 * (`dotted`), „в“ leads into one (`into`).
 */
export function placeRoleOf(folded: string): PlaceRole {
	if (DOTTED.test(folded)) return 'dotted';
	if (INTO.test(folded)) return 'into';
	return MARKERS.test(folded) ? 'marker' : 'none';
}

const MARKERS =
	/^(жк|село|селото|град|квартал|квартала|район|кметство|кметството|наместничество|наместничеството|местност|място|община)$/u;
const DOTTED = /^(с|гр|кв)$/u;
const INTO = /^(в|във|край)$/u;
const COMMON =
	/^(общин|общ|закон|наредб|кодекс|министер|европ|републик|българ|съвет|кмет|програм|агенц|комис|правилн|национал|държав|фонд|регион|област|централ|главн|дирекц|отдел|сектор|звено|гражд|администр|интернет|съюз|бюджет|финанс|план|стратег|регистър|регистр|тарифа|информац|район|служб|архив|систем|центр|център|портал|инспекц|институт|съд|полиц|прокурат|палат|платформ|интегрир|професион|здрав|социал|финансов|единн|профил|кадастр|нап|мвр|регламент|фейсбук|инстаграм|вайбър)/u;

/** True for words of the administration that are no names of places, though they are written with a capital. */
export function isCommonName(folded: string): boolean {
	return COMMON.test(folded);
}
