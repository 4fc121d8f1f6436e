import { councilRows, type CouncilRow, type Stage } from '#lib/domain/publication/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { fromDay } from '#lib/i18n/decision-stages.ts';
import { formatPosts } from '#lib/i18n/format.ts';
import { localText, nameOfUnitKind } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { chartPaper } from '../chart/model.ts';
import { nameOfMark } from '../proposal/model.ts';
import { roundSum } from '../shared/sheet.ts';
import type { WordBlock, WordDocument, WordTable } from '../shared/word.ts';
import { factsInForce, type PaperModel } from './model.ts';
import {
	annexLine,
	fundingTable,
	heading,
	paperOf,
	paragraph,
	phaseBlocks,
	posts,
	unitTable,
	type Options,
} from './parts.ts';
import { structurePictureBlocks, USUAL_SHEET, type StructurePicture } from './structure-picture.ts';

/** Annex 1: the structure to the level of directorates, drawn and as a list, before and after. */
export function structureAnnex(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const facts = factsInForce(model);
	const { report, stages } = facts;
	const title = m.papers_kind_annex_structure({}, options);
	const after = {
		title: heading(m.papers_structure_after({}, options)),
		...{ rows: councilRows(facts, 'after'), from: report.header.effectiveOn },
	};
	const before = {
		title: heading(m.papers_structure_before({}, options)),
		...{ rows: councilRows(facts, 'before'), from: report.baseValidFrom },
	};
	const staged = stages.map((stage, at) => ({
		title: stageHeading(1, stage, at, options),
		...{ rows: stage.structure, from: stage.on },
	}));
	const drawings = [...(staged.length > 0 ? staged : [after]), before].map((part) =>
		drawn(model, part, options),
	);
	const [first, ...rest] = drawings;
	return paperOf(model, {
		title,
		...(first && { sheet: first.sheet }),
		blocks: [
			annexLine(model, 1, options),
			heading(title, 1),
			...(first?.blocks ?? []),
			...rest.flatMap(({ sheet, blocks }): readonly WordBlock[] => [
				{ kind: 'page-break', sheet },
				...blocks,
			]),
		],
	});
}

/** „Приложение № 1.2 – от 01.07.2027 г.“: one part of an annex for each day on which something takes effect. */
function stageHeading(annex: number, { on }: Stage, at: number, options: Options): WordBlock {
	const number = `${annex}.${at + 1}`;
	return heading(m.papers_annex_stage({ number, from: fromDay(on, options) }, options));
}

/** Annex 2: the posts by units and parts, and by who pays for them. */
export function countsAnnex(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const facts = factsInForce(model);
	const title = m.papers_kind_annex_counts({}, options);
	return paperOf(model, {
		title,
		blocks: [
			annexLine(model, 2, options),
			heading(title, 1),
			...(facts.stages.length > 0
				? stagedUnits(facts.stages, 'units', options)
				: units(facts.units, options)),
			heading(m.papers_section_funding({}, options)),
			{ kind: 'table', table: fundingTable(facts, options) },
			...phaseBlocks(facts, options),
		],
	});
}

function units(lines: Stage['units'], options: Options): readonly WordBlock[] {
	const total = m.papers_total_administration({}, options);
	return [{ kind: 'table', table: unitTable(lines, total, options) }];
}

/** The posts from each day, beside those until that day. */
function stagedUnits(
	stages: readonly Stage[],
	of: 'units' | 'other',
	options: Options,
): readonly WordBlock[] {
	const total = of === 'units' ? m.papers_total_administration : m.papers_total_other;
	return stages.flatMap((stage, at): readonly WordBlock[] => [
		stageHeading(of === 'units' ? 2 : 3, stage, at, options),
		{ kind: 'table', table: unitTable(stage[of], total({}, options), options) },
	]);
}

