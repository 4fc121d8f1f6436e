import type { StructureRow } from '#lib/domain/scenario/index.ts';
import { localText, nameOfPart, nameOfUnitKind, nameOfVerification } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnRange, sheetRef } from '../shared/address.ts';
import { formula, decimal, text, whole } from '../shared/cells.ts';
import { FIRST_ROW, regionOf, totalAddress, type Row, type TableSheet } from '../shared/sheet.ts';
import { LIST } from './lists.ts';
import { lookOfMark, nameOfMark, type Options, type ProposalModel, subtitleOf } from './model.ts';
import { STAFFING_COLUMN } from './staffing.ts';

const OWN = 5;

/** One side of the structure, each unit before those below it; sums over subtrees are live. */
export function structureSheet(
	model: ProposalModel,
	side: 'before' | 'after',
	staffing: TableSheet,
): TableSheet {
	const options = { locale: model.colophon.locale };
	const units = side === 'before' ? model.report.structureBefore : model.report.structureAfter;
	const isBefore = side === 'before';
	const name = (isBefore ? m.exports_sheet_structure_before : m.exports_sheet_structure_after)({}, options);
	const about = (isBefore ? m.exports_about_structure_before : m.exports_about_structure_after)({}, options);
	const sheet: TableSheet = {
		name,
		about,
		title: name,
		subtitle: subtitleOf(model, about),
		columns: [
			{ header: m.exports_col_number({}, options), width: 6, align: 'center' },
			{ header: m.exports_col_unit({}, options), width: 58 },
			{ header: m.exports_col_unit_kind({}, options), width: 28, allowed: { list: LIST.kind } },
			{ header: m.exports_col_part({}, options), width: 28, allowed: { list: LIST.part } },
			{ header: m.exports_col_parent({}, options), width: 40 },
			{ header: m.exports_col_own_posts({}, options), width: 12, total: 'decimal' },
			{ header: m.exports_col_all_posts({}, options), width: 14 },
			{ header: m.exports_col_change({}, options), width: 16 },
			{ header: m.exports_col_origin({}, options), width: 16 },
		],
		rows: units.map((unit, at) => unitRow(unit, { at, last: lastBelow(units, at), options })),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 2,
		indentColumn: 1,
		paper: 'A4',
	};
	return units.length === 0 ? sheet : { ...sheet, checks: [checkRow(sheet, staffing, options)] };
}

function unitRow(
	row: StructureRow,
	place: { readonly at: number; readonly last: number; readonly options: Options },
): Row {
	const { unit, depth, parentName, own, total, change } = row;
	const { at, last, options } = place;
	const range = columnRange(OWN, FIRST_ROW + at, FIRST_ROW + last);
	return {
		...{ id: unit.key, look: lookOfMark(change), level: depth },
		cells: [
			whole(at + 1),
			text(localText(unit.name, options)),
			text(nameOfUnitKind(unit.kind, options)),
			text(nameOfPart(unit.part, options)),
			text(parentName && localText(parentName, options)),
			decimal(own),
			formula(`SUM(${range})`, total, 'decimal'),
			text(nameOfMark(change, options)),
			text(nameOfVerification(unit.origin.verification, options)),
		],
	};
}

/** Index of the last row that stands below the unit at `at`; itself when none does. */
function lastBelow(rows: readonly StructureRow[], at: number): number {
	const depth = rows[at]?.depth ?? 0;
	const next = rows.findIndex((row, index) => index > at && row.depth <= depth);
	return next === -1 ? rows.length - 1 : next - 1;
}

function checkRow(sheet: TableSheet, staffing: TableSheet, options: Options): Row {
	const { totalRow } = regionOf(sheet);
	const staff = sheetRef(staffing.name, totalAddress(staffing, STAFFING_COLUMN.approved));
	const own = address(OWN, totalRow ?? 0);
	const cells: Row['cells'] = [null, text(m.exports_staffing_check({}, options)), null, null, null];
	return {
		look: 'group',
		isCheck: true,
		cells: [...cells, formula(staffing.rows.length === 0 ? own : `${own}-${staff}`, 0, 'decimal')],
	};
}
