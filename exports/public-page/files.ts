import type { PublicContent, PublicRow } from '#lib/domain/publication/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { formatDate, formatHeadcount, formatMoment } from '#lib/i18n/format.ts';
import { toCsv } from '#lib/i18n/csv.ts';
import { m } from '#lib/paraglide/messages.js';
import { chartSvg } from '../chart/svg.ts';
import { address } from '../shared/address.ts';
import { date, decimal, formula, text } from '../shared/cells.ts';
import type { Locale } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import { FIRST_ROW, roundSum, type Row, type TableSheet, type WorkbookSpec } from '../shared/sheet.ts';

interface Options {
	readonly locale: Locale;
}

interface FileOptions extends Options {
	/** When the decision stopped being applied; null while it is. */
	readonly undoneAt: string | null;
}

/** The drawing of one side of the structure; its words are those of the list beside it. */
export function publicSvg(content: PublicContent, side: 'before' | 'after', options: FileOptions): string {
	const { locale, undoneAt } = options;
	return chartSvg({
		units: content.structure[side].map(({ key, parentKey, label, posts, isApart }) => ({
			...{ key, parentKey, isApart, group: 'unit', weight: posts, isReconstructed: false },
			label: localText(label, options),
			figures:
				posts === 0 ? '' : m.structure_posts_short({ count: formatHeadcount(posts, options) }, options),
			...{ change: null, movedFromKey: null },
		})),
		title:
			side === 'before'
				? m.publication_structure_before({}, options)
				: m.publication_structure_after({}, options),
		municipality: localText(content.municipality.name, options),
		subtitle:
			undoneAt === null
				? nameOf(content, options)
				: `${nameOf(content, options)} · ${m.publication_state_undone({ date: formatMoment(undoneAt, options) }, options)}`,
		createdAt: `${content.decidedOn}T00:00:00.000Z`,
		locale,
	});
}

/** The numbers of the page as a workbook with the licence on its cover. */
export function publicWorkbook(content: PublicContent, page: string, options: FileOptions): WorkbookSpec {
	const title = nameOf(content, options);
	return {
		title,
		createdAt: `${content.decidedOn}T00:00:00.000Z`,
		print: {
			left: localText(content.municipality.name, options),
			right: content.snapshotId.slice(0, 12),
			page: m.exports_page({}, options),
		},
		cover: {
			name: m.exports_cover_sheet({}, options),
			title,
			facts: [
				{
					label: m.exports_fact_municipality({}, options),
					value: text(localText(content.municipality.name, options)),
				},
				{ label: m.exports_proposal_fact_effective({}, options), value: date(content.effectiveOn) },
				{ label: m.publication_address({}, options), value: text(page) },
				{ label: m.publication_licence({}, options), value: text(m.publication_licence_text({}, options)) },
				{ label: m.exports_fact_snapshot({}, options), value: text(content.snapshotId) },
			],
			sheetsHeading: m.exports_cover_sheets({}, options),
			...{ legendHeading: m.exports_cover_legend({}, options), legend: [] },
			caveatsHeading: m.exports_cover_caveats({}, options),
			caveats: [...caveatsOf(options), m.publication_no_people({}, options)],
		},
		sheets: [
			numberSheet(m.publication_sheet_parts({}, options), content.parts, title, options),
			numberSheet(m.publication_sheet_funding({}, options), content.funding, title, options),
			unitSheet(content, title, options),
		],
	};
}

export function publicFileName(content: PublicContent, locale: Locale): string {
	const options = { locale };
	return workbookFileName([nameOf(content, options), localText(content.municipality.name, options)]);
}

/** All numbers of the page as one table of text. */
export function publicCsv(content: PublicContent, options: FileOptions): string {
	const line = (group: string) => (row: PublicRow) => [
		group,
		localText(row.label, options),
		row.before,
		row.after,
	];
	const units = (side: 'before' | 'after') =>
		new Map(content.structure[side].map((unit) => [unit.key, unit]));
	const [was, becomes] = [units('before'), units('after')];
	return toCsv([
		[
			m.publication_col_group({}, options),
			m.papers_col_indicator({}, options),
			m.papers_col_was({}, options),
			m.papers_col_becomes({}, options),
		],
		...content.parts.map(line(m.publication_sheet_parts({}, options))),
		...content.funding.map(line(m.publication_sheet_funding({}, options))),
		...unionKeys(content).map((key) => [
			m.publication_sheet_units({}, options),
			localText((becomes.get(key) ?? was.get(key))?.label ?? { bg: key, en: null }, options),
			was.get(key)?.posts ?? null,
			becomes.get(key)?.posts ?? null,
		]),
		...caveatsOf(options).map((text) => [m.exports_cover_caveats({}, options), text, null, null]),
		[m.publication_licence({}, options), m.publication_licence_text({}, options), null, null],
	]);
}

/** „Решение № 45 от 10.12.2026 г.“ */
export function nameOf({ number, decidedOn }: PublicContent, options: Options): string {
	return m.review_decision_name({ number, date: formatDate(decidedOn, options) }, options);
}

/** What the page warns of. */
function caveatsOf({ undoneAt, locale }: FileOptions): readonly string[] {
	if (undoneAt === null) return [];
	return [m.publication_undone_notice({ date: formatMoment(undoneAt, { locale }) }, { locale })];
}

function unionKeys({ structure }: PublicContent): readonly string[] {
	return [...new Set([...structure.after, ...structure.before].map(({ key }) => key))];
}

function numberSheet(name: string, rows: readonly PublicRow[], title: string, options: Options): TableSheet {
	return {
		...{ name, title: name, subtitle: title, about: name },
		columns: columnsOf(options),
		rows: rows.map(({ label, before, after, isTotal }, at) => ({
			...(isTotal ? { look: 'total' as const } : {}),
			cells: [text(localText(label, options)), ...figures(before, after, FIRST_ROW + at)],
		})),
		...{ frozenColumns: 1, paper: 'A4', orientation: 'portrait', hasFilter: false },
	};
}

function unitSheet(content: PublicContent, title: string, options: Options): TableSheet {
	const name = m.publication_sheet_units({}, options);
	const units = (side: 'before' | 'after') =>
		new Map(content.structure[side].map((unit) => [unit.key, unit]));
	const [was, becomes] = [units('before'), units('after')];
	return {
		...{ name, title: name, subtitle: title, about: name },
		columns: columnsOf(options, 'decimal'),
		rows: unionKeys(content).map((key, at) => {
			const unit = becomes.get(key) ?? was.get(key);
			return {
				level: unit?.depth ?? 0,
				cells: [
					text(unit ? localText(unit.label, options) : key),
					...figures(was.get(key)?.posts ?? 0, becomes.get(key)?.posts ?? 0, FIRST_ROW + at),
				],
			};
		}),
		totalLabel: m.papers_total_administration({}, options),
		...{ frozenColumns: 1, paper: 'A4', orientation: 'portrait' },
	};
}

function figures(before: number, after: number, row: number): Row['cells'] {
	const difference = formula(
		`${address(2, row)}-${address(1, row)}`,
		roundSum(after - before),
		'signedDecimal',
	);
	return [decimal(before), decimal(after), difference];
}

function columnsOf(options: Options, total?: 'decimal'): TableSheet['columns'] {
	const sum = total ? { total } : {};
	return [
		{ header: m.papers_col_indicator({}, options), width: 60 },
		{ header: m.papers_col_was({}, options), width: 14, align: 'right', ...sum },
		{ header: m.papers_col_becomes({}, options), width: 14, align: 'right', ...sum },
		{ header: m.papers_col_difference({}, options), width: 14, align: 'right' },
	];
}
