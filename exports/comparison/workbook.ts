import { MEASURES, tellsApart, type Measure } from '#lib/domain/scenario/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { comparedText, letterOfSide, nameOfComparedSet, nameOfMeasure } from '#lib/i18n/compare-text.ts';
import { localText } from '#lib/i18n/names.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { nameOfVerdict } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { date, decimal, money, number, percent, text, whole, type Cell } from '../shared/cells.ts';
import { coverFacts, makeCover, printedDate, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import type { Column, TableSheet, WorkbookSpec } from '../shared/sheet.ts';
import type { ComparedSide, ComparisonBook } from './model.ts';
import { orderText, weightSheet } from './weights.ts';

/** Numbers, differences of structure, rules that differ, and the weights with what they give. */
export function comparisonWorkbook(book: ComparisonBook): WorkbookSpec {
	const { colophon } = book;
	const title = m.compare_title();
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: sideFacts(book), method: m.compare_weights_lead() }),
			legend: [],
			caveats: caveatsOf(book),
		}),
		sheets: [numberSheet(book), structureSheet(book), ruleSheet(book), weightSheet(book)],
	};
}

/** „Сравнение на варианти Община Елена.xlsx“. */
export function comparisonFileName({ colophon }: Pick<ComparisonBook, 'colophon'>): string {
	const { municipality, locale } = colophon;
	return workbookFileName([m.compare_title(), localText(municipality.name, { locale })]);
}

function sideFacts({ sides, weighing, judgedOn }: ComparisonBook) {
	return [
		...sides.map((side, at) => ({ label: letterOfSide(at), value: text(nameOfSide(side)) })),
		{ label: m.compare_judged_on(), value: date(judgedOn) },
		{ label: m.compare_weights(), value: text(orderText(weighing)) },
	];
}

function caveatsOf({ sides, judgedOn, hasSeveralBases }: ComparisonBook): readonly string[] {
	const short = sides.flatMap(({ name, isCutShort }) =>
		isCutShort ? [`${name ?? ''}: ${m.compare_cut_short()}`] : [],
	);
	return [
		m.compare_judged_note({ date: printedDate(judgedOn) }),
		...(hasSeveralBases ? [m.compare_several_bases()] : []),
		...short,
		m.compare_export_unknown(),
	];
}

function nameOfSide({ name, baseValidFrom }: ComparedSide): string {
	const base = m.compare_base_from({ date: printedDate(baseValidFrom) });
	return name === null ? base : `${name} (${base})`;
}

/** A column for each side: its letter, and the name of the scenario. */
function sideColumns({ sides }: ComparisonBook, width: number): readonly Column[] {
	return sides.map(({ name }, at) => ({
		...{ header: name === null ? letterOfSide(at) : `${letterOfSide(at)}. ${name}`, width },
	}));
}

function numberSheet(book: ComparisonBook): TableSheet {
	const row = (label: string, cellOf: (side: ComparedSide) => Cell) => [
		text(label),
		...book.sides.map(cellOf),
	];
	return sheetOf(book, {
		name: m.compare_numbers(),
		about: m.compare_export_numbers_about(),
		frozenColumns: 1,
		columns: [{ header: m.compare_col_measure(), width: 44 }, ...sideColumns(book, 26)],
		rows: [
			row(m.compare_operations(), ({ name, operations }) => (name === null ? null : whole(operations))),
			...MEASURES.map((measure) =>
				row(nameOfMeasure(measure), ({ values }) => measureCell(measure, values[measure])),
			),
			row(m.compare_outside(), ({ outside }) => decimal(outside)),
		],
	});
}

/** The value in its unit; „не е измерено“ where nobody knows it, never a zero. */
function measureCell(measure: Measure, value: number | null): Cell {
	if (value === null) return text(m.compare_not_measured());
	if (measure === 'cost') return money(value as EurCents);
	if (measure === 'specialised-share') return percent(value);
	if (measure === 'administration') return decimal(value);
	return measure === 'span' ? number(value, 'general') : whole(value);
}

function structureSheet(book: ComparisonBook): TableSheet {
	return sheetOf(book, {
		name: m.compare_structure(),
		about: m.compare_export_structure_about(),
		frozenColumns: 2,
		columns: [
			{ header: m.compare_export_set(), width: 12 },
			{ header: m.compare_col_measure(), width: 52 },
			...sideColumns(book, 36),
			{ header: m.compare_export_apart(), width: 16 },
		],
		rows: book.rows.map((row) => [
			text(nameOfComparedSet(row.set)),
			text(localText(row.name)),
			...row.cells.map((cell) => text(comparedText(cell, row.cells))),
			text(tellsApart(row) ? m.common_yes() : m.common_no()),
		]),
	});
}

function ruleSheet(book: ComparisonBook): TableSheet {
	return sheetOf(book, {
		name: m.compare_rules(),
		about: m.compare_export_rules_about({ date: printedDate(book.judgedOn) }),
		frozenColumns: 2,
		columns: [
			{ header: m.compare_export_rule(), width: 9 },
			{ header: m.compare_col_measure(), width: 56 },
			{ header: m.compare_export_citation(), width: 40 },
			...sideColumns(book, 24),
		],
		rows: book.rules.map(({ rule, citation, verdicts }) => [
			text(rule),
			text(nameOfRule(rule)),
			text(citationText(citation)),
			...verdicts.map((verdict) => text(nameOfVerdict(verdict))),
		]),
	});
}

interface Sheet extends Pick<TableSheet, 'name' | 'about' | 'columns' | 'frozenColumns'> {
	readonly rows: readonly (readonly Cell[])[];
}

function sheetOf({ colophon }: ComparisonBook, { rows, ...sheet }: Sheet): TableSheet {
	return {
		...sheet,
		title: `${m.compare_title()}: ${sheet.name}`,
		subtitle: localText(colophon.municipality.name, { locale: colophon.locale }),
		rows: rows.map((cells) => ({ cells })),
		paper: 'A4',
		hasFilter: true,
	};
}
