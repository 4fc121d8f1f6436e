import { err, hoursPerYear, ok, type HoursPerYear, type Result } from '../shared/index.ts';

export const ABSENCE_CODES = ['basic-leave', 'extra-leave', 'sick-leave', 'training', 'other'] as const;
export type AbsenceCode = (typeof ABSENCE_CODES)[number];

/** Working days a year on which one person is absent for one cause. */
export interface Absence {
	readonly code: AbsenceCode;
	readonly days: number;
}

/** A part of the base hours lost for one cause; each share is taken of the same base, never of the rest. */
export interface ShareDeduction {
	readonly code: string;
	readonly share: number;
}

export interface AvailableTimeInput {
	readonly workingDays: number;
	readonly absences: readonly Absence[];
	readonly hoursPerDay: number;
	readonly shareDeductions?: readonly ShareDeduction[];
}

/** The available working time of one full post with every term it was made of. */
export interface AvailableTime {
	readonly workingDays: number;
	readonly absences: readonly Absence[];
	/** Working days less the absences. */
	readonly days: number;
	readonly hoursPerDay: number;
	readonly baseHours: number;
	readonly shareDeductions: readonly (ShareDeduction & { readonly hours: number })[];
	readonly hours: HoursPerYear;
}

export type AvailableTimeError =
	| { readonly code: 'workload/no-time-left'; readonly days: number; readonly hours: number }
	| { readonly code: 'workload/absence-twice'; readonly absence: AbsenceCode };

/**
 * Available working time of one full post in a year, in hours.
 *
 * days = working days − Σ absences; base = days × hours per day; hours = base − Σ (share × base).
 * Example (oracle T3): 248 − (20 + 8 + 7 + 3) = 210 days × 8 h = 1 680 h.
 * Example (oracle T5): 208 × 7,6 h = 1 580,80; − 7 % and − 9 % of it → 1 327,87 h.
 * Errors: `workload/no-time-left` when nothing remains; `workload/absence-twice` when one cause is given twice
 * (training is the usual mistake). Source: methodology §3.2.
 */
export function computeAvailableTime(input: AvailableTimeInput): Result<AvailableTime, AvailableTimeError> {
	const twice = input.absences.find((item, at) =>
		input.absences.some((other, before) => before < at && other.code === item.code),
	);
	if (twice) return err({ code: 'workload/absence-twice', absence: twice.code });
	const days = input.workingDays - input.absences.reduce((sum, absence) => sum + absence.days, 0);
	const baseHours = days * input.hoursPerDay;
	const shareDeductions = (input.shareDeductions ?? []).map((item) => ({
		...item,
		hours: item.share * baseHours,
	}));
	const hours = baseHours - shareDeductions.reduce((sum, item) => sum + item.hours, 0);
	if (!(hours > 0)) return err({ code: 'workload/no-time-left', days, hours });
	const { workingDays, absences, hoursPerDay } = input;
	return ok({
		workingDays,
		absences,
		days,
		hoursPerDay,
		baseHours,
		shareDeductions,
		hours: hoursPerYear(hours),
	});
}
