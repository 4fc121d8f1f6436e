import { cellText, tidyCell, type Grid, type GridCell, type GridRow } from '#lib/domain/imports/index.ts';
import { asId, eurCents, foldText, type CourseKey } from '#lib/domain/shared/index.ts';
import {
	COMPETENCY_LEVELS,
	COURSE_FORMS,
	type CatalogueCourse,
	type Competency,
	type DictionaryEntry,
	type StatedCourse,
} from '#lib/domain/training/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfForm } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../shared/cover.ts';
import type { CellNote } from './marked.ts';

/** Columns of the catalogue, in their order; the heading of each is how it is found again. */
const COLUMNS = [
	'key',
	'title',
	'competency',
	'level',
	'provider',
	'form',
	'hours',
	'price',
	'places',
	'revision',
] as const;
type Column = (typeof COLUMNS)[number];

const HEADINGS: Readonly<
	Record<Column, (input: Record<string, never>, options: { locale: Locale }) => string>
> = {
	key: m.session_course_key,
	title: m.training_item_course,
	competency: m.training_col_competency,
	level: m.session_course_level,
	provider: m.session_course_provider,
	form: m.session_course_form,
	hours: m.training_col_hours,
	price: m.session_course_price,
	places: m.training_col_seats,
	revision: m.session_course_revision,
};
/** Columns that a sheet with only new courses does without. */
const OPTIONAL: ReadonlySet<Column> = new Set<Column>(['key', 'revision']);
const LOCALES: readonly Locale[] = ['bg', 'en'];

/** The catalogue as rows of a sheet, the headings first. */
export function courseRows(
	courses: readonly CatalogueCourse[],
	competencies: readonly Competency[],
	locale: Locale,
): readonly (readonly (string | number)[])[] {
	const options = { locale };
	const names = new Map(competencies.map((one) => [one.key, localText(one.name, options)]));
	return [
		COLUMNS.map((column) => HEADINGS[column]({}, options)),
		...courses.map((course) => [
			course.key,
			localText(course.title, options),
			names.get(course.competencyKey) ?? course.competencyKey,
			course.levelTo,
			localText(course.provider, options),
			nameOfForm(course.form, options),
			course.hours,
			course.pricePerPerson / 100,
			course.places,
			course.revision,
		]),
	];
}

/**
 * Reads a catalogue back: the first row that names a course, a competency and places is the heading. Everything that
 * cannot be is said at its cell; nothing is guessed. Null when no row is such a heading.
 */
export function readCourses(
	grid: Grid,
	known: { readonly courses: readonly CatalogueCourse[]; readonly competencies: readonly DictionaryEntry[] },
): { readonly courses: readonly StatedCourse[]; readonly notes: readonly CellNote[] } | null {
	const heading = grid.rows.map(columnsOf).findIndex((columns) => columns !== null);
	const columns = grid.rows[heading] && columnsOf(grid.rows[heading]);
	if (!columns) return null;
	const notes: CellNote[] = [];
	const rowOfKey = new Map<string, number>();
	const courses = grid.rows
		.slice(heading + 1)
		.filter((row) => row.cells.some((cell) => cellText(cell) !== ''))
		.flatMap((row) => readCourse(row, { columns, known, notes, rowOfKey }) ?? []);
	return { courses, notes };
}

/** The course of the catalogue that a row is about; what is wrong with its key or revision is said. */
function readKept(
	courses: readonly CatalogueCourse[],
	given: { readonly key: string; readonly revision: string },
	say: Say,
): CatalogueCourse | undefined {
	const kept = courses.find((one) => one.key === given.key);
	if (given.key !== '' && !kept) say('key', m.session_course_no_such_key());
	if (kept && Number(given.revision) !== kept.revision)
		say(given.revision === '' ? 'key' : 'revision', m.session_course_moved_on(wordsOf(kept)));
	return kept;
}

/** What stands in the catalogue now, for whoever brings an older sheet. */
function wordsOf(course: CatalogueCourse) {
	return {
		revision: String(course.revision),
		title: course.title.bg,
		hours: String(course.hours).replace('.', ','),
		price: (course.pricePerPerson / 100).toFixed(2).replace('.', ','),
		places: String(course.places),
	};
}

type Columns = ReadonlyMap<Column, number>;

