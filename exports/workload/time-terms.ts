import type { EmploymentRelation } from '#lib/domain/org/index.ts';
import { ABSENCE_CODES, type AbsenceCode, type AssumedName } from '#lib/domain/workload/index.ts';
import { nameOfRelation } from '#lib/i18n/names.ts';
import { nameOfAssumed } from '#lib/i18n/need-names.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { columnLetter, sheetRef } from '../shared/address.ts';
import { number, text } from '../shared/cells.ts';
import { FIRST_ROW, type Row } from '../shared/sheet.ts';
import type { WorkloadBook } from './model.ts';
import { ASSUMPTION_ROWS, nameOfSheet, sourceWords } from './names.ts';

/** Days of one cause of absence: for everybody, or of one employment relation where they differ. */
interface TimeTerm {
	readonly code: AbsenceCode;
	readonly relation: EmploymentRelation | null;
	readonly days: number;
}

const ASSUMED: Readonly<Record<AbsenceCode, AssumedName>> = {
	'basic-leave': 'leave',
	'extra-leave': 'extra',
	'sick-leave': 'sick',
	training: 'training',
	other: 'other',
};

/** Lines of the sheet of assumptions before the days: the rule, then the method and the base. */
const FIRST_TERM = FIRST_ROW + ASSUMPTION_ROWS.length + 2;

/** Days of absence as they are counted, with the source of each; the sheet of working time reads from here. */
export function timeTermRows(book: WorkloadBook): readonly Row[] {
	const options = { locale: book.colophon.locale };
	return timeTerms(book).map(({ code, relation, days }): Row => {
		const name = ASSUMED[code];
		const of = (who: EmploymentRelation | undefined) =>
			book.sources.find((one) => one.name === name && one.relation === who);
		const source = (relation && of(relation)) ?? of(undefined);
		const ofWhom = relation === null ? '' : ` – ${nameOfRelation(relation, options)}`;
		return {
			cells: [
				text(`${nameOfAssumed(name, options)}${ofWhom}`),
				number(days, 'general'),
				text(sourceWords(source?.citation, options)),
				text(sourceWords(source?.note, options)),
			],
		};
	});
}

/** The cell of the days of one cause: 'Допускания'!$B$14. */
export function timeTermCell(
	book: WorkloadBook,
	at: { readonly code: AbsenceCode; readonly relation: EmploymentRelation },
	locale: Locale,
): string {
	const found = timeTerms(book).findIndex(
		({ code, relation }) => code === at.code && (relation === null || relation === at.relation),
	);
	return sheetRef(nameOfSheet('assumptions', locale), `$${columnLetter(1)}$${FIRST_TERM + found}`);
}

function timeTerms({ times }: WorkloadBook): readonly TimeTerm[] {
	return ABSENCE_CODES.flatMap((code): readonly TimeTerm[] => {
		const each = times.map(({ relation, time }) => ({
			...{ code, relation },
			days: time.absences.find((absence) => absence.code === code)?.days ?? 0,
		}));
		const [first] = each;
		const isCommon = first !== undefined && each.every(({ days }) => days === first.days);
		return isCommon ? [{ ...first, relation: null }] : each;
	});
}
