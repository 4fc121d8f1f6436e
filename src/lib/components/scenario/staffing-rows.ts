import type { ChartSide } from '#lib/charts/scenario-chart.ts';
import type { ChangeMark, StaffingRow } from '#lib/domain/scenario/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';

/** A line of the staffing table on both sides; null where it does not stand. */
export interface JoinedLine {
	readonly key: string;
	readonly unitName: LocalText;
	readonly before: StaffingRow | null;
	readonly after: StaffingRow | null;
	readonly change: ChangeMark | null;
}

/** The lines of a side; on the side of differences only the changed ones, unless all are asked for. */
export function joinLines(
	before: readonly StaffingRow[],
	after: readonly StaffingRow[],
	view: { readonly side: ChartSide; readonly all: boolean },
): readonly JoinedLine[] {
	const old = new Map(before.map((row) => [row.post.key, row]));
	const fresh = new Map(after.map((row) => [row.post.key, row]));
	const join = (row: StaffingRow): JoinedLine => ({
		...{ key: row.post.key, unitName: row.unitName, change: row.change },
		before: old.get(row.post.key) ?? null,
		after: fresh.get(row.post.key) ?? null,
	});
	if (view.side === 'before') return before.map(join);
	if (view.side === 'after') return after.map(join);
	const closed = before.filter((row) => !fresh.has(row.post.key)).map(join);
	const lines = [...after.map(join), ...closed];
	return view.all ? lines : lines.filter((line) => line.change !== null);
}

/** Lines under the unit in which they stand, in the order of the lines. */
export function byUnit(lines: readonly JoinedLine[]): readonly (readonly [string, readonly JoinedLine[]])[] {
	return [...Map.groupBy(lines, (line) => line.unitName.bg)];
}
