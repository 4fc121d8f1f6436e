import type { FunctionWork, FunctionYears } from '#lib/domain/workload/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnRange, sheetRef } from '../shared/address.ts';
import { formula, number, text, type Cell, type Format } from '../shared/cells.ts';
import { FIRST_ROW, type Column, type Row, type TableSheet } from '../shared/sheet.ts';
import type { YearActivity, YearBook, YearFigures, YearTerms, YearUnit } from './year-model.ts';

const YEARS = ['before', 'after'] as const;
type Year = (typeof YEARS)[number];
type Options = { readonly locale: YearBook['colophon']['locale'] };

/** Columns of the sheet of activities that the others sum. */
const ACTIVITY = {
	unit: 1,
	fn: 3,
	volume: { before: 6, after: 7 },
	minutes: { before: 8, after: 9 },
	hours: { before: 10, after: 11 },
	fte: { before: 12, after: 13 },
} as const;
/** Columns of the sheet of units that the activities read. */
const UNIT = {
	key: 1,
	hours: { before: 2, after: 3 },
	factor: { before: 4, after: 5 },
	individual: { before: 6, after: 7 },
	need: { before: 8, after: 9 },
} as const;

/** Cases, hours and posts of every function in both years, summed from the activities. */
export function yearFunctionsSheet(book: YearBook): TableSheet {
	const options = { locale: book.colophon.locale };
	const parts = [m.workload_year_cases, m.workload_col_hours, m.workload_col_fte];
	return {
		...headOf(book, m.workload_year_book_functions({}, options)),
		about: m.workload_year_book_functions_about({}, options),
		columns: [
			{ header: m.workload_activity_function({}, options), width: 60 },
			{ header: m.workload_year_book_key_function({}, options), width: 14 },
			...parts.flatMap((part) => yearColumns(part({}, options), options, true)),
			{ header: m.workload_year_left({}, options), width: 12 },
		],
		rows: book.functions.map((item, at) => functionRow(book, item, FIRST_ROW + at)),
		frozenColumns: 1,
		notes: [m.workload_year_book_note({}, options)],
	};
}

const PARTS = ['cases', 'hours', 'fte'] as const;
const SUMMED = { cases: ACTIVITY.volume, hours: ACTIVITY.hours, fte: ACTIVITY.fte } as const;
const FORMATS = { cases: 'whole', hours: 'decimal', fte: 'decimal' } as const;

function functionRow(book: YearBook, item: FunctionYears, row: number): Row {
	const options = { locale: book.colophon.locale };
	const cells = PARTS.flatMap((part, at): readonly Cell[] => {
		const first = 2 + at * 3;
		const sum = (year: Year) => {
			const work = item[year];
			if (!work) return text(m.workload_year_absent({}, options));
			const value = valueOf(work, part);
			if (value === 'mixed') return text(m.workload_year_mixed({}, options));
			return value === null
				? text(m.common_not_measured({}, options))
				: formula(sumOf(book, SUMMED[part][year], ACTIVITY.fn, address(1, row)), value, FORMATS[part]);
		};
		const change = item.change[part];
		const isWhole = FORMATS[part] === 'whole';
		return [...YEARS.map(sum), differenceCell(first, row, change, isWhole ? 'signedWhole' : 'signedDecimal')];
	});
	return {
		cells: [
			text(localText(item.text, options)),
			text(item.functionKey),
			...cells,
			number(item.waiting || null, 'whole'),
		],
	};
}

function valueOf(work: FunctionWork, part: (typeof PARTS)[number]): number | 'mixed' | null {
	return part === 'cases' ? work.cases : (work[part]?.expected ?? null);
}

/** What every unit divides by and multiplies with in both years, and the posts it needs. */
export function yearUnitsSheet(book: YearBook): TableSheet {
	const options = { locale: book.colophon.locale };
	return {
		...headOf(book, m.workload_book_units({}, options)),
		about: m.workload_year_book_units_about({}, options),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 50 },
			{ header: m.workload_book_key({}, options), width: 14 },
			...[m.workload_book_hours, m.workload_formula_caf, m.workload_formula_individual].flatMap((name) =>
				yearColumns(name({}, options), options, false),
			),
			...yearColumns(m.workload_year_book_need({}, options), options, true),
		],
		rows: book.units.map((unit, at) => unitRow(book, unit, FIRST_ROW + at)),
		frozenColumns: 1,
		notes: [m.workload_year_book_note({}, options)],
	};
}

function unitRow(book: YearBook, unit: YearUnit, row: number): Row {
	const options = { locale: book.colophon.locale };
	const terms = (name: keyof YearTerms) => YEARS.map((year) => number(unit[year]?.[name] ?? null, 'general'));
	const need = (year: Year, value: number | null): Cell =>
		value === null
			? text(m.common_not_measured({}, options))
			: formula(
					`${sumOf(book, ACTIVITY.fte[year], ACTIVITY.unit, address(UNIT.key, row))}+${address(UNIT.individual[year], row)}`,
					value,
					'decimal',
				);
	return {
		cells: [
			text(localText(unit.name, options)),
			text(unit.key),
			...(['hours', 'factor', 'individual'] as const).flatMap(terms),
			need('before', unit.needBefore),
			need('after', unit.needAfter),
			differenceCell(UNIT.need.before, row, unit.difference, 'signedDecimal'),
		],
	};
}

