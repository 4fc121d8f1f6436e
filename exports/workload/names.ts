import { citationText } from '#lib/i18n/citation-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { columnLetter, sheetRef } from '../shared/address.ts';
import { FIRST_ROW } from '../shared/sheet.ts';
import type { WorkloadBook } from './model.ts';

export const SHEETS = [
	'methods',
	'assumptions',
	'time',
	'units',
	'allowances',
	'activities',
	'survey',
	'comparison',
	'coverage',
] as const;
export type SheetCode = (typeof SHEETS)[number];

const NAMES = {
	methods: m.workload_book_methods,
	assumptions: m.workload_book_assumptions,
	time: m.workload_book_time,
	units: m.workload_book_units,
	allowances: m.workload_book_allowances,
	activities: m.workload_book_activities,
	survey: m.workload_book_survey,
	comparison: m.workload_book_comparison,
	coverage: m.workload_book_coverage_sheet,
} satisfies Record<SheetCode, unknown>;

const ABOUTS = {
	methods: m.workload_book_methods_about,
	assumptions: m.workload_book_assumptions_about,
	time: m.workload_book_time_about,
	units: m.workload_book_units_about,
	allowances: m.workload_book_allowances_about,
	activities: m.workload_book_activities_about,
	survey: m.workload_book_survey_about,
	comparison: m.workload_book_comparison_about,
	coverage: m.workload_book_coverage_about,
} satisfies Record<SheetCode, unknown>;

export function nameOfSheet(code: SheetCode, locale: Locale): string {
	return NAMES[code]({}, { locale });
}

/** Name, title and the sentence of a sheet for the cover. */
export function headOf({ colophon, year }: WorkloadBook, code: SheetCode) {
	const { locale } = colophon;
	const name = nameOfSheet(code, locale);
	return {
		name,
		title: name,
		subtitle: m.workload_book_subtitle({ year }, { locale }),
		about: ABOUTS[code]({}, { locale }),
		paper: 'A3' as const,
	};
}

/** Places of the assumptions that formulas of other sheets read: the row of each on its sheet. */
export const ASSUMPTION_ROWS = [
	'tolerance',
	'shortage',
	'surplus',
	'coverageMinimum',
	'peersMinimum',
	'personal',
	'material',
] as const;
export type AssumptionRow = (typeof ASSUMPTION_ROWS)[number];

/** The cell of an assumption: 'Допускания'!$B$5. */
export function assumptionCell(row: AssumptionRow, locale: Locale): string {
	return sheetRef(nameOfSheet('assumptions', locale), `$B$${FIRST_ROW + ASSUMPTION_ROWS.indexOf(row)}`);
}

/** A whole column of a table of another sheet; one empty row where the table is empty. */
export function columnOf(code: SheetCode, column: number, count: number, locale: Locale): string {
	const letter = `$${columnLetter(column)}$`;
	const last = FIRST_ROW + Math.max(count, 1) - 1;
	return sheetRef(nameOfSheet(code, locale), `${letter}${FIRST_ROW}:${letter}${last}`);
}

/** Source or note of a parameter in the language of the book; empty where nothing is said. */
export function sourceWords(
	words: string | null | undefined,
	options: { readonly locale: Locale },
): string | null {
	return words ? citationText(words, options) : null;
}
