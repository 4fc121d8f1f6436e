import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import type { WorkbookSpec } from '../shared/sheet.ts';
import type { YearBook } from './year-model.ts';
import { yearActivitiesSheet, yearFunctionsSheet, yearUnitsSheet } from './year-sheets.ts';

/** The difference to last year with live formulas: a changed volume changes its function, its unit and both differences. */
export function yearWorkbook(book: YearBook): WorkbookSpec {
	const { colophon } = book;
	const options = { locale: colophon.locale };
	const title = m.workload_year_book_title({}, options);
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: [], method: m.workload_year_source(names(book), options) }),
			legend: [],
			caveats: [m.workload_book_live({}, options), m.workload_year_book_note({}, options)],
		}),
		sheets: [yearFunctionsSheet(book), yearUnitsSheet(book), yearActivitiesSheet(book)],
	};
}

/** „Разлика спрямо миналата година Община Лясковец.xlsx“. */
export function yearFileName({ colophon }: Pick<YearBook, 'colophon'>): string {
	const options = { locale: colophon.locale };
	return workbookFileName([
		m.workload_year_book_title({}, options),
		localText(colophon.municipality.name, options),
	]);
}

function names({ before, after, colophon }: YearBook) {
	const options = { locale: colophon.locale };
	return { now: localText(after, options), before: localText(before, options) };
}
