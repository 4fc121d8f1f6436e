import {
	NEED_METHODS,
	type Estimate,
	type NeedMeasure,
	type NeedMethod,
} from '#lib/domain/workload/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfBalance, nameOfNeedMethod } from '#lib/i18n/need-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { formula, number, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, type Column, type Row, type TableSheet } from '../shared/sheet.ts';
import { UNIT_COLUMN } from './basis-sheets.ts';
import { coverageFormula } from './coverage-sheet.ts';
import type { BookUnit, WorkloadBook } from './model.ts';
import { assumptionCell, columnOf, headOf, type SheetCode } from './names.ts';
import { TERM_COLUMNS } from './term-sheets.ts';

/** First column of each method: least, expected, greatest, coverage. */
const FIRST: Readonly<Record<NeedMethod, number>> = { survey: 4, volume: 8, comparison: 12 };
const PAIRS: readonly (readonly [NeedMethod, NeedMethod])[] = [
	['survey', 'volume'],
	['survey', 'comparison'],
	['volume', 'comparison'],
];
/** Differences of the pairs, then the differences that agree. */
const DIFFERENCE = 16;
const AGREED = 19;
const NEED = 22;
/** Greater than any difference that agrees: the pair has no say. */
const NO_SAY = 9;

/** The three methods of every unit, their agreement and the verdict, all as formulas. */
export function methodsSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	const bounds = [m.workload_book_low, m.workload_col_fte, m.workload_book_high, m.workload_col_coverage];
	const pairName = ([a, b]: readonly [NeedMethod, NeedMethod]) =>
		`${nameOfNeedMethod(a, options)} – ${nameOfNeedMethod(b, options)}`;
	return {
		...headOf(book, 'methods'),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 50 },
			{ header: m.workload_book_key({}, options), width: 12 },
			{ header: m.workload_col_occupied({}, options), width: 10 },
			{ header: m.workload_col_approved({}, options), width: 10 },
			...NEED_METHODS.flatMap((method) =>
				bounds.map((bound): Column => ({
					header: `${nameOfNeedMethod(method, options)}: ${bound({}, options)}`,
					width: 13,
				})),
			),
			...PAIRS.map((pair) => ({
				header: m.workload_book_difference({ pair: pairName(pair) }, options),
				width: 14,
			})),
			...PAIRS.map((pair) => ({
				header: m.workload_book_agreed({ pair: pairName(pair) }, options),
				width: 14,
			})),
			{ header: m.workload_col_proven({}, options), width: 12 },
			{ header: m.workload_book_low({}, options), width: 12 },
			{ header: m.workload_book_high({}, options), width: 12 },
			{ header: m.workload_book_ratio({}, options), width: 12 },
			{ header: m.workload_col_class({}, options), width: 16 },
		],
		rows: book.units.map((unit, at) => methodsRow(book, unit, FIRST_ROW + at)),
		frozenColumns: 1,
		indentColumn: 0,
		notes: [m.workload_book_methods_note({ none: NO_SAY }, options), m.workload_reading_survey({}, options)],
	};
}

function methodsRow(book: WorkloadBook, unit: BookUnit, row: number): Row {
	const { locale } = book.colophon;
	const measureOf = (method: NeedMethod) => unit.measures.find((measure) => measure.method === method);
	return {
		level: Math.min(unit.depth, 6),
		cells: [
			text(localText(unit.name, { locale })),
			text(unit.key),
			number(unit.occupied, 'general'),
			number(unit.approved, 'general'),
			...NEED_METHODS.flatMap((method) => measureCells(book, row, method, measureOf(method))),
			...PAIRS.map(([a, b]) => differenceCell(row, [measureOf(a), measureOf(b)])),
			...PAIRS.map(([a, b]) => agreedCell(book, unit, row, [measureOf(a), measureOf(b)])),
			...verdictCells(book, unit, row),
		],
	};
}

const SUMS: Readonly<Record<NeedMethod, SheetCode & keyof typeof TERM_COLUMNS>> = {
	survey: 'survey',
	volume: 'activities',
	comparison: 'comparison',
};

function measureCells(
	book: WorkloadBook,
	row: number,
	method: NeedMethod,
	measure: NeedMeasure | undefined,
): readonly Cell[] {
	const { locale } = book.colophon;
	if (!measure) return [null, text(m.common_not_measured({}, { locale })), null, null];
	const sheet = SUMS[method];
	const key = address(1, row);
	const count = book.units.reduce((sum, unit) => sum + unit[sheet].length, 0);
	const total = (bound: keyof Estimate) => {
		const column = columnOf(sheet, TERM_COLUMNS[sheet][bound], count, locale);
		const sum = `SUMIFS(${column},${columnOf(sheet, 1, count, locale)},${key})`;
		return method === 'volume'
			? `${sum}*${ofUnit(book, 'factor', key)}+${ofUnit(book, 'individual', key)}`
			: sum;
	};
	return [
		...(['low', 'expected', 'high'] as const).map((bound) =>
			formula(total(bound), measure.fte[bound], 'decimal'),
		),
		coverageCell(book, row, measure),
	];
}

/** Posts with answers ÷ occupied posts, or the weight that the method reached ÷ the whole weight. */
function coverageCell(book: WorkloadBook, row: number, { method, coverage }: NeedMeasure): Cell {
	if (coverage === null) return null;
	const key = address(1, row);
	const code =
		method === 'survey'
			? `MIN(${ofUnit(book, 'answered', key)}/${address(2, row)},1)`
			: coverageFormula(book, method, key);
	return formula(code, coverage, 'percent');
}

