import { EMPLOYMENT_RELATIONS } from '#lib/domain/org/index.ts';
import { ABSENCE_CODES } from '#lib/domain/workload/index.ts';
import { sourceText } from '#lib/i18n/legal-text.ts';
import { localText, nameOfRelation } from '#lib/i18n/names.ts';
import { nameOfBase } from '#lib/i18n/need-names.ts';
import { nameOfAbsence, nameOfWorkloadMethod } from '#lib/i18n/workload-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnLetter, sheetRef } from '../shared/address.ts';
import { formula, number, percent, text, type Cell } from '../shared/cells.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import type { BookUnit, WorkloadBook } from './model.ts';
import {
	ASSUMPTION_ROWS,
	assumptionCell,
	columnOf,
	headOf,
	nameOfSheet,
	sourceWords,
	type AssumptionRow,
} from './names.ts';
import { timeTermCell, timeTermRows } from './time-terms.ts';

/** What may be changed in the file, each with its source; every other sheet reads from here. */
export function assumptionsSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	const { rule, distribution } = book;
	const values: Readonly<Record<AssumptionRow, number | null>> = {
		tolerance: rule.tolerance,
		shortage: rule.shortage,
		surplus: rule.surplus,
		coverageMinimum: rule.coverageMinimum,
		peersMinimum: rule.peersMinimum,
		personal: distribution?.personal ?? null,
		material: distribution?.material ?? null,
	};
	const names: Readonly<Record<AssumptionRow, string>> = {
		tolerance: m.workload_assumed_tolerance({}, options),
		shortage: m.workload_book_shortage({}, options),
		surplus: m.workload_book_surplus({}, options),
		coverageMinimum: m.workload_book_coverage({}, options),
		peersMinimum: m.workload_assumed_peers({}, options),
		personal: m.workload_assumed_personal({}, options),
		material: m.workload_assumed_material({}, options),
	};
	const sourceOf = (row: AssumptionRow) =>
		book.sources.find(({ name }) => name === (row === 'peersMinimum' ? 'peers' : row));
	return {
		...headOf(book, 'assumptions'),
		columns: [
			{ header: m.workload_col_parameter({}, options), width: 44 },
			{ header: m.workload_col_value({}, options), width: 14 },
			{ header: m.workload_col_citation({}, options), width: 60 },
			{ header: m.workload_book_note({}, options), width: 60 },
		],
		rows: [
			...ASSUMPTION_ROWS.map((row): Row => ({
				cells: [
					text(names[row]),
					number(values[row], 'general'),
					text(sourceWords(sourceOf(row)?.citation, options)),
					text(sourceWords(sourceOf(row)?.note, options)),
				],
			})),
			{
				cells: [
					text(m.workload_assumed_method({}, options)),
					text(nameOfWorkloadMethod(book.method, options)),
				],
			},
			{ cells: [text(m.workload_assumed_base({}, options)), text(nameOfBase(book.base, options))] },
			...timeTermRows(book),
		],
		frozenColumns: 1,
		hasFilter: false,
	};
}

const HOURS_COLUMN = 9;

/** Available hours of one post by employment relation: working days − absences, by the hours of the day. */
export function timeSheet(book: WorkloadBook): TableSheet {
	const options = { locale: book.colophon.locale };
	return {
		...headOf(book, 'time'),
		columns: [
			{ header: m.workload_book_relation({}, options), width: 34 },
			{ header: m.workload_book_working_days({}, options), width: 14 },
			...ABSENCE_CODES.map((code) => ({ header: nameOfAbsence(code, options), width: 14 })),
			{ header: m.workload_book_days({}, options), width: 14 },
			{ header: m.workload_book_hours_per_day({}, options), width: 14 },
			{ header: m.workload_book_hours({}, options), width: 16 },
		],
		rows: book.times.map(({ relation, time }, at): Row => {
			const row = FIRST_ROW + at;
			const days = `${address(1, row)}-SUM(${address(2, row)}:${address(6, row)})`;
			return {
				cells: [
					text(nameOfRelation(relation, options)),
					number(time.workingDays, 'general'),
					...ABSENCE_CODES.map((code) => {
						const days = time.absences.find((absence) => absence.code === code)?.days ?? 0;
						return formula(timeTermCell(book, { code, relation }, options.locale), days, 'general');
					}),
					formula(days, time.days, 'general'),
					number(time.hoursPerDay, 'general'),
					formula(`${address(7, row)}*${address(8, row)}`, time.hours, 'decimal'),
				],
			};
		}),
		frozenColumns: 1,
		hasFilter: false,
	};
}

/** Columns of the sheet of units that other sheets read. */
export const UNIT_COLUMN = { key: 1, hours: 7, common: 8, factor: 9, individual: 11, answered: 12 } as const;

/** Posts, available hours, common work and individual duties of each unit. */
export function unitsSheet(book: WorkloadBook): TableSheet {
	const { locale } = book.colophon;
	const options = { locale };
	return {
		...headOf(book, 'units'),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 50 },
			{ header: m.workload_book_key({}, options), width: 14 },
			...EMPLOYMENT_RELATIONS.map((relation) => ({ header: nameOfRelation(relation, options), width: 14 })),
			{ header: m.workload_col_approved({}, options), width: 12 },
			{ header: m.workload_book_hours({}, options), width: 16 },
			{ header: m.workload_formula_cas({}, options), width: 14 },
			{ header: m.workload_formula_caf({}, options), width: 16 },
			{ header: m.workload_book_individual_hours({}, options), width: 18 },
			{ header: m.workload_formula_individual({}, options), width: 16 },
			{ header: m.workload_book_answered({}, options), width: 16 },
		],
		rows: book.units.map((unit, at) => unitRow(book, unit, FIRST_ROW + at)),
		frozenColumns: 1,
		indentColumn: 0,
		notes: [m.workload_book_units_note({}, options)],
	};
}

