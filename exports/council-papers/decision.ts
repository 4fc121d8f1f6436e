import type { EarlierVote, PaperVote } from '#lib/domain/publication/index.ts';
import { decisionStages } from '#lib/domain/review/index.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { decisionPoints } from '#lib/i18n/decision-text.ts';
import { formatDate, formatMoment } from '#lib/i18n/format.ts';
import { nameOfVoteChoice } from '#lib/i18n/scenario-names.ts';
import { correctionText, namesByChoice } from '#lib/i18n/vote-record.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WordBlock, WordDocument } from '../shared/word.ts';
import type { PaperModel } from './model.ts';
import { heading, officialHead, paperOf, paragraph, SIGNATURE, type Options } from './parts.ts';
import { municipalityOf } from './report.ts';

/** The draft of the decision as it was submitted. */
export function draftPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { report, numbers, phases, stages } = model.submitted;
	const { header } = report;
	const title = m.papers_kind_draft({}, options);
	const points = decisionPoints(
		{
			...{ numbers: numbers.after, effectiveOn: header.effectiveOn, leftOut: [], phases },
			stages: decisionStages(
				stages,
				report.operations.map(({ operation, number }) => ({ id: operation.id, position: number })),
				[],
			),
		},
		options,
	);
	return paperOf(model, {
		title,
		blocks: [
			paragraph(m.papers_council_of({ municipality: municipalityOf(model, options) }, options), {
				align: 'center',
				isBold: true,
			}),
			heading(title, 1, 'center'),
			paragraph(m.papers_about({ title: header.title }, options), { isBold: true }),
			paragraph(m.papers_draft_ground({ ground: header.legalGround || '–' }, options), { align: 'justify' }),
			paragraph(m.review_text_decided({}, options), { align: 'center', isBold: true }),
			...points.flatMap((point) => point.split('\n').map((text, at) => pointLine(text, at))),
			paragraph(m.papers_signature_chair({}, options) + SIGNATURE),
		],
	});
}

function pointLine(text: string, at: number): WordBlock {
	return paragraph(text, at === 0 ? { align: 'justify' } : { align: 'justify', level: 1 });
}

/** An extract of the minutes: quorum, the vote by name, its result. */
export function minutesPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { vote, decision } = model;
	const title = m.papers_kind_minutes({}, options);
	if (!vote) throw new Error('minutes of a session without a vote');
	const { tally, rule } = vote;
	const count = { yes: String(tally.for), no: String(tally.against), abstain: String(tally.abstain) };
	return paperOf(model, {
		title,
		blocks: [
			paragraph(m.papers_council_of({ municipality: municipalityOf(model, options) }, options), {
				align: 'center',
				isBold: true,
			}),
			heading(title, 1, 'center'),
			paragraph(m.papers_minutes_session({ date: formatDate(vote.sessionOn, options) }, options)),
			...officialHead(model, options).slice(1),
			paragraph(
				m.papers_minutes_quorum(
					{
						...{ present: String(tally.present), size: String(rule.councilSize) },
						required: String(tally.quorumRequired),
					},
					options,
				),
			),
			...(rule.citations ?? []).map((citation) => paragraph(citationText(citation, options), { level: 1 })),
			...earlierBlocks(vote, options),
			...rollCall(vote, options),
			paragraph(m.papers_minutes_result({ ...count, required: String(tally.majorityRequired) }, options), {
				isBold: true,
			}),
			...correctionBlocks(vote, options),
			...(decision ? bodyBlocks(decision.body) : []),
			paragraph(m.papers_signature_minutes({}, options) + SIGNATURE),
			paragraph(m.papers_signature_chair({}, options) + SIGNATURE),
		],
	});
}

/** Votes besides the last one on the whole, each with its names and corrections; one without a quorum says so. */
function earlierBlocks({ earlier }: PaperVote, options: Options): readonly WordBlock[] {
	if (earlier.length === 0) return [];
	return [
		heading(m.papers_minutes_earlier({}, options)),
		...earlier.flatMap((vote) => [
			paragraph(earlierText(vote, options)),
			...withdrawalBlocks(vote, options),
			paragraph(
				vote.votes.length > 0
					? m.papers_minutes_names({ names: namesByChoice(vote.votes, options) }, options)
					: m.papers_minutes_names_counted({}, options),
				{ level: 1 },
			),
			...correctionBlocks(vote, options),
		]),
	];
}

