import {
	alikeKey,
	FUNCTION_KIND_WORDS,
	wholeValues,
	type CellProblem,
	type FieldKey,
	type ImportPlan,
	type RecordCell,
	type SheetKind,
	type SheetRecord,
	type ImportSheet,
	type PlannedSheet,
	type RowOutcome,
	type RowLine,
	type AlikeLine,
	type RowsView,
	type RowFilter,
	type RowOrder,
	type ValueOption,
} from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';

const ROWS_A_PAGE = 50;
const MOST_ALIKE = 30;

/** A policy area by its key. */
interface AreaName {
	readonly key: string;
	readonly name: LocalText;
}

/** One page of the rows of a sheet, with what is wrong in each cell. */
export function rowsView(
	{
		sheet,
		planned,
		plan,
		areas,
	}: {
		readonly sheet: ImportSheet;
		readonly planned: PlannedSheet;
		readonly plan: ImportPlan;
		readonly areas: readonly AreaName[];
	},
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
	const { extra, fields } = fieldsOf(sheet, planned.kind);
	const unitOf = unitNamer(planned, plan);
	const wholeOf = wholeNamer(sheet, areas);
	const texts = new Map(sheet.grid.rows.map((row) => [row.number, row]));
	const line = (outcome: RowOutcome): RowLine => {
		const record = records.get(outcome.row);
		const { problems } = outcome;
		const own = texts.get(outcome.row)?.cells.find((cell) => cell !== null)?.value ?? '';
		return {
			...outcome,
			cells: fields.flatMap((field) => {
				const cell = record && (record.cells[field] ?? NOTHING);
				const own = problems.filter((one) => one.field === field);
				const concluded = record && field === 'unit' && cell?.text === '' ? unitOf(outcome, record) : null;
				return cell ? [{ field, cell, problems: own, concluded, whole: wholeOf(field, cell) }] : [];
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
	const alike = alikeLines(outcomes);
	const options = fields.includes('unit') || extra.length > 0 ? optionsOf(plan, areas) : {};
	return { filter, order: wanted.order, counts, fields, extra, options, rows, page, pages, alike };
}

/** The fields of the columns in their order, after those that are needed and have none. */
function fieldsOf({ choices }: ImportSheet, kind: SheetKind): Pick<RowsView, 'extra' | 'fields'> {
	const given = Object.entries(choices.columns)
		.toSorted(([a], [b]) => Number(a) - Number(b))
		.map(([, field]) => field);
	const extra = (EXTRA[kind] ?? []).filter((field) => !given.includes(field));
	return { extra, fields: [...extra, ...given] };
}

/** What a person set for the whole sheet, where a cell says nothing. */
function wholeNamer(
	{ choices }: ImportSheet,
	areas: readonly AreaName[],
): (field: FieldKey, cell: RecordCell) => ValueOption | null {
	const whole = wholeValues(choices.matches);
	const names = new Map(areas.map(({ key, name }) => [key, name]));
	return (field, { text }) => {
		const code = text === '' ? whole[field] : undefined;
		return code === undefined ? null : { code, name: names.get(code) ?? null };
	};
}

/** Fields without which a row cannot be taken in, to be given by hand where the sheet has no column. */
const EXTRA: Readonly<Partial<Record<SheetKind, readonly FieldKey[]>>> = {
	staffing: ['unit'],
	functions: ['unit', 'functionKind', 'policyArea'],
};

const NOTHING: RecordCell = {
	text: '',
	number: null,
	cell: null,
	isInferred: false,
	isFixed: false,
	mark: null,
};

function optionsOf(plan: ImportPlan, areas: readonly AreaName[]): RowsView['options'] {
	return {
		unit: plan.after.units.map(({ name }) => name.bg),
		functionKind: Object.values(FUNCTION_KIND_WORDS).map(([word = '']) => word),
		policyArea: areas.map(({ name }) => name.bg),
	};
}

/** The unit that a row without one of its own falls to: that of the post or function, else the heading above. */
function unitNamer(
	{ kind }: PlannedSheet,
	plan: ImportPlan,
): (outcome: RowOutcome, record: SheetRecord) => LocalText | null {
	const names = new Map<string, LocalText>(plan.after.units.map(({ key, name }) => [key, name]));
	const owners =
		kind === 'staffing'
			? plan.after.posts.map(({ key, unitKey }) => [key, unitKey] as const)
			: plan.after.participations
					.filter(({ role }) => role === 'accountable')
					.map(({ functionKey, unitKey }) => [functionKey, unitKey] as const);
	const units = new Map<string, string>(owners);
	return ({ key }, { sections }) => {
		const heading = sections.at(-1)?.name;
		return (
			names.get(units.get(key ?? '') ?? '') ?? (heading === undefined ? null : { bg: heading, en: null })
		);
	};
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

/** What a group of problems says: the cell and the figure of one of them only where they are those of all. */
function common(first: CellProblem, rest: readonly CellProblem[]): CellProblem {
	if (rest.every(({ given, detail }) => given === first.given && detail === first.detail)) return first;
	return first.code === 'imports/salary-only' ? { ...first, given: '', detail: '' } : first;
}

function alikeLines(outcomes: readonly RowOutcome[]): readonly AlikeLine[] {
	const groups = Map.groupBy(
		outcomes.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'imports/assumed'),
		alikeKey,
	);
	return [...groups]
		.map(([key, [first, ...rest]]) => ({
			key,
			problem: first && common(first, rest),
			count: rest.length + 1,
		}))
		.filter((group): group is AlikeLine => group.problem !== undefined)
		.toSorted(
			(a, b) =>
				Number(b.problem.severity === 'error') - Number(a.problem.severity === 'error') ||
				b.count - a.count ||
				(a.key < b.key ? -1 : 1),
		)
		.slice(0, MOST_ALIKE);
}
