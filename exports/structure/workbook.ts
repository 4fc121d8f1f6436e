import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { OrgUnit, Post } from '#lib/domain/org/index.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfUnitKind,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { sourceText } from '#lib/i18n/legal-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { columnRange } from '../shared/address.ts';
import { lensName, paperMark, type PaperLens } from '../chart/lens.ts';
import { coloured, decimal, formula, money, text, whole, type Cell } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines, type Colophon } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import { FIRST_ROW, type Row, type TableSheet, type WorkbookSpec } from '../shared/sheet.ts';

/** One unit of the table, in the order of the act. */
export interface UnitRow {
	readonly unit: OrgUnit;
	readonly depth: number;
	/** Null for a closed unit: it has none any more. */
	readonly approved: number | null;
	readonly occupied: number | null;
	/** With everything below. */
	readonly total: number | null;
	readonly accountable: number | null;
	readonly participates: number | null;
}

export interface StructureBook {
	readonly colophon: Colophon;
	readonly units: readonly UnitRow[];
	/** In the order of the units. */
	readonly posts: readonly Post[];
	/** Whether the reader sees what a post costs; everybody's are seen where this is absent. */
	readonly seesCost?: (post: Post) => boolean;
	/** Gives every unit its colour and number in a column of its own. */
	readonly lens?: PaperLens | null;
}

/** The structure as a workbook: the units as they stand under each other, and the posts. */
export function structureWorkbook(book: StructureBook): WorkbookSpec {
	const { colophon } = book;
	const options = { locale: colophon.locale };
	const title = m.exports_chart_title({}, options);
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: [], method: m.exports_structure_method({}, options) }),
			legend: [],
			caveats: [m.exports_caveat_totals({}, options), m.exports_structure_caveat({}, options)],
		}),
		sheets: [unitSheet(book, title), postSheet(book, title)],
	};
}

/** „Структура Община Елена.xlsx“. */
export function structureFileName({ colophon }: Pick<StructureBook, 'colophon'>): string {
	const options = { locale: colophon.locale };
	return workbookFileName([
		m.exports_chart_file({}, options),
		localText(colophon.municipality.name, options),
	]);
}

const OWN = 4;

function unitSheet({ colophon, units, lens = null }: StructureBook, title: string): TableSheet {
	const options = { locale: colophon.locale };
	const nameOf = new Map(units.map(({ unit }) => [unit.key as string, localText(unit.name, options)]));
	return {
		...sheetHead(
			colophon,
			title,
			m.exports_structure_units({}, options),
			m.exports_structure_units_about({}, options),
		),
		columns: [
			{ header: m.exports_col_unit({}, options), width: 56 },
			{ header: m.structure_field_kind({}, options), width: 24 },
			{ header: m.structure_field_part({}, options), width: 26 },
			{ header: m.structure_field_parent({}, options), width: 40 },
			{ header: m.structure_field_approved({}, options), width: 12, total: 'decimal' },
			{ header: m.structure_field_occupied({}, options), width: 12, total: 'decimal' },
			{ header: m.structure_column_total({}, options), width: 14 },
			{ header: m.structure_column_accountable({}, options), width: 12, total: 'whole' },
			{ header: m.structure_column_participates({}, options), width: 12, total: 'whole' },
			{ header: m.structure_field_verification({}, options), width: 16 },
			{ header: m.structure_field_source({}, options), width: 40 },
			{ header: m.structure_column_key({}, options), width: 14 },
			...(lens === null ? [] : [{ header: lensName(lens, colophon.locale), width: 30 }]),
		],
		rows: units.map(({ unit, depth, ...row }, at): Row => {
			const range = columnRange(OWN, FIRST_ROW + at, FIRST_ROW + lastBelow(units, at));
			const cells: readonly Cell[] = [
				text(localText(unit.name, options)),
				text(nameOfUnitKind(unit.kind, options)),
				text(nameOfPart(unit.part, options)),
				text(unit.parentKey === null ? null : (nameOf.get(unit.parentKey) ?? null)),
				decimal(row.approved),
				decimal(row.occupied),
				row.total === null ? null : formula(`SUM(${range})`, row.total, 'decimal'),
				whole(row.accountable),
				whole(row.participates),
				text(nameOfVerification(unit.origin.verification, options)),
				text(sourceText(unit.origin.source, options)),
				text(unit.key),
				...(lens === null ? [] : [lensCell(lens, unit.key, colophon.locale)]),
			];
			return { level: Math.min(depth, 7), cells };
		}),
		totalLabel: m.exports_total({}, options),
		indentColumn: 0,
		frozenColumns: 1,
		paper: 'A3',
	};
}

/** „1,18 · високо натоварване“ on the colour of the step. */
function lensCell(lens: PaperLens, key: string, locale: Locale): Cell {
	const mark = paperMark(lens, key, locale);
	if (!mark) return null;
	return coloured([...new Set([mark.value, mark.label])].filter(Boolean).join(' · '), mark.colour);
}

function postSheet(
	{ colophon, units, posts, seesCost = () => true }: StructureBook,
	title: string,
): TableSheet {
	const options = { locale: colophon.locale };
	const nameOf = new Map(units.map(({ unit }) => [unit.key, localText(unit.name, options)]));
	return {
		...sheetHead(
			colophon,
			title,
			m.exports_structure_posts({}, options),
			m.exports_structure_posts_about({}, options),
		),
		columns: [
			{ header: m.exports_col_unit({}, options), width: 44 },
			{ header: m.exports_col_post({}, options), width: 44 },
			{ header: m.structure_field_approved({}, options), width: 12, total: 'decimal' },
			{ header: m.structure_field_occupied({}, options), width: 12, total: 'decimal' },
			{ header: m.structure_field_category({}, options), width: 18 },
			{ header: m.structure_field_relation({}, options), width: 22 },
			{ header: m.structure_field_funding({}, options), width: 20 },
			{ header: m.structure_field_cost({}, options), width: 18 },
			{ header: m.structure_field_occupation({}, options), width: 14 },
			{ header: m.structure_field_verification({}, options), width: 16 },
			{ header: m.structure_field_source({}, options), width: 40 },
			{ header: m.structure_column_key({}, options), width: 14 },
		],
		rows: posts.map((post): Row => ({
			cells: [
				text(nameOf.get(post.unitKey) ?? null),
				text(localText(post.title, options)),
				decimal(post.approved),
				decimal(post.occupied),
				text(nameOfCategory(post.category, options)),
				text(nameOfRelation(post.relation, options)),
				text(nameOfFunding(post.funding, options)),
				seesCost(post) ? money(post.annualCost) : text(m.structure_cost_hidden({}, options)),
				text(post.occupation === undefined ? null : printOccupationCode(post.occupation)),
				text(nameOfVerification(post.origin.verification, options)),
				text(sourceText(post.origin.source, options)),
				text(post.key),
			],
		})),
		totalLabel: m.exports_total({}, options),
		frozenColumns: 2,
		paper: 'A3',
	};
}

function sheetHead(
	{ municipality, locale }: Colophon,
	title: string,
	name: string,
	about: string,
): Pick<TableSheet, 'name' | 'title' | 'subtitle' | 'about'> {
	return {
		name,
		title: `${title}: ${name}`,
		subtitle: `${localText(municipality.name, { locale })} · ${about}`,
		about,
	};
}

/** Place of the last unit below a unit; the units stand each before what is below it. */
function lastBelow(units: readonly UnitRow[], at: number): number {
	const depth = units[at]?.depth ?? 0;
	const end = units.findIndex((other, place) => place > at && other.depth <= depth);
	return (end === -1 ? units.length : end) - 1;
}
