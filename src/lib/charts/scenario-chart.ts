import type { OrgUnit } from '#lib/domain/org/index.ts';
import type { StructureDiff } from '#lib/domain/scenario/index.ts';
import { chartUnits, type ChartUnit } from './org-chart.ts';
import type { ChartChange } from './org-chart-types.ts';

export const CHART_SIDES = ['before', 'after', 'diff'] as const;
/** Which structure is drawn: преди, след, or both laid over each other. */
export type ChartSide = (typeof CHART_SIDES)[number];

export interface ScenarioUnits {
	readonly before: readonly OrgUnit[];
	readonly after: readonly OrgUnit[];
	readonly diff: Pick<StructureDiff, 'units'>;
	/** Units whose own posts differ. */
	readonly resized: ReadonlySet<string>;
}

/**
 * The units of one side for the chart. On the side of differences closed units stand where they stood, new and moved ones
 * where they come to stand, each with its mark; a unit below a closed one that moved away keeps an arc from there.
 */
export function scenarioChartUnits(
	{ before, after, diff, resized }: ScenarioUnits,
	side: ChartSide,
	locale: 'bg' | 'en',
): readonly ChartUnit[] {
	if (side === 'before') return chartUnits(before, locale);
	if (side === 'after') return chartUnits(after, locale);
	const closed = new Set<string>(diff.units.closed.map((unit) => unit.key));
	const created = new Set<string>(diff.units.created.map((unit) => unit.key));
	const changed = new Map<string, { isMoved: boolean; from: string | null }>(
		diff.units.changed.map((change) => [
			change.after.key,
			{ isMoved: change.isMoved, from: change.before.parentKey },
		]),
	);
	const changeOf = (key: string): ChartChange | null => {
		if (created.has(key)) return 'new';
		if (closed.has(key)) return 'closed';
		const change = changed.get(key);
		if (change) return change.isMoved ? 'moved' : 'changed';
		return resized.has(key) ? 'changed' : null;
	};
	const gone = before.filter((unit) => closed.has(unit.key));
	return chartUnits([...after, ...gone], locale).map((unit) => ({
		...unit,
		change: changeOf(unit.key),
		movedFromKey: changed.get(unit.key)?.isMoved ? (changed.get(unit.key)?.from ?? null) : null,
	}));
}
