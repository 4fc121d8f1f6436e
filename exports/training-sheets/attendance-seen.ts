import { cellText, gridWidth, type Grid } from '#lib/domain/imports/index.ts';
import { foldText, parseIsoDate, type EmployeeId, type IsoDate } from '#lib/domain/shared/index.ts';
import type { DayMark } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../shared/cover.ts';

const LOCALES: readonly Locale[] = ['bg', 'en'];
const [PRESENT, ABSENT] = ['+', '-'] as const;

/** The heading of the column with what was marked when a sheet was downloaded. */
export function seenHeading(locale: Locale): string {
	return m.session_sheet_seen({}, { locale });
}

/** Where that column stands; the first column after the table where there is none. */
export function seenColumn(grid: Grid): number {
	const names = LOCALES.map((locale) => foldText(seenHeading(locale)));
	const at = (grid.rows[0]?.cells ?? []).findIndex((cell) => names.includes(foldText(cellText(cell))));
	return at < 0 ? gridWidth(grid) : at;
}

/** The marks of a person as text: „2026-11-10+ 2026-11-11-“. */
export function seenText(days: readonly IsoDate[], marks: readonly (boolean | null)[]): string {
	return days
		.flatMap((day, at) => {
			const mark = marks[at] ?? null;
			return mark === null ? [] : [`${day}${mark ? PRESENT : ABSENT}`];
		})
		.join(' ');
}

/** The marks that such a text says; what is none is passed over. */
export function textSeen(text: string, employeeId: EmployeeId): readonly DayMark[] {
	return text.split(' ').flatMap((part) => {
		const [day, sign] = [parseIsoDate(part.slice(0, -1)), part.at(-1)];
		if (!day || (sign !== PRESENT && sign !== ABSENT)) return [];
		return [{ employeeId, day, isPresent: sign === PRESENT }];
	});
}

/**
 * The sheet as it is given back after a clash: what is stored now stands as seen, so that whoever brings it again has
 * chosen. A sheet without the column gets one.
 */
export function withSeen(grid: Grid, marks: readonly DayMark[], locale: Locale): Grid {
	const column = seenColumn(grid);
	const textOf = (key: string) => {
		const own = marks.filter(({ employeeId }) => employeeId === key);
		return seenText(
			own.map(({ day }) => day),
			own.map(({ isPresent }) => isPresent),
		);
	};
	return {
		...grid,
		rows: grid.rows.map((row, at) => {
			const value = at === 0 ? seenHeading(locale) : textOf(cellText(row.cells[0]));
			const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, place) =>
				place === column ? { value } : (row.cells[place] ?? null),
			);
			return { ...row, cells };
		}),
	};
}