function columnsOf(row: GridRow): Columns | null {
	const found = new Map<Column, number>();
	row.cells.forEach((cell, at) => {
		const heading = foldText(cellText(cell));
		const column = COLUMNS.find((one) =>
			LOCALES.some((locale) => foldText(HEADINGS[one]({}, { locale })) === heading),
		);
		if (column && !found.has(column)) found.set(column, at);
	});
	return COLUMNS.every((column) => OPTIONAL.has(column) || found.has(column)) ? found : null;
}

function readCourse(
	row: GridRow,
	of: {
		readonly columns: Columns;
		readonly known: {
			readonly courses: readonly CatalogueCourse[];
			readonly competencies: readonly DictionaryEntry[];
		};
		readonly notes: CellNote[];
		/** In which row each course stands that was read already. */
		readonly rowOfKey: Map<string, number>;
	},
): StatedCourse | null {
	const { columns, known, notes } = of;
	const before = notes.length;
	const at = (column: Column): GridCell | null => row.cells[columns.get(column) ?? -1] ?? null;
	const say = (column: Column, note: string) => {
		notes.push({ row: row.number, column: columns.get(column) ?? 0, note });
	};
	const words = (column: Column, most: number) => {
		const text = tidyCell(cellText(at(column)));
		if (text === '') say(column, m.common_issue_required());
		else if (text.length > most) say(column, m.common_issue_too_long({ limit: most }));
		return text;
	};
	const amount = (column: Column, range: { readonly min: number; readonly max: number }) => {
		const value = Number(cellText(at(column)).replace(/\s/g, '').replace(',', '.'));
		const isGiven = cellText(at(column)) !== '';
		if (isGiven && value >= range.min && value <= range.max) return value;
		if (!isGiven) say(column, m.common_issue_required());
		else if (Number.isNaN(value)) say(column, m.common_issue_not_a_number());
		else if (value < range.min) say(column, m.common_issue_too_small({ limit: range.min }));
		else say(column, m.common_issue_too_big({ limit: range.max }));
		return range.min;
	};
	const kept = readKept(known.courses, { key: cellText(at('key')), revision: cellText(at('revision')) }, say);
	if (kept) noteKey(of.rowOfKey, { key: kept.key, row: row.number }, say);
	const title = words('title', 200);
	const competency = readCompetency(known.competencies, { given: words('competency', 200), kept }, say);
	const level = COMPETENCY_LEVELS.find((one) => one === Number(cellText(at('level'))));
	if (level === undefined) say('level', m.session_course_no_level());
	const formText = foldText(cellText(at('form')));
	const form = COURSE_FORMS.find((one) =>
		LOCALES.some((locale) => foldText(nameOfForm(one, { locale })) === formText),
	);
	if (form === undefined) say('form', m.session_course_no_form());
	const provider = words('provider', 200);
	const hours = amount('hours', { min: 0.5, max: 1000 });
	const price = amount('price', { min: 0, max: 100_000 });
	const places = amount('places', { min: 1, max: 5000 });
	if (!Number.isInteger(places)) say('places', m.common_issue_not_whole());
	if (notes.length > before || !competency || level === undefined || form === undefined) return null;
	return {
		...{ key: kept ? asId<CourseKey>(kept.key) : null, title, competencyKey: competency.key },
		...{ levelTo: level, provider, form, hours, places },
		pricePerPerson: eurCents(Math.round(price * 100)),
	};
}

type Say = (column: Column, note: string) => void;

/** Says of a course that stands in an earlier row that it does, and remembers in which row it stands. */
function noteKey(
	rowOfKey: Map<string, number>,
	{ key, row }: { readonly key: string; readonly row: number },
	say: Say,
): void {
	const earlier = rowOfKey.get(key);
	if (earlier !== undefined) say('key', m.session_course_twice({ row: earlier }));
	else rowOfKey.set(key, row);
}

/** The competency by its key or by its name in either language; one that is retired stays only where it is already. */
function readCompetency(
	competencies: readonly DictionaryEntry[],
	{ given, kept }: { readonly given: string; readonly kept: CatalogueCourse | undefined },
	say: Say,
): DictionaryEntry | undefined {
	const folded = foldText(given);
	const found = competencies.find((one) =>
		[one.key, one.name.bg, one.name.en ?? ''].some((name) => foldText(name) === folded),
	);
	if (!found && folded !== '') say('competency', m.training_refusal_no_such_competency());
	if (found?.isRetired && kept?.competencyKey !== found.key)
		say('competency', m.dictionary_refusal_retired());
	return found;
}
