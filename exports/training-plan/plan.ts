import { localText } from '#lib/i18n/names.ts';
import {
	nameOfForm,
	nameOfGroup,
	nameOfItemKind,
	nameOfItemState,
	nameOfProvider,
	nameOfTrainingFunding,
	romanQuarter,
} from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { formula, money, number, text, whole } from '../shared/cells.ts';
import type { Colophon } from '../shared/cover.ts';
import { FIRST_ROW, type Column, type Row, type TableSheet } from '../shared/sheet.ts';
import type { PlanRow, TrainingPlanModel } from './model.ts';

/** Columns of the sheet „План“ that other sheets refer to, from 0. */
export const PLAN_COLUMN = { seats: 6, quarter: 10, price: 12, cost: 13, funding: 14 } as const;

/** The plan itself, one row for every group, in the columns of the methodology (§4.4). */
export function planSheet(model: TrainingPlanModel): TableSheet {
	const { colophon } = model.input;
	const options = { locale: colophon.locale };
	const hasReasons = model.rows.some(({ notHeld }) => notHeld !== null);
	return {
		name: m.exports_training_sheet_plan({}, options),
		...headOf(model, m.exports_training_about_plan({}, options)),
		columns: hasReasons ? [...columnsOf(options), reasonColumn(options)] : columnsOf(options),
		rows: model.rows.map((row, at) => rowOf(row, FIRST_ROW + at, { options, hasReasons })),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 3,
		paper: 'A3',
		signatures: signaturesOf(colophon),
	};
}

/** Title and subtitle that every sheet of the plan carries; `about` says what stands on it. */
export function headOf(
	{ input }: TrainingPlanModel,
	about: string,
): Pick<TableSheet, 'title' | 'subtitle' | 'about'> {
	const { colophon, plan } = input;
	const options = { locale: colophon.locale };
	const name = localText(colophon.municipality.name, options);
	return {
		title: m.exports_training_title({ year: String(plan.year) }, options),
		subtitle: `${name} · ${about}`,
		about,
	};
}

export function signaturesOf({ municipality, locale }: Colophon): readonly string[] {
	const options = { locale };
	return [
		m.exports_signature_prepared({}, options),
		m.exports_signature_agreed({}, options),
		m.exports_signature_approved({ municipality: localText(municipality.name, { locale }) }, options),
	];
}

type Options = { readonly locale: Colophon['locale'] };

function columnsOf(options: Options): readonly Column[] {
	return [
		{ header: m.exports_col_number({}, options), width: 5, align: 'center' },
		{ header: m.exports_col_topic({}, options), width: 30 },
		{ header: m.exports_col_group({}, options), width: 12 },
		{ header: m.exports_col_kind({}, options), width: 16 },
		{ header: m.exports_col_source({}, options), width: 30 },
		{ header: m.exports_col_target({}, options), width: 24 },
		{ header: m.exports_col_seats({}, options), width: 9, total: 'whole' },
		{ header: m.exports_col_form({}, options), width: 13 },
		{ header: m.exports_col_provider({}, options), width: 16 },
		{ header: m.exports_col_hours({}, options), width: 8 },
		{ header: m.exports_col_quarter({}, options), width: 13, align: 'center' },
		{ header: m.exports_col_place({}, options), width: 13 },
		{ header: m.exports_col_price({}, options), width: 12 },
		{ header: m.exports_col_cost({}, options), width: 14, total: 'money' },
		{ header: m.exports_col_funding({}, options), width: 14 },
		{ header: m.exports_col_responsible({}, options), width: 17 },
		{ header: m.exports_col_result({}, options), width: 22 },
		{ header: m.exports_col_evaluation({}, options), width: 18 },
		{ header: m.exports_col_state({}, options), width: 12 },
	];
}

/** Only a closed plan that did not hold everything has this column. */
function reasonColumn(options: Options): Column {
	return { header: m.exports_col_not_held({}, options), width: 24 };
}

function rowOf(
	row: PlanRow,
	at: number,
	{ options, hasReasons }: { readonly options: Options; readonly hasReasons: boolean },
): Row {
	const { item, seats, cost, notHeld } = row;
	const state =
		notHeld === null ? nameOfItemState(item.state, options) : m.training_item_not_held({}, options);
	const [seatsAt, priceAt] = [address(PLAN_COLUMN.seats, at), address(PLAN_COLUMN.price, at)];
	return {
		look: item.state === 'cancelled' ? 'closed' : 'plain',
		cells: [
			whole(row.number),
			text(row.title),
			text(nameOfGroup(item, options)),
			text(nameOfItemKind(item.kind, options)),
			text(row.source),
			text(row.target ?? m.training_hidden_count({}, options)),
			whole(seats),
			text(nameOfForm(item.form, options)),
			text(nameOfProvider(item, options)),
			number(item.hours, 'general'),
			text(romanQuarter(item.quarter)),
			text(item.place),
			money(item.pricePerPerson),
			cost === null ? null : formula(`${seatsAt}*${priceAt}`, cost / 100, 'money'),
			text(nameOfTrainingFunding(item.funding, options)),
			text(item.responsible),
			text(item.expectedResult),
			text(item.evaluation),
			text(state),
			...(hasReasons ? [text(notHeld ?? '')] : []),
		],
	};
}
