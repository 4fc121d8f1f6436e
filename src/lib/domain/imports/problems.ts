import type { FieldKey } from './fields.ts';
import { nameKey } from './words.ts';

export type ProblemCode =
	/** The cell is empty and must not be. */
	| 'imports/required'
	| 'imports/not-a-number'
	| 'imports/not-a-date'
	| 'imports/not-a-choice'
	/** The competency is out of use: nothing new may ask for it. */
	| 'imports/competency-retired'
	| 'imports/unit-unknown'
	| 'imports/function-unknown'
	| 'imports/post-unknown'
	| 'imports/too-long'
	/** A formula that the office program could not calculate. */
	| 'imports/formula-error'
	/** Posts come in quarters, from 0 to 1000. */
	| 'imports/headcount'
	| 'imports/occupied-above-approved'
	/** Approved less occupied is not the number of vacant posts that the file gives. */
	| 'imports/vacant-differs'
	| 'imports/out-of-range'
	/** Least, usual and most minutes are not in that order, or the usual is missing. */
	| 'imports/minutes-order'
	/** Some of the twelve months are given and others not. */
	| 'imports/months-incomplete'
	/** The months do not sum to the annual volume. */
	| 'imports/months-sum'
	/** The same thing stands in an earlier row. */
	| 'imports/twice'
	/** The superior is the unit itself or stands below it. */
	| 'imports/cycle'
	/** Another row of the file says that another unit answers for the function. */
	| 'imports/second-owner'
	/** Another unit answers for the function; the file moves it. */
	| 'imports/owner-differs'
	/** The row says who takes part in a function for which no unit answers. */
	| 'imports/no-owner'
	/** A legal basis that could not be read; it is not taken in. */
	| 'imports/basis-unread'
	/** Latin letters inside a Cyrillic word. */
	| 'imports/foreign-letters'
	/** An abbreviation that can be written out. */
	| 'imports/abbreviation'
	/** A unit is made on the way, and the file does not say below which; it is put below the heading above. */
	| 'imports/parent-assumed'
	/** A directorate is made on the way under no heading of a part of the administration; its name told the part. */
	| 'imports/part-assumed'
	/** Another post of the unit has nearly the same title, or is its head too. */
	| 'imports/near-title'
	/** The table is of a year that is over. */
	| 'imports/past-year'
	/** The plan of the year is closed. */
	| 'imports/plan-closed'
	/** The row says one year and its time another. */
	| 'imports/other-year'
	/** A price with leva at it, where euro are meant. */
	| 'imports/price-in-leva'
	/** Only the monthly salary is given; the yearly cost is twelve of them, without the contributions of the employer. */
	| 'imports/salary-only'
	/** A monthly salary beside a yearly cost that is already known; the cost stays. */
	| 'imports/salary-kept'
	/** A code of НКПД-2011 that could not be read; it is not taken in. */
	| 'imports/occupation-unread'
	/** The unit stands in a row of the file that was not accepted; the row is in the detail. */
	| 'imports/unit-refused'
	/** Fewer seats than people who are in the training by name. */
	| 'imports/seats-below-people'
	/** The training was held; what was held is not rewritten. */
	| 'imports/line-held'
	/** The file does not say; the value was concluded from what it does say. */
	| 'imports/assumed';

/** What is wrong, or was concluded, in one cell. */
export interface CellProblem {
	readonly row: number;
	readonly field: FieldKey;
	/** Address of the cell; null when the sheet has no such column. */
	readonly cell: string | null;
	/** An error keeps the row out; a warning does not. */
	readonly severity: 'error' | 'warning';
	readonly code: ProblemCode;
	/** What the cell says. */
	readonly given: string;
	/** A text that would mend the cell, to be accepted by a person. */
	readonly suggestion?: string;
	/** What was concluded, or what the given is held against, where the text needs it. */
	readonly detail?: string;
}

/**
 * Problems that one correction mends alike: the same code, field, given text and reason. Salaries are one remark,
 * whatever each of them is.
 */
export function alikeKey(problem: Pick<CellProblem, 'code' | 'field' | 'given' | 'detail'>): string {
	const { code, field, given, detail = '' } = problem;
	if (code === 'imports/salary-only') return `${code}|${field}`;
	const isNamedAbove = namesHeading(problem);
	return [code, field, isNamedAbove ? '' : given, isNamedAbove ? nameKey(detail, 'unit') : detail].join('|');
}

/** The unit that a row does not find stands in a heading above it, whatever its own cell says. */
export function namesHeading({
	code,
	given,
	detail,
}: Pick<CellProblem, 'code' | 'given' | 'detail'>): boolean {
	return code === 'imports/unit-unknown' && detail !== undefined && detail !== given;
}