/** Volume × minutes of every activity in both years; the posts with the time and the multiplier of its unit. */
export function yearActivitiesSheet(book: YearBook): TableSheet {
	const options = { locale: book.colophon.locale };
	const names = [
		m.workload_col_volume,
		m.workload_book_expected_minutes,
		m.workload_col_hours,
		m.workload_col_fte,
	];
	return {
		...headOf(book, m.workload_book_activities({}, options)),
		about: m.workload_year_book_activities_about({}, options),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 40 },
			{ header: m.workload_book_key({}, options), width: 14 },
			{ header: m.workload_activity_function({}, options), width: 44 },
			{ header: m.workload_year_book_key_function({}, options), width: 14 },
			{ header: m.workload_col_activity({}, options), width: 44 },
			{ header: m.workload_activity_measure({}, options), width: 20 },
			...names.flatMap((name) => yearColumns(name({}, options), options, false)),
		],
		rows: book.activities.map((item, at) => activityRow(book, item, FIRST_ROW + at)),
		frozenColumns: 1,
	};
}

function activityRow(book: YearBook, item: YearActivity, row: number): Row {
	const options = { locale: book.colophon.locale };
	const unit = book.units.find(({ key }) => key === item.unitKey);
	const given = (name: keyof YearFigures) =>
		YEARS.map((year) => number(item[year]?.[name] ?? null, 'general'));
	const [hours, fte] = [YEARS.map(hoursOf), YEARS.map(fteOf)];
	return {
		cells: [
			...[text(localText(item.unit, options)), text(item.unitKey)],
			...[text(localText(item.fn, options)), text(item.functionKey)],
			...[text(localText(item.name, options)), text(localText(item.unitOfMeasure, options))],
			...[...given('volume'), ...given('minutes'), ...hours, ...fte],
		],
	};

	function hoursOf(year: Year): Cell {
		const { volume, minutes } = item[year] ?? {};
		if (typeof volume !== 'number' || typeof minutes !== 'number') return null;
		const code = `${address(ACTIVITY.volume[year], row)}*${address(ACTIVITY.minutes[year], row)}/60`;
		return formula(code, (volume * minutes) / 60, 'decimal');
	}

	function fteOf(year: Year): Cell {
		const { volume, minutes } = item[year] ?? {};
		const terms = unit?.[year];
		if (typeof volume !== 'number' || typeof minutes !== 'number' || !terms) return null;
		const read = (column: number) => ofUnit(book, column, address(ACTIVITY.unit, row));
		const code = `${address(ACTIVITY.hours[year], row)}/${read(UNIT.hours[year])}*${read(UNIT.factor[year])}`;
		return formula(code, ((volume * minutes) / 60 / terms.hours) * terms.factor, 'decimal');
	}
}

function differenceCell(first: number, row: number, value: number | null, format: Format): Cell {
	return value === null ? null : formula(`${address(first + 1, row)}-${address(first, row)}`, value, format);
}

/** The column of the activities, summed where another of its columns holds a key. */
function sumOf(book: YearBook, column: number, keys: number, key: string): string {
	const last = FIRST_ROW + Math.max(book.activities.length, 1) - 1;
	const name = m.workload_book_activities({}, { locale: book.colophon.locale });
	const range = (at: number) => sheetRef(name, columnRange(at, FIRST_ROW, last));
	return `SUMIFS(${range(column)},${range(keys)},${key})`;
}

function ofUnit(book: YearBook, column: number, key: string): string {
	const last = FIRST_ROW + Math.max(book.units.length, 1) - 1;
	const name = m.workload_book_units({}, { locale: book.colophon.locale });
	const range = (at: number) => sheetRef(name, columnRange(at, FIRST_ROW, last));
	return `SUMIFS(${range(column)},${range(UNIT.key)},${key})`;
}

function yearColumns(what: string, options: Options, hasDifference: boolean): readonly Column[] {
	const was = m.workload_year_book_was({}, options);
	const is = m.workload_year_book_is({}, options);
	return [
		{ header: m.workload_year_book_column({ what, year: was }, options), width: 14 },
		{ header: m.workload_year_book_column({ what, year: is }, options), width: 14 },
		...(hasDifference ? [{ header: m.workload_year_book_difference({ what }, options), width: 14 }] : []),
	];
}

function headOf(book: YearBook, name: string) {
	const options = { locale: book.colophon.locale };
	const [now, before] = [localText(book.after, options), localText(book.before, options)];
	const subtitle = m.workload_year_compared({ now, before }, options);
	return { name, title: name, subtitle, paper: 'A3' as const };
}
