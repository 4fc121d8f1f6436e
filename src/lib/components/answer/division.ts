import { share, type Share } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyGroupShare,
	SurveyItem,
	SurveyItemId,
	SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AnswerPage } from './pages.ts';
import { timeText } from './words.ts';

/** What is divided on a page: a whole with its rows and the sentence above them. */
export interface Division {
	readonly lead: string;
	readonly whole: Share;
	readonly rows: readonly {
		readonly key: string;
		readonly text: string;
		readonly share: Share;
		readonly isLocked: boolean;
	}[];
}

interface Divided {
	readonly respondent: SurveyRespondent;
	readonly items: readonly SurveyItem[];
	readonly answers: readonly SurveyAnswer[];
	readonly groups: readonly SurveyGroupShare[];
}

/** Names of what stands in the rows. */
export interface DivisionWords {
	readonly areaName: (key: string) => string;
	readonly itemText: (id: SurveyItemId) => string;
}

/** The division of a page; undefined on the pages that divide nothing. */
export function divisionOf(page: AnswerPage, seat: Divided, words: DivisionWords): Division | undefined {
	if (page.step === 'groups') {
		const rows = seat.groups.map((group) => ({
			...group,
			key: group.groupKey,
			text: words.areaName(group.groupKey),
		}));
		return { lead: m.answer_groups_lead(), whole: share(1), rows };
	}
	return page.step === 'inside' ? insideOf(page.area, seat, words) : undefined;
}

function insideOf(
	area: string,
	{ respondent, items, answers, groups }: Divided,
	words: DivisionWords,
): Division {
	const whole = groups.find((group) => group.groupKey === area)?.share ?? share(0);
	const ids = new Set(items.filter((item) => item.groupKey === area).map((item) => item.id));
	const rows = answers
		.filter((answer) => ids.has(answer.itemId))
		.map((answer) => ({ ...answer, key: answer.itemId, text: words.itemText(answer.itemId) }));
	return { lead: leadOf(whole, groups.length, respondent), whole, rows };
}

function leadOf(whole: Share, groups: number, { measure, weeklyHours }: SurveyRespondent): string {
	if (whole === 0) return m.answer_inside_empty();
	if (groups === 1) return m.answer_inside_all();
	return m.answer_inside_lead({ amount: timeText(whole, measure, weeklyHours) });
}
