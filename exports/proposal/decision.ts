import { ADMINISTRATION_PARTS, FUNDING_SOURCES, POST_CATEGORIES } from '#lib/domain/org/index.ts';
import type { StructureNumbers } from '#lib/domain/scenario/index.ts';
import { nameOfCategory, nameOfFunding, nameOfPart } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnLetter, sheetRef } from '../shared/address.ts';
import { formula, number, text, type Cell, type Format } from '../shared/cells.ts';
import { FIRST_ROW, regionOf, roundSum, totalAddress, type Row, type TableSheet } from '../shared/sheet.ts';
import { type Options, type ProposalModel, subtitleOf } from './model.ts';
import { STAFFING_COLUMN } from './staffing.ts';

export interface Staffing {
	readonly before: TableSheet;
	readonly after: TableSheet;
}

/** Rows of the sheet that other sheets check themselves against. */
export const DECISION_ROW = { total: FIRST_ROW, cost: FIRST_ROW + 4 } as const;
export const DECISION_COLUMN = { before: 1, after: 2, difference: 3 } as const;

/** The numbers that the decision states, each worked out from the staffing sheets. */
export function decisionSheet(model: ProposalModel, staffing: Staffing): TableSheet {
	const options = { locale: model.colophon.locale };
	const { header } = model.report;
	const lines = linesOf(model, staffing, options);
	return {
		name: m.exports_sheet_decision({}, options),
		about: m.exports_about_decision({}, options),
		title: m.exports_proposal_title({ title: header.title }, options),
		subtitle: subtitleOf(model, m.exports_about_decision({}, options)),
		columns: [
			{ header: m.exports_col_indicator({}, options), width: 58 },
			{ header: m.exports_col_before({}, options), width: 20, align: 'right' },
			{ header: m.exports_col_after({}, options), width: 20, align: 'right' },
			{ header: m.exports_col_difference({}, options), width: 18, align: 'right' },
		],
		rows: lines.map((line, at) => rowOf(line, FIRST_ROW + at)),
		checks: checkRows(lines, options),
		signatures: [
			m.exports_signature_mover({ mover: header.mover }, options),
			m.exports_signature_chair({}, options),
		],
		frozenColumns: 1,
		paper: 'A4',
		orientation: 'portrait',
		hasFilter: false,
	};
}

/** A heading, or a number on both sides with the formula that gives it (none for what is only counted). */
type Line =
	| { readonly kind: 'heading'; readonly label: string }
	| {
			readonly kind: 'number';
			readonly label: string;
			readonly level: number;
			readonly isStrong: boolean;
			readonly format: Format;
			readonly difference: Format;
			readonly before: Side;
			readonly after: Side;
			/** The group whose sum must be the total. */
			readonly group?: 'part' | 'funding' | 'category';
	  };

/** A number with the formula that gives it in a row; no formula for what is only counted. */
interface Side {
	readonly value: number | null;
	readonly code: (row: number) => string | null;
}

const NO_FORMULA = () => null;

function linesOf(model: ProposalModel, staffing: Staffing, options: Options): readonly Line[] {
	const posts = postLine(model, staffing);
	const total = (numbers: StructureNumbers) => roundSum(numbers.administration + numbers.outside);
	return [
		posts(m.exports_decision_total({}, options), total, { column: STAFFING_COLUMN.approved, isStrong: true }),
		counted(model, m.exports_decision_administration({}, options), (numbers) => numbers.administration),
		counted(model, m.exports_decision_outside({}, options), (numbers) => numbers.outside),
		posts(m.exports_decision_occupied({}, options), (numbers) => numbers.occupied, {
			column: STAFFING_COLUMN.occupied,
		}),
		posts(m.exports_decision_cost({}, options), (numbers) => numbers.annualCost / 100, {
			column: STAFFING_COLUMN.cost,
			isMoney: true,
		}),
		heading(m.exports_decision_by_part({}, options)),
		...ADMINISTRATION_PARTS.map((part) =>
			posts(nameOfPart(part, options), (numbers) => numbers.byPart[part], {
				column: STAFFING_COLUMN.approved,
				where: STAFFING_COLUMN.part,
				group: 'part',
			}),
		),
		heading(m.exports_decision_by_funding({}, options)),
		...FUNDING_SOURCES.map((funding) =>
			posts(nameOfFunding(funding, options), (numbers) => numbers.byFunding[funding], {
				column: STAFFING_COLUMN.approved,
				where: STAFFING_COLUMN.funding,
				group: 'funding',
			}),
		),
		heading(m.exports_decision_by_category({}, options)),
		...POST_CATEGORIES.map((category) =>
			posts(nameOfCategory(category, options), (numbers) => numbers.byCategory[category], {
				column: STAFFING_COLUMN.approved,
				where: STAFFING_COLUMN.category,
				group: 'category',
			}),
		),
		heading(m.exports_decision_structure({}, options)),
		counted(model, m.exports_decision_units({}, options), (numbers) => numbers.units, 'whole'),
		counted(model, m.exports_decision_functions({}, options), (numbers) => numbers.functions, 'whole'),
		counted(model, m.exports_decision_layers({}, options), (numbers) => numbers.layers, 'whole'),
		counted(model, m.exports_decision_span({}, options), (numbers) => numbers.averageSpan),
	];
}

