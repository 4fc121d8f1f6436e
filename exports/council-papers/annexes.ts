import { councilRows, type CouncilRow } from '#lib/domain/publication/index.ts';
import { formatPosts } from '#lib/i18n/format.ts';
import { localText, nameOfUnitKind } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { chartPaper } from '../chart/model.ts';
import { chartSvg } from '../chart/svg.ts';
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

/** Annex 1: the structure to the level of directorates, drawn and as a list, before and after. */
export function structureAnnex(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const title = m.papers_kind_annex_structure({}, options);
	return paperOf(model, {
		title,
		orientation: 'landscape',
		blocks: [
			annexLine(model, 1, options),
			heading(title, 1),
			heading(m.papers_structure_after({}, options)),
			...drawn(model, 'after', options),
			{ kind: 'page-break' },
			heading(m.papers_structure_before({}, options)),
			...drawn(model, 'before', options),
		],
	});
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
			{ kind: 'table', table: unitTable(facts.units, m.papers_total_administration({}, options), options) },
			heading(m.papers_section_funding({}, options)),
			{ kind: 'table', table: fundingTable(facts, options) },
			...phaseBlocks(facts, options),
		],
	});
}

/** Annex 3: the posts in activities that the budget pays but that are not the municipal administration. */
export function otherAnnex(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { other, numbers } = factsInForce(model);
	const title = m.papers_kind_annex_other({}, options);
	return paperOf(model, {
		title,
		blocks: [
			annexLine(model, 3, options),
			heading(title, 1),
			paragraph(m.papers_other_total({ count: formatPosts(numbers.after.outside, options) }, options), {
				isBold: true,
			}),
			...(other.length === 0
				? [paragraph(m.papers_other_none({}, options))]
				: [{ kind: 'table', table: unitTable(other, m.papers_total_other({}, options), options) } as const]),
		],
	});
}

/** The units of the decision, drawn as the pages of the structure draw them. */
export function councilChart(model: PaperModel, side: 'before' | 'after') {
	const facts = factsInForce(model);
	const { baseValidFrom, header } = facts.report;
	const rows = councilRows(facts, side);
	return chartPaper(
		rows.map(({ key, parentKey, name, kind, part, posts: count }) => ({
			...{ key, parentKey, name, group: kind, posts: count, total: null, isReconstructed: false },
			isApart: part === 'territorial',
		})),
		{ ...model.colophon, structureValidFrom: side === 'after' ? header.effectiveOn : baseValidFrom },
	);
}

function drawn(model: PaperModel, side: 'before' | 'after', options: Options): readonly WordBlock[] {
	const rows = councilRows(factsInForce(model), side);
	if (rows.length === 0) return [paragraph(m.papers_structure_empty({}, options))];
	return [
		{
			kind: 'picture',
			svg: chartSvg(councilChart(model, side)),
			alt: m.papers_structure_alt({}, options),
		},
		{ kind: 'table', table: structureTable(rows, options) },
	];
}

function structureTable(rows: readonly CouncilRow[], options: Options): WordTable {
	const total = roundSum(rows.reduce((sum, row) => sum + row.posts, 0));
	return {
		columns: [
			{ header: m.papers_col_unit({}, options), width: 5 },
			{ header: m.papers_col_kind({}, options), width: 2.5, align: 'left' },
			{ header: m.papers_col_posts({}, options), width: 1.3 },
			{ header: m.papers_col_change({}, options), width: 1.8, align: 'left' },
		],
		rows: [
			...rows.map(({ name, kind, depth, posts: count, change }) => ({
				cells: [
					`${'– '.repeat(depth)}${localText(name, options)}`,
					nameOfUnitKind(kind, options),
					posts(count, options),
					nameOfMark(change, options) ?? '',
				],
			})),
			{ cells: [m.papers_total_administration({}, options), '', posts(total, options), ''], isTotal: true },
		],
	};
}
