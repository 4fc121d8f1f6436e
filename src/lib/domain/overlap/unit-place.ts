import { foldText } from '../shared/index.ts';

const MAYORALTY =
	/^(?:кметство|кметско наместничество|кметски наместник|кмет на кметство|кмет на)\s+(?:на\s+)?(?:в\s+)?(?:(?:село|град|с\.?|гр\.?)\s*)?"?([\p{L}][\p{L} -]*)/u;

/** The settlement of a unit that is a mayoralty by its name („Кметство Джулюница“ → „джулюница“); null for others. */
export function placeOfUnit(unit: string): string | null {
	const match = MAYORALTY.exec(foldText(unit));
	const place = match?.[1]?.trim() ?? '';
	return place === '' || /^общин/u.test(place) ? null : place;
}
