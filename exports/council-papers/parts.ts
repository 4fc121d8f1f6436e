import { ADMINISTRATION_PARTS, FUNDING_SOURCES, type AdministrationPart } from '#lib/domain/org/index.ts';
import type { CouncilUnit, PaperFacts } from '#lib/domain/publication/index.ts';
import { formatChange, formatDate, formatHeadcount } from '#lib/i18n/format.ts';
import { localText, nameOfFunding, nameOfPart } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { printLines, type Locale } from '../shared/cover.ts';
import { roundSum } from '../shared/sheet.ts';
import type { WordBlock, WordDocument, WordRow, WordTable } from '../shared/word.ts';
import type { PaperModel } from './model.ts';

export interface Options {
	readonly locale: Locale;
}

/** A paper with what every paper carries: the snapshot in words at its end and in short on every page. */
export function paperOf(
	model: Pick<PaperModel, 'colophon'>,
	parts: {
		readonly title: string;
		readonly blocks: readonly WordBlock[];
		readonly sheet?: Partial<WordDocument['sheet']>;
	},
): WordDocument {
	const { colophon } = model;
	const options = { locale: colophon.locale };
	const { left, right, page } = printLines(colophon);
	return {
		...{ title: parts.title, createdAt: colophon.createdAt, madeBy: colophon.madeBy },
		blocks: [...parts.blocks, note(m.papers_snapshot({ id: colophon.snapshotId ?? '' }, options))],
		foot: { left: [left, right.split(' · ').at(-1) ?? ''].join(' · '), page },
		sheet: { paper: 'A4', orientation: 'portrait', ...parts.sheet },
	};
}

export function heading(text: string, level: 1 | 2 | 3 = 2, align: 'left' | 'center' = 'left'): WordBlock {
	return { kind: 'heading', level, text, align };
}

export function paragraph(
	text: string,
	look: Partial<Extract<WordBlock, { kind: 'paragraph' }>> = {},
): WordBlock {
	return { ...look, kind: 'paragraph', text };
}

export function note(text: string): WordBlock {
	return { kind: 'paragraph', text, isNote: true };
}

/** „До Общински съвет – Елена“, „От …“, „Относно: …“. */
export function officialHead(model: PaperModel, options: Options): readonly WordBlock[] {
	const { header } = model.submitted.report;
	const municipality = localText(model.colophon.municipality.name, options);
	return [
		paragraph(m.papers_to_council({ municipality }, options), { isBold: true }),
		paragraph(m.papers_from({ mover: header.mover || '–' }, options)),
		paragraph(m.papers_about({ title: header.title }, options), { isBold: true }),
		paragraph(m.papers_ground({ ground: header.legalGround || '–' }, options)),
	];
}

/** „Приложение № 2 към Решение № 45 от 10.12.2026 г.“, or to the draft of one. */
export function annexLine({ decision, submitted }: PaperModel, number: number, options: Options): WordBlock {
	const text = decision
		? m.papers_annex_to_decision(
				{
					...{ annex: String(number), number: decision.number },
					date: formatDate(decision.decidedOn, options),
				},
				options,
			)
		: m.papers_annex_to_draft(
				{ annex: String(number), proposal: String(submitted.report.header.number ?? '–') },
				options,
			);
	return paragraph(text, { align: 'right' });
}

/** „5“, „156,5“; for tables. */
export function posts(value: number, options: Options): string {
	return formatHeadcount(value, options);
}

/** „+2“, „−35“, „0“. */
export function difference(before: number, after: number, options: Options): string {
	return formatChange(roundSum(after - before), (value) => formatHeadcount(value, options));
}

const FUNDING = {
	delegated: m.papers_funding_delegated,
	local: m.papers_funding_local,
	'co-financed': m.papers_funding_co_financed,
} as const;

