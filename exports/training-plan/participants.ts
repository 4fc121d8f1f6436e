import type { IsoDate } from '#lib/domain/shared/index.ts';
import { nameOfGroup, romanQuarter } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, sheetRef } from '../shared/address.ts';
import { date, formula, numericValue, text, whole, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, filledCells, regionOf, type Column, type Row, type TableSheet } from '../shared/sheet.ts';
import type { TrainingPlanModel } from './model.ts';
import { headOf, PLAN_COLUMN } from './plan.ts';

/** Columns before the trainings: №, name, post, unit. */
const LEAD = 4;

/** Who takes part in what: rows people, columns trainings; without names rows are units and cells are counts. */
export function participantSheet(model: TrainingPlanModel, plan: TableSheet): TableSheet {
	return model.input.showNames ? byPerson(model, plan) : byUnit(model);
}

function byPerson(model: TrainingPlanModel, plan: TableSheet): TableSheet {
	const options = { locale: model.input.colophon.locale };
	const trainings = model.rows.length;
	const last = LEAD + trainings - 1;
	const rows = model.participants.map(({ name, post, unit, places, days }, at): Row => {
		const row = FIRST_ROW + at;
		const held = places.filter((place) => place !== null).length;
		return {
			cells: [
				whole(at + 1),
				text(name),
				text(post),
				text(unit),
				...places.map((place, column) =>
					place === null ? null : dayCell(model, column, days[column] ?? null),
				),
				trainings === 0
					? null
					: formula(`COUNTA(${address(LEAD, row)}:${address(last, row)})`, held, 'whole'),
			],
		};
	});
	const sheet: TableSheet = {
		...commonParts(model),
		columns: [
			{ header: m.exports_col_number({}, options), width: 5, align: 'center' },
			{ header: m.exports_col_name({}, options), width: 28 },
			{ header: m.exports_col_post({}, options), width: 26 },
			{ header: m.exports_col_unit({}, options), width: 30 },
			...trainingColumns(model, true),
			{ header: m.exports_col_trainings({}, options), width: 11, total: 'whole' },
		],
		rows,
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 2,
	};
	return rows.length === 0 ? sheet : { ...sheet, checks: checkRows(model, sheet, plan) };
}

/** The day on which the person ends the training; the quarter of the plan while it has no day. */
function dayCell(model: TrainingPlanModel, column: number, day: IsoDate | null): Cell {
	if (day !== null) return date(day);
	const quarter = model.rows[column]?.item.quarter;
	return quarter === undefined ? null : text(romanQuarter(quarter));
}

/** Open seats, all seats, and the difference to the plan, for every training; all three are live. */
function checkRows(model: TrainingPlanModel, sheet: TableSheet, plan: TableSheet): readonly Row[] {
	const options = { locale: model.input.colophon.locale };
	const { totalRow, firstCheckRow } = regionOf(sheet);
	const open = model.rows.map(({ item, seats }) => (seats === null ? 0 : item.openSeats));
	const named = model.rows.map((_, at) => filledCells(sheet.rows, LEAD + at));
	const sums = model.rows.map((_, at) => {
		const column = LEAD + at;
		const code = `${address(column, totalRow ?? 0)}+${address(column, firstCheckRow)}`;
		return formula(code, (named[at] ?? 0) + (open[at] ?? 0), 'whole');
	});
	const checks = model.rows.map(({ seats }, at) => {
		const seatsAt = sheetRef(plan.name, address(PLAN_COLUMN.seats, FIRST_ROW + at));
		const difference = (seats ?? 0) - (named[at] ?? 0) - (open[at] ?? 0);
		return formula(`${seatsAt}-${address(LEAD + at, firstCheckRow + 1)}`, difference, 'whole');
	});
	const lines = [
		[m.exports_training_open_row({}, options), open.map(whole), false],
		[m.exports_col_seats({}, options), sums, false],
		[m.exports_training_check_seats({}, options), checks, true],
	] as const;
	return lines.map(([label, cells, isCheck], at) => ({
		look: 'group',
		isCheck,
		cells: [null, text(label), null, null, ...cells, rowSum(cells, firstCheckRow + at)],
	}));
}

function byUnit(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	const shown = (place: number | null, isHidden: boolean): Cell =>
		isHidden ? text(m.training_hidden_count({}, options)) : whole(place);
	return {
		...commonParts(model),
		columns: [
			{ header: m.exports_col_number({}, options), width: 5, align: 'center' },
			{ header: m.exports_col_unit({}, options), width: 40 },
			...trainingColumns(model, false),
		],
		rows: model.participants.map(({ unit, places, hiddenPlaces }, at) => ({
			cells: [
				whole(at + 1),
				text(unit),
				...places.map((place, column) => shown(place, hiddenPlaces.has(column))),
			],
		})),
		frozenColumns: 2,
		notes: [m.exports_training_caveat_numbers({}, options)],
	};
}

function commonParts(
	model: TrainingPlanModel,
): Pick<TableSheet, 'name' | 'about' | 'title' | 'subtitle' | 'paper'> {
	const options = { locale: model.input.colophon.locale };
	return {
		name: m.exports_training_sheet_people({}, options),
		...headOf(model, m.exports_training_about_people({}, options)),
		paper: 'A3',
	};
}

function trainingColumns(model: TrainingPlanModel, isCounted: boolean): readonly Column[] {
	return model.rows.map(({ number, title, item }) => ({
		header: `${number}. ${title}\n${nameOfGroup(item, { locale: model.input.colophon.locale })}`,
		width: 16,
		align: 'center' as const,
		isCounted,
	}));
}

function rowSum(cells: readonly Cell[], row: number): Cell {
	const total = cells.reduce((sum, cell) => sum + (numericValue(cell) ?? 0), 0);
	return formula(`SUM(${address(LEAD, row)}:${address(LEAD + cells.length - 1, row)})`, total, 'whole');
}