function unitRow(book: WorkloadBook, unit: BookUnit, row: number): Row {
	const { locale } = book.colophon;
	const { volume } = unit;
	const posts = EMPLOYMENT_RELATIONS.map((relation) => unit.posts.get(relation) ?? 0);
	const sum = posts.reduce((total, one) => total + one, 0);
	const hours = address(UNIT_COLUMN.hours, row);
	const lines = book.units.reduce((total, { allowances }) => total + allowances.length, 0);
	const allowance = (column: number) =>
		`SUMIFS(${columnOf('allowances', column, lines, locale)},${columnOf('allowances', 1, lines, locale)},${address(UNIT_COLUMN.key, row)})`;
	const isWisn = book.method === 'wisn' || book.distribution === null;
	const factor = isWisn
		? `1/(1-${address(UNIT_COLUMN.common, row)})`
		: `1+${assumptionCell('personal', locale)}+${assumptionCell('material', locale)}`;
	const known: readonly Cell[] = volume
		? [
				formula(hoursFormula(book, { row, isOwn: sum > 0 }), volume.hours, 'decimal'),
				formula(`${allowance(4)}+${allowance(5)}/${hours}`, volume.common, 'percent'),
				formula(factor, volume.factor, 'general'),
				formula(allowance(8), volume.individualHours, 'decimal'),
				formula(`${address(10, row)}/${hours}`, volume.individualHours / volume.hours, 'general'),
			]
		: [text(m.workload_row_problem({}, { locale })), null, null, null, null];
	return {
		level: Math.min(unit.depth, 6),
		cells: [
			text(localText(unit.name, { locale })),
			text(unit.key),
			...posts.map((one) => number(one, 'general')),
			formula(`SUM(${address(2, row)}:${address(5, row)})`, sum, 'general'),
			...known,
			number(unit.answered, 'general'),
		],
	};
}

/** The mean of the hours by relation, over the own posts or, where there are none, over all posts. */
function hoursFormula(book: WorkloadBook, { row, isOwn }: { row: number; isOwn: boolean }): string {
	const { locale } = book.colophon;
	const last = FIRST_ROW + book.units.length - 1;
	const postsOf = (column: number) => {
		const letter = columnLetter(column);
		return isOwn ? address(column, row) : `SUM(${letter}$${FIRST_ROW}:${letter}$${last})`;
	};
	const hoursAt = (at: number) =>
		sheetRef(nameOfSheet('time', locale), `$${columnLetter(HOURS_COLUMN)}$${FIRST_ROW + at}`);
	const total = book.units.reduce((sum, { approved }) => sum + approved, 0);
	if (!isOwn && total === 0) return hoursAt(EMPLOYMENT_RELATIONS.indexOf('labour'));
	const terms = EMPLOYMENT_RELATIONS.map((_, at) => `${postsOf(2 + at)}*${hoursAt(at)}`);
	return `(${terms.join('+')})/${postsOf(6)}`;
}

/** Uncounted work: of everybody as a share or hours of each, of some as people × hours. */
export function allowancesSheet(book: WorkloadBook): TableSheet {
	const { locale } = book.colophon;
	const options = { locale };
	let row = FIRST_ROW - 1;
	return {
		...headOf(book, 'allowances'),
		columns: [
			{ header: m.workload_col_unit({}, options), width: 50 },
			{ header: m.workload_book_key({}, options), width: 14 },
			{ header: m.workload_allowance_name({}, options), width: 44 },
			{ header: m.workload_allowance_kind({}, options), width: 18 },
			{ header: m.workload_book_common_share({}, options), width: 14 },
			{ header: m.workload_book_common_hours({}, options), width: 16 },
			{ header: m.workload_book_staff({}, options), width: 10 },
			{ header: m.workload_book_hours_each({}, options), width: 16 },
			{ header: m.workload_book_individual_hours({}, options), width: 16 },
			{ header: m.workload_col_citation({}, options), width: 40 },
		],
		rows: book.units.flatMap((unit) =>
			unit.allowances.map((item): Row => {
				row += 1;
				const isCommon = item.kind === 'category';
				return {
					cells: [
						text(localText(unit.name, options)),
						text(unit.key),
						text(localText(item.name, options) || m.workload_assumed_common({}, options)),
						text(
							isCommon
								? m.workload_allowance_category({}, options)
								: m.workload_allowance_individual({}, options),
						),
						percent(isCommon ? item.share : null),
						number(isCommon ? item.hours : null, 'decimal'),
						number(item.staff, 'general'),
						number(isCommon ? null : item.hours, 'decimal'),
						isCommon
							? null
							: formula(
									`${address(6, row)}*${address(7, row)}`,
									(item.staff ?? 0) * (item.hours ?? 0),
									'decimal',
								),
						text(sourceText(item.source, options)),
					],
				};
			}),
		),
		frozenColumns: 1,
		notes: [m.workload_book_allowances_note({}, options)],
	};
}
