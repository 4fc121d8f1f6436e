import type { LocalText } from '#lib/domain/org/index.ts';
import type { ResponseCounts, SurveyCampaign } from '#lib/domain/workload/index.ts';
import { formatDate, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** The counts of a campaign as numbers that matter; what needs somebody's attention has a tone. */
export function stateStats({ total, byState, handedIn, rate }: ResponseCounts) {
	const of = (count: number) => formatNumber(count);
	return [
		{
			value: rate === null ? '–' : formatShare(rate, { digits: 1 }),
			label: m.survey_stat_rate(),
			note: m.survey_stat_rate_of({ handed: handedIn, total }),
		},
		{ value: of(byState['not-started']), label: m.survey_stat_waiting() },
		{ value: of(byState['in-progress']), label: m.survey_stat_progress() },
		{ value: of(byState.submitted), label: m.survey_stat_submitted() },
		{ value: of(byState.returned), label: m.survey_stat_returned() },
		{ value: of(byState.validated), label: m.survey_stat_validated() },
	];
}

/** A letter to the people of a unit who have not answered yet. */
export function reminderText(
	campaign: Pick<SurveyCampaign, 'name' | 'closesOn'>,
	unit: { readonly name: LocalText; readonly waiting: number; readonly counts: ResponseCounts },
): string {
	return m.survey_remind_body({
		name: localText(campaign.name),
		date: formatDate(campaign.closesOn),
		unit: localText(unit.name),
		count: unit.waiting,
		total: unit.counts.total,
	});
}

const REFUSALS: Readonly<Record<string, () => string>> = {
	'survey/wrong-state': m.survey_refusal_wrong_state,
	'survey/nobody': m.survey_refusal_nobody,
	'survey/no-items': m.survey_refusal_no_items,
	'survey/not-draft': m.survey_refusal_not_draft,
	'survey/not-possible': m.survey_refusal_not_possible,
	'survey/has-answers': m.survey_refusal_has_answers,
	'survey/has-begun': m.survey_refusal_has_begun,
	'survey/stale': m.survey_refusal_stale,
	'survey/applied': m.survey_refusal_applied,
	'survey/unknown-item': m.survey_refusal_unknown_item,
	'survey/nothing-validated': m.survey_refusal_nothing_validated,
	'survey/carried-on': m.survey_refusal_carried_on,
};

export function refusalText(code: string): string {
	return REFUSALS[code]?.() ?? m.survey_refusal_wrong_state();
}

/** What the page says after something was done; nothing for an address that says nothing we know. */
export function doneText(what: string | null, count: number): string | undefined {
	const texts: Readonly<Record<string, () => string>> = {
		extend: () => m.survey_done_extend({ count }),
		revoke: () => m.survey_done_revoke({ count }),
		remind: () => m.survey_done_remind({ count }),
		validator: m.survey_done_validator,
		close: m.survey_done_close,
		reopen: m.survey_done_reopen,
		'leave-out': m.survey_done_leave_out,
		correct: m.survey_done_correct,
		return: m.survey_done_return,
		approve: () => m.survey_done_approve({ count }),
		reconsider: m.survey_done_reconsider,
		map: m.survey_done_map,
		apply: () => m.survey_done_apply({ count }),
		'apply-again': m.survey_done_apply_again,
		'take-back': m.survey_done_take_back,
	};
	return what === null || !Number.isSafeInteger(count) ? undefined : texts[what]?.();
}
