import {
	QUARTERS,
	TRAINING_FUNDING,
	type Quarter,
	type TrainingFunding,
} from '#lib/domain/training/index.ts';
import { nameOfQuarter, nameOfTrainingFunding, romanQuarter } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnLetter, sheetRef } from '../shared/address.ts';
import { formula, number, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, regionOf, roundSum, totalAddress, type Row, type TableSheet } from '../shared/sheet.ts';
import type { TrainingPlanModel } from './model.ts';
import { headOf, PLAN_COLUMN, signaturesOf } from './plan.ts';

/** Cost by source and quarter: live sums over the sheet „План“, so that a changed price shows at once. */
export function budgetSheet(model: TrainingPlanModel, plan: TableSheet): TableSheet {
	const { colophon } = model.input;
	const options = { locale: colophon.locale };
	const sheet: TableSheet = {
		name: m.exports_training_sheet_budget({}, options),
		...headOf(model, m.exports_training_about_budget({}, options)),
		columns: [
			{ header: m.exports_col_funding({}, options), width: 46 },
			...QUARTERS.map((quarter) => ({
				header: nameOfQuarter(quarter, options),
				width: 18,
				total: 'money' as const,
			})),
			{ header: m.exports_col_cost({}, options), width: 18, total: 'money' },
		],
		rows: TRAINING_FUNDING.map((funding, at) => budgetRow(model, plan, { funding, row: FIRST_ROW + at })),
		totalLabel: m.exports_total({}, options),
		frozenColumns: 1,
		paper: 'A4',
		hasFilter: false,
		signatures: signaturesOf(colophon),
	};
	return model.rows.length === 0 ? sheet : { ...sheet, checks: [checkRow(model, sheet, plan)] };
}

function budgetRow(
	model: TrainingPlanModel,
	plan: TableSheet,
	place: { readonly funding: TrainingFunding; readonly row: number },
): Row {
	const { locale } = model.input.colophon;
	const cells = QUARTERS.map((quarter) => budgetCell(model, plan, { ...place, quarter }));
	const sum = roundSum(QUARTERS.reduce((total, quarter) => total + costOf(model, place.funding, quarter), 0));
	return {
		cells: [
			text(nameOfTrainingFunding(place.funding, { locale })),
			...cells,
			formula(`SUM(${address(1, place.row)}:${address(4, place.row)})`, sum, 'money'),
		],
	};
}

function budgetCell(
	model: TrainingPlanModel,
	plan: TableSheet,
	place: { readonly funding: TrainingFunding; readonly quarter: Quarter; readonly row: number },
): Cell {
	const { lastRow } = regionOf(plan);
	if (model.rows.length === 0) return number(0, 'money');
	const column = (at: number) => {
		const letter = `$${columnLetter(at)}$`;
		return sheetRef(plan.name, `${letter}${FIRST_ROW}:${letter}${lastRow}`);
	};
	const code = [
		column(PLAN_COLUMN.cost),
		column(PLAN_COLUMN.funding),
		`$A${place.row}`,
		column(PLAN_COLUMN.quarter),
		`"${romanQuarter(place.quarter)}"`,
	].join(',');
	return formula(`SUMIFS(${code})`, costOf(model, place.funding, place.quarter), 'money');
}

function costOf(model: TrainingPlanModel, funding: TrainingFunding, quarter: Quarter): number {
	const cents = model.rows
		.filter(({ item }) => item.funding === funding && item.quarter === quarter)
		.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
	return cents / 100;
}

function checkRow(model: TrainingPlanModel, sheet: TableSheet, plan: TableSheet): Row {
	const options = { locale: model.input.colophon.locale };
	const planTotal = sheetRef(plan.name, totalAddress(plan, PLAN_COLUMN.cost));
	return {
		look: 'group',
		isCheck: true,
		cells: [
			text(m.exports_training_check_budget({}, options)),
			null,
			null,
			null,
			null,
			formula(`${planTotal}-${totalAddress(sheet, 5)}`, 0, 'money'),
		],
	};
}
