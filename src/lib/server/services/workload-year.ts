import { can } from '#lib/domain/access/index.ts';
import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import { ok, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import {
	compareYears,
	type ActivityYears,
	type FunctionYears,
	type UnitYears,
	type YearsCompared,
	type WorkloadError,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { emptyVolumes } from '../queries/workload.ts';
import { recordAudit } from './audit.ts';
import { copyVersion, type CopyError } from './history-versions.ts';
import { getWorkloadByUnit, type OpenWorkload, type WorkloadAssumptions } from './workload.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/**
 * A working copy for the next year: times, allowances and shares stay, every volume becomes not measured and speaks of the
 * next year. A second copy of the same version is refused with the id of the first.
 */
export async function startNextYear(
	ctx: Ctx,
	address: WorkspaceAddress,
	labelOf: (year: number) => LocalText,
): Promise<Result<VersionId, CopyError>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	const { version, municipality, actor, structure } = opened.value;
	const year = nextYearOf(structure.activities, ctx.clock.today());
	return ctx.db.transaction().execute(async (tx) => {
		const at = { version, municipalityId: municipality.id, actor };
		const copied = await copyVersion(ctx, tx, at, labelOf(year));
		if (!copied.ok) return copied;
		const emptied = await emptyVolumes(tx, copied.value, year);
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: copied.value },
			...{ action: 'version.next-year', entity: 'version', entityKey: copied.value },
			...{ before: null, after: { year, emptied } },
		});
		return copied;
	});
}

/** The year after the latest one that a volume speaks of; this year where nothing is counted. */
function nextYearOf(activities: readonly { readonly dataYear: number }[], today: string): number {
	const latest = activities.reduce((most, { dataYear }) => Math.max(most, dataYear), 0);
	return latest > 0 ? latest + 1 : Number(today.slice(0, 4));
}

interface Named<T> {
	readonly item: T;
	readonly name: LocalText;
}

export type YearPage =
	| {
			readonly kind: 'computed';
			/** The version that this one continues; null where it continues none, and then there is no difference. */
			readonly before: { readonly id: VersionId; readonly label: LocalText } | null;
			readonly label: LocalText;
			readonly units: readonly Named<UnitYears>[];
			readonly functions: readonly FunctionYears[];
			readonly activities: readonly (Named<ActivityYears> & { readonly unit: LocalText })[];
			readonly mayStart: boolean;
			readonly isFrozen: boolean;
	  }
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** The difference of a version to the one that it continues. */
export async function showYear(
	ctx: Ctx,
	address: WorkspaceAddress,
	assumptions: WorkloadAssumptions,
): Promise<Result<YearPage, Refused>> {
	const opened = await openYears(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { now, years } = opened.value;
	const mayStart = can(ctx.actor, 'structure.edit', { municipalityId: now.municipality.id });
	const page = { label: now.version.label, mayStart, isFrozen: now.version.status === 'frozen' };
	if (!years) {
		const nothing = { units: [], functions: [], activities: [] };
		return ok({ kind: 'computed', before: null, ...nothing, ...page });
	}
	if (!years.ok) return ok({ kind: 'not-computable', error: years.error });
	const { before, compared, nameOf } = years.value;
	return ok({
		...page,
		kind: 'computed',
		before: { id: before.id, label: before.label },
		units: compared.units.map((item) => ({ item, name: nameOf(item.unitKey) })),
		functions: compared.functions,
		activities: compared.activities.map((item) => ({
			...{ item, name: item.activity.name, unit: nameOf(item.unitKey) },
		})),
	});
}

interface ComputedYear {
	readonly structure: Structure;
	readonly report: WorkloadReport;
}

/** Two years that were compared. */
export interface ComparedYears {
	readonly before: { readonly id: VersionId; readonly label: LocalText } & ComputedYear;
	readonly after: ComputedYear;
	readonly compared: YearsCompared;
	readonly nameOf: (key: UnitKey) => LocalText;
}

/** A version beside the one that it continues; null where it continues none that may be read. */
export async function openYears(
	ctx: Ctx,
	address: WorkspaceAddress,
	assumptions: WorkloadAssumptions,
): Promise<
	Result<{ readonly now: OpenWorkload; readonly years: Result<ComparedYears, WorkloadError> | null }, Refused>
> {
	const opened = await getWorkloadByUnit(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const now = opened.value;
	const versionId = now.version.basedOnId;
	const last =
		versionId === null ? null : await getWorkloadByUnit(ctx, { ...address, versionId }, assumptions);
	return ok({ now, years: last?.ok ? yearsOf(last.value, now) : null });
}

function yearsOf(last: OpenWorkload, now: OpenWorkload): Result<ComparedYears, WorkloadError> {
	if (!now.report.ok) return now.report;
	if (!last.report.ok) return last.report;
	const before = { structure: last.structure, report: last.report.value };
	const after = { structure: now.structure, report: now.report.value };
	const names = new Map(
		[...last.structure.units, ...now.structure.units].map(({ key, name }) => [key, name]),
	);
	return ok({
		before: { id: last.version.id, label: last.version.label, ...before },
		after,
		compared: compareYears(before, after),
		nameOf: (key) => names.get(key) ?? { bg: key, en: null },
	});
}