/** A line that the staffing sheets add up: their total, or their sum where a column says so. */
function postLine({ report }: ProposalModel, staffing: Staffing) {
	return (
		label: string,
		pick: (numbers: StructureNumbers) => number,
		how: {
			readonly column: number;
			/** The column that must hold the label of the line; the whole total without it. */
			readonly where?: number;
			readonly isStrong?: boolean;
			readonly isMoney?: boolean;
			readonly group?: 'part' | 'funding' | 'category';
		},
	): Line => {
		const codeOf = (sheet: TableSheet) => (row: number) => {
			if (sheet.rows.length === 0) return null;
			if (how.where === undefined) return sheetRef(sheet.name, totalAddress(sheet, how.column));
			return `SUMIF(${absolute(sheet, how.where)},$A${row},${absolute(sheet, how.column)})`;
		};
		return {
			kind: 'number',
			label,
			level: how.where === undefined ? 0 : 1,
			isStrong: how.isStrong ?? false,
			format: how.isMoney ? 'money' : 'decimal',
			difference: how.isMoney ? 'signedMoney' : 'signedDecimal',
			before: { value: pick(report.numbers.before), code: codeOf(staffing.before) },
			after: { value: pick(report.numbers.after), code: codeOf(staffing.after) },
			...(how.group ? { group: how.group } : {}),
		};
	};
}

function counted(
	{ report }: ProposalModel,
	label: string,
	pick: (numbers: StructureNumbers) => number | null,
	format: 'whole' | 'decimal' = 'decimal',
): Line {
	return {
		kind: 'number',
		label,
		level: 1,
		isStrong: false,
		format,
		difference: format === 'whole' ? 'signedWhole' : 'signedDecimal',
		before: { value: pick(report.numbers.before), code: NO_FORMULA },
		after: { value: pick(report.numbers.after), code: NO_FORMULA },
	};
}

function heading(label: string): Line {
	return { kind: 'heading', label };
}

function rowOf(line: Line, row: number): Row {
	if (line.kind === 'heading') return { look: 'group', cells: [text(line.label), null, null, null] };
	const side = ({ value, code }: Side): Cell => {
		const made = code(row);
		return made === null || value === null ? number(value, line.format) : formula(made, value, line.format);
	};
	const isKnown = line.before.value !== null && line.after.value !== null;
	const difference = roundSum((line.after.value ?? 0) - (line.before.value ?? 0));
	const [before, after] = [address(DECISION_COLUMN.before, row), address(DECISION_COLUMN.after, row)];
	return {
		look: line.isStrong ? 'total' : 'plain',
		level: line.level,
		cells: [
			text(line.label),
			side(line.before),
			side(line.after),
			isKnown ? formula(`${after}-${before}`, difference, line.difference) : null,
		],
	};
}

/** The parts must add up to the total, on both sides. */
function checkRows(lines: readonly Line[], options: Options): readonly Row[] {
	const labels = {
		part: m.exports_decision_check_part({}, options),
		funding: m.exports_decision_check_funding({}, options),
		category: m.exports_decision_check_category({}, options),
	} as const;
	return (['part', 'funding', 'category'] as const).map((group) => {
		const rows = lines.flatMap((line, at) =>
			line.kind === 'number' && line.group === group ? [FIRST_ROW + at] : [],
		);
		const check = (column: number): Cell => {
			const [first = 0, last = 0] = [rows[0], rows.at(-1)];
			const sum = `SUM(${address(column, first)}:${address(column, last)})`;
			return formula(`${address(column, DECISION_ROW.total)}-${sum}`, 0, 'decimal');
		};
		return {
			look: 'group',
			isCheck: true,
			cells: [text(labels[group]), check(DECISION_COLUMN.before), check(DECISION_COLUMN.after), null],
		};
	});
}

function absolute(sheet: TableSheet, column: number): string {
	const letter = `$${columnLetter(column)}$`;
	return sheetRef(sheet.name, `${letter}${FIRST_ROW}:${letter}${regionOf(sheet).lastRow}`);
}
