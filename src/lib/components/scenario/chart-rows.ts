import { postsText } from '#lib/components/org/unit-marks.ts';
import type { ChartMark } from '#lib/components/charts/org-chart-marks.ts';
import type { ChartSide } from '#lib/charts/scenario-chart.ts';
import type { ChangeMark, StructureDiff, StructureRow } from '#lib/domain/scenario/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText, nameOfUnitKind } from '#lib/i18n/names.ts';
import { nameOfChange } from '#lib/i18n/change-names.ts';
import { m } from '#lib/paraglide/messages.js';

export interface ChartRows {
	readonly before: readonly StructureRow[];
	readonly after: readonly StructureRow[];
	readonly diff: Pick<StructureDiff, 'units'>;
}

/** A unit with its own posts, and with those of all below it, on both sides; null where it does not stand. */
export interface JoinedRow {
	readonly unit: StructureRow['unit'];
	readonly depth: number;
	readonly before: number | null;
	readonly after: number | null;
	readonly totals: { readonly before: number | null; readonly after: number | null };
	readonly change: ChangeMark | null;
}

/** The rows of a side with the numbers of both; on the side of differences closed units follow their former neighbours. */
export function joinRows({ before, after }: ChartRows, side: ChartSide): readonly JoinedRow[] {
	const old = new Map(before.map((row) => [row.unit.key, row]));
	const fresh = new Map(after.map((row) => [row.unit.key, row]));
	const join = (row: StructureRow): JoinedRow => ({
		...{ unit: row.unit, depth: row.depth, change: row.change },
		before: old.get(row.unit.key)?.own ?? null,
		after: fresh.get(row.unit.key)?.own ?? null,
		totals: {
			before: old.get(row.unit.key)?.total ?? null,
			after: fresh.get(row.unit.key)?.total ?? null,
		},
	});
	if (side === 'before') return before.map(join);
	if (side === 'after') return after.map(join);
	const joined = after.map(join);
	for (const [at, row] of before.entries()) {
		if (fresh.has(row.unit.key)) continue;
		const previous = before.slice(0, at).findLast((other) => fresh.has(other.unit.key));
		const place = previous ? joined.findIndex((other) => other.unit.key === previous.unit.key) + 1 : 0;
		joined.splice(place, 0, join(row));
	}
	return joined;
}

/** What stands under the name in each box. */
export function chartMarks(rows: readonly JoinedRow[], side: ChartSide): ReadonlyMap<string, ChartMark> {
	return new Map(rows.map((row) => [row.unit.key, markOf(row, side)]));
}

/** What changed in each changed unit of a side, in a sentence without its name, in the order of the rows. */
export function changeTexts(
	rows: readonly JoinedRow[],
	{ before, after }: ChartRows,
): ReadonlyMap<string, string> {
	const old = new Map(before.map(({ unit }) => [unit.key, unit]));
	const fresh = new Map(after.map(({ unit }) => [unit.key, unit]));
	return new Map(
		rows.flatMap((row) => {
			if (!row.change) return [];
			const [was, is] = [old.get(row.unit.key), fresh.get(row.unit.key)];
			const [from, to] = [old.get(was?.parentKey ?? row.unit.key), fresh.get(is?.parentKey ?? row.unit.key)];
			const isMoved = was && is && was.parentKey !== is.parentKey && from && to;
			const isRenamed = was && is && localText(was.name) !== localText(is.name);
			const parts = [
				nameOfChange(row.change),
				...(isMoved ? [m.scenario_step_moved({ from: localText(from.name), to: localText(to.name) })] : []),
				...(isRenamed ? [m.scenario_step_renamed({ name: localText(was.name) })] : []),
				figuresOf(row, 'diff'),
			];
			return [[row.unit.key as string, parts.join(', ')] as const];
		}),
	);
}

function markOf(row: JoinedRow, side: ChartSide): ChartMark {
	const figures = figuresOf(row, side);
	const change = side === 'diff' && row.change ? `, ${nameOfChange(row.change)}` : '';
	return {
		figures,
		short: figures,
		value: '',
		colour: null,
		isHatched: false,
		isReconstructed: false,
		spoken: `${nameOfUnitKind(row.unit.kind)}, ${figures}${change}`,
	};
}

function figuresOf({ before, after, totals }: JoinedRow, side: ChartSide): string {
	if (side === 'diff' && before !== null && after !== null && before !== after)
		return m.scenario_chart_posts_change({ before: formatHeadcount(before), after: formatHeadcount(after) });
	const [own, total] = side === 'before' || after === null ? [before, totals.before] : [after, totals.after];
	return postsText(own ?? 0, total ?? 0);
}
