import { isWorkingDay, parameterNumber, type ParameterSet, type WorkingCalendar } from '../legal/index.ts';
import { dateOf, daysInMonth, type IsoDate } from '../shared/index.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import type { ActivityTerm, UnitTerms } from './unit-terms.ts';

/** From how many times the mean of the year a month is a peak. */
export const PEAK_PARAMETER = 'workload.season.peak';

/** Need of one month against the time that a full post has in it. */
export interface MonthLoad {
	/** 1 for January. */
	readonly month: number;
	readonly workingDays: number;
	/** Hours of the counted work that fall in the month. */
	readonly hours: Estimate;
	/** Hours that one full post has in it. */
	readonly availableHours: number;
	/** Full posts that the month takes, allowances included. */
	readonly required: Estimate;
	/** Need of the month ÷ need of the year; 1 is a month like the mean. */
	readonly index: number;
	readonly isPeak: boolean;
}

export interface Season {
	readonly months: readonly MonthLoad[];
	/** Full posts that the whole year takes. */
	readonly required: Estimate;
	/** Part of the counted hours whose months are known, 0–1; the rest is spread evenly. */
	readonly coverage: number;
}

export interface SeasonInput {
	readonly terms: UnitTerms;
	/** Working days of each month, January first. */
	readonly workingDays: readonly number[];
	/** `PEAK_PARAMETER` in force. */
	readonly peakFrom: number;
}

/**
 * Need of a unit month by month, full posts; null where no activity was counted by months („не е измерено“).
 *
 * hours of a month = Σ cases of the month × minutes ÷ 60; work counted by the year alone is spread by working days.
 * available hours of a month = hours of the year × its working days ÷ working days of the year; common work and
 * individual allowances fall evenly: need = hours ÷ available × CAF + IAF. The mean of the months, weighted by their
 * working days, is the need of the year. Example: twelve months of 20 days, 1 200 available hours a year, 120 cases of
 * an hour in March alone: March takes 120 ÷ 100 = 1,2 posts, the other months none, the year 0,1.
 * Source: methodology §3.3 (WISN), §3.10; products F33.
 */
export function seasonOf({ terms, workingDays, peakFrom }: SeasonInput): Season | null {
	const known = terms.activities.filter(({ activity }) => activity.months);
	const days = workingDays.reduce((sum, count) => sum + count, 0);
	const hoursAYear = sumOf(terms.activities);
	if (known.length === 0 || days === 0 || hoursAYear === 0) return null;
	const required = terms.requiredFte;
	const months = workingDays.map((count, at): MonthLoad => {
		const part = count / days;
		const hours = sumEstimates(terms.activities.map((term) => hoursIn(term, at, part)));
		const availableHours = terms.time.hours * part;
		const need = mapEstimate(hours, (value) => needOf(value, availableHours, terms));
		const index = need.expected / required.expected;
		return {
			...{ month: at + 1, workingDays: count, hours, availableHours, required: need, index },
			isPeak: index >= peakFrom - 1e-9,
		};
	});
	return { months, required, coverage: sumOf(known) / hoursAYear };
}

/** Working days of each month of a year, January first. */
export function workingDaysByMonth(calendar: WorkingCalendar, year: number): readonly number[] {
	return Array.from({ length: 12 }, (_, at) => {
		const days = Array.from({ length: daysInMonth(year, at + 1) }, (_day, day) => day + 1);
		return days.filter((day) => isWorkingDay(calendar, dateOf(year, at + 1, day))).length;
	});
}

/** From how many times the mean a month is a peak, on a day; undefined where it is not set. */
export function peakInForce(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: string | null,
): number | undefined {
	return parameterNumber(parameters, { key: PEAK_PARAMETER, asOf, municipality });
}

/** Hours of one activity in the month at a place; by its own count, else a part of the year. */
function hoursIn({ activity, hours }: ActivityTerm, at: number, part: number): Estimate {
	const { months, annualVolume } = activity;
	const share = months && annualVolume ? (months[at] ?? 0) / annualVolume : part;
	return mapEstimate(hours, (value) => value * share);
}

function needOf(hours: number, available: number, terms: UnitTerms): number {
	const service = available > 0 ? hours / available : 0;
	return service * terms.categoryAllowanceFactor + terms.individualAllowanceFte;
}

function sumOf(terms: readonly ActivityTerm[]): number {
	return terms.reduce((sum, { hours }) => sum + hours.expected, 0);
}
