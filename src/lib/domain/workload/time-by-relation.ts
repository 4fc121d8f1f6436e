import { EMPLOYMENT_RELATIONS, type EmploymentRelation } from '../org/index.ts';
import {
	parameterNumber,
	workingDaysInYear,
	type CalendarError,
	type ParameterSet,
	type WorkingCalendar,
} from '../legal/index.ts';
import { dateOf, err, ok, type Result } from '../shared/index.ts';
import {
	computeAvailableTime,
	type Absence,
	type AbsenceCode,
	type AvailableTime,
	type AvailableTimeError,
} from './available-time.ts';
import type { MissingParameters } from './thresholds.ts';

/** Keys of the dated parameters of working time; each may have a variant `<key>.<relation>`. */
export const TIME_PARAMETERS = {
	hoursPerDay: 'time.hours-per-day',
	absences: {
		'basic-leave': 'time.leave.basic',
		'extra-leave': 'time.leave.extra',
		'sick-leave': 'time.absence.sick',
		training: 'time.absence.training',
		other: 'time.absence.other',
	},
} as const;

export type TimesByRelation = ReadonlyMap<EmploymentRelation, AvailableTime>;
export type TimeError = CalendarError | MissingParameters | AvailableTimeError;

export interface TimeQuery {
	readonly year: number;
	readonly parameters: ParameterSet;
	readonly calendar: WorkingCalendar;
	readonly municipality: string | null;
}

/**
 * Available working time of one full post for every employment relation in a year, hours with their terms.
 * Elected and appointed people without a figure of their own are counted as under a labour contract.
 * `other` absences may be unset; every other missing key is named in `workload/missing-parameter`.
 * Example (oracle T3): 2026, civil service → 1 680 h; labour contract → 1 704 h.
 */
export function availableTimes(query: TimeQuery): Result<TimesByRelation, TimeError> {
	const workingDays = workingDaysInYear(query.calendar, query.year);
	if (!workingDays.ok) return workingDays;
	const times = new Map<EmploymentRelation, AvailableTime>();
	for (const relation of EMPLOYMENT_RELATIONS) {
		const time = timeOf(query, relation, workingDays.value);
		if (!time.ok) return time;
		times.set(relation, time.value);
	}
	return ok(times);
}

function timeOf(
	query: TimeQuery,
	relation: EmploymentRelation,
	workingDays: number,
): Result<AvailableTime, TimeError> {
	const hoursPerDay = valueFor(query, relation, TIME_PARAMETERS.hoursPerDay);
	const entries = Object.entries(TIME_PARAMETERS.absences) as readonly (readonly [AbsenceCode, string])[];
	const found = entries.map(([code, key]) => ({ code, key, days: valueFor(query, relation, key) }));
	const missing = found.filter((item) => item.days === undefined && item.code !== 'other');
	if (hoursPerDay === undefined || missing.length > 0) {
		const keys = missing.map((item) => item.key);
		const all = hoursPerDay === undefined ? [TIME_PARAMETERS.hoursPerDay, ...keys] : keys;
		return err({ code: 'workload/missing-parameter', keys: all });
	}
	const absences = found.flatMap(({ code, days }): readonly Absence[] => (days ? [{ code, days }] : []));
	return computeAvailableTime({ workingDays, absences, hoursPerDay });
}

/** The year's figures are those in force on its last day; a study of the year rests on them as a whole. */
function valueFor(query: TimeQuery, relation: EmploymentRelation, key: string): number | undefined {
	const { parameters, municipality } = query;
	const isContract = relation === 'elected' || relation === 'appointed';
	const keys = [`${key}.${relation}`, ...(isContract ? [`${key}.labour`] : []), key];
	for (const candidate of keys) {
		const asOf = dateOf(query.year, 12, 31);
		const value = parameterNumber(parameters, { key: candidate, asOf, municipality });
		if (value !== undefined) return value;
	}
	return undefined;
}
