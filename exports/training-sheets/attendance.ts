import { cellText, type Grid } from '#lib/domain/imports/index.ts';
import { foldText, parseIsoDate, type EmployeeId, type IsoDate } from '#lib/domain/shared/index.ts';
import type { DayMark } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../shared/cover.ts';
import type { CellNote } from './marked.ts';

/** Key and name stand before the days. */
const LEAD = 2;
const LOCALES: readonly Locale[] = ['bg', 'en'];

/** The attendance sheet as rows: key, name, a column for each day with „да“, „не“ or nothing. */
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
		[m.session_course_key({}, options), m.session_col_name({}, options), ...days],
		...people.map(({ id, name, marks }) => [id, name, ...marks.map(word)]),
	];
}

/**
 * Reads an attendance sheet back. Somebody not enrolled, a day that is none of the session and a word that is neither
 * „да“ nor „не“ are said at their cell. Null when the first row names no day.
 */
export function readAttendance(
	grid: Grid,
	of: { readonly seated: ReadonlySet<string>; readonly days: readonly IsoDate[]; readonly today: IsoDate },
): { readonly marks: readonly DayMark[]; readonly notes: readonly CellNote[] } | null {
	const [heading, ...rows] = grid.rows;
	const days = (heading?.cells ?? []).slice(LEAD).map((cell) => parseIsoDate(cellText(cell)));
	if (!heading || !days.some((day) => day !== undefined)) return null;
	const notes: CellNote[] = days.flatMap((day, at) =>
		day && of.days.includes(day)
			? []
			: [{ row: heading.number, column: LEAD + at, note: m.session_mark_no_day() }],
	);
	const marks = rows.flatMap((row): readonly DayMark[] => {
		const key = cellText(row.cells[0]);
		if (key === '') return [];
		if (!of.seated.has(key)) {
			notes.push({ row: row.number, column: 0, note: m.session_mark_not_enrolled() });
			return [];
		}
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
	return { marks, notes };
}

function meaningOf(word: string): boolean | undefined {
	if (LOCALES.some((locale) => foldText(m.session_yes({}, { locale })) === word)) return true;
	return LOCALES.some((locale) => foldText(m.session_no({}, { locale })) === word) ? false : undefined;
}