/** Units with their posts before and after, by parts with subtotals, and who pays after the change. */
export function unitTable(units: readonly CouncilUnit[], total: string, options: Options): WordTable {
	const parts = ADMINISTRATION_PARTS.filter((part) => units.some((unit) => unit.part === part));
	return {
		columns: [
			{ header: m.papers_col_unit({}, options), width: 6.5 },
			{ header: m.papers_col_was({}, options), width: 1.1 },
			{ header: m.papers_col_becomes({}, options), width: 1.1 },
			{ header: m.papers_col_difference({}, options), width: 1.4 },
			...FUNDING_SOURCES.map((funding) => ({ header: FUNDING[funding]({}, options), width: 1.9 })),
		],
		rows: [...parts.flatMap((part) => partRows(units, part, options)), sumRow(total, units, options)],
	};
}

function partRows(
	units: readonly CouncilUnit[],
	part: AdministrationPart,
	options: Options,
): readonly WordRow[] {
	const own = units.filter((unit) => unit.part === part);
	const label = (unit: CouncilUnit) => nameInPart(unit, units, options);
	return [
		sumRow(capital(nameOfPart(part, options)), own, options),
		...own.map((unit) => ({ ...sumRow(label(unit), [unit], options), isTotal: false })),
	];
}

/** The name of a unit; where it goes from one part into another, with the other one. */
function nameInPart(unit: CouncilUnit, units: readonly CouncilUnit[], options: Options): string {
	const name = localText(unit.name, options);
	const other = units.find(({ key, part }) => key === unit.key && part !== unit.part);
	if (!other) return name;
	const words = { name, part: nameOfPart(other.part, options) };
	const isLeft = unit.posts.after === 0;
	return isLeft ? m.papers_unit_to_part(words, options) : m.papers_unit_from_part(words, options);
}

function sumRow(label: string, units: readonly CouncilUnit[], options: Options): WordRow {
	const add = (pick: (unit: CouncilUnit) => number) =>
		roundSum(units.reduce((sum, unit) => sum + pick(unit), 0));
	const [before, after] = [add((unit) => unit.posts.before), add((unit) => unit.posts.after)];
	return {
		isTotal: true,
		cells: [
			label,
			posts(before, options),
			posts(after, options),
			difference(before, after, options),
			...FUNDING_SOURCES.map((funding) =>
				posts(
					add((unit) => unit.funding[funding]),
					options,
				),
			),
		],
	};
}

/** The posts of everything by who pays for them, before and after. */
export function fundingTable({ numbers }: PaperFacts, options: Options): WordTable {
	const { before, after } = numbers;
	const row = (label: string, was: number, becomes: number, isTotal = false): WordRow => ({
		cells: [label, posts(was, options), posts(becomes, options), difference(was, becomes, options)],
		isTotal,
	});
	return {
		columns: beforeAfterColumns(m.papers_col_funding({}, options), options),
		rows: [
			...FUNDING_SOURCES.map((funding) =>
				row(nameOfFunding(funding, options), before.byFunding[funding], after.byFunding[funding]),
			),
			row(
				m.papers_total_all({}, options),
				before.administration + before.outside,
				after.administration + after.outside,
				true,
			),
		],
	};
}

export function beforeAfterColumns(first: string, options: Options): WordTable['columns'] {
	return [
		{ header: first, width: 4.5 },
		{ header: m.papers_col_was({}, options), width: 2 },
		{ header: m.papers_col_becomes({}, options), width: 2 },
		{ header: m.papers_col_difference({}, options), width: 2 },
	];
}

/** The days from which the posts hold, where there is more than one. */
export function phaseBlocks({ phases }: PaperFacts, options: Options): readonly WordBlock[] {
	if (phases.length < 2) return [];
	return [
		heading(m.papers_section_phases({}, options)),
		{
			kind: 'table',
			table: {
				columns: [
					{ header: m.papers_col_from({}, options), width: 3 },
					{ header: m.papers_col_administration({}, options), width: 2 },
					{ header: m.papers_col_other({}, options), width: 2 },
				],
				rows: phases.map(({ on, administration, outside }) => ({
					cells: [formatDate(on, options), posts(administration, options), posts(outside, options)],
				})),
			},
		},
	];
}

/** A name that begins a line. */
export function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export const SIGNATURE = ' ……………………………';
