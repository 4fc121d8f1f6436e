import { bgnToEur, parseOccupationCode, stotinkiOfLeva, type OccupationCode } from '../legal/index.ts';
import { eurCents, type EurCents } from '../shared/index.ts';
import type { Desk, DeskSheet } from './desk.ts';
import type { FieldKey } from './fields.ts';
import type { RowReader } from './row-reader.ts';

const MONTHS_A_YEAR = 12;

/**
 * The yearly cost of one post by its own column, else twelve times the monthly salary, else what was known. A salary says
 * nothing of the contributions of the employer: it is reported (`imports/salary-only`) and never replaces a cost that is
 * known (`imports/salary-kept`). Leva in the heading or in the cell become euro at the rate of the import.
 * Example: 1 955,83 лв. a month → 1 000,00 € → 12 000,00 € a year.
 */
export function readCost(
	desk: Desk,
	sheet: DeskSheet,
	reader: RowReader,
	/** What the post costs so far; without a salary it goes when the file replaces what was known. */
	known: EurCents | null,
): EurCents | null {
	const given = readMoney(desk, sheet, reader, 'annualCost');
	const salary = readMoney(desk, sheet, reader, 'monthlySalary');
	if (given !== null) return given;
	if (salary === null) return desk.context.mode === 'replace' ? null : known;
	const year = eurCents(salary * MONTHS_A_YEAR);
	if (known === null || known === year)
		reader.report('warning', 'imports/salary-only', 'monthlySalary', { detail: String(year / 100) });
	else reader.report('warning', 'imports/salary-kept', 'monthlySalary', { detail: String(known / 100) });
	return known ?? year;
}

/** The code of the job title; one that cannot be read is reported and left out (`imports/occupation-unread`). */
export function readOccupation(reader: RowReader): OccupationCode | null {
	const text = reader.text('occupation', { max: 100 });
	if (text === null) return null;
	const code = parseOccupationCode(text);
	if (code.ok) return code.value;
	reader.report('warning', 'imports/occupation-unread', 'occupation', { detail: text });
	return null;
}

function readMoney(desk: Desk, sheet: DeskSheet, reader: RowReader, field: FieldKey): EurCents | null {
	const amount = reader.number(field);
	if (amount === null) return null;
	const rate = desk.context.bgnPerEur;
	const inLeva = sheet.inLeva.has(field) || saysLeva(reader.cell(field)?.text ?? '');
	if (amount < 0 || amount > MOST_MONEY) {
		reader.report('error', 'imports/out-of-range', field);
		return null;
	}
	if (!inLeva) return eurCents(Math.round(amount * 100));
	if (rate !== null) return bgnToEur(stotinkiOfLeva(amount), rate);
	reader.report('error', 'imports/price-in-leva', field);
	return null;
}

const MOST_MONEY = 1e9;

/** Whether a heading or a cell names leva as its currency. */
export function saysLeva(text: string): boolean {
	return /(?:^|[^\p{L}])(?:лв|лева|лев|bgn)(?![\p{L}])/iu.test(text);
}
