import type { StructureNumbers } from '#lib/domain/scenario/index.ts';
import { partsText } from '#lib/i18n/decision-stages.ts';
import { formatDate, formatEuro, formatHeadcount } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { date, text } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import { roundSum, type Cover, type CoverLine, type WorkbookSpec } from '../shared/sheet.ts';
import { decisionSheet } from './decision.ts';
import { impactSheet, ruleSheet } from './impact.ts';
import { proposalLists } from './lists.ts';
import { ledgerSheet } from './ledger.ts';
import { nameOfMark, type Options, type ProposalModel } from './model.ts';
import { motiveSheet, operationSheet } from './operations.ts';
import { staffingSheet } from './staffing.ts';
import { structureSheet } from './structure.ts';
import { textSheet } from './texts.ts';
import { trainingSheet } from './training.ts';

/** The restructuring proposal as a workbook for the council (products S12): twelve sheets and a cover. */
export function proposalWorkbook(model: ProposalModel): WorkbookSpec {
	const options = { locale: model.colophon.locale };
	const staffing = { before: staffingSheet(model, 'before'), after: staffingSheet(model, 'after') };
	const decision = decisionSheet(model, staffing);
	return {
		title: m.exports_proposal_title({ title: model.report.header.title }, options),
		createdAt: model.colophon.createdAt,
		print: printLines(model.colophon),
		cover: coverOf(model, options),
		lists: { sheet: m.exports_sheet_lists({}, options), lists: proposalLists(options) },
		sheets: [
			decision,
			structureSheet(model, 'before', staffing.before),
			structureSheet(model, 'after', staffing.after),
			staffing.before,
			staffing.after,
			operationSheet(model, decision),
			ledgerSheet(model),
			impactSheet(model),
			ruleSheet(model),
			textSheet(model),
			trainingSheet(model),
			motiveSheet(model),
		],
	};
}

/** „Предложение Елена обединяване на отдели 2026-03-02.xlsx“. */
export function proposalFileName({ colophon, report }: ProposalModel): string {
	return workbookFileName([
		m.exports_proposal_file({}, { locale: colophon.locale }),
		localText(colophon.municipality.name, { locale: colophon.locale }),
		report.header.title,
		colophon.asOf,
	]);
}

function coverOf(model: ProposalModel, options: Options): Cover {
	const { colophon, report } = model;
	const without = Math.max(report.numbers.before.withoutCost, report.numbers.after.withoutCost);
	return makeCover(colophon, {
		title: m.exports_proposal_title({ title: report.header.title }, options),
		facts: coverFacts(colophon, {
			method: m.exports_proposal_method({}, options),
			facts: headerFacts(model, options),
		}),
		legend: [
			{ look: 'new', sample: nameOfMark('new', options) ?? '', meaning: m.exports_look_new({}, options) },
			{
				look: 'closed',
				sample: nameOfMark('closed', options) ?? '',
				meaning: m.exports_look_closed({}, options),
			},
			{
				look: 'moved',
				sample: nameOfMark('moved', options) ?? '',
				meaning: m.exports_look_moved({}, options),
			},
			{
				look: 'changed',
				sample: nameOfMark('changed', options) ?? '',
				meaning: m.exports_look_changed({}, options),
			},
		],
		caveats: [
			m.exports_proposal_caveat_sources({}, options),
			...(without === 0
				? []
				: [
						m.exports_proposal_caveat_cost(
							{ count: without, text: formatHeadcount(without, options) },
							options,
						),
					]),
			m.exports_proposal_caveat_names({}, options),
			m.exports_caveat_totals({}, options),
			m.exports_check_note({}, options),
		],
	});
}

function headerFacts({ report, stateName, decided }: ProposalModel, options: Options): readonly CoverLine[] {
	const { header } = report;
	return [
		{ label: m.exports_proposal_fact_title({}, options), value: text(header.title) },
		{
			label: m.exports_proposal_fact_number({}, options),
			value: text(header.number === null ? '–' : String(header.number)),
		},
		{
			label: m.exports_proposal_fact_state({}, options),
			value: text(stateName ?? m.exports_proposal_fact_draft({}, options)),
		},
		...decisionFacts(decided, report, options),
		{ label: m.exports_proposal_fact_mover({}, options), value: text(header.mover || '–') },
		{ label: m.exports_proposal_fact_ground({}, options), value: text(header.legalGround || '–') },
		{ label: m.exports_proposal_fact_effective({}, options), value: date(header.effectiveOn) },
		{ label: m.exports_proposal_fact_description({}, options), value: text(header.description || '–') },
	];
}

/** Whose numbers stand in the sheets; of a decision also what it changed and what had been submitted. */
function decisionFacts(
	decided: ProposalModel['decided'],
	{ header }: ProposalModel['report'],
	options: Options,
): readonly CoverLine[] {
	const line = (label: string, value: string): CoverLine => ({ label, value: text(value) });
	const label = m.exports_proposal_fact_numbers({}, options);
	if (!decided)
		return header.number === null ? [] : [line(label, m.exports_proposal_numbers_submitted({}, options))];
	const { number, decidedOn, leftOut, amendments, submitted } = decided;
	const date = formatDate(decidedOn, options);
	// Also where the totals stayed: a post that an amendment only moves changes no sum.
	const isChanged = amendments.length + leftOut.length > 0;
	return [
		line(label, m.exports_proposal_numbers_decided({ number, date }, options)),
		...(amendments.length > 0
			? [line(m.exports_proposal_fact_amendments({}, options), amendments.join(', '))]
			: []),
		...(leftOut.length > 0
			? [
					line(
						m.exports_proposal_fact_left_out({}, options),
						`${leftOut.join(', ')}. ${m.exports_proposal_fact_left_out_note({}, options)}`,
					),
				]
			: []),
		...(isChanged
			? [
					line(
						m.exports_proposal_fact_submitted({}, options),
						m.exports_proposal_fact_submitted_numbers(
							{
								posts: formatHeadcount(totalOf(submitted), options),
								parts: partsText(submitted, options),
								cost: formatEuro(submitted.annualCost, options),
							},
							options,
						),
					),
				]
			: []),
	];
}

function totalOf({ administration, outside }: StructureNumbers): number {
	return roundSum(administration + outside);
}
