import { cellText, readDay, type Grid } from '#lib/domain/imports/index.ts';
import { foldText, type EmployeeId, type IsoDate } from '#lib/domain/shared/index.ts';
import type { DayMark, MarkClash } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../shared/cover.ts';
import { seenColumn, seenHeading, seenText, textSeen } from './attendance-seen.ts';
import type { CellNote } from './marked.ts';

/** Key and name stand before the days. */
const LEAD = 2;
const LOCALES: readonly Locale[] = ['bg', 'en'];

/**
 * The attendance sheet as rows: key, name, a column for each day with „да“, „не“ or nothing, and what is marked now, so
 * that whoever brings it back replaces only what stood on it.
 */
export function attendanceRows(
	people: readonly {
		readonly id: string;
		readonly name: string;
		readonly marks: readonly (boolean | null)[];
	}[],
	days: readonly IsoDate[],
	locale: Locale,
): readonly (readonly (string | number)[])[] {
	const options = { locale };
	const word = (mark: boolean | null) =>
		mark === null ? '' : mark ? m.session_yes({}, options) : m.session_no({}, options);
	return [
		[m.session_course_key({}, options), m.session_col_name({}, options), ...days, seenHeading(locale)],
		...people.map(({ id, name, marks }) => [id, name, ...marks.map(word), seenText(days, marks)]),
	];
}

/** What the sheet of a session that begins on a day is called, as a sheet and as a file. */
export function attendanceName(startsOn: IsoDate, locale: Locale): string {
	return `${m.session_tab_attendance({}, { locale })} ${startsOn}`;
}

/**
 * Reads an attendance sheet back. Somebody not enrolled, a day that is none of the session and a word that is neither
 * „да“ nor „не“ are said at their cell. `seen` is what was marked when the
 * sheet was downloaded, on its days; nothing for a sheet that does not say. Null when the first row names no day.
 */
export function readAttendance(
	grid: Grid,
	of: { readonly seated: ReadonlySet<string>; readonly days: readonly IsoDate[]; readonly today: IsoDate },
): {
	readonly marks: readonly DayMark[];
	readonly seen: readonly DayMark[];
	readonly notes: readonly CellNote[];
} | null {
	const [heading, ...rows] = grid.rows;
	const seenAt = seenColumn(grid);
	const days = daysOf(grid);
	if (!heading || !days.some((day) => day !== undefined)) return null;
	const notes: CellNote[] = days.flatMap((day, at) =>
		day && of.days.includes(day)
			? []
			: [{ row: heading.number, column: LEAD + at, note: m.session_mark_no_day() }],
	);
	const seen: DayMark[] = [];
	const marks = rows.flatMap((row): readonly DayMark[] => {
		const key = cellText(row.cells[0]);
		if (key === '') return [];
		if (!of.seated.has(key)) {
			notes.push({ row: row.number, column: 0, note: m.session_mark_not_enrolled() });
			return [];
		}
		const stood = textSeen(cellText(row.cells[seenAt]), key as EmployeeId);
		seen.push(...stood.filter(({ day }) => days.includes(day)));
		return days.flatMap((day, at) => {
			const word = foldText(cellText(row.cells[LEAD + at]));
			if (word === '' || !day) return [];
			const isPresent = meaningOf(word);
			const note =
				isPresent === undefined
					? m.session_mark_not_yes_or_no()
					: day > of.today
						? m.session_mark_to_come()
						: null;
			if (note !== null) notes.push({ row: row.number, column: LEAD + at, note });
			return isPresent === undefined ? [] : [{ employeeId: key as EmployeeId, day, isPresent }];
		});
	});
	return { marks, seen, notes };
}

/** The days that the columns stand for; undefined for a heading that is none. */
function daysOf(grid: Grid): readonly (IsoDate | undefined)[] {
	const cells = grid.rows[0]?.cells.slice(LEAD, seenColumn(grid)) ?? [];
	return cells.map((cell) => readDay(cellText(cell)));
}

/** Says at their cells which days somebody else marked otherwise meanwhile. */
export function clashNotes(grid: Grid, clashes: readonly MarkClash[]): readonly CellNote[] {
	const days = daysOf(grid);
	return clashes.flatMap(({ employeeId, day, theirs }): readonly CellNote[] => {
		const row = grid.rows.find(({ cells }) => cellText(cells[0]) === employeeId);
		const column = LEAD + days.indexOf(day);
		if (!row || column < LEAD) return [];
		const stored = theirs === null ? m.session_outcome_enrolled() : theirs ? m.session_yes() : m.session_no();
		return [{ row: row.number, column, note: m.session_mark_by_other({ stored }) }];
	});
}

function meaningOf(word: string): boolean | undefined {
	if (LOCALES.some((locale) => foldText(m.session_yes({}, { locale })) === word)) return true;
	return LOCALES.some((locale) => foldText(m.session_no({}, { locale })) === word) ? false : undefined;
}
