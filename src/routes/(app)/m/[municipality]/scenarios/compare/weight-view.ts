import { BETTER, type WeighedRow, type Weighing } from '#lib/domain/scenario/index.ts';
import { nameOfMeasure, orderOfSides } from '#lib/i18n/compare-text.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ComparedColumn } from '#lib/server/services/scenario-compare.ts';

/** The weights, the points and the sums of a comparison in the words of the page. */
export function weightView({ rows, totals, order, turnedBy }: Weighing, columns: readonly ComparedColumn[]) {
	const points = pointDigits(totals);
	return {
		rows: rows.map((row) => ({
			...{ measure: row.measure, weight: row.weight, label: nameOfMeasure(row.measure) },
			weightText: formatNumber(row.weight, { digits: 1 }),
			better: BETTER[row.measure] === 'less' ? m.compare_better_less() : m.compare_better_more(),
			left: leftText(row),
			points: columns.map((_, at) => (row.points ? decimal(row.points[at] ?? 0, LEAST_DIGITS) : '–')),
		})),
		totals: totals?.map((total) => decimal(total, points)) ?? null,
		order: orderOfSides(order),
		isStable: order.length > 0 && turnedBy.length === 0,
		isUnstable: turnedBy.length > 0,
		turnedBy: m.compare_unstable_note({ names: turnedBy.map(nameOfMeasure).join(', ') }),
	};
}

/** Two decimals, or as many more, at most six, as tell apart sums that are not equal. */
export function pointDigits(totals: readonly number[] | null): number {
	const textsAt = (digits: number) => new Set(totals?.map((total) => total.toFixed(digits))).size;
	let digits = LEAST_DIGITS;
	while (textsAt(digits) < textsAt(MOST_DIGITS)) digits++;
	return digits;
}

const LEAST_DIGITS = 2;
const MOST_DIGITS = 6;

function decimal(value: number, digits: number): string {
	return formatNumber(value, { digits, fixed: true });
}

function leftText({ left }: WeighedRow): string {
	if (left === null) return '';
	return left === 'no-weight' ? m.compare_left_no_weight() : m.compare_left_not_measured();
}
