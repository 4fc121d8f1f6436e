import {
	alikeKey,
	CATEGORY_WORDS,
	FUNCTION_KIND_WORDS,
	FUNDING_WORDS,
	METHOD_WORDS,
	nameKey,
	matchKey,
	PART_WORDS,
	RELATION_WORDS,
	ROLE_WORDS,
	SEX_WORDS,
	UNIT_KIND_WORDS,
	nearestWord,
	type CellProblem,
	type FieldKey,
	type ImportPlan,
	type ImportSheet,
	type Nomenclature,
	type PlannedSheet,
	type RowOutcome,
	type ValueLine,
	type ValuesView,
	type ValueOption,
	type RowLine,
	type AlikeLine,
	type RowsView,
	type RowFilter,
	type RowOrder,
} from '#lib/domain/imports/index.ts';
import type { PlannedImport } from './import-open.ts';

const WORDS: Readonly<Partial<Record<FieldKey, Nomenclature<string>>>> = {
	unitKind: UNIT_KIND_WORDS,
	part: PART_WORDS,
	category: CATEGORY_WORDS,
	relation: RELATION_WORDS,
	funding: FUNDING_WORDS,
	functionKind: FUNCTION_KIND_WORDS,
	role: ROLE_WORDS,
	method: METHOD_WORDS,
	sex: SEX_WORDS,
};

const MOST_LINES = 200;

/** The texts of a sheet that were not recognised, each once, with what they may mean. */
export function valuesView(
	planned: PlannedImport,
	index: number,
	registers: { readonly policyAreas: readonly ValueOption[]; readonly competencies: readonly ValueOption[] },
): ValuesView {
	const { sheets, plan } = planned;
	const found = new Map<string, { field: FieldKey; text: string; rows: number }>();
	for (const problem of plan.sheets[index]?.outcomes.flatMap((row) => row.problems) ?? []) {
		const text = matchable(problem);
		if (text === undefined) continue;
		const key = matchKey(problem.field, nameKey(text));
		const line = found.get(key) ?? { field: problem.field, text, rows: 0 };
		found.set(key, { ...line, rows: line.rows + 1 });
	}
	const chosen = sheets[index]?.choices.matches ?? {};
	const open = [...found].map(([key, line]) => ({
		...line,
		chosen: chosen[key] ?? '',
		suggested: suggestion(planned, line.field, line.text),
	}));
	const done = Object.entries(chosen)
		.filter(([key]) => !found.has(key))
		.map(([key, meaning]) => {
			const [field = '', text = ''] = split(key);
			return { field: field as FieldKey, text, rows: 0, chosen: meaning, suggested: '' };
		});
	const lines = [...open, ...done].slice(0, MOST_LINES);
	return { lines, options: optionsFor(planned, plan, lines, registers) };
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
	registers: { readonly policyAreas: readonly ValueOption[]; readonly competencies: readonly ValueOption[] },
): ValuesView['options'] {
	const known = new Set(structure.units.map(({ key }) => key));
	const units = plan.after.units
		.filter(({ key }) => known.has(key))
		.map(({ key, name }) => ({ code: key, name }));
	const fields = [...new Set(lines.map(({ field }) => field))];
	return Object.fromEntries(
		fields.map((field): readonly [string, readonly ValueOption[]] => {
			if (field === 'unit' || field === 'parent') return [field, units];
			if (field === 'policyArea') return [field, registers.policyAreas];
			if (field === 'competency') return [field, registers.competencies];
			return [field, Object.keys(WORDS[field] ?? {}).map((code) => ({ code, name: null }))];
		}),
	);
}

const ROWS_A_PAGE = 50;
const MOST_ALIKE = 30;

/** One page of the rows of a sheet, with what is wrong in each cell. */
export function rowsView(
	{ sheet, planned }: { readonly sheet: ImportSheet; readonly planned: PlannedSheet },
	wanted: { readonly filter: RowFilter | null; readonly page: number; readonly order: RowOrder },
): RowsView {
	const { outcomes } = planned;
	const groups: Readonly<Record<RowFilter, readonly RowOutcome[]>> = {
		errors: outcomes.filter(({ reason }) => reason === 'errors'),
		warnings: outcomes.filter(({ outcome, problems }) => outcome !== 'skipped' && problems.length > 0),
		all: outcomes,
		skipped: outcomes.filter(({ outcome, reason }) => outcome === 'skipped' && reason !== 'errors'),
	};
	const filter = wanted.filter ?? (groups.errors.length > 0 ? 'errors' : 'all');
	const chosen = wanted.order === 'problem' ? byProblem(groups[filter]) : groups[filter];
	const said = new Set(sheet.choices.dataRows ?? []);
	const pages = Math.max(1, Math.ceil(chosen.length / ROWS_A_PAGE));
	const page = Math.min(Math.max(1, wanted.page), pages);
	const records = new Map(planned.reading.records.map((record) => [record.row, record]));
	const fields = Object.entries(sheet.choices.columns)
		.toSorted(([a], [b]) => Number(a) - Number(b))
		.map(([, field]) => field);
	const texts = new Map(sheet.grid.rows.map((row) => [row.number, row]));
	const line = (outcome: RowOutcome): RowLine => {
		const record = records.get(outcome.row);
		const { problems } = outcome;
		const own = texts.get(outcome.row)?.cells.find((cell) => cell !== null)?.value ?? '';
		return {
			...outcome,
			cells: fields.flatMap((field) => {
				const cell = record?.cells[field];
				return cell ? [{ field, cell, problems: problems.filter((one) => one.field === field) }] : [];
			}),
			elsewhere: problems.filter(({ field }) => !fields.includes(field)),
			text: String(own).slice(0, 200),
			isSaidData: said.has(outcome.row),
		};
	};
	const counts = Object.fromEntries(
		Object.entries(groups).map(([name, rows]) => [name, rows.length]),
	) as RowsView['counts'];
	const rows = chosen.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map(line);
	return { filter, order: wanted.order, counts, fields, rows, page, pages, alike: alikeLines(outcomes) };
}

/** Rows with the same worst problem together, errors first; rows without one last, in the order of the file. */
function byProblem(rows: readonly RowOutcome[]): readonly RowOutcome[] {
	const keyOf = ({ problems }: RowOutcome) => {
		const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
		return worst ? `${worst.severity === 'error' ? 0 : 1}|${worst.code}|${worst.field}|${worst.given}` : '2';
	};
	return rows
		.map((row) => ({ row, key: keyOf(row) }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.row - b.row.row))
		.map(({ row }) => row);
}

function alikeLines(outcomes: readonly RowOutcome[]): readonly AlikeLine[] {
	const groups = Map.groupBy(
		outcomes.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'imports/assumed'),
		alikeKey,
	);
	return [...groups]
		.map(([key, [first, ...rest]]) => ({ key, problem: first, count: rest.length + 1 }))
		.filter((group): group is AlikeLine => group.problem !== undefined)
		.toSorted(
			(a, b) =>
				Number(b.problem.severity === 'error') - Number(a.problem.severity === 'error') ||
				b.count - a.count ||
				(a.key < b.key ? -1 : 1),
		)
		.slice(0, MOST_ALIKE);
}
