import type { PaperFacts, PublicContent } from '#lib/domain/publication/index.ts';
import type { ReportOperation } from '#lib/domain/scenario/index.ts';
import { asSentence, formatChange, formatDate, formatHeadcount } from '#lib/i18n/format.ts';
import type { InLocale } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { roundSum } from '../shared/sheet.ts';

const MOST = 10;

/**
 * What changes and why, in at most ten sentences: the decision, when it holds, what it does to the posts, and the
 * points that change most. What does not find room is counted in the last sentence.
 */
export function publicSentences(
	facts: PaperFacts,
	content: Omit<PublicContent, 'sentences'>,
	options: Required<InLocale>,
): readonly string[] {
	const opening = openingOf(facts, content, options);
	const room = MOST - opening.length;
	const { points } = content;
	const isAll = points.length <= room;
	const chosen = isAll
		? points
		: mostChanging(facts.report.operations, room - 1).flatMap((number) =>
				points.filter((point) => point.number === number),
			);
	return [
		...opening,
		...chosen.map(({ number, title, reason }) => {
			const text = asSentence((options.locale === 'en' ? title.en : title.bg) ?? title.bg);
			const first = reason === null ? '' : firstSentence(reason);
			return first === '' || options.locale === 'en'
				? m.publication_sentence_point({ number: String(number), title: text }, options)
				: m.publication_sentence_point_why(
						{ number: String(number), title: text, reason: asSentence(first) },
						options,
					);
		}),
		...(isAll
			? []
			: [m.publication_sentence_more({ count: String(points.length - chosen.length) }, options)]),
	];
}

function openingOf(
	{ numbers }: PaperFacts,
	content: Omit<PublicContent, 'sentences'>,
	options: Required<InLocale>,
): readonly string[] {
	const { number, decidedOn, title } = content;
	const count = (posts: number) => formatHeadcount(posts, options);
	const total = (before: number, after: number) => ({
		...{ before: count(before), after: count(after) },
		change: formatChange(roundSum(after - before), count),
	});
	const { before, after } = numbers;
	return [
		m.publication_sentence_decision({ number, date: formatDate(decidedOn, options), title }, options),
		effectOf(content, options),
		before.administration === after.administration
			? m.publication_sentence_total_same({ count: count(after.administration) }, options)
			: m.publication_sentence_total(total(before.administration, after.administration), options),
		...(before.outside === after.outside
			? []
			: [m.publication_sentence_other(total(before.outside, after.outside), options)]),
	];
}

/** From when the change holds, and what held before: until its first step where it takes effect in steps. */
function effectOf(
	{ baseValidFrom, effectiveOn, phases }: Omit<PublicContent, 'sentences'>,
	options: Required<InLocale>,
): string {
	const day = (on: typeof effectiveOn) => formatDate(on, options);
	const [first, last] = [phases[0], phases.at(-1)];
	if (!first || !last || phases.length < 2)
		return m.publication_sentence_effect({ from: day(effectiveOn), base: day(baseValidFrom) }, options);
	const steps = phases.map(({ on, administration }) =>
		m.papers_text_phase({ date: day(on), count: formatHeadcount(administration, options) }, options),
	);
	return m.publication_sentence_effect_phases(
		{ first: day(first.on), last: day(last.on), phases: steps.join('; '), base: day(baseValidFrom) },
		options,
	);
}

/** Numbers of the operations that change most units and posts, in their order. Ties: the earlier one. */
function mostChanging(operations: readonly ReportOperation[], room: number): readonly number[] {
	const weight = ({ posts, diff }: ReportOperation) =>
		Math.abs(posts) + 2 * (diff.units.created.length + diff.units.closed.length) + diff.units.changed.length;
	return operations
		.toSorted((a, b) => weight(b) - weight(a) || a.number - b.number)
		.slice(0, Math.max(0, room))
		.map(({ number }) => number)
		.sort((a, b) => a - b);
}

const LONGEST = 200;

/** The first sentence of a reason, without its full stop. */
function firstSentence(reason: string): string {
	const [first = ''] = reason.trim().split(/(?<=[.!?])\s+(?=\p{Lu})/u);
	const plain = first.replace(/[.\s]+$/u, '');
	return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain;
}
