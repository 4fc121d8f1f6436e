/** The fields of a form by name, as texts. */
export type FieldTexts = Readonly<Record<string, string>>;

/** A field in which two people differ. */
export interface FieldClash {
	/** Name of the field, or of a group of fields that only make sense together. */
	readonly field: string;
	/** Names of the fields in it; one for a field of its own. */
	readonly names: readonly string[];
	/** Who moved it from what both saw: only I, only the other one, or both to different values. */
	readonly by: 'me' | 'other' | 'both';
	readonly seen: FieldTexts;
	readonly mine: FieldTexts;
	readonly theirs: FieldTexts;
}

export interface Sides {
	/** What the form held when it was opened; unknown fields count as seen empty. */
	readonly seen: FieldTexts;
	readonly mine: FieldTexts;
	/** What is stored now. */
	readonly theirs: FieldTexts;
}

/**
 * Where my edit and somebody else's differ, field by field, in the order of what is stored. Fields that are equal on both
 * sides are left out. `groupOf` names the group of a field whose parts are chosen together, such as the act and the place
 * of one legal basis.
 */
export function findClashes(
	{ seen, mine, theirs }: Sides,
	groupOf: (field: string) => string = (field) => field,
): readonly FieldClash[] {
	const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
	const groups = Map.groupBy(names, groupOf);
	return [...groups].flatMap(([field, inside]) => {
		const [s, m, t] = [pick(seen, inside), pick(mine, inside), pick(theirs, inside)];
		if (same(m, t)) return [];
		const by = same(m, s) ? 'other' : same(t, s) ? 'me' : 'both';
		return [{ field, names: inside, by, seen: s, mine: m, theirs: t } as const];
	});
}

/**
 * The fields after the choice: what is stored, with my value wherever `chosen` says „mine“. Without a choice a field that
 * only one of the two moved keeps the move, so nothing is lost; one that both moved keeps what is stored.
 */
export function settleClashes(
	theirs: FieldTexts,
	clashes: readonly FieldClash[],
	chosen: Readonly<Record<string, 'mine' | 'theirs'>>,
): FieldTexts {
	const mine = clashes.filter(
		({ field, by }) => (chosen[field] ?? (by === 'me' ? 'mine' : 'theirs')) === 'mine',
	);
	return Object.assign({}, theirs, ...mine.map((clash) => clash.mine)) as FieldTexts;
}

function pick(fields: FieldTexts, names: readonly string[]): FieldTexts {
	return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']));
}

function same(left: FieldTexts, right: FieldTexts): boolean {
	return Object.keys(left).every((name) => tidied(left[name]) === tidied(right[name]));
}

/** Browsers send line ends of their own, and blanks at the ends are cut before storing. */
function tidied(text: string | undefined): string {
	return (text ?? '').replace(/\s+/gu, ' ').trim();
}
