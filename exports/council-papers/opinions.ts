import {
	countOpinions,
	OPINION_ANSWERS,
	type OpinionAnswer,
	type OpinionCounts,
	type OpinionSource,
} from '#lib/domain/review/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import {
	nameOfAmendmentState,
	nameOfOpinionAnswer,
	nameOfOpinionSource,
	type AmendmentStateCode,
} from '#lib/i18n/council-names.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Colophon } from '../shared/cover.ts';
import { documentFileName } from '../shared/file-name.ts';
import type { WordBlock, WordDocument, WordTable } from '../shared/word.ts';
import { heading, note, paperOf, paragraph, SIGNATURE, type Options } from './parts.ts';

/** An opinion as the paper prints it; the name of a private person is null. */
export interface LedgerOpinion {
	readonly number: number;
	readonly source: OpinionSource;
	readonly name: string | null;
	readonly receivedOn: IsoDate;
	readonly body: string;
	/** Place of the point that it is about; null for the whole. */
	readonly point: number | null;
	readonly amendmentNumber: number | null;
	readonly amendmentState: AmendmentStateCode | null;
	readonly answer: OpinionAnswer | null;
	readonly motive: string;
}

/** The opinions on a proposal as they stand on a day. */
export interface OpinionLedger {
	readonly colophon: Colophon;
	readonly day: IsoDate;
	readonly number: number;
	readonly title: string;
	readonly opinions: readonly LedgerOpinion[];
}

/** The ledger of opinions (справка): how many came from whom, and each with its answer and its effect. */
export function opinionsPaper(ledger: OpinionLedger): WordDocument {
	const { colophon, opinions, number, day } = ledger;
	const options = { locale: colophon.locale };
	const title = nameOfLedger(options);
	return paperOf(ledger, {
		title,
		sheet: { orientation: 'landscape' },
		blocks: [
			heading(title, 1, 'center'),
			paragraph(m.papers_opinions_of({ number: String(number) }, options), { align: 'center' }),
			paragraph(m.papers_about({ title: ledger.title }, options), { isBold: true }),
			paragraph(m.papers_opinions_state({ date: formatDate(day, options) }, options)),
			...(opinions.length === 0
				? [paragraph(m.papers_opinions_none({}, options))]
				: ledgerBlocks(opinions, options)),
			paragraph(m.papers_opinions_made_by({ name: colophon.madeBy }, options) + SIGNATURE),
		],
	});
}

/** The heading by which the paper is known. */
export function nameOfLedger(options: Options): string {
	return m.papers_kind_opinions({}, options);
}

/** „Справка за постъпилите становища Община Елена предложение 14.docx“. */
export function opinionsFileName({ colophon, number }: OpinionLedger): string {
	const options = { locale: colophon.locale };
	return documentFileName([
		m.papers_kind_opinions({}, options),
		localText(colophon.municipality.name, options),
		m.papers_file_proposal({ number: String(number) }, options),
	]);
}

function ledgerBlocks(opinions: readonly LedgerOpinion[], options: Options): readonly WordBlock[] {
	return [
		heading(m.papers_opinions_by_source({}, options)),
		{ kind: 'table', table: countTable(countOpinions(opinions), options) },
		heading(m.papers_opinions_list({}, options)),
		note(m.papers_opinions_names({}, options)),
		{ kind: 'table', table: opinionTable(opinions, options) },
	];
}

function countTable(counts: readonly OpinionCounts[], options: Options): WordTable {
	const numbersOf = ({ received, answers, waiting }: OpinionCounts) => [
		received,
		...OPINION_ANSWERS.map((answer) => answers[answer]),
		waiting,
	];
	const rows = counts.map(numbersOf);
	const total = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
	const number = (header: string) => ({ header, width: 1.6, align: 'right' }) as const;
	return {
		columns: [
			{ header: m.council_opinions_from({}, options), width: 4, align: 'left' },
			number(m.papers_opinions_received({}, options)),
			...OPINION_ANSWERS.map((answer) => number(nameOfOpinionAnswer(answer, options))),
			number(m.council_opinions_waiting({}, options)),
		],
		rows: [
			...counts.map((count) => ({
				cells: [nameOfOpinionSource(count.source, options), ...numbersOf(count).map(String)],
			})),
			{ cells: [m.papers_total_all({}, options), ...total.map(String)], isTotal: true },
		],
	};
}

function opinionTable(opinions: readonly LedgerOpinion[], options: Options): WordTable {
	const left = { align: 'left' } as const;
	return {
		columns: [
			{ header: m.council_col_number({}, options), width: 0.6, ...left },
			{ header: m.council_opinions_from({}, options), width: 2.6, ...left },
			{ header: m.council_opinions_text({}, options), width: 5, ...left },
			{ header: m.council_opinions_answer({}, options), width: 4, ...left },
			{ header: m.council_opinions_effect({}, options), width: 2.4, ...left },
		],
		rows: opinions.map((opinion) => ({
			cells: [
				String(opinion.number),
				lines(
					nameOfOpinionSource(opinion.source, options),
					opinion.name,
					formatDate(opinion.receivedOn, options),
				),
				opinion.body,
				opinion.answer === null
					? m.council_opinions_waiting({}, options)
					: lines(nameOfOpinionAnswer(opinion.answer, options), opinion.motive),
				effectOf(opinion, options),
			],
		})),
	};
}

/** „Точка 3“ or the whole, and the amendment that took the opinion up with what became of it. */
function effectOf({ point, amendmentNumber, amendmentState }: LedgerOpinion, options: Options): string {
	const about =
		point === null ? m.council_item_whole({}, options) : m.review_point({ number: point }, options);
	if (amendmentNumber === null) return about;
	const amendment = m.council_amendment_short({ number: amendmentNumber }, options);
	return lines(
		about,
		amendmentState === null
			? amendment
			: m.papers_opinions_amendment(
					{ amendment, state: nameOfAmendmentState(amendmentState, options) },
					options,
				),
	);
}

function lines(...parts: readonly (string | null)[]): string {
	return parts.filter((part) => part !== null && part !== '').join('\n');
}
