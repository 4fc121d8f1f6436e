import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { PaperFacts, TextChange, UnitText } from '#lib/domain/publication/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText, nameOfCategory, nameOfFunding, nameOfRelation } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfMark } from '../proposal/model.ts';
import { roundSum } from '../shared/sheet.ts';
import type { WordBlock, WordDocument, WordTable } from '../shared/word.ts';
import { factsInForce, type PaperModel } from './model.ts';
import { heading, note, paperOf, paragraph, posts, type Options } from './parts.ts';

/** The unit sections of the organisational rules: as they stand, as they will stand, why; then whole. */
export function rulesPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const facts = factsInForce(model);
	const title = m.papers_kind_rules({}, options);
	return paperOf(model, {
		title,
		sheet: { orientation: 'landscape' },
		blocks: [
			heading(title, 1),
			note(m.papers_mayor_note({}, options)),
			...(facts.texts.length === 0 ? [paragraph(m.papers_rules_none({}, options))] : []),
			...facts.texts.flatMap((unit): readonly WordBlock[] => [
				heading(localText(unit.name, options)),
				{ kind: 'table', table: textTable(unit, facts, options) },
			]),
			...wholeBlocks(facts, options),
		],
	});
}

/** One row of the comparison, for the document and for the workbook. */
export interface TextRow {
	readonly unit: string;
	readonly kind: string;
	readonly before: string;
	readonly after: string;
	readonly motive: string;
}

/** What the comparison is made from. */
type Stated = Pick<PaperFacts, 'report' | 'texts'>;

/** Every changed text with both wordings and its motive. */
export function textRows(facts: Stated, options: Options): readonly TextRow[] {
	return facts.texts.flatMap((unit) => rowsOfUnit(unit, facts, options));
}

const KINDS = {
	new: m.papers_text_new,
	amended: m.papers_text_amended,
	repealed: m.papers_text_repealed,
} as const;

function rowsOfUnit(unit: UnitText, facts: Pick<Stated, 'report'>, options: Options): readonly TextRow[] {
	const changes = [...(unit.heading ? [unit.heading] : []), ...unit.functions];
	return changes.map((change) => ({
		unit: localText(unit.name, options),
		kind: KINDS[change.kind]({}, options),
		before: change.before === null ? '' : localText(change.before, options),
		after: change.after === null ? '' : localText(change.after, options),
		motive: motiveOf(change, facts, options),
	}));
}

/** The motives of the operations with their numbers, each once. */
export function motiveOf(
	{ operations }: Pick<TextChange, 'operations'>,
	{ report }: Pick<Stated, 'report'>,
	options: Options,
): string {
	return report.operations
		.filter(({ number }) => operations.includes(number))
		.map(({ number, operation }) =>
			m.papers_motive_of_point(
				{ number: String(number), motive: operation.motive || m.exports_motive_missing({}, options) },
				options,
			),
		)
		.join('\n');
}

function textTable(unit: UnitText, facts: PaperFacts, options: Options): WordTable {
	const left = { align: 'left' } as const;
	return {
		columns: [
			{ header: m.papers_col_text_before({}, options), width: 4, ...left },
			{ header: m.papers_col_text_after({}, options), width: 4, ...left },
			{ header: m.papers_col_text_kind({}, options), width: 1.3, ...left },
			{ header: m.papers_col_motive({}, options), width: 4, ...left },
		],
		rows: rowsOfUnit(unit, facts, options).map(({ before, after, kind, motive }) => ({
			cells: [before || '–', after || '–', kind, motive || '–'],
		})),
	};
}

/** The sections as they will read, for pasting into the rules. */
function wholeBlocks({ texts }: PaperFacts, options: Options): readonly WordBlock[] {
	const standing = texts.filter(({ whole }) => whole.length > 0);
	if (standing.length === 0) return [];
	return [
		{ kind: 'page-break' },
		heading(m.papers_rules_whole({}, options)),
		...standing.flatMap(({ name, whole }): readonly WordBlock[] => [
			heading(localText(name, options), 3),
			paragraph(m.papers_rules_unit({ unit: localText(name, options) }, options)),
			...whole.map((text, at) => paragraph(`${at + 1}. ${localText(text, options)};`, { level: 1 })),
		]),
	];
}

/** The staffing table after the change, for the mayor's order. */
export function staffingPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { report } = factsInForce(model);
	const title = m.papers_kind_staffing({}, options);
	const left = { align: 'left' } as const;
	const total = roundSum(report.staffingAfter.reduce((sum, { post }) => sum + post.approved, 0));
	return paperOf(model, {
		title,
		sheet: { orientation: 'landscape' },
		blocks: [
			heading(title, 1),
			note(m.papers_mayor_note({}, options)),
			{
				kind: 'table',
				table: {
					columns: [
						{ header: '№', width: 0.6, ...left },
						{ header: m.papers_col_unit({}, options), width: 4, ...left },
						{ header: m.papers_col_title({}, options), width: 4, ...left },
						{ header: m.papers_col_occupation({}, options), width: 1.4, ...left },
						{ header: m.papers_col_category({}, options), width: 1.7, ...left },
						{ header: m.papers_col_relation({}, options), width: 2, ...left },
						{ header: m.papers_col_funding({}, options), width: 1.7, ...left },
						{ header: m.papers_col_posts({}, options), width: 1, align: 'right' },
						{ header: m.papers_col_change({}, options), width: 1.5, ...left },
					],
					rows: [
						...report.staffingAfter.map(({ post, unitName, change }, at) => ({
							cells: [
								String(at + 1),
								localText(unitName, options),
								localText(post.title, options),
								post.occupation === undefined ? '' : printOccupationCode(post.occupation),
								nameOfCategory(post.category, options),
								nameOfRelation(post.relation, options),
								nameOfFunding(post.funding, options),
								formatHeadcount(post.approved, options),
								nameOfMark(change, options) ?? '',
							],
						})),
						{
							cells: ['', m.papers_total_all({}, options), '', '', '', '', '', posts(total, options), ''],
							isTotal: true,
						},
					],
				},
			},
		],
	});
}
