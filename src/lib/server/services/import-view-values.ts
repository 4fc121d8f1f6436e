import {
	FUNCTION_KIND_WORDS,
	CATEGORY_WORDS,
	FILLED_WORDS,
	FUNDING_WORDS,
	ITEM_KIND_WORDS,
	ITEM_STATE_WORDS,
	METHOD_WORDS,
	hasFixedPart,
	heldMatches,
	matchKey,
	meaningsOf,
	nameKey,
	nearestWord,
	NEW_VALUE,
	PART_WORDS,
	QUARTER_WORDS,
	RELATION_WORDS,
	ROLE_WORDS,
	SEX_WORDS,
	TRAINING_FUNDING_WORDS,
	UNIT_KIND_WORDS,
	type CellProblem,
	type FieldKey,
	type ImportPlan,
	type Nomenclature,
	type PlannedSheet,
	type ValueLine,
	type ValueOption,
	type ValuesView,
} from '#lib/domain/imports/index.ts';
import type { PlannedImport } from './import-open.ts';

const WORDS: Readonly<Partial<Record<FieldKey, Nomenclature<string>>>> = {
	unitKind: UNIT_KIND_WORDS,
	part: PART_WORDS,
	filled: FILLED_WORDS,
	category: CATEGORY_WORDS,
	relation: RELATION_WORDS,
	funding: FUNDING_WORDS,
	functionKind: FUNCTION_KIND_WORDS,
	role: ROLE_WORDS,
	method: METHOD_WORDS,
	sex: SEX_WORDS,
	itemKind: ITEM_KIND_WORDS,
	trainingFunding: TRAINING_FUNDING_WORDS,
	itemState: ITEM_STATE_WORDS,
	quarter: QUARTER_WORDS,
};

/** What texts of a table may mean, by the registers that the municipality has. */
export interface Registers {
	readonly policyAreas: readonly ValueOption[];
	readonly competencies: readonly ValueOption[];
	readonly courses: readonly ValueOption[];
}

const MOST_LINES = 200;

/** The texts of a sheet that were not recognised, each once, with what they may mean. */
export function valuesView(planned: PlannedImport, index: number, registers: Registers): ValuesView {
	const { sheets, plan } = planned;
	const found = new Map<string, { field: FieldKey; text: string; rows: number }>();
	for (const problem of plan.sheets[index]?.outcomes.flatMap((row) => row.problems) ?? []) {
		const text = matchable(problem);
		if (text === undefined) continue;
		const key = matchKey(problem.field, nameKey(text));
		const line = found.get(key) ?? { field: problem.field, text, rows: 0 };
		found.set(key, { ...line, rows: line.rows + 1 });
	}
	const kind = sheets[index]?.choices.kind;
	const held = heldMatches(sheets, index);
	const chosen = meaningsOf(held);
	const open = [...found].map(([key, line]) => ({
		...line,
		chosen: chosen[key] ?? '',
		suggested: suggestion(planned, line.field, line.text),
		...{ parent: null, part: null, from: null },
	}));
	const written = writtenTexts(plan.sheets[index]);
	const done = [...held].flatMap(([key, { meaning, sheet }]): readonly ValueLine[] => {
		const [name = '', text = ''] = split(key);
		const field = name as FieldKey;
		// What was decided on another sheet is shown where its text stands.
		if (sheet !== null && !written.has(key)) return [];
		// Where new units stand is asked beside them.
		if (found.has(key) || ((field === 'parent' || field === 'part') && kind !== 'units')) return [];
		const isNew = field === 'unit' && meaning.startsWith(NEW_VALUE);
		const place = isNew ? placeOf(planned, chosen, text) : { parent: null, part: null };
		const from = sheet === null ? null : (sheets[sheet]?.grid.name ?? null);
		return [
			{ field, text: written.get(key) ?? text, rows: 0, chosen: meaning, suggested: '', ...place, from },
		];
	});
	const lines = [...open, ...done].slice(0, MOST_LINES);
	return { lines, options: optionsFor(planned, plan, lines, registers) };
}

