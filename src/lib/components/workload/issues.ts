import { issueText } from '#lib/i18n/issues.ts';
import { CALENDAR_YEARS } from '#lib/domain/legal/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

export interface FieldIssues {
	readonly [field: string]: { readonly code: string; readonly limit?: number };
}

const OWN = {
	'minutes-incomplete': () => m.workload_issue_minutes_incomplete(),
	'minutes-order': () => m.workload_issue_minutes_order(),
	'staff-required': () => m.workload_issue_staff_required(),
	'months-count': () => m.workload_issue_months_count(),
	'months-sum': ({ limit }: { readonly limit: number }) =>
		m.workload_issue_months_sum({ sum: formatNumber(limit) }),
	percent: () => m.workload_issue_percent(),
	'day-not-recordable': () => m.workload_issue_day_not_recordable({ first: CALENDAR_YEARS.first }),
	'not-a-time': () => m.workload_issue_not_a_time(),
	'ends-before': () => m.workload_issue_ends_before(),
	'too-high': () => m.workload_issue_category_full(),
};

/** What a person reads at a field of the forms about workload. */
export function workloadIssueText(issue: Parameters<typeof issueText>[0]): string | undefined {
	return issueText(issue, OWN);
}

/** Problems of a form for the summary, each with the label of its field. */
export function problemsOf(
	issues: FieldIssues,
	labels: Readonly<Record<string, string>>,
): readonly { readonly field: string; readonly label?: string; readonly text: string }[] {
	return Object.entries(issues).map(([field, issue]) => {
		const label = labels[field];
		const text = workloadIssueText(issue) ?? '';
		return label === undefined ? { field: '', text } : { field, label, text };
	});
}
