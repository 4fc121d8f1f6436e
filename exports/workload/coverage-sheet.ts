import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { formula, number, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import type { BookFunction, BookUnit, WorkloadBook } from './model.ts';
import { columnOf, headOf } from './names.ts';
import { ACTIVITY_COLUMNS, COMPARISON_COLUMNS, hasFigures } from './term-sheets.ts';

const COLUMN = { unit: 1, fn: 3, weight: 4, activities: 5, done: 6, measured: 7, compared: 8 } as const;

/** How much of the work of every unit each method reaches: weights of its functions, the measured and the compared part. */
export function coverageSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	let row = FIRST_ROW - 1;
	return {
		...headOf(book, 'coverage'),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 44 },
			{ header: m.workload_book_key({}, options), width: 14 },
			{ header: m.workload_activity_function({}, options), width: 50 },
			{ header: m.workload_year_book_key_function({}, options), width: 14 },
			{ header: m.workload_book_weight({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_activity_count({}, options), width: 12, total: 'whole' },
			{ header: m.workload_book_measured_count({}, options), width: 12, total: 'whole' },
			{ header: m.workload_book_measured_weight({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_compared_weight({}, options), width: 12, total: 'decimal' },
		],
		rows: book.units.flatMap((unit) =>
			unit.functions.map((fn): Row => {
				row += 1;
				return { cells: functionCells(book, unit, fn, row) };
			}),
		),
		totalLabel: m.common_total({}, options),
		frozenColumns: 1,
		notes: [m.workload_book_coverage_note({}, options)],
	};
}

function functionCells(book: WorkloadBook, unit: BookUnit, fn: BookFunction, row: number): readonly Cell[] {
	const options = { locale: book.colophon.locale };
	const at = (column: number) => address(column, row);
	const activities = unit.activities.filter(({ fnKey }) => fnKey === fn.key);
	const done = activities.filter((item) => hasFigures(unit, item)).length;
	const isCompared = unit.comparison.some(({ fnKey }) => fnKey === fn.key);
	const part = activities.length > 0 ? (fn.weight * done) / activities.length : 0;
	const ofActivities = (column: number) =>
		columnOf('activities', column, countOf(book, 'activities'), options.locale);
	const ofComparison = (column: number) =>
		columnOf('comparison', column, countOf(book, 'comparison'), options.locale);
	const where = `${ofActivities(ACTIVITY_COLUMNS.key)},${at(COLUMN.unit)},${ofActivities(ACTIVITY_COLUMNS.fn)},${at(COLUMN.fn)}`;
	const peers = `COUNTIFS(${ofComparison(COMPARISON_COLUMNS.key)},${at(COLUMN.unit)},${ofComparison(COMPARISON_COLUMNS.fn)},${at(COLUMN.fn)})`;
	return [
		...[text(localText(unit.name, options)), text(unit.key)],
		...[text(localText(fn.text, options)), text(fn.key)],
		number(fn.weight, 'general'),
		formula(`COUNTIFS(${where})`, activities.length, 'whole'),
		formula(`SUMIFS(${ofActivities(ACTIVITY_COLUMNS.isMeasured)},${where})`, done, 'whole'),
		formula(
			`IF(${at(COLUMN.activities)}>0,${at(COLUMN.weight)}*${at(COLUMN.done)}/${at(COLUMN.activities)},0)`,
			part,
			'general',
		),
		formula(`IF(${peers}>0,${at(COLUMN.weight)},0)`, isCompared ? fn.weight : 0, 'general'),
	];
}

/** Weight that a method reached ÷ the whole weight of a unit, from this sheet. */
export function coverageFormula(book: WorkloadBook, method: 'volume' | 'comparison', key: string): string {
	const column = (at: number) => columnOf('coverage', at, countOf(book, 'functions'), book.colophon.locale);
	const sum = (at: number) => `SUMIFS(${column(at)},${column(COLUMN.unit)},${key})`;
	const reached = method === 'volume' ? COLUMN.measured : COLUMN.compared;
	return `MIN(${sum(reached)}/${sum(COLUMN.weight)},1)`;
}

function countOf(book: WorkloadBook, list: 'activities' | 'comparison' | 'functions'): number {
	return book.units.reduce((sum, unit) => sum + unit[list].length, 0);
}
