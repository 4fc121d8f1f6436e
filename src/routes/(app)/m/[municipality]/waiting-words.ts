import type { ChairStep } from '#lib/domain/review/index.ts';
import { nameOfProcedureStep } from '#lib/i18n/council-names.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WaitingItem } from '#lib/server/services/waiting-item.ts';

/** One thing that waits, as a link. */
export interface WaitingLine {
	readonly text: string;
	readonly href: string;
}

/** What waits, in words, each with the page on which it is done; `base` is the address of the municipality. */
export function waitingWords(items: readonly WaitingItem[], base: string): readonly WaitingLine[] {
	return items.map((item) => ({ text: textOf(item), href: `${base}/${placeOf(item)}` }));
}

function textOf(item: WaitingItem): string {
	const what = sentenceOf(item);
	return 'number' in item ? m.waiting_of_proposal({ what, number: item.number, title: item.title }) : what;
}

const CHAIR_STEPS: Readonly<Record<ChairStep, () => string>> = {
	'open-review': m.waiting_open_review,
	'set-session': m.waiting_set_session,
	vote: m.waiting_vote,
};

function sentenceOf(item: WaitingItem): string {
	switch (item.code) {
		case 'waiting/proposal':
			return CHAIR_STEPS[item.step]();
		case 'waiting/step': {
			const words = { step: nameOfProcedureStep(item.step), date: formatDate(item.dueOn) };
			return item.isOver ? m.waiting_step_over(words) : m.waiting_step_due(words);
		}
		case 'waiting/opinions': {
			const text = item.amendments.length === 1 ? m.waiting_opinion : m.waiting_opinions;
			return text({ numbers: item.amendments.join(', ') });
		}
		case 'waiting/term-ends':
			return m.waiting_term_ends({ date: formatDate(item.until) });
		case 'waiting/may-amend':
			return m.waiting_may_amend({ date: formatDate(item.until) });
		case 'waiting/questions':
			return m.waiting_questions({ count: item.count });
		case 'waiting/answers':
			return m.waiting_answers({ count: item.count });
		case 'waiting/returned':
			return m.waiting_returned({ scenario: item.scenario });
		case 'waiting/given': {
			const { scenario, dueOn } = item;
			if (dueOn === null) return m.waiting_given({ scenario });
			return m.waiting_given_until({ scenario, date: formatDate(dueOn) });
		}
		case 'waiting/survey':
			return m.waiting_survey({ name: localText(item.name), count: item.count });
		default:
			return COUNTED[item.code].text({ count: item.count });
	}
}

const COUNTED = {
	'waiting/adopted-needs': { text: m.waiting_adopted_needs, place: 'training/needs' },
	'waiting/near-needs': { text: m.waiting_near_needs, place: 'training/needs?view=table' },
	'waiting/plan-lines': { text: m.waiting_plan_lines, place: 'training/plan' },
	'waiting/tasks': { text: m.waiting_tasks, place: 'training/sessions/tasks' },
} as const;

function placeOf(item: WaitingItem): string {
	if ('number' in item) return `council/${item.number}${pageOf(item)}`;
	if ('scenarioId' in item) return `scenarios/${item.scenarioId}/delegation/${item.delegationId}`;
	return 'surveyId' in item ? `surveys/${item.surveyId}` : COUNTED[item.code].place;
}

/** The page of the proposal on which it is done. */
function pageOf(item: Extract<WaitingItem, { readonly number: number }>): string {
	switch (item.code) {
		case 'waiting/proposal':
			return { 'open-review': '', 'set-session': '/procedure', vote: '/vote' }[item.step];
		case 'waiting/step':
			return '/procedure';
		case 'waiting/questions':
		case 'waiting/answers':
			return '/questions';
		default:
			return '/amendments';
	}
}
