import { foldText } from '../shared/index.ts';
import { matchKey, NOT_A_UNIT } from './choices.ts';
import { cellAddress, cellText, type Grid, type GridRow } from './grid.ts';
import type { SheetKind } from './fields.ts';
import { headingsOf, type HeaderBand } from './header.ts';
import { isNothing, readNumber } from './numbers.ts';
import { allSteps, eachRow, type Steps } from './steps.ts';
import { isPartOfAbove } from './row-part.ts';
import { isLeadership, partOfHeading } from './guess-things.ts';
import { nameKey, withoutNumbering } from './words.ts';

/**
 * What a row below the heading is. `section` names the unit of the rows below it; `total` sums; `part` breaks the number of
 * the row above down; `numbering` numbers
 * the columns („1 2 3“); `repeated` is the heading again; `note` stands outside the table.
 */
export type RowRole = 'data' | 'section' | 'total' | 'part' | 'numbering' | 'repeated' | 'note';

export interface ClassifiedRow {
	readonly row: GridRow;
	readonly role: RowRole;
	/** The sections above, the widest first. */
	readonly sections: readonly SectionName[];
}

/** A heading inside the table and where it stands. */
export interface SectionName {
	readonly name: string;
	readonly cell: string;
}

interface TableLayout {
	readonly kind: SheetKind | null;
	readonly band: HeaderBand;
	readonly lastRow: number | null;
	readonly takesTotals?: boolean;
	readonly dataRows?: readonly number[];
	readonly matches?: Readonly<Record<string, string>>;
}

/**
 * Says of every filled row below the heading what it is. A row whose only text is the name of a unit, or is merged
 * across the table, is a section, when rows of data follow it; in a list of units it is a unit. Totals are rows that
 * say ОБЩО, ВСИЧКО or СБОР and carry a figure; what begins with „в т.ч.“ is a part of the row above it.
 */
export function classifyRows(grid: Grid, layout: TableLayout): readonly ClassifiedRow[] {
	return allSteps(classifyRowsSteps(grid, layout));
}

/** The same in steps. */
export function* classifyRowsSteps(grid: Grid, layout: TableLayout): Steps<readonly ClassifiedRow[]> {
	const { band, lastRow, kind } = layout;
	const headings = headingsOf(grid, band).map(foldText);
	const below = grid.rows.filter(
		({ number }) => number > band.last && (lastRow === null || number <= lastRow),
	);
	const said = new Set(layout.dataRows ?? []);
	const roleOf = (row: GridRow): RowRole => {
		if (said.has(row.number)) return 'data';
		const role = roughRole(row, headings, kind);
		return role === 'total' && layout.takesTotals === true ? 'data' : role;
	};
	const rough = yield* eachRow(below, (row) => ({ row, role: roleOf(row) }));
	const lastData = rough.findLastIndex(({ role }) => role === 'data' || role === 'total');
	const sections: Section[] = [];
	return rough.map(({ row, role }, at) => {
		if (role !== 'section')
			return { row, role, sections: sections.map(({ name, cell }) => ({ name, cell })) };
		if (at > lastData || isRemark(row)) return { row, role: 'note', sections: [] };
		const section = sectionOf(row);
		// What a person says is no unit leaves the headings above as they are.
		const isNone = layout.matches?.[matchKey('unit', nameKey(section.name))] === NOT_A_UNIT;
		const above = isNone ? sections.map(({ name, cell }) => ({ name, cell })) : push(sections, section);
		return { row, role, sections: above };
	});
}

/** The text of a heading across the table, without its numbering. */
function sectionOf(row: GridRow): SectionName {
	const column = row.cells.findIndex((cell) => {
		const text = cellText(cell);
		return text !== '' && !isNumbering(text);
	});
	const text = cellText(row.cells[column]);
	return {
		name: withoutNumbering(text).replace(/[\s:–-]+$/u, ''),
		cell: cellAddress(Math.max(0, column), row.number),
	};
}

interface Section extends SectionName {
	readonly rank: number;
}

/** A sector stands in the department above it, a department in the directorate above it; a part of all begins anew. */
function push(sections: Section[], section: SectionName): readonly SectionName[] {
	const rank = rankOf(section.name);
	while (sections.length > 0 && (sections.at(-1)?.rank ?? 0) >= rank) sections.pop();
	// Those who lead stand beside the directorates, not above them.
	if (rank > 1 && sections.some(({ name }) => isLeadership(name))) sections.length = 0;
	const above = sections.map(({ name, cell }) => ({ name, cell }));
	sections.push({ ...section, rank });
	return above;
}

