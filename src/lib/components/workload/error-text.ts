import type { WorkloadError } from '#lib/domain/workload/index.ts';
import { assertNever } from '#lib/domain/shared/index.ts';
import { nameOfWorkParameter } from '#lib/i18n/work-parameter-names.ts';
import { m } from '#lib/paraglide/messages.js';

/** Why nothing can be computed, in words. */
export function workloadErrorText(error: WorkloadError): string {
	switch (error.code) {
		case 'workload/missing-parameter':
			return m.workload_missing_parameters({
				keys: error.keys.map((key) => nameOfWorkParameter(key)).join('; '),
			});
		case 'legal/calendar-year-unknown':
			return m.workload_year_unknown({ year: error.year });
		case 'workload/no-time-left':
			return m.workload_no_time_left();
		case 'workload/absence-twice':
			return m.workload_absence_twice();
		default:
			return assertNever(error);
	}
}
