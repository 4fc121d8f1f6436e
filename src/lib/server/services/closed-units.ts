import type { PaperSource } from '#exports/chart/model.ts';
import type { UnitRow } from '#exports/structure/workbook.ts';
import type { OrgUnit } from '#lib/domain/org/index.ts';
import type { Ctx } from '../context.ts';
import { viewStructureChart } from './structure-chart.ts';
import type { LensCode } from './unit-lens.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** The units that are no more since the version before, where the lens speaks of changes. */
export async function closedUnits(
	ctx: Ctx,
	address: WorkspaceAddress,
	code: LensCode | undefined,
): Promise<readonly OrgUnit[]> {
	if (code !== 'change') return [];
	const chart = await viewStructureChart(ctx, address, { withChange: true });
	return chart.ok ? (chart.value.change?.closed ?? []) : [];
}

export function closedSource(unit: OrgUnit): PaperSource {
	return {
		...{ key: unit.key, parentKey: unit.parentKey, name: unit.name, group: unit.kind, change: 'closed' },
		isApart: unit.part === 'territorial' || unit.part === 'outside',
		...{ posts: 0, total: null, isReconstructed: false },
	};
}

/** The rows with the closed units behind everything else under their last superior, without numbers. */
export function withClosed(rows: readonly UnitRow[], closed: readonly OrgUnit[]): readonly UnitRow[] {
	const all = [...rows];
	for (const unit of closed) {
		const above = all.findIndex((row) => row.unit.key === unit.parentKey);
		const depth = above === -1 ? 0 : (all[above]?.depth ?? 0) + 1;
		const next = all.findIndex((row, at) => at > above && row.depth < depth);
		const none = { approved: null, occupied: null, total: null, accountable: null, participates: null };
		all.splice(above === -1 || next === -1 ? all.length : next, 0, { unit, depth, ...none });
	}
	return all;
}