function rankOf(name: string): number {
	if (partOfHeading(name) !== undefined) return 0;
	const key = nameKey(name, 'unit');
	if (/(^| )сектор( |$)/u.test(key)) return 4;
	if (/(^| )отдел( |$)/u.test(key)) return 3;
	return /^(дирекция|кметство|кметства|звено|общинско предприятие)( |$)/u.test(key) ? 2 : 1;
}

function roughRole(row: GridRow, headings: readonly string[], kind: SheetKind | null): RowRole {
	const texts = row.cells.map(cellText);
	const filled = texts.filter((text) => text !== '');
	if (isPartOfAbove(texts, kind)) return 'part';
	if (isTotal(texts)) return 'total';
	if (SIGNATURE.test(filled[0] ?? '')) return 'note';
	if (isCountUp(filled)) return 'numbering';
	if (filled.length > 1 && texts.every((text, at) => text === '' || foldText(text) === headings[at]))
		return 'repeated';
	return isSection(row, texts, kind) ? 'section' : 'data';
}

/** The row begins with, or its only word is, a word for a sum, and it has a figure. */
function isTotal(texts: readonly string[]): boolean {
	const words = texts.filter((text) => text !== '' && readNumber(text) === undefined && !isNumbering(text));
	const first = foldText(words[0] ?? '');
	const says =
		/^(общо|всичко|сбор|сума|итого|тотал|total|междинен сбор|обща численост|общ брой)(?![\p{L}])/u.test(
			first,
		) || /(?<![\p{L}])(общо|всичко)[:.]?$/u.test(first);
	return says && words.length <= 2 && texts.some((text) => readNumber(text) !== undefined);
}

/** „1 2 3 …“ or „1. 2. 3.“ or „а б 1 2“ under a heading: at least three figures, each one more. */
function isCountUp(filled: readonly string[]): boolean {
	const figures = filled
		.map((text) => /^\(?(\d{1,2})[.)]?$/.exec(text)?.[1])
		.filter((text) => text !== undefined);
	if (figures.length < 3 || filled.some((text) => text.length > 4)) return false;
	return figures.every((text, at) => at === 0 || Number(text) === Number(figures[at - 1]) + 1);
}

/** One text, merged across or alone, with nothing but its numbering before it. */
function isSection(row: GridRow, texts: readonly string[], kind: SheetKind | null): boolean {
	const own = texts.filter((text, at) => text !== '' && row.cells[at]?.inferred !== 'across');
	const only = own.at(-1);
	const isAlone = own.length === 1 || (own.length === 2 && isNumbering(own[0] ?? ''));
	if (!isAlone || only === undefined || isNumbering(only)) return false;
	if (readNumber(only) !== undefined || isNothing(only)) return false;
	if (row.cells.filter((cell) => cell?.inferred === 'across').length >= 2) return true;
	if (kind === 'units') return isRemark(row);
	return isUnitName(only) || (kind === 'staffing' && !JOB.test(only)) || isRemark(row);
}

function isUnitName(text: string): boolean {
	return UNIT_NAME.test(nameKey(text, 'unit'));
}

const UNIT_NAME =
	/^(дирекция|отдел|сектор|звено|кметство|кметства|община|обща администрация|специализирана администрация|ръководство|общински? |функция гражданска)/u;

const JOB =
	/(?<!\p{L})(експерт|специалист|директор|началник|юрисконсулт|счетоводител|касиер|шофьор|инспектор|секретар|чистач|техник|служител|организатор|деловодител|домакин|архитект|одитор|сътрудник|изпълнител|работник|гл\.|ст\.|мл\.)/iu;

/** „Изготвил: … Съгласувал: …“ stand side by side below a table; neither a job nor a function begins so. */
const SIGNATURE = /^(изготвил|съгласувал|утвърдил|утвърждавам|одобрил|проверил|съставил)а?(?!\p{L})/iu;

function isNumbering(text: string): boolean {
	return /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXІХ]{1,5})[.)]?$/u.test(text);
}

/** „Забележка: …“, „Изготвил: …“, „* …“ are about the table, wherever they stand. */
function isRemark(row: GridRow): boolean {
	const text = row.cells.map(cellText).find((value) => value !== '') ?? '';
	return /^(\*|забележк|бележк|изготвил|съгласувал|утвърдил|одобрил|утвърждавам|дата|кмет на община|приложение)/iu.test(
		text,
	);
}
