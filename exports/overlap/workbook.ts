import { localText } from '#lib/i18n/names.ts';
import { nameOfLabel } from '#lib/i18n/overlap-label-names.ts';
import { nameOfVerdict } from '#lib/i18n/overlap-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { decimal, money, number, text, whole, type Cell } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import type { Column, TableSheet, WorkbookSpec } from '../shared/sheet.ts';
import type { OverlapBook, TwinCells } from './model.ts';

/** Pairs with verdicts and reasons, unit × unit, gaps, fragmentation and, for two municipalities, twins. */
export function overlapWorkbook(book: OverlapBook): WorkbookSpec {
	const { colophon } = book;
	const title = m.overlap_title();
	const twins = book.twins.length > 0 ? [twinSheet(book)] : [];
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: [], method: m.overlap_export_method() }),
			legend: [],
			caveats: [m.overlap_export_caveat()],
		}),
		sheets: [pairSheet(book), unitSheet(book), gapSheet(book), spreadSheet(book), shapeSheet(book), ...twins],
	};
}

/** „Припокривания Община Елена.xlsx“. */
export function overlapFileName({ colophon }: Pick<OverlapBook, 'colophon'>): string {
	return workbookFileName([
		m.overlap_title(),
		localText(colophon.municipality.name, { locale: colophon.locale }),
	]);
}

function pairSheet(book: OverlapBook): TableSheet {
	return sheetOf(book, {
		name: m.overlap_export_pairs(),
		frozenColumns: 2,
		columns: [
			{ header: m.overlap_col_score(), width: 11 },
			{ header: m.overlap_col_suggested(), width: 14 },
			{ header: m.overlap_col_function(), width: 52 },
			{ header: m.overlap_col_unit(), width: 34 },
			{ header: m.overlap_col_other_function(), width: 52 },
			{ header: m.overlap_col_other_unit(), width: 34 },
			{ header: m.overlap_col_decided(), width: 20 },
			{ header: m.overlap_judge_reason(), width: 44 },
			{ header: m.overlap_export_by(), width: 24 },
		],
		rows: book.pairs.map((pair) => [
			decimal(pair.score),
			text(nameOfLabel(pair.label)),
			...[pair.textA, pair.unitA, pair.textB, pair.unitB].map(text),
			text(pair.verdict === null ? m.overlap_verdict_open() : nameOfVerdict(pair.verdict)),
			text(pair.reason),
			text(pair.decidedBy),
		]),
	});
}

function unitSheet(book: OverlapBook): TableSheet {
	return sheetOf(book, {
		name: m.overlap_export_units(),
		frozenColumns: 2,
		columns: [
			{ header: m.overlap_col_unit(), width: 50 },
			{ header: m.overlap_col_other_unit(), width: 50 },
			{ header: m.overlap_col_count(), width: 12 },
			{ header: m.overlap_col_best(), width: 16 },
		],
		rows: book.cells.map((cell) => [
			text(cell.row),
			text(cell.column),
			whole(cell.count),
			decimal(cell.score),
		]),
	});
}

function gapSheet(book: OverlapBook): TableSheet {
	return sheetOf(book, {
		name: m.overlap_tab_gaps(),
		frozenColumns: 1,
		columns: [
			{ header: m.overlap_export_gap_kind(), width: 40 },
			{ header: m.overlap_export_gap_text(), width: 70 },
			{ header: m.overlap_export_gap_detail(), width: 50 },
		],
		rows: book.gaps.map((gap) => [text(gap.kind), text(gap.text), text(gap.detail)]),
	});
}

function spreadSheet(book: OverlapBook): TableSheet {
	return sheetOf(book, {
		name: m.overlap_tab_dispersion(),
		frozenColumns: 1,
		columns: [
			{ header: m.overlap_col_function(), width: 56 },
			{ header: m.overlap_dispersion_h(), width: 10 },
			{ header: m.overlap_dispersion_d(), width: 10 },
			{ header: m.overlap_dispersion_units(), width: 10 },
			{ header: m.overlap_dispersion_shares(), width: 60 },
		],
		rows: book.spread.map((one) => [
			text(one.text),
			...[one.concentration, one.dispersion, one.effectiveUnits].map(decimal),
			text(one.shares),
		]),
	});
}

function shapeSheet(book: OverlapBook): TableSheet {
	return sheetOf(book, {
		name: m.overlap_shape_sheet(),
		frozenColumns: 1,
		columns: [
			{ header: m.overlap_filter_area(), width: 44 },
			{ header: m.overlap_shape_posts(), width: 18 },
			{ header: m.overlap_shape_fte(), width: 14 },
			{ header: m.overlap_shape_per_post(), width: 12 },
			{ header: m.overlap_shape_cost(), width: 16 },
			{ header: m.overlap_dispersion_coverage(), width: 12 },
		],
		rows: book.shapes.map(({ area, posts, fte, perPost, cost, coverage }) => [
			text(area),
			...[posts, fte, perPost].map(decimal),
			money(cost),
			decimal(coverage),
		]),
	});
}

function twinSheet(book: OverlapBook): TableSheet {
	const side: readonly Column[] = [
		{ header: m.overlap_col_function(), width: 44 },
		{ header: m.overlap_twins_units(), width: 34 },
		{ header: m.overlap_twins_fte(), width: 10 },
		{ header: m.overlap_twins_per_thousand(), width: 14 },
		{ header: m.overlap_twins_per_settlement(), width: 14 },
	];
	const sides = book.twins[0]?.sides.map(({ municipality }) => municipality) ?? [];
	return sheetOf(book, {
		name: m.overlap_export_twins(),
		frozenColumns: 1,
		columns: [
			{ header: m.overlap_col_score(), width: 11 },
			...sides.flatMap((name) => side.map((column) => ({ ...column, header: `${column.header} – ${name}` }))),
		],
		rows: book.twins.map(({ score, sides: both }) => [decimal(score), ...both.flatMap(twinCells)]),
	});
}

/** What is not measured stays empty: never a zero. */
function twinCells(side: TwinCells): readonly Cell[] {
	return [
		text(side.text),
		text(side.units),
		decimal(side.fte),
		number(side.ftePerThousand, 'general'),
		number(side.ftePerSettlement, 'general'),
	];
}

interface Sheet {
	readonly name: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	readonly frozenColumns: number;
}

function sheetOf({ colophon }: OverlapBook, { name, columns, rows, frozenColumns }: Sheet): TableSheet {
	return {
		...{ name, columns, frozenColumns },
		title: `${m.overlap_title()}: ${name}`,
		subtitle: localText(colophon.municipality.name, { locale: colophon.locale }),
		about: m.overlap_export_about({ name }),
		rows: rows.map((cells) => ({ cells })),
		paper: 'A3',
		hasFilter: true,
	};
}
