import type { MeasuredNeed } from '#lib/domain/overlap/finding-facts.ts';
import type { AbsenceCode, WorkloadClass, WorkloadMethod } from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatFte, formatHeadcount, formatShare } from './format.ts';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const CLASSES = {
	overloaded: m.workload_class_overloaded,
	high: m.workload_class_high,
	normal: m.workload_class_normal,
	'below-norm': m.workload_class_below_norm,
	low: m.workload_class_low,
	'no-staff': m.workload_class_no_staff,
	'insufficient-data': m.workload_class_insufficient_data,
	'not-measured': m.workload_class_not_measured,
} satisfies Record<WorkloadClass, Name>;

/** „претоварване“, „висока“, „нормална“… */
export function nameOfWorkloadClass(code: WorkloadClass, options?: InLocale): string {
	return CLASSES[code]({}, options);
}

const METHODS = {
	wisn: m.workload_method_wisn,
	analytic: m.workload_method_analytic,
} satisfies Record<WorkloadMethod, Name>;

export function nameOfWorkloadMethod(code: WorkloadMethod, options?: InLocale): string {
	return METHODS[code]({}, options);
}

const ABSENCES = {
	'basic-leave': m.workload_absence_basic_leave,
	'extra-leave': m.workload_absence_extra_leave,
	'sick-leave': m.workload_absence_sick_leave,
	training: m.workload_absence_training,
	other: m.workload_absence_other,
} satisfies Record<AbsenceCode, Name>;

export function nameOfAbsence(code: AbsenceCode, options?: InLocale): string {
	return ABSENCES[code]({}, options);
}

/** „Нужни 12,53 бройки (от 9,09 до 16,98) при 9 заети…“, with method, year and coverage. */
export function workloadSummary(facts: MeasuredNeed): string {
	return m.workload_finding_summary({
		need: formatFte(facts.need),
		low: formatFte(facts.low),
		high: formatFte(facts.high),
		occupied: formatHeadcount(facts.occupied),
		utilisation: facts.utilisation === null ? m.workload_class_no_staff() : formatShare(facts.utilisation),
		coverage: formatShare(facts.coverage),
		year: facts.year,
	});
}
