import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

const NAMES = new Map<string, (inputs: Record<string, never>, options?: InLocale) => string>([
	['time.absence.sick', m.parameter_time_absence_sick],
	['time.absence.training', m.parameter_time_absence_training],
	['time.hours-per-day', m.parameter_time_hours_per_day],
	['time.leave.basic.civil-service', m.parameter_time_leave_basic_civil_service],
	['time.leave.basic.labour', m.parameter_time_leave_basic_labour],
	['time.leave.extra.civil-service', m.parameter_time_leave_extra_civil_service],
	['time.leave.extra.labour', m.parameter_time_leave_extra_labour],
	['workload.agreement.tolerance', m.parameter_workload_agreement_tolerance],
	['workload.comparison.peers', m.parameter_workload_comparison_peers],
	['workload.confidence.z', m.parameter_workload_confidence_z],
	['workload.coverage.minimum', m.parameter_workload_coverage_minimum],
	['workload.day.tolerance', m.parameter_workload_day_tolerance],
	['workload.distribution.material', m.parameter_workload_distribution_material],
	['workload.distribution.personal', m.parameter_workload_distribution_personal],
	['workload.ratio.shortage', m.parameter_workload_ratio_shortage],
	['workload.ratio.surplus', m.parameter_workload_ratio_surplus],
	['workload.season.peak', m.parameter_workload_season_peak],
	['workload.threshold.below-norm', m.parameter_workload_threshold_below_norm],
	['workload.threshold.high', m.parameter_workload_threshold_high],
	['workload.threshold.low', m.parameter_workload_threshold_low],
	['workload.threshold.overload', m.parameter_workload_threshold_overload],
]);

/** A parameter of working time or workload in words; the pages of workload carry no others. */
export function nameOfWorkParameter(key: string, options: InLocale = {}): string {
	return NAMES.get(key)?.({}, options) ?? key;
}