/** Annex 3: the posts in activities that the budget pays but that are not the municipal administration. */
export function otherAnnex(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { other, numbers, stages } = factsInForce(model);
	const isStaged = stages.some(
		(stage, at) => stage.numbers.outside !== stages[at - 1]?.numbers.outside && at > 0,
	);
	const title = m.papers_kind_annex_other({}, options);
	return paperOf(model, {
		title,
		blocks: [
			annexLine(model, 3, options),
			heading(title, 1),
			paragraph(m.papers_other_total({ count: formatPosts(numbers.after.outside, options) }, options), {
				isBold: true,
			}),
			...(other.length === 0 ? [paragraph(m.papers_other_none({}, options))] : []),
			...(other.length > 0 && isStaged ? stagedUnits(stages, 'other', options) : []),
			...(other.length > 0 && !isStaged
				? [{ kind: 'table', table: unitTable(other, m.papers_total_other({}, options), options) } as const]
				: []),
		],
	});
}

/** The units of the decision, drawn as the pages of the structure draw them. */
export function councilChart(model: PaperModel, side: 'before' | 'after') {
	const facts = factsInForce(model);
	const { baseValidFrom, header } = facts.report;
	const from = side === 'after' ? header.effectiveOn : baseValidFrom;
	return chartOf(model, { rows: councilRows(facts, side), from });
}

/** Units of the decision with the day from which they stand so. */
interface Drawing {
	readonly title: WordBlock;
	readonly rows: readonly CouncilRow[];
	readonly from: IsoDate;
}

function chartOf(model: PaperModel, { rows, from }: Omit<Drawing, 'title'>) {
	const totals = totalsOf(rows);
	return chartPaper(
		rows.map(({ key, parentKey, name, kind, part, posts: count }) => ({
			...{ key, parentKey, name, group: kind, posts: count, isReconstructed: false },
			...{ total: totals.get(key) ?? null, isApart: part === 'territorial' },
		})),
		{ ...model.colophon, structureValidFrom: from },
	);
}

/** Posts of each unit with those below it: a mere heading has none of its own. */
function totalsOf(rows: readonly CouncilRow[]): ReadonlyMap<string, number> {
	const totals = new Map<string, number>(rows.map(({ key, posts: count }) => [key, count]));
	for (const { key, parentKey } of rows.toReversed())
		if (parentKey !== null)
			totals.set(parentKey, roundSum((totals.get(parentKey) ?? 0) + (totals.get(key) ?? 0)));
	return totals;
}

/** The drawing on the paper that it needs, then its table, on the usual paper. */
function drawn(model: PaperModel, drawing: Drawing, options: Options): StructurePicture {
	const { title, rows } = drawing;
	if (rows.length === 0)
		return { sheet: USUAL_SHEET, blocks: [title, paragraph(m.papers_structure_empty({}, options))] };
	const alt = m.papers_structure_alt({}, options);
	const { sheet, blocks } = structurePictureBlocks(chartOf(model, drawing), alt);
	const table = { kind: 'table', table: structureTable(rows, options) } as const;
	const turn = sheet.paper === 'A4' ? [] : [{ kind: 'page-break', sheet: USUAL_SHEET } as const];
	return { sheet, blocks: [title, ...blocks, ...turn, table] };
}

function structureTable(rows: readonly CouncilRow[], options: Options): WordTable {
	const total = roundSum(rows.reduce((sum, row) => sum + row.posts, 0));
	const totals = totalsOf(rows);
	const figure = ({ key, posts: own }: CouncilRow) => {
		const below = totals.get(key) ?? 0;
		const isOnlyBelow = own === 0 && below > 0;
		return isOnlyBelow
			? m.papers_posts_below({ count: posts(below, options) }, options)
			: posts(own, options);
	};
	return {
		columns: [
			{ header: m.papers_col_unit({}, options), width: 5 },
			{ header: m.papers_col_kind({}, options), width: 2.5, align: 'left' },
			{ header: m.papers_col_posts({}, options), width: 1.3 },
			{ header: m.papers_col_change({}, options), width: 1.8, align: 'left' },
		],
		rows: [
			...rows.map((row) => ({
				cells: [
					`${'– '.repeat(row.depth)}${localText(row.name, options)}`,
					nameOfUnitKind(row.kind, options),
					figure(row),
					nameOfMark(row.change, options) ?? '',
				],
			})),
			{ cells: [m.papers_total_administration({}, options), '', posts(total, options), ''], isTotal: true },
		],
	};
}
