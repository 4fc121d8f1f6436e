import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { text } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import type { WorkbookSpec } from '../shared/sheet.ts';
import { allowancesSheet, assumptionsSheet, timeSheet, unitsSheet } from './basis-sheets.ts';
import { coverageSheet } from './coverage-sheet.ts';
import { methodsSheet } from './methods-sheet.ts';
import type { WorkloadBook } from './model.ts';
import { activitiesSheet, comparisonSheet, surveySheet } from './term-sheets.ts';

/** Needed staff by three methods with live formulas: a changed standard, volume or assumption changes every number. */
export function workloadWorkbook(book: WorkloadBook): WorkbookSpec {
	const { colophon } = book;
	const options = { locale: colophon.locale };
	const title = m.workload_methods_title({}, options);
	const fact = {
		label: m.workload_assumption_year({}, options),
		value: text(String(book.year)),
	};
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: [fact], method: m.workload_book_method({}, options) }),
			legend: [],
			caveats: [
				...(book.isWhatIf ? [m.workload_book_what_if({}, options)] : []),
				m.workload_book_live({}, options),
				m.workload_reading_survey({}, options),
				m.workload_book_unmeasured({}, options),
			],
		}),
		sheets: [
			methodsSheet(book),
			assumptionsSheet(book),
			timeSheet(book),
			unitsSheet(book),
			allowancesSheet(book),
			activitiesSheet(book),
			surveySheet(book),
			comparisonSheet(book),
			coverageSheet(book),
		],
	};
}

/** „Натовареност по три метода Община Лясковец.xlsx“. */
export function workloadFileName({ colophon }: Pick<WorkloadBook, 'colophon'>): string {
	const options = { locale: colophon.locale };
	return workbookFileName([
		m.workload_methods_title({}, options),
		localText(colophon.municipality.name, options),
	]);
}
