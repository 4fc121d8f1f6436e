import { m } from '#lib/paraglide/messages.js';
import { address, sheetRef } from '../shared/address.ts';
import { date, formula, number, text, whole, type Cell } from '../shared/cells.ts';
import { regionOf, type Row, type TableSheet } from '../shared/sheet.ts';
import { DECISION_COLUMN, DECISION_ROW } from './decision.ts';
import { type Options, type ProposalModel, subtitleOf } from './model.ts';
import { operationRows, type TouchedRow } from './operation-rows.ts';

const POSTS = 6;
const COST = 7;

/** Every change on its own, old beside new; the sums must be the differences of the decision. */
export function operationSheet(model: ProposalModel, decision: TableSheet): TableSheet {
	const options = { locale: model.colophon.locale };
	const sheet: TableSheet = {
		name: m.exports_sheet_operations({}, options),
		about: m.exports_about_operations({}, options),
		title: m.exports_sheet_operations({}, options),
		subtitle: subtitleOf(model, m.exports_about_operations({}, options)),
		columns: [
			{ header: m.exports_col_operation({}, options), width: 11, align: 'center' },
			{ header: m.exports_col_object_kind({}, options), width: 12 },
			{ header: m.exports_col_object({}, options), width: 44 },
			{ header: m.exports_col_action({}, options), width: 17 },
			{ header: m.exports_col_was({}, options), width: 44 },
			{ header: m.exports_col_becomes({}, options), width: 44 },
			{ header: m.exports_col_posts_change({}, options), width: 11, align: 'right', total: 'signedDecimal' },
			{ header: m.exports_col_cost_change({}, options), width: 17, align: 'right', total: 'signedMoney' },
			{ header: m.exports_col_effective({}, options), width: 13 },
		],
		rows: operationRows(model).map((row, at, all) =>
			rowOf(row, model, `${row.operation.operation.id}-${placeIn(all, at)}`),
		),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 2,
		frozenColumns: 3,
		paper: 'A3',
	};
	return sheet.rows.length === 0 ? sheet : { ...sheet, checks: [checkRow(sheet, decision, options)] };
}

/** Why every operation is proposed and which findings stand behind it. */
export function motiveSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	return {
		name: m.exports_sheet_motives({}, options),
		about: m.exports_about_motives({}, options),
		title: m.exports_sheet_motives({}, options),
		subtitle: subtitleOf(model, m.exports_about_motives({}, options)),
		columns: [
			{ header: m.exports_col_operation({}, options), width: 12, align: 'center' },
			{ header: m.exports_col_object({}, options), width: 46 },
			{ header: m.exports_col_motive({}, options), width: 60 },
			{ header: m.exports_col_findings({}, options), width: 60 },
		],
		rows: operationRows(model)
			.filter((row) => row.isFirst)
			.map(({ operation, object }) => ({
				id: operation.operation.id,
				cells: [
					whole(operation.number),
					text(object),
					text(operation.operation.motive || m.exports_motive_missing({}, options)),
					text(
						operation.findings
							.map(({ number: no, title }) => m.exports_finding_label({ number: String(no), title }, options))
							.join('\n'),
					),
				],
			})),
		frozenColumns: 1,
		paper: 'A4',
	};
}

/** Which row of its operation it is, from 1. */
function placeIn(rows: readonly TouchedRow[], at: number): number {
	return at - rows.findLastIndex((row, index) => index <= at && row.isFirst) + 1;
}

function rowOf(row: TouchedRow, { report }: ProposalModel, id: string): Row {
	const { operation, isFirst } = row;
	const effective = operation.operation.effectiveOn ?? report.header.effectiveOn;
	return {
		...{ id, look: row.mark === 'closed' ? 'plain' : row.mark },
		cells: [
			whole(operation.number),
			text(row.what),
			text(row.object),
			text(row.action),
			text(row.was),
			text(row.becomes),
			isFirst ? number(operation.posts, 'signedDecimal') : null,
			isFirst ? number(operation.annualCost / 100, 'signedMoney') : null,
			date(effective),
		],
	};
}

function checkRow(sheet: TableSheet, decision: TableSheet, options: Options): Row {
	const { totalRow } = regionOf(sheet);
	const check = (column: number, row: number, format: 'decimal' | 'money'): Cell => {
		const stated = sheetRef(decision.name, address(DECISION_COLUMN.difference, row));
		return formula(`${address(column, totalRow ?? 0)}-${stated}`, 0, format);
	};
	return {
		look: 'group',
		isCheck: true,
		cells: [
			null,
			null,
			text(m.exports_operations_check({}, options)),
			null,
			null,
			null,
			check(POSTS, DECISION_ROW.total, 'decimal'),
			check(COST, DECISION_ROW.cost, 'money'),
			null,
		],
	};
}
