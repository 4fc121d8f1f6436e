import type { MeasuredNeed } from '#lib/domain/overlap/finding-facts.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import type { WorkloadFigure } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { getWorkloadByUnit } from './workload.ts';
import type { WorkspaceAddress } from './workspace.ts';

export interface FindingMeasure {
	/** Null where the balance is normal or permits no verdict. */
	readonly load: 'overload' | 'underload' | null;
	readonly measured: MeasuredNeed | null;
}

/** What the workload of a unit says when it becomes a finding; nothing where nobody measured. */
export async function measureForFinding(
	ctx: Ctx,
	address: WorkspaceAddress,
	unitKey: UnitKey,
): Promise<FindingMeasure> {
	const opened = await getWorkloadByUnit(ctx, address);
	const report = opened.ok && opened.value.report.ok ? opened.value.report.value : undefined;
	const figure = report?.units.get(unitKey)?.own;
	if (!report || !figure) return { load: null, measured: null };
	return { load: loadOf(figure), measured: measuredOf(figure, report.year) };
}

function loadOf(figure: WorkloadFigure): FindingMeasure['load'] {
	switch (figure.class) {
		case 'overloaded':
		case 'high':
		case 'no-staff':
			return 'overload';
		case 'low':
		case 'below-norm':
			return 'underload';
		case 'normal':
		case 'insufficient-data':
		case 'not-measured':
			return null;
	}
}

function measuredOf(figure: WorkloadFigure, year: number): MeasuredNeed | null {
	if (figure.need.kind !== 'measured') return null;
	const { expected, low, high } = figure.need.value;
	const { utilisation, occupied, need } = figure;
	return { need: expected, low, high, occupied, utilisation, coverage: need.coverage, year };
}
