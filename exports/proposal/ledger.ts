import type { FunctionOutcome, LedgerRow } from '#lib/domain/scenario/index.ts';
import type { OperationId, UnitKey } from '#lib/domain/shared/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnRange } from '../shared/address.ts';
import { formula, text, whole, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, regionOf, type Row, type TableSheet } from '../shared/sheet.ts';
import { type Options, type ProposalModel, subtitleOf } from './model.ts';

const OUTCOME = 2;

const OUTCOMES = {
	kept: m.exports_outcome_kept,
	transferred: m.exports_outcome_transferred,
	merged: m.exports_outcome_merged,
	split: m.exports_outcome_split,
	dropped: m.exports_outcome_dropped,
	created: m.exports_outcome_created,
} as const satisfies Record<FunctionOutcome, unknown>;

const LOOKS = {
	kept: 'plain',
	transferred: 'moved',
	merged: 'changed',
	split: 'changed',
	dropped: 'warning',
	created: 'new',
} as const satisfies Record<FunctionOutcome, Row['look']>;

/** What becomes of every function, and sums that must close (products N14). */
export function ledgerSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	const { rows } = model.report.ledger;
	return {
		name: m.exports_sheet_ledger({}, options),
		about: m.exports_about_ledger({}, options),
		title: m.exports_sheet_ledger({}, options),
		subtitle: subtitleOf(model, m.exports_about_ledger({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 6, align: 'center' },
			{ header: m.exports_col_function({}, options), width: 64 },
			{ header: m.exports_col_outcome({}, options), width: 14 },
			{ header: m.exports_col_was({}, options), width: 36 },
			{ header: m.exports_col_becomes({}, options), width: 36 },
			{ header: m.exports_col_related({}, options), width: 44 },
			{ header: m.exports_col_legal_reason({}, options), width: 34 },
			{ header: m.exports_col_operation({}, options), width: 11, align: 'center' },
		],
		rows: rows.map((row, at) => rowOf(row, { at, model, options })),
		checks: rows.length === 0 ? [] : sumRows(model, options),
		frozenColumns: 2,
		paper: 'A3',
	};
}

function rowOf(
	row: LedgerRow,
	{ at, model, options }: { readonly at: number; readonly model: ProposalModel; readonly options: Options },
): Row {
	const { report } = model;
	const unit = (key: UnitKey) => {
		const name = report.unitNames.get(key);
		return name === undefined ? key : localText(name, options);
	};
	const fn = (key: string) => {
		const known = report.functionTexts.get(key);
		return known === undefined ? key : localText(known, options);
	};
	const related = [...row.into, ...(row.comesFrom === null ? [] : [row.comesFrom])];
	return {
		...{ id: row.functionKey, look: LOOKS[row.outcome] },
		cells: [
			whole(at + 1),
			text(localText(row.text, options)),
			text(OUTCOMES[row.outcome]({}, options)),
			text(row.from.map(unit).join('; ')),
			text(row.to.map(unit).join('; ')),
			text(related.map(fn).join('\n')),
			text(row.legalReason),
			whole(numberOf(row.operationId, model)),
		],
	};
}

function numberOf(operationId: OperationId | null, { report }: ProposalModel): number | null {
	return report.operations.find(({ operation }) => operation.id === operationId)?.number ?? null;
}

/** Opening, the outcomes counted live, closing, and the two checks. */
function sumRows(model: ProposalModel, options: Options): readonly Row[] {
	const { sums, rows } = model.report.ledger;
	const { lastRow, firstCheckRow } = regionOf({ rows });
	const range = columnRange(OUTCOME, FIRST_ROW, lastRow);
	const outcomes = Object.keys(OUTCOMES) as FunctionOutcome[];
	const counts = outcomes.map((outcome): readonly [string, Cell] => {
		const label = OUTCOMES[outcome]({}, options);
		const count = rows.filter((row) => row.outcome === outcome).length;
		return [label, formula(`COUNTIF(${range},"${label}")`, count, 'whole')];
	});
	const lines: readonly (readonly [string, Cell])[] = [
		[m.exports_ledger_opening({}, options), whole(sums.opening)],
		...counts,
		[m.exports_ledger_created_and_closed({}, options), whole(sums.createdAndClosed)],
		[m.exports_ledger_closing({}, options), whole(sums.closing)],
	];
	const at = (index: number) => address(OUTCOME, firstCheckRow + index);
	const [opening, kept, transferred, dropped, created, again, closing] = [0, 1, 2, 5, 6, 7, 8].map(at);
	const sum = (label: string, value: Cell): Row => ({ look: 'group', cells: [null, text(label), value] });
	return [
		...lines.map(([label, value]) => sum(label, value)),
		{
			...sum(
				m.exports_ledger_opening_check({}, options),
				formula(`${opening}-SUM(${kept}:${dropped})`, sums.openingCheck, 'whole'),
			),
			isCheck: true,
		},
		{
			...sum(
				m.exports_ledger_closing_check({}, options),
				formula(`${closing}-${kept}-${transferred}-${created}+${again}`, sums.closingCheck, 'whole'),
			),
			isCheck: true,
		},
	];
}
