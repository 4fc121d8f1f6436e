import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import {
	compareYears,
	type ActivityYears,
	type UnitYears,
	type WorkloadError,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { emptyVolumes } from '../queries/workload.ts';
import { recordAudit } from './audit.ts';
import { copyVersion, type CopyError } from './history-versions.ts';
import { getWorkloadByUnit, type WorkloadAssumptions } from './workload.ts';
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
	const opened = await getWorkloadByUnit(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { version, municipality, structure, report } = opened.value;
	const mayStart = can(ctx.actor, 'structure.edit', { municipalityId: municipality.id });
	const page = { label: version.label, mayStart, isFrozen: version.status === 'frozen' };
	const empty = { kind: 'computed', before: null, units: [], activities: [], ...page } as const;
	if (version.basedOnId === null) return ok(empty);
	const last = await getWorkloadByUnit(ctx, { ...address, versionId: version.basedOnId }, assumptions);
	if (!last.ok) return ok(empty);
	if (!report.ok) return ok({ kind: 'not-computable', error: report.error });
	if (!last.value.report.ok) return ok({ kind: 'not-computable', error: last.value.report.error });
	const compared = compareYears(
		{ structure: last.value.structure, report: last.value.report.value },
		{ structure, report: report.value },
	);
	const names = new Map(
		[...last.value.structure.units, ...structure.units].map(({ key, name }) => [key, name]),
	);
	const nameOf = (key: UnitYears['unitKey']) => names.get(key) ?? { bg: key, en: null };
	return ok({
		...page,
		kind: 'computed',
		before: { id: last.value.version.id, label: last.value.version.label },
		units: compared.units.map((item) => ({ item, name: nameOf(item.unitKey) })),
		activities: compared.activities.map((item) => ({
			...{ item, name: item.activity.name, unit: nameOf(item.unitKey) },
		})),
	});
}
