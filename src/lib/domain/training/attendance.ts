import type { EmployeeId, IsoDate } from '../shared/index.ts';

/** Present or absent on one day of a session. */
export interface DayMark {
	readonly employeeId: EmployeeId;
	readonly day: IsoDate;
	readonly isPresent: boolean;
}

export const ATTENDANCE_STATES = ['enrolled', 'attended', 'absent'] as const;
/** What the marked days give: still open, took part, did not. */
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/**
 * Whether a person took part in a session: on at least `percent` of its days (`training.attended.percent`). Open as
 * long as the days not marked yet can decide it either way, and when no percent is decided; days that do not belong to
 * the session count for nothing.
 * Example of 4 days and 75 %: 3 present → took part; 2 absent → did not; 2 present and 1 absent → open.
 */
export function attendanceState(
	days: readonly IsoDate[],
	marks: readonly Pick<DayMark, 'day' | 'isPresent'>[],
	percent: number | undefined,
): AttendanceState {
	if (percent === undefined) return 'enrolled';
	const own = marks.filter(({ day }) => days.includes(day));
	const present = own.filter(({ isPresent }) => isPresent).length;
	const absent = own.length - present;
	const needed = Math.ceil((days.length * percent) / 100);
	if (present >= needed && days.length > 0) return 'attended';
	return days.length - absent < needed ? 'absent' : 'enrolled';
}

export type MarkProblem =
	| { readonly code: 'attendance/not-enrolled'; readonly employeeId: EmployeeId }
	| { readonly code: 'attendance/waiting'; readonly employeeId: EmployeeId }
	| { readonly code: 'attendance/other-day'; readonly employeeId: EmployeeId; readonly day: IsoDate }
	| { readonly code: 'attendance/in-future'; readonly employeeId: EmployeeId; readonly day: IsoDate }
	/** Nothing was marked, because the first day of the session has not come. */
	| { readonly code: 'attendance/not-begun'; readonly day: IsoDate };

/**
 * What of the given marks cannot be: of somebody not enrolled or only waiting, on a day of no session, or to come; and
 * a sheet without marks before the first day, which would say that something was recorded.
 */
export function checkMarks(
	marks: readonly DayMark[],
	of: {
		readonly seated: ReadonlySet<EmployeeId>;
		readonly waiting: ReadonlySet<EmployeeId>;
		readonly days: readonly IsoDate[];
		readonly today: IsoDate;
	},
): readonly MarkProblem[] {
	const [first] = of.days;
	if (marks.length === 0 && first !== undefined && first > of.today)
		return [{ code: 'attendance/not-begun', day: first }];
	return marks.flatMap(({ employeeId, day }): readonly MarkProblem[] => {
		if (of.waiting.has(employeeId)) return [{ code: 'attendance/waiting', employeeId }];
		if (!of.seated.has(employeeId)) return [{ code: 'attendance/not-enrolled', employeeId }];
		if (!of.days.includes(day)) return [{ code: 'attendance/other-day', employeeId, day }];
		return day > of.today ? [{ code: 'attendance/in-future', employeeId, day }] : [];
	});
}

/** How far a plan has come, in seats of its lines. */
export interface PlanProgress {
	/** Seats of the lines that were not cancelled. */
	readonly seats: number;
	/** People with a place in a session. */
	readonly enrolled: number;
	readonly attended: number;
	readonly absent: number;
	readonly sessions: number;
	readonly heldSessions: number;
}
