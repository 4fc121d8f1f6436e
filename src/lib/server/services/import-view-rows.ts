import {
	alikeKey,
	type ImportSheet,
	type PlannedSheet,
	type RowOutcome,
	type RowLine,
	type AlikeLine,
	type RowsView,
	type RowFilter,
	type RowOrder,
} from '#lib/domain/imports/index.ts';

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
