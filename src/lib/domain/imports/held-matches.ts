import { isBlankMatch, matchKey, NEW_VALUE, NOT_A_UNIT, type SheetChoices } from './choices.ts';
import type { SheetKind } from './fields.ts';

/** What a text of a field stands for on a sheet. */
export interface HeldMatch {
	readonly meaning: string;
	/** Place of the sheet on which a person decided it; null for this one. */
	readonly sheet: number | null;
}

/**
 * What the texts of a sheet stand for: as a person decided on it, else as decided on another sheet of the file, the
 * first of them in its order. An own decision for „nothing“ asks anew. One value for all rows of a sheet is of it alone.
 */
export function heldMatches(
	sheets: readonly { readonly choices: Pick<SheetChoices, 'kind' | 'matches'> }[],
	index: number,
): ReadonlyMap<string, HeldMatch> {
	const held = new Map<string, HeldMatch>();
	const own = sheets[index]?.choices;
	if (!own) return held;
	for (const [sheet, { choices }] of sheets.entries())
		for (const [key, meaning] of sheet === index ? [] : Object.entries(choices.matches))
			for (const here of keysOn(own.kind, choices.kind, key, meaning))
				if (!held.has(here)) held.set(here, { meaning, sheet });
	for (const [key, meaning] of Object.entries(own.matches))
		if (meaning === '') held.delete(key);
		else held.set(key, { meaning, sheet: null });
	return held;
}

/** The meanings alone, by field and text. */
export function meaningsOf(held: ReadonlyMap<string, HeldMatch>): Readonly<Record<string, string>> {
	return Object.fromEntries([...held].map(([key, { meaning }]) => [key, meaning]));
}

/**
 * Under which keys a decision of another sheet holds. In a list of units the superior is a text of the file, elsewhere
 * it is where a new unit comes to stand; a unit is the same one as superior and as the unit of a row.
 */
function keysOn(
	own: SheetKind | null,
	from: SheetKind | null,
	key: string,
	meaning: string,
): readonly string[] {
	if (meaning === '' || isBlankMatch(key)) return [];
	const at = key.indexOf(':');
	const [field, text] = [key.slice(0, at), key.slice(at + 1)];
	const isList = own === 'units';
	if (field === 'parent')
		return (from === 'units') === isList ? [key] : isList ? [] : [matchKey('unit', text)];
	const isKnownUnit = field === 'unit' && !meaning.startsWith(NEW_VALUE) && meaning !== NOT_A_UNIT;
	return isList && isKnownUnit ? [key, matchKey('parent', text)] : [key];
}