function ofUnit(book: WorkloadBook, name: 'factor' | 'individual' | 'answered', key: string): string {
	const { locale } = book.colophon;
	const column = (at: number) => columnOf('units', at, book.units.length, locale);
	return `SUMIFS(${column(UNIT_COLUMN[name])},${column(UNIT_COLUMN.key)},${key})`;
}

type Two = readonly [NeedMeasure | undefined, NeedMeasure | undefined];

function place(row: number, { method }: NeedMeasure, at: 'low' | 'expected' | 'high' | 'coverage'): string {
	return address(FIRST[method] + ['low', 'expected', 'high', 'coverage'].indexOf(at), row);
}

function differenceCell(row: number, [a, b]: Two): Cell {
	if (!a || !b) return null;
	const [x, y] = [place(row, a, 'expected'), place(row, b, 'expected')];
	const greater = Math.max(a.fte.expected, b.fte.expected);
	const result = greater > 0 ? Math.abs(a.fte.expected - b.fte.expected) / greater : 0;
	return formula(`IF(MAX(${x},${y})>0,ABS(${x}-${y})/MAX(${x},${y}),0)`, result, 'percent');
}

/** The difference where both methods have a say and agree; 9 where they do not. */
function agreedCell(book: WorkloadBook, unit: BookUnit, row: number, [a, b]: Two): Cell {
	if (!a || !b) return null;
	const { locale } = book.colophon;
	const minimum = assumptionCell('coverageMinimum', locale);
	const at = PAIRS.findIndex(([x, y]) => x === a.method && y === b.method);
	const difference = address(DIFFERENCE + at, row);
	const heard = [a, b].map((one) => `ROUND(${place(row, one, 'coverage')},9)>=${minimum}`).join(',');
	const close = `ROUND(${difference},9)<=${assumptionCell('tolerance', locale)}`;
	const pair = unit.verdict.pairs.find((one) => one.a === a.method && one.b === b.method);
	return formula(
		`IF(AND(${heard}),IF(${close},${difference},${NO_SAY}),${NO_SAY})`,
		pair?.agrees ? pair.difference : NO_SAY,
		'shareOrNone',
	);
}

function verdictCells(book: WorkloadBook, unit: BookUnit, row: number): readonly Cell[] {
	const { locale } = book.colophon;
	const options = { locale };
	const { verdict } = unit;
	const none = m.workload_unproven({}, options);
	const pairs = PAIRS.flatMap(([a, b], at) => {
		const two = [a, b].map((method) => unit.measures.find((measure) => measure.method === method));
		const [x, y] = two;
		return x && y ? [{ x, y, cell: address(AGREED + at, row) }] : [];
	});
	if (pairs.length === 0) return [null, null, null, null, text(none)];
	const need = verdict.kind === 'proven' ? verdict.need : null;
	const needCell = (bound: keyof Estimate) =>
		formula(needFormula({ unit, pairs, row, bound, none }), need ? need[bound] : none, 'decimal');
	const place = address(NEED, row);
	const occupied = address(2, row);
	const bound = (name: 'shortage' | 'surplus') => assumptionCell(name, locale);
	const ratio = address(NEED + 3, row);
	const words = (['shortage', 'surplus', 'balance'] as const).map(
		(name) => `"${nameOfBalance(name, options)}"`,
	);
	const [shortage = '', surplus = '', balance = ''] = words;
	const isProven = `MIN(${pairs.map(({ cell }) => cell).join(',')})<${NO_SAY}`;
	const judged = `IF(${place}>0,IF(ROUND(${ratio},9)<${bound('shortage')},${shortage},IF(ROUND(${ratio},9)>${bound('surplus')},${surplus},${balance})),IF(${occupied}>0,${surplus},${balance}))`;
	return [
		needCell('expected'),
		needCell('low'),
		needCell('high'),
		formula(
			`IF(${isProven},IF(${place}>0,${occupied}/${place},"–"),"–")`,
			verdict.kind === 'proven' ? (verdict.ratio ?? '–') : '–',
			'decimal',
		),
		formula(
			`IF(${isProven},${judged},"${none}")`,
			verdict.kind === 'proven' ? nameOfBalance(verdict.balance, options) : none,
			'text',
		),
	];
}

interface Agreeing {
	readonly x: NeedMeasure;
	readonly y: NeedMeasure;
	readonly cell: string;
}

/** All methods where every pair that has a say agrees, otherwise the agreeing pair with the smallest difference. */
function needFormula(input: {
	readonly unit: BookUnit;
	readonly pairs: readonly Agreeing[];
	readonly row: number;
	readonly bound: keyof Estimate;
	/** What stands there where nothing is proven. */
	readonly none: string;
}): string {
	const { unit, pairs, row, bound, none } = input;
	const cells = pairs.map(({ cell }) => cell).join(',');
	const joined = (measures: readonly NeedMeasure[]) => {
		const places = measures.map((measure) => place(row, measure, bound));
		if (bound === 'low') return `MIN(${places.join(',')})`;
		return bound === 'high' ? `MAX(${places.join(',')})` : `(${places.join('+')})/${places.length}`;
	};
	const closest = pairs.reduceRight(
		(rest, { x, y, cell }) => `IF(${cell}=MIN(${cells}),${joined([x, y])},${rest})`,
		'0',
	);
	const all =
		unit.measures.length === 3 ? `IF(MAX(${cells})<${NO_SAY},${joined(unit.measures)},${closest})` : closest;
	return `IF(MIN(${cells})<${NO_SAY},${all},"${none}")`;
}
