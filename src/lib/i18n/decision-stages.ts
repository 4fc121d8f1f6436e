import { ADMINISTRATION_PARTS } from '#lib/domain/org/index.ts';
import type { DecisionStage } from '#lib/domain/review/index.ts';
import type { StructureNumbers } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatPosts } from './format.ts';
import { nameOfPart, type InLocale } from './names.ts';

/** „кметски екип – 23 бр.; обща администрация – 66 бр.“ */
export function partsText({ byPart }: Pick<StructureNumbers, 'byPart'>, options: InLocale): string {
	return ADMINISTRATION_PARTS.filter((part) => part !== 'outside' && byPart[part] > 0)
		.map((part) =>
			m.review_text_part(
				{ part: nameOfPart(part, options), count: formatPosts(byPart[part], options) },
				options,
			),
		)
		.join('; ');
}

/**
 * The points of a decision that takes effect in steps, each with the day from which it holds. Example (Русе, 2008):
 * „1.1. от 01.01.2008 г. – 310 бр. …“, „1.2. от 01.07.2008 г. – 275 бр. …“.
 */
export function stagedPoints(
	stages: readonly DecisionStage[],
	options: InLocale,
): readonly ((number: string) => string)[] {
	const hasOutside = stages.some(({ numbers }) => numbers.outside > 0);
	return [
		(number) =>
			[m.review_text_stage_total({ number }, options), ...totalLines(number, stages, options)].join('\n'),
		...(hasOutside
			? [
					(number: string) =>
						m.review_text_stage_outside({ number, days: outsideDays(stages, options) }, options),
				]
			: []),
		(number) => m.review_text_stage_structure({ number, annexes: annexDays(stages, options) }, options),
		(number) => m.review_text_stage_effect({ number, days: pointDays(stages, options) }, options),
	];
}

/** „от 01.07.2027 г.“ */
export function fromDay(on: IsoDate, options: InLocale): string {
	return m.review_text_from({ date: formatDate(on, options) }, options);
}

function totalLines(number: string, stages: readonly DecisionStage[], options: InLocale): readonly string[] {
	return stages.map(({ on, numbers }, at) =>
		m.review_text_stage_line(
			{
				...{ number: `${number}.${at + 1}`, from: fromDay(on, options) },
				...{ count: formatPosts(numbers.administration, options), parts: partsText(numbers, options) },
			},
			options,
		),
	);
}

/** Days on which the number changes; the others say nothing new. */
function outsideDays(stages: readonly DecisionStage[], options: InLocale): string {
	return stages
		.filter(({ numbers }, at) => numbers.outside !== stages[at - 1]?.numbers.outside)
		.map(({ on, numbers }) =>
			m.papers_text_phase(
				{ date: formatDate(on, options), count: formatPosts(numbers.outside, options) },
				options,
			),
		)
		.join('; ');
}

function annexDays(stages: readonly DecisionStage[], options: InLocale): string {
	return stages
		.map(({ on }, at) =>
			m.review_text_stage_annex({ from: fromDay(on, options), number: `1.${at + 1}` }, options),
		)
		.join('; ');
}

function pointDays(stages: readonly DecisionStage[], options: InLocale): string {
	return stages
		.map(({ on, submitted, added }, at) => {
			const from = fromDay(on, options);
			const points = [
				...(submitted.length > 0 ? [pointsText(submitted, options)] : []),
				...(added.length > 0 ? [m.review_text_stage_added({ numbers: added.join(', ') }, options)] : []),
			];
			return points.length === 0
				? m.review_text_stage_counts({ from, number: `1.${at + 1}` }, options)
				: m.review_text_stage_points({ from, points: points.join(', ') }, options);
		})
		.join('; ');
}

function pointsText(numbers: readonly number[], options: InLocale): string {
	const text = numbers.length === 1 ? m.review_text_stage_point : m.review_text_stage_many;
	return text({ numbers: numbers.join(', ') }, options);
}
