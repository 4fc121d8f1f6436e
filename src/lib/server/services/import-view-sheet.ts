import {
	cellAddress,
	cellText,
	columnsByMap,
	checkTotals,
	fieldOf,
	FIELDS,
	fillMerged,
	guessColumns,
	headingsOf,
	secondKinds,
	wholeFields,
	wholeValues,
	type FieldKey,
	type Grid,
	type ImportSheet,
	type PlannedSheet,
	type RowRole,
	type SavedMap,
	type SheetKind,
	type SheetLine,
	type PreviewRow,
	type TableView,
	type ColumnView,
	type ColumnsView,
	type ValueOption,
} from '#lib/domain/imports/index.ts';
import type { PlannedImport } from './import-open.ts';

export function sheetLines({ sheets, plan }: PlannedImport): readonly SheetLine[] {
	return sheets.map(({ grid, choices }, index) => {
		const planned = plan.sheets[index];
		const totals = planned ? checkTotals(planned.reading.rows) : [];
		return {
			index,
			name: grid.name,
			isHidden: grid.isHidden,
			kind: choices.kind,
			band: choices.band,
			filledRows: grid.rows.length,
			range: rangeOf(grid),
			errors: planned?.outcomes.filter(({ reason }) => reason === 'errors').length ?? 0,
			also: secondKinds(fillMerged(grid), choices),
			totalsRight: totals.filter(({ isRight }) => isRight).length,
			totalsWrong: totals.filter(({ isRight }) => !isRight).length,
		};
	});
}

function rangeOf({ rows }: Grid): string {
	const filled = rows.flatMap(({ cells }) =>
		cells.flatMap((cell, column) => (cell === null ? [] : [column])),
	);
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last || filled.length === 0) return '';
	const edge = (pick: (a: number, b: number) => number) =>
		filled.reduce((best, column) => pick(best, column));
	return `${cellAddress(edge(Math.min), first.number)}:${cellAddress(edge(Math.max), last.number)}`;
}

const MOST_COLUMNS = 20;
const MOST_TEXT = 120;

/** The first rows of a sheet with what each is taken for. */
export function tableView(
	sheet: ImportSheet,
	planned: PlannedSheet | null | undefined,
	length: number,
	/** Whether titles above the table are left out, so that its rows are seen. */
	isFromHeading = false,
): TableView {
	const grid = fillMerged(sheet.grid);
	const { choices } = sheet;
	const from = isFromHeading && choices.kind !== null ? choices.band.first : 0;
	const shown = grid.rows.filter(({ number }) => number >= from).slice(0, length);
	const roles = new Map(planned?.reading.rows.map(({ row, role }) => [row.number, role]));
	const width = Math.min(
		MOST_COLUMNS,
		shown.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
	);
	return {
		letters: Array.from({ length: width }, (_, column) => letterOf(column)),
		rows: shown.map((row) => ({
			number: row.number,
			isHidden: row.isHidden === true,
			role: choices.kind === null ? null : roleOf(row.number, choices.band, roles),
			cells: Array.from({ length: width }, (_, column) => ({
				// A merged text is shown once, as on paper.
				text: row.cells[column]?.inferred === 'across' ? '' : cellText(row.cells[column]).slice(0, MOST_TEXT),
				isInferred: row.cells[column]?.inferred !== undefined,
			})),
		})),
		rowCount: grid.rows.length,
		lastRow: choices.lastRow,
		takesHidden: choices.takesHidden,
		takesTotals: choices.takesTotals === true,
		totalRows: [...roles].flatMap(([number, role]) => (role === 'total' ? [number] : [])),
		totals: planned ? checkTotals(planned.reading.rows) : [],
	};
}

function roleOf(
	number: number,
	band: { readonly first: number; readonly last: number },
	roles: ReadonlyMap<number, RowRole>,
): PreviewRow['role'] {
	if (number < band.first) return 'above';
	return number <= band.last ? 'header' : (roles.get(number) ?? 'note');
}

/** Every column with three samples and what it means; those without a meaning first. */
export function columnsView(
	{ grid, choices }: ImportSheet,
	kind: SheetKind,
	maps: readonly SavedMap[],
	planned: PlannedSheet | null | undefined,
	optionsOf: (field: FieldKey) => readonly ValueOption[],
): ColumnsView {
	const filled = fillMerged(grid);
	const guesses = guessColumns(filled, choices.band, kind);
	const columns = headingsOf(filled, choices.band).map((heading, column): ColumnView => {
		const field = choices.columns[column] ?? null;
		const guess = guesses[column];
		const isGuessed = field !== null && guess?.field === field;
		const sure = (guess?.confidence ?? 0) >= 0.9 ? 'sure' : 'likely';
		return {
			column,
			letter: letterOf(column),
			heading,
			samples: samplesOf(grid, planned, column),
			field,
			sureness: field === null ? 'none' : isGuessed ? sure : 'chosen',
		};
	});
	const named = columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0);
	const whole = wholeValues(choices.matches);
	const given = new Set([...Object.values(choices.columns), ...Object.keys(whole)]);
	return {
		columns: named.toSorted(
			(a, b) => Number(a.field !== null) - Number(b.field !== null) || a.column - b.column,
		),
		fields: FIELDS[kind].map(({ field }) => field),
		whole: wholeFields(kind, choices.columns).map((one) => ({
			...one,
			chosen: whole[one.field] ?? '',
			options: optionsOf(one.field),
		})),
		maps: maps
			.filter((map) => map.kind === kind)
			.map((map) => ({
				id: map.id,
				name: map.name,
				isUsed: isSame(choices.columns, columnsByMap(grid, choices.band, map)),
			})),
		missing: FIELDS[kind]
			.filter(({ field }) => fieldOf(kind, field)?.isRequired && !given.has(field) && field !== 'unit')
			.map(({ field }) => field),
	};
}

function isSame(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
	const columns = new Set([...Object.keys(left), ...Object.keys(right)]);
	return [...columns].every((column) => left[column] === right[column]);
}

/** Texts of a column in the rows that are data. */
function samplesOf(grid: Grid, planned: PlannedSheet | null | undefined, column: number): readonly string[] {
	const data = new Set(planned?.reading.records.map(({ row }) => row));
	const found = new Set<string>();
	for (const row of grid.rows) {
		const text = data.has(row.number) ? cellText(row.cells[column]) : '';
		if (text !== '') found.add(text.slice(0, 60));
		if (found.size === 3) break;
	}
	return [...found];
}

function letterOf(column: number): string {
	return cellAddress(column, 1).slice(0, -1);
}
