import { printOccupationCode } from '#lib/domain/legal/index.ts';
import { scaleCents } from '#lib/domain/shared/index.ts';
import type { StaffingRow } from '#lib/domain/scenario/index.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { decimal, formula, money, text, whole, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import { LIST, RANGE } from './lists.ts';
import { lookOfMark, nameOfMark, type Options, type ProposalModel, subtitleOf } from './model.ts';

/** Columns of the staffing sheets that other sheets refer to, from 0. */
export const STAFFING_COLUMN = {
	part: 2,
	category: 5,
	funding: 7,
	approved: 8,
	occupied: 9,
	costOfPost: 11,
	cost: 12,
} as const;

const AT_LEAST_NONE = { allowed: { atLeast: 0 } } as const;

/** One side of the staffing table: posts without names of persons, cost as a live product. */
export function staffingSheet(model: ProposalModel, side: 'before' | 'after'): TableSheet {
	const options = { locale: model.colophon.locale };
	const posts = side === 'before' ? model.report.staffingBefore : model.report.staffingAfter;
	const isBefore = side === 'before';
	const name = (isBefore ? m.exports_sheet_staffing_before : m.exports_sheet_staffing_after)({}, options);
	const about = (isBefore ? m.exports_about_staffing_before : m.exports_about_staffing_after)({}, options);
	return {
		name,
		about,
		title: name,
		subtitle: subtitleOf(model, about),
		columns: [
			{ header: m.exports_col_number({}, options), width: 6, align: 'center' },
			{ header: m.exports_col_unit({}, options), width: 42 },
			{ header: m.exports_col_part({}, options), width: 28, allowed: { list: LIST.part } },
			{ header: m.exports_col_post({}, options), width: 40 },
			{ header: m.exports_col_occupation({}, options), width: 13 },
			{ header: m.exports_col_category({}, options), width: 14, allowed: { list: LIST.category } },
			{ header: m.exports_col_relation({}, options), width: 24, allowed: { list: LIST.relation } },
			{ header: m.exports_col_funding({}, options), width: 28, allowed: { list: LIST.funding } },
			{
				...{ header: m.exports_col_approved({}, options), width: 11, total: 'decimal', ...AT_LEAST_NONE },
				rangeName: isBefore ? RANGE.approvedBefore : RANGE.approvedAfter,
			},
			{ header: m.exports_col_occupied({}, options), width: 10, total: 'decimal', ...AT_LEAST_NONE },
			{ header: m.exports_col_vacant({}, options), width: 11, total: 'decimal' },
			{ header: m.exports_col_cost_per_post({}, options), width: 16, align: 'right' },
			{
				...{ header: m.exports_col_cost_of_line({}, options), width: 18, align: 'right', total: 'money' },
				rangeName: isBefore ? RANGE.costBefore : RANGE.costAfter,
			},
			{ header: m.exports_col_change({}, options), width: 14 },
			{ header: m.exports_col_origin({}, options), width: 15 },
		],
		rows: posts.map((row, at) => postRow(row, at, options)),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 2,
		paper: 'A3',
	};
}

function postRow({ post, unitName, part, vacant, change }: StaffingRow, at: number, options: Options): Row {
	const row = FIRST_ROW + at;
	const { approved, occupied, cost } = {
		approved: address(STAFFING_COLUMN.approved, row),
		occupied: address(STAFFING_COLUMN.occupied, row),
		cost: address(STAFFING_COLUMN.costOfPost, row),
	};
	const unknown: Cell = text(m.exports_cost_unknown({}, options));
	return {
		...{ id: post.key, look: lookOfMark(change) },
		cells: [
			whole(at + 1),
			text(localText(unitName, options)),
			text(nameOfPart(part, options)),
			text(localText(post.title, options)),
			text(post.occupation === undefined ? null : printOccupationCode(post.occupation)),
			text(nameOfCategory(post.category, options)),
			text(nameOfRelation(post.relation, options)),
			text(nameOfFunding(post.funding, options)),
			decimal(post.approved),
			decimal(post.occupied),
			formula(`${approved}-${occupied}`, vacant, 'decimal'),
			post.annualCost === null ? unknown : money(post.annualCost),
			post.annualCost === null
				? unknown
				: formula(`ROUND(${approved}*${cost},2)`, scaleCents(post.annualCost, post.approved) / 100, 'money'),
			text(nameOfMark(change, options)),
			text(nameOfVerification(post.origin.verification, options)),
		],
	};
}
