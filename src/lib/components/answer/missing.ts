import type {
	AnswersIssue,
	GroupIssue,
	GroupsOver,
	SurveyItemId,
	SurveyMeasure,
} from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { timeText } from './words.ts';

/** Something that keeps the answers from being handed in, and the query of the page where it is put right. */
export interface Missing {
	readonly text: string;
	readonly query: string;
}

export interface MissingFrame {
	readonly measure: SurveyMeasure;
	readonly weeklyHours: number;
	readonly areaName: (key: string) => string;
	readonly itemText: (id: SurveyItemId) => string;
	/** Query of the page on which the whole is divided. */
	readonly divideQuery: string;
	/** Query of the page on which the inside of an area is divided. */
	readonly insideQuery: (area: string) => string;
}

/** What is missing as sentences; a sum that is off only because of one area is said once, at the area. */
export function missingSentences(
	issues: readonly (AnswersIssue | GroupIssue | GroupsOver)[],
	frame: MissingFrame,
): readonly Missing[] {
	const isInside = issues.some(
		(issue) => issue.code === 'survey/group-off' || issue.code === 'survey/groups-over',
	);
	return issues.flatMap((issue) => {
		const isSum = issue.code === 'survey/sum-under' || issue.code === 'survey/sum-over';
		return isSum && isInside ? [] : [sentenceOf(issue, frame)];
	});
}

function sentenceOf(issue: AnswersIssue | GroupIssue | GroupsOver, frame: MissingFrame): Missing {
	const time = (part: number) => timeText(part, frame.measure, frame.weeklyHours);
	switch (issue.code) {
		case 'survey/nothing-chosen':
			return { text: m.answer_nothing_chosen(), query: 'step=choose' };
		case 'survey/sum-under':
			return { text: m.answer_missing_under({ left: time(issue.by) }), query: frame.divideQuery };
		case 'survey/sum-over':
			return { text: m.answer_missing_over({ over: time(issue.by) }), query: frame.divideQuery };
		case 'survey/absurd-hours':
			return { text: m.answer_missing_hours({ limit: issue.limit }), query: 'step=start' };
		case 'survey/groups-over':
			return { text: m.answer_missing_groups_over({ over: time(issue.by) }), query: 'step=groups' };
		case 'survey/group-off': {
			const [area, inside, share] = [frame.areaName(issue.groupKey), time(issue.inside), time(issue.share)];
			return {
				text: m.answer_missing_group({ area, inside, share }),
				query: frame.insideQuery(issue.groupKey),
			};
		}
		default:
			return { text: m.answer_missing_item({ text: frame.itemText(issue.itemId) }), query: 'step=details' };
	}
}
