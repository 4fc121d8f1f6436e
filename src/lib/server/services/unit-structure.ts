import {
	computeIndicators,
	headcountOf,
	lookUp,
	type AdministrationPart,
	type HeadcountTotals,
	type LocalText,
	type Origin,
	type OrgUnit,
	type Structure,
	type UnitKind,
} from '#lib/domain/org/index.ts';
import { depthFirst, ok, rollUp, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPowers } from '../queries/legal.ts';
import { getWorkloadByUnit } from './workload.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** One unit as the chart and its table show it. */
export interface UnitLine {
	readonly key: UnitKey;
	readonly parentKey: UnitKey | null;
	readonly depth: number;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly origin: Origin;
	/** Posts of the unit alone. */
	readonly own: HeadcountTotals;
	/** Approved posts of the unit with everything below it. */
	readonly total: number;
	/** Functions that the unit answers for, and those in which it only takes part. */
	readonly accountable: number;
	readonly participates: number;
}

export interface StructureHeadline {
	readonly administration: HeadcountTotals;
	readonly allPosts: HeadcountTotals;
	readonly units: number;
	readonly generalShare: number | null;
	readonly specialisedShare: number | null;
	readonly averageSpan: number | null;
	readonly layers: number;
	readonly reconstructedUnits: number;
	/** Share of the countable work that was measured; null when nothing can be said. */
	readonly coverage: number | null;
}

export interface StructureView {
	readonly municipality: LocalText;
	/** In the order of the act, each unit before what is below it. */
	readonly units: readonly UnitLine[];
	readonly headline: StructureHeadline;
}

/** The page „Структура“: every unit with its posts and functions, and the numbers above. */
export async function viewStructure(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<StructureView, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, municipality } = opened.value;
	const workload = await getWorkloadByUnit(ctx, address);
	const report = workload.ok && workload.value.report.ok ? workload.value.report.value : null;
	const indicators = computeIndicators(structure, await listPowers(ctx.db), ctx.clock.today());
	return ok({
		municipality: municipality.name,
		units: unitLines(structure),
		headline: {
			administration: indicators.administration,
			allPosts: indicators.allPosts,
			units: structure.units.length,
			generalShare: indicators.generalShare.share,
			specialisedShare: indicators.specialisedShare.share,
			averageSpan: indicators.spans.approved.average,
			layers: indicators.spans.approved.layers,
			reconstructedUnits: structure.units.filter((unit) => unit.origin.verification === 'reconstructed')
				.length,
			coverage: report?.administration.coverage.share ?? null,
		},
	});
}

/** Units in the order of the act with their own and summed figures. */
export function unitLines(structure: Structure): readonly UnitLine[] {
	const lookup = lookUp(structure);
	const own = (unit: OrgUnit) => headcountOf(lookup.postsByUnit.get(unit.key) ?? []);
	const totals = rollUp<UnitKey, OrgUnit>(structure.units, (unit) => own(unit).approved);
	return depthFirst<UnitKey, OrgUnit>(structure.units).map(({ item, depth }) => {
		const parts = lookup.participationsByUnit.get(item.key) ?? [];
		const functionsOf = (isAccountable: boolean) =>
			new Set(
				parts
					.filter((part) => (part.role === 'accountable') === isAccountable)
					.map((part) => part.functionKey),
			);
		const accountable = functionsOf(true);
		return {
			key: item.key,
			parentKey: item.parentKey,
			depth,
			name: item.name,
			kind: item.kind,
			part: item.part,
			origin: item.origin,
			own: own(item),
			total: totals.get(item.key) ?? 0,
			accountable: accountable.size,
			participates: functionsOf(false).difference(accountable).size,
		};
	});
}