function earlierText({ subject, items, tally }: EarlierVote, options: Options): string {
	return earlierSentence(subject, items.length)(
		{
			...{ items: items.join(', '), yes: String(tally.for), no: String(tally.against) },
			...{ abstain: String(tally.abstain), outcome: outcomeOf(tally, items.length, options) },
		},
		options,
	);
}

function withdrawalBlocks({ withdrawn }: EarlierVote, options: Options): readonly WordBlock[] {
	if (!withdrawn) return [];
	const { name, at, reason } = withdrawn;
	const words = { name, reason, when: formatMoment(at, options) };
	return [paragraph(m.papers_minutes_withdrawn(words, options), { level: 1, isBold: true })];
}

function correctionBlocks(
	{ corrections }: Pick<PaperVote, 'corrections'>,
	options: Options,
): readonly WordBlock[] {
	return corrections.map((correction) => paragraph(correctionText(correction, options), { level: 1 }));
}

function earlierSentence(subject: PaperVote['earlier'][number]['subject'], items: number) {
	if (subject === 'whole') return m.papers_minutes_whole;
	if (subject === 'points') return items === 1 ? m.papers_minutes_point : m.papers_minutes_points;
	return items === 1 ? m.papers_minutes_amendment : m.papers_minutes_amendments;
}

function outcomeOf(tally: PaperVote['tally'], items: number, options: Options): string {
	const { present, quorumRequired } = tally;
	if (tally.outcome === 'no-quorum') {
		const counts = { present: String(present), required: String(quorumRequired) };
		return m.papers_minutes_no_quorum(counts, options);
	}
	if (tally.outcome === 'carried')
		return items > 1 ? m.papers_minutes_carried({}, options) : m.papers_minutes_carried_one({}, options);
	return items > 1
		? m.papers_minutes_not_carried({}, options)
		: m.papers_minutes_not_carried_one({}, options);
}

/** Everybody with the vote, or that the votes were counted. */
function rollCall({ votes }: PaperVote, options: Options): readonly WordBlock[] {
	if (votes.length === 0) return [paragraph(m.papers_minutes_counted({}, options))];
	return [
		heading(m.papers_minutes_roll_call({}, options)),
		{
			kind: 'table',
			table: {
				columns: [
					{ header: '№', width: 0.6 },
					{ header: m.papers_col_councillor({}, options), width: 4, align: 'left' },
					{ header: m.papers_col_vote({}, options), width: 2, align: 'left' },
				],
				rows: votes.map(({ name, choice }, at) => ({
					cells: [String(at + 1), name, nameOfVoteChoice(choice, options)],
				})),
			},
		},
	];
}

/** The decision as it was recorded, with the points left out and the list of annexes. */
export function decisionPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const { decision, adopted } = model;
	if (!decision) throw new Error('a decision that was not taken');
	return paperOf(model, {
		title: m.papers_kind_decision({}, options),
		blocks: [
			paragraph(m.papers_council_of({ municipality: municipalityOf(model, options) }, options), {
				align: 'center',
				isBold: true,
			}),
			...bodyBlocks(decision.body),
			...(adopted ? annexList(adopted.other.length > 0, options) : []),
			paragraph(m.papers_signature_chair({}, options) + SIGNATURE),
		],
	});
}

/** The recorded text: its first line is the heading, the word of deciding stands alone. */
function bodyBlocks(body: string): readonly WordBlock[] {
	return body
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line, at) =>
			at === 0
				? heading(line, 2, 'center')
				: paragraph(
						line,
						line.endsWith(':') && line.length < 20 ? { align: 'center', isBold: true } : { align: 'justify' },
					),
		);
}

function annexList(hasOther: boolean, options: Options): readonly WordBlock[] {
	return [
		heading(m.papers_section_annexes({}, options), 3),
		...[
			m.papers_annex_list_structure({}, options),
			m.papers_annex_list_counts({}, options),
			...(hasOther ? [m.papers_annex_list_other({}, options)] : []),
		].map((text, at) => paragraph(`${at + 1}. ${text}`, { level: 1 })),
	];
}
