import { makeCalendar } from '#lib/domain/legal/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import type { OpenOverlapCounts } from '#lib/domain/overlap/index.ts';
import type { BeforeAfter } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { computeUnitWorkloads, type WorkloadFigure } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { listCalendarExceptions } from '../queries/legal.ts';
import { countUndecided } from './overlap-analysis.ts';
import type { OpenScenario } from './scenario.ts';

/** Own workload of a unit on both sides; null where it does not stand. */
export interface WorkloadChange extends BeforeAfter<WorkloadFigure | null> {
	readonly unitKey: UnitKey;
}

type Analysed = Pick<OpenScenario, 'run' | 'frame' | 'municipality'>;

/** Undecided duplications and overlaps before and after; null while the analysis still runs. */
export async function compareOverlaps(
	ctx: Ctx,
	{ run, municipality }: Omit<Analysed, 'frame'>,
	patience?: number,
): Promise<BeforeAfter<OpenOverlapCounts> | null> {
	const count = (structure: Structure) =>
		countUndecided(ctx, { municipality, structure, ...(patience === undefined ? {} : { patience }) });
	const [before, after] = await Promise.all([count(run.before), count(run.after)]);
	return before && after && { before, after };
}

/** Units whose own workload differs, by the working time of the year of effect on both sides. */
export interface WorkloadComparison {
	readonly year: number;
	readonly changes: readonly WorkloadChange[];
}

/**
 * Needed and occupied posts of the units whose own workload differs; null when the parameters of the day do not
 * allow a calculation.
 */
export async function compareWorkloads(
	ctx: Ctx,
	{ run, frame }: Omit<Analysed, 'municipality'>,
): Promise<WorkloadComparison | null> {
	const calendar = makeCalendar(await listCalendarExceptions(ctx.db));
	const report = (structure: Structure) =>
		computeUnitWorkloads(structure, frame.parameters, frame.asOf, calendar, 'wisn');
	const [before, after] = [report(run.before), report(run.after)];
	if (!before.ok || !after.ok) return null;
	const keys = [...new Set([...before.value.units.keys(), ...after.value.units.keys()])];
	const changes = keys.flatMap((unitKey): readonly WorkloadChange[] => {
		const was = before.value.units.get(unitKey)?.own ?? null;
		const is = after.value.units.get(unitKey)?.own ?? null;
		return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ unitKey, before: was, after: is }];
	});
	return { year: before.value.year, changes };
}
