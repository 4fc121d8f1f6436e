import type { DecisionFacts, VotingRule } from '#lib/domain/review/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { partsText, stagedPoints } from './decision-stages.ts';
import { formatDate, formatPosts } from './format.ts';
import type { InLocale } from './names.ts';

/** What the text of a decision is made from besides the counted facts. */
export interface DecisionPaper {
	readonly facts: DecisionFacts;
	/** What it is about, as submitted. */
	readonly title: string;
	readonly rule: Pick<VotingRule, 'councilSize'>;
	readonly isAdopted: boolean;
}

/**
 * The text of a decision, its numbers taken from the structure that is adopted: total with its parts, other
 * activities, structure, day of effect. Paragraphs are parted by line ends.
 */
export function decisionText(paper: DecisionPaper, options: InLocale = {}): string {
	const { facts, title } = paper;
	const { tally } = facts;
	const head = [
		m.review_text_head({ number: facts.number, date: formatDate(facts.decidedOn, options) }, options),
		m.review_text_subject({ title }, options),
		m.review_text_ground(
			{
				...{
					ground: facts.legalGround,
					present: String(tally.present),
					size: String(paper.rule.councilSize),
				},
				...{ yes: String(tally.for), no: String(tally.against), abstain: String(tally.abstain) },
			},
			options,
		),
		m.review_text_decided({}, options),
	];
	const points = paper.isAdopted ? decisionPoints(facts, options) : [m.review_text_rejected({}, options)];
	return [...head, ...points].join('\n');
}

/** What the points of a decision state: numbers of the structure adopted, day of effect, points left out. */
export interface DecisionStated extends Pick<
	DecisionFacts,
	'numbers' | 'effectiveOn' | 'leftOut' | 'phases' | 'stages'
> {
	/** Numbers of the amendments that were accepted; none in a draft. */
	readonly amendments?: readonly number[];
}

/** The points of a decision or of its draft, numbered. A point of several lines has line ends in it. */
export function decisionPoints(stated: DecisionStated, options: InLocale = {}): readonly string[] {
	const { leftOut, amendments = [], stages = [] } = stated;
	const rest: readonly ((number: string) => string)[] = [
		...(stages.length > 1 ? stagedPoints(stages, options) : plainPoints(stated, options)),
		...(leftOut.length > 0
			? [
					(number: string) =>
						m.review_text_left_out({ number, count: leftOut.length, points: leftOut.join(', ') }, options),
				]
			: []),
		...(amendments.length > 0 ? [(number: string) => amendedText(number, amendments, options)] : []),
		(number) => m.review_text_mayor({ number }, options),
	];
	return rest.map((line, at) => line(String(at + 1)));
}

/** Total, other activities, structure and day of a change that takes effect at once. */
function plainPoints(stated: DecisionStated, options: InLocale): readonly ((number: string) => string)[] {
	const { numbers, phases = [] } = stated;
	const count = (posts: number) => formatPosts(posts, options);
	return [
		() =>
			m.review_text_total(
				{ total: count(numbers.administration), parts: partsText(numbers, options) },
				options,
			),
		...(numbers.outside > 0 ? [() => m.review_text_outside({ count: count(numbers.outside) }, options)] : []),
		...(phases.length > 1 ? [(number: string) => phaseText(number, phases, options)] : []),
		(number) => m.review_text_structure({ number }, options),
		(number) => effectText(number, stated, options),
	];
}

function amendedText(number: string, amendments: readonly number[], options: InLocale): string {
	const text = amendments.length === 1 ? m.review_text_amended_one : m.review_text_amended;
	return text({ number, numbers: amendments.join(', ') }, options);
}

/** „5. Решението влиза в сила от 01.01.2027 г.“, or the first and the last day where it takes effect in steps. */
function effectText(number: string, stated: DecisionStated, options: InLocale): string {
	const { effectiveOn, phases = [] } = stated;
	const [first, last] = [phases[0], phases.at(-1)];
	if (!first || !last || phases.length < 2)
		return m.review_text_effective({ number, date: formatDate(effectiveOn, options) }, options);
	const days = { first: formatDate(first.on, options), last: formatDate(last.on, options) };
	return m.review_text_effective_phases({ number, ...days }, options);
}

/** „3. Числеността … е: от 01.01.2008 г. – 310 бр.; от 01.07.2008 г. – 275 бр.“ */
function phaseText(number: string, phases: NonNullable<DecisionStated['phases']>, options: InLocale): string {
	const list = phases.map(({ on, administration }) =>
		m.papers_text_phase(
			{ date: formatDate(on, options), count: formatPosts(administration, options) },
			options,
		),
	);
	return m.papers_text_phases({ number, phases: list.join('; ') }, options);
}

/** „Решение № 45 от 10.12.2026 г.“ in both languages, with the day of a part that takes effect later. */
export function nameOfDecision({
	number,
	decidedOn,
	startsOn = null,
}: {
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly startsOn?: IsoDate | null;
}): LocalText {
	const inLocale = (locale: 'bg' | 'en') => {
		const words = { number, date: formatDate(decidedOn, { locale }) };
		return startsOn === null
			? m.review_decision_name(words, { locale })
			: m.review_decision_name_from({ ...words, from: formatDate(startsOn, { locale }) }, { locale });
	};
	return { bg: inLocale('bg'), en: inLocale('en') };
}
