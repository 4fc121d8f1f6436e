import { makeCalendar, type CalendarException, type ParameterSet } from '#lib/domain/legal/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import type { IsoDate, Result } from '#lib/domain/shared/index.ts';
import {
	computeUnitWorkloads,
	type WorkloadError,
	type WorkloadMethod,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';

export interface ReportInput {
	readonly structure: Structure;
	readonly parameters: ParameterSet;
	readonly exceptions: readonly CalendarException[];
	readonly asOf: IsoDate;
	readonly method: WorkloadMethod;
}

type Report = Result<WorkloadReport, WorkloadError>;

const MAX_REPORTS = 6;
const caches = new WeakMap<Structure, Map<string, Report>>();

/**
 * The report of a structure, computed once for each set of assumptions. A structure never changes — an edit makes
 * the store hand out another one — and parameters and calendar are part of the mark, so nothing is ever stale.
 */
export function rememberedReport(input: ReportInput): Report {
	const { structure, parameters, exceptions, asOf, method } = input;
	const mark = JSON.stringify([asOf, method, parameters, exceptions]);
	const cache = caches.get(structure) ?? new Map<string, Report>();
	caches.set(structure, cache);
	const known = cache.get(mark);
	if (known) return known;
	const report = computeUnitWorkloads(structure, parameters, asOf, makeCalendar(exceptions), method);
	if (cache.size >= MAX_REPORTS) cache.delete(cache.keys().next().value ?? '');
	cache.set(mark, report);
	return report;
}
