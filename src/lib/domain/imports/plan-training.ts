import { eurCents, type CourseKey } from '../shared/index.ts';
import { nextGroupNumber, type Quarter } from '../training/index.ts';
import { changedFields } from './changes.ts';
import { put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import type { PlanLine } from './plan-line.ts';
import type { PlannedRow } from './plan-units.ts';
import {
	ITEM_KIND_WORDS,
	ITEM_STATE_WORDS,
	QUARTER_WORDS,
	readPartOfYear,
	TRAINING_FUNDING_WORDS,
} from './plan-words.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { eachRow, type Steps } from './steps.ts';
import { nameKey } from './words.ts';

/**
 * Takes in lines of a training plan. A line is found again by year, course and group, so that a plan brought twice
 * changes what differs; one that is new begins the plan of its year where nobody did. A plan of a past year, a closed
 * one and a training already held are said at their cell, since they are history. Lines that the table does not name
 * stay.
 */
export function* planTraining(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	return yield* eachRow(records, (record) => {
		const reader = rowReader(record, sheet.matches);
		const year = readYear(desk, sheet, reader);
		const course = readCourse(desk, reader);
		if (year === null || !course) return { reader, key: null };
		const before = findLine(desk, { year, courseKey: course.key }, reader);
		const after = readLine(desk, { sheet, reader, year, course, before });
		if (!after || !checkLine(desk, reader, before, after)) return { reader, key: null };
		beginPlan(desk, sheet, record, year);
		const from = { sheet: sheet.index, row: record.row };
		put(desk, { entity: 'plan-item', key: after.id, before, after, from, sources: sourcesOf(sheet, reader) });
		desk.lines.set(after.id, after);
		return { reader, key: after.id };
	});
}

/** The year of the plan: by the row, by the time that it gives, by the title of the table, else the next plan. */
function readYear(desk: Desk, sheet: DeskSheet, reader: RowReader): number | null {
	const { plans } = desk.context;
	const said = reader.number('planYear');
	const timed = readPartOfYear(reader.cell('quarter')?.text ?? '')?.year ?? null;
	const year = said ?? timed ?? sheet.saidYear ?? plans.nextYear;
	if (said === null && timed === null && sheet.saidYear === null)
		reader.report('warning', 'imports/assumed', 'planYear', { detail: String(year) });
	const problem =
		!Number.isInteger(year) || year > 2100
			? 'imports/out-of-range'
			: year < plans.thisYear
				? 'imports/past-year'
				: isClosed(desk, year)
					? 'imports/plan-closed'
					: said !== null && timed !== null && said !== timed
						? 'imports/other-year'
						: null;
	if (problem) reader.report('error', problem, 'planYear', { detail: String(year) });
	return reader.isGood() ? year : null;
}

function isClosed(desk: Desk, year: number): boolean {
	return desk.context.plans.plans.some((plan) => plan.year === year && plan.state === 'closed');
}

type CourseOf = Desk['context']['plans']['courses'][number];

function readCourse(desk: Desk, reader: RowReader): CourseOf | undefined {
	const { courses } = desk.context.plans;
	const words = Object.fromEntries(
		courses.map(({ key, title }) => [key, title.en === null ? [title.bg] : [title.bg, title.en]]),
	);
	const key = reader.choice('course', words);
	if (key === null && reader.isGood()) reader.report('error', 'imports/required', 'course');
	return courses.find((course) => course.key === key);
}

/** The line that a row is about: the group of the course by its words or number, or its only one. */
function findLine(
	desk: Desk,
	of: { readonly year: number; readonly courseKey: CourseKey },
	reader: RowReader,
): PlanLine | null {
	const group = reader.text('group', { max: 80 });
	const own = [...desk.lines.values()].filter(
		(line) => line.year === of.year && line.courseKey === of.courseKey,
	);
	if (group === null) {
		const known = own.filter(({ id }) => !desk.named.has(`plan-item:${id}`));
		return known.length === 1 && known[0] ? known[0] : null;
	}
	const number = groupNumberIn(group);
	const fits = (line: PlanLine) =>
		line.groupName === '' ? line.groupNumber === number : nameKey(line.groupName) === nameKey(group);
	return own.find(fits) ?? null;
}

/** „група 2“ and „2“ are the second group; any other words name one. */
function groupNumberIn(text: string): number | null {
	const found = /^(?:група|гр\.?|group)?\s*№?\s*(\d{1,3})$/iu.exec(text.trim());
	return found ? Number(found[1]) : null;
}

interface RowOfPlan {
	readonly sheet: DeskSheet;
	readonly reader: RowReader;
	readonly year: number;
	readonly course: CourseOf;
	readonly before: PlanLine | null;
}

function readLine(desk: Desk, { sheet, reader, year, course, before }: RowOfPlan): PlanLine | null {
	const words = (field: 'place' | 'responsible' | 'result' | 'evaluation', max: number) =>
		reader.text(field, { max });
	const seats = reader.number('seats') ?? before?.seats ?? null;
	const quarter = readQuarter(reader) ?? before?.quarter ?? null;
	if (seats === null && reader.isGood()) reader.report('error', 'imports/required', 'seats');
	if (quarter === null && reader.isGood()) reader.report('error', 'imports/required', 'quarter');
	const kind = reader.choice('itemKind', ITEM_KIND_WORDS) ?? before?.kind;
	const funding = reader.choice('trainingFunding', TRAINING_FUNDING_WORDS) ?? before?.funding;
	if (!kind) reader.report('warning', 'imports/assumed', 'itemKind', { detail: 'professional' });
	if (!funding) reader.report('warning', 'imports/assumed', 'trainingFunding', { detail: 'local' });
	const price = readPrice(reader) ?? before?.pricePerPerson ?? course.pricePerPerson;
	const state = reader.choice('itemState', ITEM_STATE_WORDS) ?? before?.state ?? 'planned';
	if (seats === null || quarter === null || !reader.isGood()) return null;
	return {
		id: before?.id ?? `${desk.context.importId}-${sheet.index + 1}-${reader.record.row}`,
		...{ year, courseKey: course.key, title: course.title.bg },
		...groupOf(desk, { year, courseKey: course.key, before, text: reader.text('group', { max: 80 }) }),
		...{ kind: kind ?? 'professional', funding: funding ?? 'local', quarter, seats, state },
		hours: reader.number('hours') ?? before?.hours ?? course.hours,
		pricePerPerson: eurCents(price),
		provider: readProvider(reader, course) ?? before?.provider ?? '',
		place: words('place', 200) ?? before?.place ?? '',
		responsible: words('responsible', 200) ?? before?.responsible ?? '',
		expectedResult: words('result', 500) ?? before?.expectedResult ?? '',
		evaluation: words('evaluation', 500) ?? before?.evaluation ?? '',
	};
}

/** The quarter by what a person chose for the text, else by the text. */
function readQuarter(reader: RowReader): Quarter | null {
	const text = reader.cell('quarter')?.text ?? '';
	const chosen = reader.match('quarter', text);
	const part = readPartOfYear(text);
	if (chosen === undefined && part) return part.quarter;
	const code = reader.choice('quarter', QUARTER_WORDS);
	return code === null ? null : (Number(code) as Quarter);
}

/** Who teaches; the provider of the course itself needs no words. */
function readProvider(reader: RowReader, { provider }: CourseOf): string | null {
	const text = reader.text('provider', { max: 200 });
	if (text === null) return null;
	return [provider.bg, provider.en ?? ''].some((name) => nameKey(name) === nameKey(text)) ? '' : text;
}

/** Price in euro cents; leva are not taken for euro. */
function readPrice(reader: RowReader): number | null {
	const price = reader.number('price');
	if (/лв|лев|bgn/iu.test(reader.cell('price')?.text ?? ''))
		reader.report('error', 'imports/price-in-leva', 'price');
	if (price === null) return null;
	if (Math.abs(price) > 1e9) reader.report('error', 'imports/out-of-range', 'price');
	return reader.isGood() ? Math.round(price * 100) : null;
}

/** The group of a line: as it was, by its number, by own words, or the next number of the course. */
function groupOf(
	desk: Desk,
	of: {
		readonly year: number;
		readonly courseKey: CourseKey;
		readonly before: PlanLine | null;
		readonly text: string | null;
	},
): Pick<PlanLine, 'groupName' | 'groupNumber'> {
	if (of.before) return { groupName: of.before.groupName, groupNumber: of.before.groupNumber };
	const number = of.text === null ? null : groupNumberIn(of.text);
	const lines = [...desk.lines.values()].filter((line) => line.year === of.year);
	return {
		groupName: of.text === null || number !== null ? '' : of.text,
		groupNumber: number ?? nextGroupNumber(lines, of.courseKey),
	};
}

/** Sizes that cannot be, a line that stands twice, fewer seats than people, and a change of what was held. */
function checkLine(desk: Desk, reader: RowReader, before: PlanLine | null, after: PlanLine): boolean {
	const people = desk.context.plans.people.get(after.id) ?? 0;
	if (!Number.isInteger(after.seats) || after.seats < 1 || after.seats > 5000)
		reader.report('error', 'imports/out-of-range', 'seats');
	else if (after.seats < people)
		reader.report('error', 'imports/seats-below-people', 'seats', { detail: String(people) });
	if (after.hours <= 0 || after.hours > 1000) reader.report('error', 'imports/out-of-range', 'hours');
	if (after.pricePerPerson < 0 || after.pricePerPerson > 10_000_000)
		reader.report('error', 'imports/out-of-range', 'price');
	if (desk.named.has(`plan-item:${after.id}`)) reader.report('error', 'imports/twice', 'course');
	if (before?.state === 'held' && changedFields(before, after).length > 0)
		reader.report('error', 'imports/line-held', 'course');
	return reader.isGood();
}

function beginPlan(desk: Desk, sheet: DeskSheet, record: SheetRecord, year: number): void {
	if (desk.plans.has(year)) return;
	const after = { year, state: 'draft' as const };
	const from = { sheet: sheet.index, row: record.row };
	put(desk, { entity: 'training-plan', key: String(year), before: null, after, from, sources: [] });
	desk.plans.set(year, after);
}
