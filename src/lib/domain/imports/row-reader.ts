import { isoDate, parseIsoDate, daysInMonth, type IsoDate } from '../shared/index.ts';
import { matchKey } from './choices.ts';
import type { FieldKey } from './fields.ts';
import { codeOf, nearestWord, type Nomenclature } from './nomenclature.ts';
import { isNothing, readNumber } from './numbers.ts';
import type { CellProblem, ProblemCode } from './problems.ts';
import type { RecordCell, SheetRecord } from './records.ts';
import { expandAbbreviations, hasForeignLetters, mendLetters, nameKey, type WordKind } from './words.ts';

/** Reads the values of one row and gathers what is wrong with them. */
export interface RowReader {
	readonly record: SheetRecord;
	readonly problems: readonly CellProblem[];
	/** Whether the sheet has the column at all. */
	has(field: FieldKey): boolean;
	cell(field: FieldKey): RecordCell | undefined;
	/** Null where nothing stands. */
	text(field: FieldKey, options: { readonly max: number; readonly words?: WordKind }): string | null;
	number(field: FieldKey): number | null;
	choice<Code extends string>(field: FieldKey, words: Nomenclature<Code>): Code | null;
	/** What a person chose for the text of the cell, a code or a key. */
	match(field: FieldKey, text: string): string | undefined;
	date(field: FieldKey): IsoDate | null;
	flag(field: FieldKey): boolean | null;
	report(
		severity: CellProblem['severity'],
		code: ProblemCode,
		field: FieldKey,
		more?: {
			readonly suggestion?: string;
			readonly detail?: string;
			/** What is spoken of, where it does not stand in the cell: a heading above. */
			readonly given?: string;
		},
	): void;
	/** True as long as no error was found. */
	isGood(): boolean;
}

/**
 * Reads the cells of one row as values. What cannot be read is reported at its cell, and the answer is null; the row
 * is then not good.
 */
export function rowReader(record: SheetRecord, matches: Readonly<Record<string, string>>): RowReader {
	const problems: CellProblem[] = [];
	const cell = (field: FieldKey) => record.cells[field];
	const report: RowReader['report'] = (severity, code, field, more = {}) => {
		const { text: given = '', cell: address = null } = cell(field) ?? {};
		problems.push({ row: record.row, field, cell: address, severity, code, given, ...more });
	};
	const raw = (field: FieldKey): string => {
		const found = cell(field);
		if (found?.mark === 'error') report('error', 'imports/formula-error', field);
		return found && found.mark !== 'error' && !isNothing(found.text) ? found.text : '';
	};
	const match = (field: FieldKey, text: string) => matches[matchKey(field, nameKey(text))];
	return {
		record,
		problems,
		has: (field) => cell(field) !== undefined,
		cell,
		match,
		report,
		isGood: () => problems.every(({ severity }) => severity !== 'error'),
		text: (field, { max, words = 'plain' }) => {
			const text = raw(field);
			if (text === '') return null;
			if ([...text].length > max) report('error', 'imports/too-long', field, { detail: String(max) });
			hintAt(text, words, (code, suggestion) => report('warning', code, field, { suggestion }));
			return text;
		},
		number: (field) => {
			const text = raw(field);
			if (text === '') return null;
			const value = cell(field)?.number ?? readNumber(text);
			if (value === undefined) {
				const mended = mendDigits(text);
				report('error', 'imports/not-a-number', field, mended === undefined ? {} : { suggestion: mended });
			}
			return value ?? null;
		},
		choice: (field, words) => {
			const text = raw(field);
			const chosen = match(field, text);
			if (chosen !== undefined && chosen in words) return chosen as keyof typeof words;
			if (text === '') return null;
			const code = codeOf(words, text);
			if (code === undefined) report('error', 'imports/not-a-choice', field, proposal(words, text));
			return code ?? null;
		},
		date: (field) => {
			const text = raw(field);
			const day = text === '' ? null : readDay(text);
			if (day === undefined) report('error', 'imports/not-a-date', field);
			return day ?? null;
		},
		flag: (field) => readFlag(raw(field)),
	};
}

/** The first word of what a text comes nearest to, so that a proposal is what it becomes. */
function proposal<Code extends string>(
	words: Nomenclature<Code>,
	text: string,
): { readonly suggestion?: string } {
	const near = nearestWord(words, text);
	return near ? { suggestion: words[near.code][0] ?? near.word } : {};
}

function readFlag(text: string): boolean | null {
	return text === '' ? null : /^(да|д|yes|1|\+|x|х|✓)$/iu.test(text);
}

/** „15.03.2014“, „15/3/2014 г.“ or „2014-03-15“; undefined when it is no day. */
export function readDay(text: string): IsoDate | undefined {
	const iso = parseIsoDate(text.slice(0, 10));
	if (iso) return iso;
	const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: ?г\.?)?$/u.exec(text.trim());
	if (!parts) return undefined;
	const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
	const pad = (value: number) => String(value).padStart(2, '0');
	return isoDate(`${year}-${pad(month)}-${pad(day)}`);
}

function hintAt(
	text: string,
	words: WordKind,
	report: (code: 'imports/foreign-letters' | 'imports/abbreviation', suggestion: string) => void,
): void {
	const mended = mendLetters(text);
	const long = expandAbbreviations(mended, words);
	if (hasForeignLetters(text)) report('imports/foreign-letters', long);
	else if (long !== text && words !== 'plain') report('imports/abbreviation', long);
}

/** Letters typed for digits: „1О“ → „10“, „l,5“ → „1,5“; undefined when that gives no number either. */
function mendDigits(text: string): string | undefined {
	const mended = text
		.replace(/[OoОо]/gu, '0')
		.replace(/[lI|]/gu, '1')
		.replace(/[зЗ]/gu, '3')
		.replace(/[^\d.,½¼¾ -]/gu, '')
		.replace(/^[., ]+|[., ]+$/gu, '')
		.trim();
	return mended !== '' && readNumber(mended) !== undefined ? mended : undefined;
}
