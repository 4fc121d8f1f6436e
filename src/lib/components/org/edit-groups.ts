/** Which fields of a form are shown when only one part of a thing is edited in place; the others travel hidden. */
export const UNIT_GROUPS = {
	name: ['nameBg', 'nameEn'],
	nature: ['kind', 'part'],
	parent: ['parentKey'],
	sort: ['sort'],
	note: ['note'],
	origin: ['source', 'asOf', 'verification'],
} as const;

export const POST_GROUPS = {
	title: ['titleBg', 'titleEn'],
	unit: ['unitKey'],
	headcount: ['approved', 'occupied'],
	cost: ['annualCost'],
	occupation: ['occupation'],
	nature: ['category', 'relation', 'funding'],
	head: ['isHead'],
	note: ['note'],
	origin: ['source', 'asOf', 'verification'],
} as const;

export const FUNCTION_GROUPS = {
	text: ['textBg', 'textEn'],
	nature: ['kind', 'policyArea', 'generalCategory', 'territory'],
	bases: ['bases'],
	powers: ['powers'],
	origin: ['source', 'asOf', 'verification'],
} as const;

/** The group that is edited, when the address names one of a form. */
export function groupIn<Groups extends object>(
	groups: Groups,
	asked: string | null,
): keyof Groups | undefined {
	return asked !== null && Object.hasOwn(groups, asked) ? (asked as keyof Groups) : undefined;
}

/** Rows of legal bases belong to one field: an act and its place are chosen together. */
export function groupOfField(field: string): string {
	return /^(act|place)\d+$/.test(field) ? 'bases' : field;
}

/** Fields that travel hidden, each with its value; a list as several of one name. */
export function hiddenFields(
	values: Readonly<Record<string, string>>,
	shown: readonly string[] | undefined,
): readonly { readonly name: string; readonly value: string }[] {
	if (shown === undefined) return [];
	return Object.entries(values).flatMap(([name, value]) => {
		if (shown.includes(groupOfField(name)) || NOT_FIELDS.has(name)) return [];
		if (name === 'powers') {
			return value.split(' ').flatMap((key) => (key === '' ? [] : [{ name: 'powers[]', value: key }]));
		}
		return name === 'isHead' && value === '' ? [] : [{ name, value }];
	});
}

/** What a form carries besides the fields of the thing. */
export const NOT_FIELDS: ReadonlySet<string> = new Set(['revision', 'seen', 'conflict']);
