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

/** The lines of a side; on the side of differences the closed ones stand last. */
export function joinLines(
	before: readonly StaffingRow[],
	after: readonly StaffingRow[],
	side: ChartSide,
): readonly JoinedLine[] {
	const old = new Map(before.map((row) => [row.post.key, row]));
	const fresh = new Map(after.map((row) => [row.post.key, row]));
	const join = (row: StaffingRow): JoinedLine => ({
		...{ key: row.post.key, unitName: row.unitName, change: row.change },
		before: old.get(row.post.key) ?? null,
		after: fresh.get(row.post.key) ?? null,
	});
	if (side === 'before') return before.map(join);
	if (side === 'after') return after.map(join);
	const closed = before.filter((row) => !fresh.has(row.post.key)).map(join);
	return [...after.map(join), ...closed];
}

/** The lines of one unit: those that are shown, and how many stay folded away with how many posts. */
export interface UnitLines {
	readonly unit: LocalText;
	readonly lines: readonly JoinedLine[];
	readonly folded: number;
	readonly foldedPosts: number;
}

/** Lines under the unit in which they stand, in the order of the lines; folded, the unchanged ones are only counted. */
export function byUnit(lines: readonly JoinedLine[], isFolded = false): readonly UnitLines[] {
	return [...Map.groupBy(lines, (line) => line.unitName.bg).values()].flatMap((all) => {
		const [first] = all;
		const hidden = isFolded ? all.filter((line) => line.change === null) : [];
		return first
			? [
					{
						unit: first.unitName,
						lines: all.filter((line) => !hidden.includes(line)),
						folded: hidden.length,
						foldedPosts: hidden.reduce((sum, line) => sum + (line.after?.post.approved ?? 0), 0),
					},
				]
			: [];
	});
}
