import { createHash } from 'node:crypto';
import { makeCalendar } from '#lib/domain/legal/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { findOverlaps, type OverlapStatement } from '#lib/domain/overlap/index.ts';
import { holders, type BeforeAfter } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { computeUnitWorkloads, type WorkloadFigure } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { listCalendarExceptions } from '../queries/legal.ts';
import type { OpenScenario } from './scenario.ts';

/** Pairs of functions of different units, by the label that their wording gets. */
export interface OverlapCounts {
	readonly duplication: number;
	readonly overlap: number;
}

/** Own workload of a unit on both sides; null where it does not stand. */
export interface WorkloadChange extends BeforeAfter<WorkloadFigure | null> {
	readonly unitKey: UnitKey;
}

type Analysed = Pick<OpenScenario, 'run' | 'frame'>;

/** How many duplications and overlaps the functions show before and after. */
export function compareOverlaps({ run }: Analysed): BeforeAfter<OverlapCounts> {
	return { before: countOverlaps(run.before), after: countOverlaps(run.after) };
}

/**
 * Needed and occupied posts of the units whose own workload differs; null when the parameters of the day do not
 * allow a calculation.
 */
export async function compareWorkloads(
	ctx: Ctx,
	{ run, frame }: Analysed,
): Promise<readonly WorkloadChange[] | null> {
	const calendar = makeCalendar(await listCalendarExceptions(ctx.db));
	const report = (structure: Structure) =>
		computeUnitWorkloads(structure, frame.parameters, frame.asOf, calendar, 'wisn');
	const [before, after] = [report(run.before), report(run.after)];
	if (!before.ok || !after.ok) return null;
	const keys = [...new Set([...before.value.units.keys(), ...after.value.units.keys()])];
	return keys.flatMap((unitKey): readonly WorkloadChange[] => {
		const was = before.value.units.get(unitKey)?.own ?? null;
		const is = after.value.units.get(unitKey)?.own ?? null;
		return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ unitKey, before: was, after: is }];
	});
}

const MAX_COUNTS = 16;
const counts = new Map<string, OverlapCounts>();

/** Counted once for the same wordings under the same units; comparing all pairs is the slow part. */
function countOverlaps(structure: Structure): OverlapCounts {
	const owners = holders(structure);
	const statements = structure.functions.map((fn): OverlapStatement => ({
		id: fn.key,
		unit: owners.get(fn.key)?.[0] ?? '',
		text: fn.text.bg,
		place: fn.territory,
	}));
	const mark = createHash('sha1').update(JSON.stringify(statements)).digest('hex');
	const known = counts.get(mark);
	if (known) return known;
	const found = pairsOf(statements);
	if (counts.size >= MAX_COUNTS) counts.delete(counts.keys().next().value ?? '');
	counts.set(mark, found);
	return found;
}

function pairsOf(statements: readonly OverlapStatement[]): OverlapCounts {
	const { pairs } = findOverlaps(statements);
	const apart = pairs.filter(({ a, b }) => statements[a]?.unit !== statements[b]?.unit);
	const count = (label: string) => apart.filter((pair) => pair.label === label).length;
	return { duplication: count('duplication'), overlap: count('overlap') };
}
