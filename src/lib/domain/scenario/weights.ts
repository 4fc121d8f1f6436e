import type { Measure, MeasureValues } from './measures.ts';

/** Which way a measure is better, where it has a way: a span may be too wide and too narrow. */
export const BETTER = {
	administration: 'less',
	cost: 'less',
	units: 'less',
	layers: 'less',
	'specialised-share': 'more',
	'open-overlaps': 'less',
	'failed-rules': 'less',
	'unanswered-functions': 'less',
} as const satisfies Partial<Record<Measure, 'less' | 'more'>>;

export type WeighedMeasure = keyof typeof BETTER;
export const WEIGHED_MEASURES = Object.keys(BETTER) as readonly WeighedMeasure[];

/** Not below 0; 0 leaves a measure out. */
export type Weights = Readonly<Record<WeighedMeasure, number>>;

/** One measure with what it gives to each alternative. */
export interface WeighedRow {
	readonly measure: WeighedMeasure;
	readonly weight: number;
	/** Points 0–1 of each alternative, 1 for the best; null where the measure does not count. */
	readonly points: readonly number[] | null;
	/** Why it does not count. */
	readonly left: 'no-weight' | 'not-measured' | null;
}

export interface Weighing {
	readonly rows: readonly WeighedRow[];
	/** Weighted sum 0–1 of each alternative; null when no measure counts. */
	readonly totals: readonly number[] | null;
	/** Alternatives by their sum, the best first; those with equal sums stand together. */
	readonly order: readonly (readonly number[])[];
	/** Measures whose weight, made half or half as much again, alone changes the order. */
	readonly turnedBy: readonly WeighedMeasure[];
}

/** By how much a weight is moved to see whether the order stands. */
export const WEIGHT_SWING = 0.5;

/**
 * Alternatives by weights that everybody sees. A measure gives each alternative points p = (worst − v) ÷ (worst − best),
 * 1 where all are the same; the sum is Σ w·p ÷ Σ w. A measure that is not known for one of them counts for none.
 * The order is stable when no weight, moved alone by ±50 %, changes it. As a sum is linear in each weight, it is enough to
 * try both ends. Example: cost 100 and 80, rules 1 and 2, weights 2 and 1 → points 0, 1 and 1, 0 → 1 ÷ 3 and 2 ÷ 3; with
 * cost at 1 (−50 %) both have 1 ÷ 2, so the order is not stable.
 */
export function weighAlternatives(values: readonly MeasureValues[], weights: Weights): Weighing {
	const rows = WEIGHED_MEASURES.map((measure): WeighedRow => {
		const weight = weights[measure];
		const known = values.map((alternative) => alternative[measure]).filter((value) => value !== null);
		const left = known.length < values.length ? 'not-measured' : weight > 0 ? null : 'no-weight';
		return { measure, weight, left, points: left === null ? pointsOf(known, BETTER[measure]) : null };
	});
	const totals = totalsOf(rows);
	const order = orderOf(totals);
	const turnedBy = rows
		.filter(({ points }) => points !== null)
		.filter(({ measure }) =>
			[1 - WEIGHT_SWING, 1 + WEIGHT_SWING].some(
				(factor) => !isSameOrder(order, orderOf(totalsOf(rows, { measure, factor }))),
			),
		)
		.map(({ measure }) => measure);
	return { rows, totals, order, turnedBy };
}

function pointsOf(values: readonly number[], better: 'less' | 'more'): readonly number[] {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const [best, worst] = better === 'less' ? [least, most] : [most, least];
	return values.map((value) => (worst === best ? 1 : Math.abs(worst - value) / Math.abs(worst - best)));
}

function totalsOf(
	rows: readonly WeighedRow[],
	swing?: { readonly measure: WeighedMeasure; readonly factor: number },
): readonly number[] | null {
	const counted = rows.flatMap(({ measure, weight, points }) =>
		points === null ? [] : [{ points, weight: measure === swing?.measure ? weight * swing.factor : weight }],
	);
	const all = counted.reduce((sum, { weight }) => sum + weight, 0);
	const [first] = counted;
	if (!first) return null;
	return first.points.map(
		(_, at) => counted.reduce((sum, { points, weight }) => sum + weight * (points[at] ?? 0), 0) / all,
	);
}

/** Sums that differ by less than this are equal: they come from divisions. */
const EQUAL = 1e-9;

function orderOf(totals: readonly number[] | null): readonly (readonly number[])[] {
	if (totals === null) return [];
	const places = totals.map((_, at) => at).sort((one, other) => compare(totals, one, other));
	const order: number[][] = [];
	for (const at of places) {
		const last = order.at(-1);
		const before = last?.[0];
		if (last && before !== undefined && isEqual(totals, before, at)) last.push(at);
		else order.push([at]);
	}
	return order;
}

function compare(totals: readonly number[], one: number, other: number): number {
	return isEqual(totals, one, other) ? one - other : (totals[other] ?? 0) - (totals[one] ?? 0);
}

function isEqual(totals: readonly number[], one: number, other: number): boolean {
	return Math.abs((totals[one] ?? 0) - (totals[other] ?? 0)) < EQUAL;
}

function isSameOrder(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
