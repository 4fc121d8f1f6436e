import { ADMINISTRATION_PARTS } from '#lib/domain/org/index.ts';
import type { PaperFacts } from '#lib/domain/publication/index.ts';
import { phaseDay } from '#lib/domain/scenario/index.ts';
import { isSmallGroup } from '#lib/domain/training/index.ts';
import { asSentence, formatDate, formatEuro, formatPosts } from '#lib/i18n/format.ts';
import { localText, nameOfPart } from '#lib/i18n/names.ts';
import { pointTitle } from '#lib/i18n/point-text.ts';
import { passingText } from '#lib/i18n/passing-text.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WordBlock, WordDocument } from '../shared/word.ts';
import type { PaperModel } from './model.ts';
import {
	beforeAfterColumns,
	difference,
	fundingTable,
	heading,
	note,
	officialHead,
	paperOf,
	paragraph,
	phaseBlocks,
	posts,
	SIGNATURE,
	unitTable,
	type Options,
} from './parts.ts';

/** The report to the council (докладна записка): state, motives, structure, posts, money, people, law. */
export function reportPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const facts = model.submitted;
	const { header } = facts.report;
	return paperOf(model, {
		title: m.papers_kind_report({}, options),
		blocks: [
			...officialHead(model, options),
			heading(m.papers_kind_report({}, options), 1, 'center'),
			...(header.description ? [paragraph(header.description, { align: 'justify' })] : []),
			...stateBlocks(facts, options),
			...motiveBlocks(facts, options),
			heading(m.papers_section_counts({}, options)),
			{ kind: 'table', table: unitTable(facts.units, m.papers_total_administration({}, options), options) },
			heading(m.papers_section_funding({}, options)),
			{ kind: 'table', table: fundingTable(facts, options) },
			...phaseBlocks(facts, options),
			...costBlocks(facts, options),
			...peopleBlocks(facts, options),
			...ruleBlocks(facts, options),
			heading(m.papers_section_annexes({}, options)),
			...[
				m.papers_annex_list_draft({}, options),
				m.papers_annex_list_structure({}, options),
				m.papers_annex_list_counts({}, options),
				...(facts.other.length > 0 ? [m.papers_annex_list_other({}, options)] : []),
			].map((text, at) => paragraph(`${at + 1}. ${text}`, { level: 1 })),
			paragraph(m.papers_signature_mover({ mover: header.mover || '–' }, options) + SIGNATURE),
		],
	});
}

function stateBlocks(facts: PaperFacts, options: Options): readonly WordBlock[] {
	const { before } = facts.numbers;
	const parts = ADMINISTRATION_PARTS.filter((part) => part !== 'outside' && before.byPart[part] > 0)
		.map((part) => `${nameOfPart(part, options)} – ${formatPosts(before.byPart[part], options)}`)
		.join(', ');
	return [
		heading(m.papers_section_state({}, options)),
		paragraph(
			m.papers_state(
				{
					...{ date: formatDate(facts.report.baseValidFrom, options), parts },
					...{ total: formatPosts(before.administration, options), units: String(before.units) },
					functions: String(before.functions),
				},
				options,
			),
			{ align: 'justify' },
		),
		...(before.outside > 0
			? [paragraph(m.papers_state_other({ count: formatPosts(before.outside, options) }, options))]
			: []),
	];
}

/** Every point with its motive and the findings behind it. */
function motiveBlocks({ report, phases }: PaperFacts, options: Options): readonly WordBlock[] {
	const isStaged = phases.length > 1;
	return [
		heading(m.papers_section_motives({}, options)),
		...report.operations.flatMap((operation): readonly WordBlock[] => [
			paragraph(`${operation.number}. ${asSentence(pointTitle(operation, options))}`, { isBold: true }),
			...(isStaged ? [paragraph(effectLine(operation, report, options), { level: 1 })] : []),
			paragraph(operation.operation.motive || m.exports_motive_missing({}, options), {
				level: 1,
				align: 'justify',
			}),
			...(operation.findings.length > 0
				? [
						paragraph(
							m.papers_motive_findings(
								{
									list: operation.findings
										.map(({ number, title }) =>
											m.exports_finding_label({ number: String(number), title }, options),
										)
										.join('; '),
								},
								options,
							),
							{ level: 1 },
						),
					]
				: []),
		]),
	];
}

