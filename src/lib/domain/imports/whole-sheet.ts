import { blankMatch, isBlankMatch, type SheetChoices } from './choices.ts';
import { FIELDS, type FieldKey, type SheetKind } from './fields.ts';

/** Stands for the cell of a value that a person set for a whole sheet. */
export const WHOLE_SHEET = '*';

/** Values for a whole sheet, by field: codes of nomenclatures, keys of registers. */
export type WholeValues = Readonly<Partial<Record<FieldKey, string>>>;

/** A field that a sheet has no column for and that one value may stand for in every row. */
export interface WholeField {
	readonly field: FieldKey;
	/** New things without a value are refused; the others are concluded from what the file says. */
	readonly isNeeded: boolean;
}

/** Fields of a nomenclature that no column gives; those first without which nothing new comes in. */
export function wholeFields(kind: SheetKind, columns: SheetChoices['columns']): readonly WholeField[] {
	const given = new Set(Object.values(columns));
	return FIELDS[kind]
		.filter(({ field, type }) => type === 'choice' && !given.has(field) && !isOfEach(kind, field))
		.map(({ field }) => ({ field, isNeeded: NEEDED.has(field) }))
		.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
}

const NEEDED: ReadonlySet<FieldKey> = new Set<FieldKey>(['functionKind', 'policyArea', 'role']);
/** In a list of functions without roles every unit answers; there is nothing to choose. */
const isOfEach = (kind: SheetKind, field: FieldKey) =>
	OF_EACH.has(field) || (kind === 'functions' && field === 'role');
/** What no two rows need share. */
const OF_EACH: ReadonlySet<FieldKey> = new Set<FieldKey>(['sex', 'itemState']);

/** The values that a person set for a whole sheet, as choices keep them. */
export function wholeValues(matches: SheetChoices['matches']): WholeValues {
	const set = Object.entries(matches).filter(([key, meaning]) => isBlankMatch(key) && meaning !== '');
	return Object.fromEntries(set.map(([key, meaning]) => [key.slice(0, -1), meaning]));
}

/** Sets values for a whole sheet; an empty one forgets it, and a field that has a column needs none. */
export function withWholeValues(choices: SheetChoices, values: WholeValues): SheetChoices {
	const given = new Set(Object.values(choices.columns));
	const all = new Map(Object.entries(choices.matches));
	for (const [field, value] of Object.entries(values) as [FieldKey, string][])
		if (value === '' || given.has(field)) all.delete(blankMatch(field));
		else all.set(blankMatch(field), value);
	return { ...choices, matches: Object.fromEntries(all) };
}
