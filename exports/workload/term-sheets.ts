import { sourceText } from '#lib/i18n/legal-text.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfBase } from '#lib/i18n/need-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { decimal, formula, number, percent, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import { UNIT_COLUMN } from './basis-sheets.ts';
import type { BookActivity, BookPeer, BookSurvey, BookUnit, WorkloadBook } from './model.ts';
import { columnOf, headOf } from './names.ts';

/** Columns that the sheet of methods sums: expected, least, greatest. */
export const TERM_COLUMNS = {
	activities: { expected: 12, low: 13, high: 14 },
	survey: { expected: 9, low: 10, high: 11 },
	comparison: { expected: 11, low: 12, high: 13 },
} as const;

/** Columns that the sheet of coverage reads. */
export const ACTIVITY_COLUMNS = { key: 1, fn: 17, isMeasured: 18 } as const;
export const COMPARISON_COLUMNS = { key: 1, fn: 14 } as const;

/** Whether the activity has everything that its posts are worked out from. */
export function hasFigures(unit: BookUnit, { volume, minutes }: BookActivity): boolean {
	return volume !== null && minutes !== null && unit.volume !== null;
}

/** Volume × minutes ÷ available time of every activity. */
export function activitiesSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	return {
		...headOf(book, 'activities'),
		columns: [
			...unitColumns(book),
			{ header: m.workload_activity_function({}, options), width: 44 },
			{ header: m.workload_col_activity({}, options), width: 44 },
			{ header: m.workload_activity_measure({}, options), width: 20 },
			{ header: m.workload_col_volume({}, options), width: 14 },
			{ header: m.workload_field_low({}, options), width: 12 },
			{ header: m.workload_field_usual({}, options), width: 12 },
			{ header: m.workload_field_high({}, options), width: 12 },
			{ header: m.workload_book_expected_minutes({}, options), width: 14 },
			{ header: m.workload_col_hours({}, options), width: 14, total: 'decimal' },
			{ header: m.workload_book_hours({}, options), width: 16 },
			{ header: m.workload_col_fte({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_low({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_high({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_field_year({}, options), width: 10 },
			{ header: m.workload_col_citation({}, options), width: 40 },
			{ header: m.workload_year_book_key_function({}, options), width: 14 },
			{ header: m.workload_book_is_measured({}, options), width: 12, total: 'whole' },
		],
		rows: rowsOf(
			book,
			(unit) => unit.activities,
			(unit, item, row) => activityCells(book, unit, item, row),
		),
		totalLabel: m.common_total({}, options),
		frozenColumns: 1,
	};
}

function activityCells(book: WorkloadBook, unit: BookUnit, item: BookActivity, row: number): readonly Cell[] {
	const options = { locale: book.colophon.locale };
	const names = [item.fn, item.name, item.unitOfMeasure].map((name) => text(localText(name, options)));
	const three = item.minutes;
	const isMeasured = hasFigures(unit, item);
	const tail = [
		...[number(item.dataYear, 'general'), text(sourceText(item.source, options)), text(item.fnKey)],
		formula(
			`IF(ISNUMBER(${address(TERM_COLUMNS.activities.expected, row)}),1,0)`,
			isMeasured ? 1 : 0,
			'whole',
		),
	];
	const given = [
		number(item.volume, 'general'),
		...[three?.low, three?.usual, three?.high].map((value) => number(value ?? null, 'general')),
	];
	if (item.volume === null || !three || !unit.volume) {
		const unmeasured = text(m.common_not_measured({}, options));
		return [...names, ...given, null, null, null, unmeasured, null, null, ...tail];
	}
	const at = (column: number) => address(column, row);
	const expected = (three.low + 4 * three.usual + three.high) / 6;
	const { hours } = unit.volume;
	const fte = (minutes: number) => ((item.volume ?? 0) * minutes) / 60 / hours;
	const key = columnOf('units', UNIT_COLUMN.key, book.units.length, options.locale);
	const available = columnOf('units', UNIT_COLUMN.hours, book.units.length, options.locale);
	return [
		...names,
		...given,
		formula(`(${at(6)}+4*${at(7)}+${at(8)})/6`, expected, 'general'),
		formula(`${at(5)}*${at(9)}/60`, (item.volume * expected) / 60, 'decimal'),
		formula(`SUMIFS(${available},${key},${at(1)})`, hours, 'decimal'),
		formula(`${at(10)}/${at(11)}`, fte(expected), 'decimal'),
		formula(`${at(5)}*${at(6)}/60/${at(11)}`, fte(three.low), 'decimal'),
		formula(`${at(5)}*${at(8)}/60/${at(11)}`, fte(three.high), 'decimal'),
		...tail,
	];
}

/** People × hours that they work of those of their posts × share of the time, for every post and function. */
export function surveySheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	return {
		...headOf(book, 'survey'),
		columns: [
			...unitColumns(book),
			{ header: m.workload_activity_function({}, options), width: 50 },
			{ header: m.workload_col_post({}, options), width: 40 },
			{ header: m.workload_col_occupied({}, options), width: 12 },
			{ header: m.workload_book_load({}, options), width: 14 },
			{ header: m.workload_book_share({}, options), width: 14 },
			{ header: m.workload_book_share_low({}, options), width: 14 },
			{ header: m.workload_book_share_high({}, options), width: 14 },
			{ header: m.workload_col_fte({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_low({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_high({}, options), width: 12, total: 'decimal' },
		],
		rows: rowsOf(
			book,
			(unit) => unit.survey,
			(_, item, row) => surveyCells(book, item, row),
		),
		totalLabel: m.common_total({}, options),
		frozenColumns: 1,
		notes: [m.workload_hidden_why({}, options)],
	};
}

function surveyCells(book: WorkloadBook, item: BookSurvey, row: number): readonly Cell[] {
	const options = { locale: book.colophon.locale };
	if (item.kind === 'hidden') {
		const { expected, low, high } = item.fte;
		const hidden = text(m.workload_hidden({}, options));
		return [hidden, null, null, null, null, null, null, decimal(expected), decimal(low), decimal(high)];
	}
	const { occupied, load, share, low, high } = item;
	const times = (column: number, part: number) =>
		formula(
			`${address(4, row)}*${address(5, row)}*${address(column, row)}`,
			occupied * load * part,
			'decimal',
		);
	return [
		text(localText(item.fn, options)),
		text(localText(item.post, options)),
		number(occupied, 'general'),
		...[load, share, low, high].map((part) => percent(part)),
		...[times(6, share), times(7, low), times(8, high)],
	];
}

/** Posts of the peer ÷ its base × the own base × part of the unit, mean over the peers. */
export function comparisonSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	return {
		...headOf(book, 'comparison'),
		columns: [
			...unitColumns(book),
			{ header: m.workload_activity_function({}, options), width: 50 },
			{ header: m.exports_fact_municipality({}, options), width: 28 },
			{ header: m.workload_book_their_fte({}, options), width: 14 },
			{ header: m.workload_book_low({}, options), width: 12 },
			{ header: m.workload_book_high({}, options), width: 12 },
			{ header: m.workload_book_their_base({ base: nameOfBase(book.base, options) }, options), width: 16 },
			{ header: m.workload_book_own_base({}, options), width: 16 },
			{ header: m.workload_book_part({}, options), width: 14 },
			{ header: m.workload_book_peer_count({}, options), width: 12 },
			{ header: m.workload_col_fte({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_low({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_book_high({}, options), width: 12, total: 'decimal' },
			{ header: m.workload_year_book_key_function({}, options), width: 14 },
		],
		rows: rowsOf(
			book,
			(unit) => unit.comparison,
			(_, item, row) => peerCells(book, item, row),
		),
		totalLabel: m.common_total({}, options),
		frozenColumns: 1,
		notes: [m.workload_book_comparison_note({}, options)],
	};
}

function peerCells(book: WorkloadBook, item: BookPeer, row: number): readonly Cell[] {
	const options = { locale: book.colophon.locale };
	const { fte, theirs, own, part, count } = item;
	const at = (column: number) => address(column, row);
	const scale = `/${at(7)}*${at(8)}*${at(9)}`;
	const scaled = (value: number) => (value / theirs) * own * part;
	return [
		text(localText(item.fn, options)),
		text(localText(item.municipality, options)),
		...[fte.expected, fte.low, fte.high].map((value) => decimal(value)),
		number(theirs, 'whole'),
		number(own, 'whole'),
		percent(part),
		number(count, 'whole'),
		formula(`${at(4)}${scale}/${at(10)}`, scaled(fte.expected) / count, 'decimal'),
		item.isLeast ? formula(`${at(5)}${scale}`, scaled(fte.low), 'decimal') : null,
		item.isGreatest ? formula(`${at(6)}${scale}`, scaled(fte.high), 'decimal') : null,
		text(item.fnKey),
	];
}

function unitColumns(book: WorkloadBook) {
	const options = { locale: book.colophon.locale };
	return [
		{ header: m.workload_col_unit({}, options), width: 44 },
		{ header: m.workload_book_key({}, options), width: 14 },
	];
}

function rowsOf<Item>(
	book: WorkloadBook,
	itemsOf: (unit: BookUnit) => readonly Item[],
	cellsOf: (unit: BookUnit, item: Item, row: number) => readonly Cell[],
): readonly Row[] {
	let row = FIRST_ROW - 1;
	return book.units.flatMap((unit) =>
		itemsOf(unit).map((item): Row => {
			row += 1;
			const name = text(localText(unit.name, { locale: book.colophon.locale }));
			return { cells: [name, text(unit.key), ...cellsOf(unit, item, row)] };
		}),
	);
}