/** „В сила от 01.07.2027 г.“, of one point of a change in steps. */
function effectLine(
	{ operation }: PaperFacts['report']['operations'][number],
	{ header }: PaperFacts['report'],
	options: Options,
): string {
	const date = formatDate(phaseDay(operation, header.effectiveOn), options);
	return m.papers_point_effect({ date }, options);
}

function costBlocks({ numbers, report, phases }: PaperFacts, options: Options): readonly WordBlock[] {
	const { before, after } = numbers;
	const money = (cents: number) => formatEuro(cents as typeof before.annualCost, { ...options, digits: 2 });
	const change = after.annualCost - before.annualCost;
	const unknown = Math.max(before.withoutCost, after.withoutCost);
	return [
		heading(m.papers_section_cost({}, options)),
		{
			kind: 'table',
			table: {
				columns: beforeAfterColumns(m.papers_col_indicator({}, options), options),
				rows: [
					{
						cells: [
							m.papers_cost_year({}, options),
							money(before.annualCost),
							money(after.annualCost),
							change === 0 ? money(0) : `${change > 0 ? '+' : '−'}${money(Math.abs(change))}`,
						],
					},
				],
			},
		},
		...(unknown > 0 ? [note(m.papers_cost_unknown({ count: formatPosts(unknown, options) }, options))] : []),
		paragraph(costFrom({ report, phases }, options)),
	];
}

/** From when the cost changes: a day, or the first and the last one where the change takes effect in steps. */
function costFrom({ report, phases }: Pick<PaperFacts, 'report' | 'phases'>, options: Options): string {
	const day = (on: typeof report.header.effectiveOn) => formatDate(on, options);
	const [first, last] = [phases[0], phases.at(-1)];
	if (!first || !last || phases.length < 2)
		return m.papers_cost_from({ date: day(report.header.effectiveOn) }, options);
	return m.papers_cost_from_phases({ first: day(first.on), last: day(last.on) }, options);
}

/** People in numbers; one or two are not counted out. */
function peopleBlocks({ report, numbers }: PaperFacts, options: Options): readonly WordBlock[] {
	const { people } = report.impact;
	const count = (value: number) =>
		isSmallGroup(value) ? m.papers_below_three({}, options) : posts(value, options);
	return [
		heading(m.papers_section_people({}, options)),
		paragraph(
			m.papers_people(
				{ cut: count(people.cut), moved: count(people.moved), changed: count(people.changed) },
				options,
			),
		),
		paragraph(occupiedText(numbers, people.cut, options)),
	];
}

/** Occupied posts on both sides; not where their difference would tell the number about one or two people. */
function occupiedText({ before, after }: PaperFacts['numbers'], cut: number, options: Options): string {
	if (isSmallGroup(cut) || isSmallGroup(Math.abs(after.occupied - before.occupied)))
		return m.papers_people_occupied_hidden({}, options);
	return m.papers_people_occupied(
		{
			...{ before: posts(before.occupied, options), after: posts(after.occupied, options) },
			change: difference(before.occupied, after.occupied, options),
		},
		options,
	);
}

function ruleBlocks({ report }: PaperFacts, options: Options): readonly WordBlock[] {
	const count = (verdict: string) => report.rules.filter(({ after }) => after.verdict === verdict).length;
	const failed = report.rules.filter(({ after }) => after.verdict === 'failed');
	return [
		heading(m.papers_section_rules({}, options)),
		paragraph(
			m.papers_rules(
				{
					...{ passed: String(count('passed')), failed: String(count('failed')) },
					lawyer: String(count('needs-lawyer')),
				},
				options,
			),
		),
		...failed.map(({ after }) =>
			paragraph(
				`${nameOfRule(after.rule, options)} – ${readingText(after.reading, options)} (${citationText(after.citation, options)})`,
				{
					level: 1,
				},
			),
		),
		...report.passing.map((breach) => paragraph(passingText(breach, options), { level: 1 })),
	];
}

export function municipalityOf(model: PaperModel, options: Options): string {
	return localText(model.colophon.municipality.name, options);
}
