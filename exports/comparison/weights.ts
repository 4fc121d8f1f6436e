import { BETTER, type WeighedRow, type Weighing } from '#lib/domain/scenario/index.ts';
import { letterOfSide, nameOfMeasure, orderOfSides } from '#lib/i18n/compare-text.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { columnRange } from '../shared/address.ts';
import { decimal, formula, number, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, roundSum, type Row, type TableSheet } from '../shared/sheet.ts';
import type { ComparisonBook } from './model.ts';

const WEIGHT = 2;
const FIRST_POINTS = 3;

/** The weights, the points of each side, and the sums as formulas that follow a weight changed in the sheet. */
export function weightSheet({ colophon, sides, weighing }: ComparisonBook): TableSheet {
	const name = m.compare_weights();
	return {
		name,
		title: `${m.compare_title()}: ${name}`,
		subtitle: localText(colophon.municipality.name, { locale: colophon.locale }),
		about: m.compare_export_weights_about(),
		frozenColumns: 1,
		columns: [
			{ header: m.compare_col_measure(), width: 44 },
			{ header: m.compare_export_direction(), width: 38 },
			{ header: m.compare_col_weight(), width: 10, allowed: { atLeast: 0 } },
			...sides.map((_, at) => ({ header: letterOfSide(at), width: 12 })),
		],
		rows: [...weighing.rows.map((row) => rowOf(row, sides.length)), ...totalRow(weighing)],
		notes: [m.compare_weights_lead(), orderText(weighing), standingText(weighing)].filter(
			(note) => note !== '',
		),
		paper: 'A4',
	};
}

/** „Ред по тези тежести: Б › А = База“. */
export function orderText({ order }: Weighing): string {
	return orderOfSides(order);
}

function standingText({ order, turnedBy }: Weighing): string {
	if (order.length === 0) return '';
	if (turnedBy.length === 0) return m.compare_stable_note();
	return m.compare_unstable_note({ names: turnedBy.map(nameOfMeasure).join(', ') });
}

function rowOf({ measure, weight, points, left }: WeighedRow, sides: number): Row {
	const better = BETTER[measure] === 'less' ? m.compare_better_less() : m.compare_better_more();
	const why = left === 'no-weight' ? m.compare_left_no_weight() : m.compare_left_not_measured();
	const cells: readonly Cell[] = points?.map(decimal) ?? Array<Cell>(sides).fill(null);
	return {
		cells: [
			text(nameOfMeasure(measure)),
			text(left === null ? better : why),
			number(weight, 'general'),
			...cells,
		],
	};
}

/** Σ weight × points ÷ Σ weights, over the measures that have points. */
function totalRow({ rows, totals }: Weighing): readonly Row[] {
	if (totals === null) return [];
	const lastRow = FIRST_ROW + rows.length - 1;
	const weights = columnRange(WEIGHT, FIRST_ROW, lastRow);
	const sums = totals.map((total, at) => {
		const points = columnRange(FIRST_POINTS + at, FIRST_ROW, lastRow);
		const counted = `SUMPRODUCT(${weights},--ISNUMBER(${points}))`;
		const code = `IF(${counted}=0,0,SUMPRODUCT(${weights},${points})/${counted})`;
		return formula(code, roundSum(total), 'decimal');
	});
	return [{ look: 'total', cells: [text(m.compare_total()), null, null, ...sums] }];
}
