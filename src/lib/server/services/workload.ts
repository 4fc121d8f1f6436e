import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type {
	AdministrationPart,
	LocalText,
	MeasurementMethod,
	OrgUnit,
	UnitKind,
} from '#lib/domain/org/index.ts';
import {
	dateOf,
	depthFirst,
	ok,
	yearOf,
	type IsoDate,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type {
	AllowanceError,
	WorkloadError,
	WorkloadFigure,
	WorkloadMethod,
	WorkloadReport,
	WorkloadThresholds,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCalendarExceptions, listParameters } from '../queries/legal.ts';
import { rememberedReport } from './workload-cache.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Which year's working time the need is divided by, and by which method it is taken. */
export interface WorkloadAssumptions {
	/** Null is the current year. */
	readonly year: number | null;
	readonly method: WorkloadMethod;
}

export const DEFAULT_ASSUMPTIONS: WorkloadAssumptions = { year: null, method: 'wisn' };

export interface OpenWorkload extends OpenStructure {
	readonly parameters: ParameterSet;
	readonly asOf: IsoDate;
	/** The figures, or why they cannot be computed. */
	readonly report: Result<WorkloadReport, WorkloadError>;
}

/**
 * Needed against available staff of every unit of a structure version. The structure chart and the overview take
 * their figures from here. A parameter that is not set is no refusal: the pages say which one.
 */
export async function getWorkloadByUnit(
	ctx: Ctx,
	address: WorkspaceAddress,
	assumptions: WorkloadAssumptions = DEFAULT_ASSUMPTIONS,
): Promise<Result<OpenWorkload, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const parameters = await listParameters(ctx.db);
	const exceptions = await listCalendarExceptions(ctx.db);
	const asOf = dayOfYear(ctx.clock.today(), assumptions.year);
	const { structure } = opened.value;
	const { method } = assumptions;
	const report = rememberedReport({ structure, parameters, exceptions, asOf, method });
	return ok({ ...opened.value, parameters, asOf, report });
}

/** One unit in the list, in the order of the structure. */
export interface WorkloadRow {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly depth: number;
	readonly hasUnitsBelow: boolean;
	readonly own: WorkloadFigure;
	readonly subtree: WorkloadFigure;
	readonly problem: AllowanceError | null;
}

export interface WorkloadOverview {
	readonly year: number;
	readonly method: WorkloadMethod;
	readonly thresholds: WorkloadThresholds;
	readonly administration: WorkloadFigure;
	readonly rows: readonly WorkloadRow[];
	/** Years the volumes speak about, and how they were obtained. */
	readonly dataYears: readonly number[];
	readonly methods: readonly MeasurementMethod[];
}

export type WorkloadPage =
	| ({ readonly kind: 'computed' } & WorkloadOverview)
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** The page „Натовареност“: every unit with its figures. */
export async function showWorkload(
	ctx: Ctx,
	address: WorkspaceAddress,
	assumptions: WorkloadAssumptions,
): Promise<Result<WorkloadPage, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { report, structure } = opened.value;
	if (!report.ok) return ok({ kind: 'not-computable', error: report.error });
	const { year, method, thresholds, administration } = report.value;
	return ok({
		kind: 'computed',
		year,
		method,
		thresholds,
		administration,
		rows: workloadRows(structure.units, report.value),
		dataYears: unique(structure.activities.map((item) => item.dataYear)).sort((a, b) => a - b),
		methods: unique(structure.activities.map((item) => item.method)),
	});
}

/** Units with their figures in the order of the drawing. */
export function workloadRows(units: readonly OrgUnit[], report: WorkloadReport): readonly WorkloadRow[] {
	const parents = new Set(units.map((unit) => unit.parentKey));
	return depthFirst<UnitKey, OrgUnit>(units).flatMap(({ item, depth }): readonly WorkloadRow[] => {
		const found = report.units.get(item.key);
		if (!found) return [];
		const { key, name, kind, part } = item;
		const [own, subtree] = [lean(found.own), lean(found.subtree)];
		const hasUnitsBelow = parents.has(key);
		return [{ key, name, kind, part, depth, hasUnitsBelow, own, subtree, problem: found.problem }];
	});
}

/** A list shows how much is covered, not the name of each function that is not; the page of the unit names them. */
function lean(figure: WorkloadFigure): WorkloadFigure {
	return { ...figure, coverage: { ...figure.coverage, unmeasured: [] } };
}

/** Today, or the last day of another year: a study of a past year rests on its closing figures. */
export function dayOfYear(today: IsoDate, year: number | null): IsoDate {
	return year === null || year === yearOf(today) ? today : dateOf(year, 12, 31);
}

function unique<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}
