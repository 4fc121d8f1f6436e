import { CALENDAR_YEARS } from '#lib/domain/legal/index.ts';
import { WORKLOAD_METHODS, type WorkloadMethod } from '#lib/domain/workload/index.ts';

/** Year and method that an address asks for; what it does not say well is as if it said nothing. */
export function readAssumptions(url: URL): { readonly year: number | null; readonly method: WorkloadMethod } {
	const year = Number(url.searchParams.get('year'));
	const isKnown = Number.isInteger(year) && year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last;
	const method = WORKLOAD_METHODS.find((item) => item === url.searchParams.get('method'));
	return { year: isKnown ? year : null, method: method ?? 'wisn' };
}