/** The texts of a sheet as the file writes them, by what the choices call them. */
function writtenTexts(sheet: PlannedSheet | null | undefined): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	const add = (field: string, text: string) => {
		const key = matchKey(field as FieldKey, nameKey(text));
		if (!texts.has(key)) texts.set(key, text);
	};
	for (const { cells, sections } of sheet?.reading.records ?? []) {
		for (const [field, cell] of Object.entries(cells)) add(field, cell.text);
		for (const { name } of sections) add('unit', name);
	}
	return texts;
}

/** Where a unit that the import makes comes to stand, and what a person said of it. */
function placeOf(
	{ plan }: PlannedImport,
	matches: Readonly<Record<string, string>>,
	text: string,
): Pick<ValueLine, 'parent' | 'part'> {
	const meaning = matches[matchKey('unit', text)]?.slice(NEW_VALUE.length) ?? '';
	const name = meaning === '' ? text : nameKey(meaning, 'unit');
	const made = plan.changes.find(
		(change) =>
			change.entity === 'unit' &&
			change.before === null &&
			nameKey(change.after?.name.bg ?? '', 'unit') === name,
	);
	const unit = made?.entity === 'unit' ? made.after : null;
	const superior = plan.after.units.find(({ key }) => key === unit?.parentKey)?.name ?? null;
	const chosenOf = (field: FieldKey) => matches[matchKey(field, text)] ?? '';
	const isFixed = unit !== null && hasFixedPart(unit.kind);
	return {
		parent: { chosen: chosenOf('parent'), guessed: superior },
		part: isFixed ? null : { chosen: chosenOf('part'), guessed: unit?.part ?? null },
	};
}

/** The text to be given a meaning; empty for a value that is missing in every row. */
function matchable({ code, field, given, detail }: CellProblem): string | undefined {
	if (code === 'imports/unit-unknown') return detail ?? given;
	if (code === 'imports/not-a-choice') return given;
	const isForAll = field === 'functionKind' || field === 'policyArea';
	return code === 'imports/required' && isForAll ? '' : undefined;
}

function split(key: string): readonly string[] {
	const at = key.indexOf(':');
	return [key.slice(0, at), key.slice(at + 1)];
}

function suggestion({ plan }: PlannedImport, field: FieldKey, text: string): string {
	const words = WORDS[field];
	if (words) return text === '' ? '' : (nearestWord(words, text)?.code ?? '');
	if (field !== 'unit' && field !== 'parent') return '';
	const problem = plan.sheets
		.flatMap((sheet) => sheet?.outcomes ?? [])
		.flatMap((row) => row.problems)
		.find((one) => one.code === 'imports/unit-unknown' && (one.detail ?? one.given) === text);
	const name = problem?.suggestion;
	return plan.after.units.find((unit) => unit.name.bg === name)?.key ?? '';
}

function optionsFor(
	{ structure }: PlannedImport,
	plan: ImportPlan,
	lines: readonly ValueLine[],
	registers: Registers,
): ValuesView['options'] {
	const known = new Set(structure.units.map(({ key }) => key));
	const units = plan.after.units
		.filter(({ key }) => known.has(key))
		.map(({ key, name }) => ({ code: key, name }));
	const places = (['parent', 'part'] as const).filter((field) => lines.some((line) => line[field] !== null));
	const fields = [...new Set([...lines.map(({ field }) => field), ...places])];
	return Object.fromEntries(
		fields.map((field): readonly [string, readonly ValueOption[]] => {
			if (field === 'parent') return [field, plan.after.units.map(({ key, name }) => ({ code: key, name }))];
			if (field === 'unit') return [field, units];
			return [field, registerOptions(field, registers)];
		}),
	);
}

/** What a field may mean by the nomenclatures and the registers. */
export function registerOptions(field: FieldKey, registers: Registers): readonly ValueOption[] {
	if (field === 'policyArea') return registers.policyAreas;
	if (field === 'competency') return registers.competencies;
	if (field === 'course') return registers.courses;
	return Object.keys(WORDS[field] ?? {}).map((code) => ({ code, name: null }));
}
