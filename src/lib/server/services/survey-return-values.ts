import type { QuestionnaireField } from '#exports/survey/layout.ts';
import { cellText, type GridCell } from '#lib/domain/imports/index.ts';
import { foldText, share, type Share } from '#lib/domain/shared/index.ts';
import {
	checkAnswers,
	readAmount,
	SURVEY_PARTICIPATIONS,
	type AnswersIssue,
	type SurveyAnswer,
	type SurveyItemId,
} from '#lib/domain/workload/index.ts';
import { itemsOf, type QuestionnaireSource } from './survey-questionnaire.ts';
import type { ReturnedRow, ReturnedSheet } from './survey-return-read.ts';

/** What is wrong in one field of a sheet. */
export type FieldProblem =
	| AnswersIssue['code']
	| 'survey/negative'
	| 'survey/not-a-number'
	| 'survey/over-whole'
	| 'survey/not-a-choice'
	| 'survey/no-text'
	| 'survey/no-share'
	| 'survey/too-long';

export interface FieldMark {
	readonly what: string;
	readonly field: QuestionnaireField;
	readonly problem: FieldProblem;
}

/** Work in own words, as a sheet states it. */
export interface StatedWork {
	/** Stands for the item until it has an id of its own. */
	readonly what: SurveyItemId;
	readonly text: string;
	readonly groupKey: string;
}

export interface SheetValues {
	readonly answers: readonly SurveyAnswer[];
	readonly own: readonly StatedWork[];
	readonly obstacles: string | null;
	readonly systems: string | null;
	readonly marks: readonly FieldMark[];
	/** What is wrong with the sum. */
	readonly sum: Extract<AnswersIssue, { code: 'survey/sum-over' | 'survey/sum-under' }> | null;
	/** Nobody wrote anything on the sheet. */
	readonly isEmpty: boolean;
}

const MOST_TEXT = 500;
const MOST_NOTE = 4000;
const NOTES = new Set(['obstacles', 'systems']);

/** Reads what was typed on a sheet and says at each field what cannot be taken. */
export function readValues(sheet: ReturnedSheet, source: QuestionnaireSource): SheetValues {
	const marks: FieldMark[] = [];
	const read = sheet.rows.filter(({ what }) => !NOTES.has(what)).map((row) => readRow(row, source, marks));
	const answers = read.flatMap(({ answer }) => answer ?? []);
	const own = read.flatMap(({ stated }) => stated ?? []);
	const note = (what: string) => readNote(sheet, what, marks);
	const [obstacles, systems] = [note('obstacles'), note('systems')];
	const isEmpty = answers.length === 0 && own.length === 0 && marks.length === 0;
	const items = [...itemsOf(source, sheet.respondent).map(({ id }) => id), ...own.map(({ what }) => what)];
	const issues = checkAnswers({
		answers,
		items: new Set(items),
		tolerance: source.open.campaign.tolerance,
		weeklyHours: sheet.respondent.weeklyHours,
	});
	let sum: SheetValues['sum'] = null;
	for (const issue of issues) {
		if (issue.code === 'survey/sum-over' || issue.code === 'survey/sum-under') sum = issue;
		else if ('itemId' in issue)
			marks.push({ what: issue.itemId, field: fieldOf(issue.code), problem: issue.code });
	}
	return { answers, own, obstacles, systems, marks, sum, isEmpty };
}

function fieldOf(code: AnswersIssue['code']): QuestionnaireField {
	if (code === 'survey/low-above-usual') return 'low';
	return code === 'survey/high-below-usual' ? 'high' : 'share';
}

interface ReadRow {
	readonly answer: SurveyAnswer | null;
	readonly stated: StatedWork | null;
}

function readRow(row: ReturnedRow, source: QuestionnaireSource, marks: FieldMark[]): ReadRow {
	const mark = (field: QuestionnaireField, problem: FieldProblem) => {
		marks.push({ what: row.what, field, problem });
	};
	const usual = readShare(row.cells.share, (problem) => mark('share', problem));
	const answer: SurveyAnswer = {
		itemId: row.what as SurveyItemId,
		share: usual ?? share(0),
		low: readShare(row.cells.low, (problem) => mark('low', problem)),
		high: readShare(row.cells.high, (problem) => mark('high', problem)),
		participation: readParticipation(row.cells.participation, () =>
			mark('participation', 'survey/not-a-choice'),
		),
		peakMonths: (['peak', 'secondPeak'] as const)
			.map((field) => readMonth(row.cells[field], () => mark(field, 'survey/not-a-choice')))
			.reduce((mask, bit) => mask | bit, 0),
		isLocked: false,
	};
	const isStated = usual !== null && usual > 0;
	const says = [answer.low, answer.high].some((part) => part !== null && part > 0);
	if (!isStated && says && !marks.some(({ what }) => what === row.what)) mark('share', 'survey/no-share');
	const stated = row.what.startsWith('own-') ? readStated(row, source, { isStated, mark }) : null;
	return { answer: isStated ? answer : null, stated: isStated ? stated : null };
}

function readStated(
	row: ReturnedRow,
	source: QuestionnaireSource,
	at: {
		readonly isStated: boolean;
		readonly mark: (field: QuestionnaireField, problem: FieldProblem) => void;
	},
): StatedWork | null {
	const text = cellText(row.cells.text);
	if (text === '' && !at.isStated) return null;
	if (text === '') at.mark('text', 'survey/no-text');
	if (text.length > MOST_TEXT) at.mark('text', 'survey/too-long');
	if (!at.isStated) at.mark('share', 'survey/no-share');
	const wanted = foldText(cellText(row.cells.group));
	const area = [...source.areas].find(([, { bg, en }]) =>
		[bg, en ?? bg].some((name) => foldText(name) === wanted),
	);
	if (!area) at.mark('group', 'survey/not-a-choice');
	return area ? { what: row.what as SurveyItemId, text, groupKey: area[0] } : null;
}

/** A percentage as a share; null where nothing stands. */
function readShare(cell: GridCell | null, wrong: (problem: FieldProblem) => void): Share | null {
	const typed = cellText(cell).replace(/\s*%$/u, '');
	if (typed === '') return null;
	if (cell?.mark === 'error') return (wrong('survey/not-a-number'), null);
	const read = readAmount(typed, 'percent', { weeklyHours: 40, whole: share(1) });
	if (read.ok) return read.value;
	wrong(read.error.code);
	return null;
}

/** „2 – участвам“: the number says which. */
function readParticipation(cell: GridCell | null, wrong: () => void): SurveyAnswer['participation'] {
	const number = readChoice(cell, SURVEY_PARTICIPATIONS.length, wrong);
	return number === null ? null : (SURVEY_PARTICIPATIONS[number - 1] ?? null);
}

/** Bit 0 is January. */
function readMonth(cell: GridCell | null, wrong: () => void): number {
	const number = readChoice(cell, 12, wrong);
	return number === null ? 0 : 1 << (number - 1);
}

function readChoice(cell: GridCell | null, most: number, wrong: () => void): number | null {
	const typed = cellText(cell);
	if (typed === '') return null;
	const number = Number(/^(\d{1,2})(?:\s|$)/u.exec(typed)?.[1] ?? 0);
	if (number >= 1 && number <= most) return number;
	wrong();
	return null;
}

function readNote(sheet: ReturnedSheet, what: string, marks: FieldMark[]): string | null {
	const text = cellText(sheet.rows.find((row) => row.what === what)?.cells.share);
	if (text.length > MOST_NOTE) marks.push({ what, field: 'share', problem: 'survey/too-long' });
	return text === '' ? null : text;
}
