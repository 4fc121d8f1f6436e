import { m } from '#lib/paraglide/messages.js';

interface Issue {
	readonly code: string;
	readonly limit?: number;
}

const TEXTS: Readonly<Record<string, (issue: { limit: number }) => string>> = {
	required: () => m.common_issue_required(),
	'too-long': (issue) => m.common_issue_too_long(issue),
	'too-short': (issue) => m.common_issue_too_short(issue),
	'too-big': (issue) => m.common_issue_too_big(issue),
	'too-small': (issue) => m.common_issue_too_small(issue),
	'not-a-number': () => m.common_issue_not_a_number(),
	'out-of-range': () => m.common_issue_out_of_range(),
	'not-whole': () => m.common_issue_not_whole(),
	'not-a-date': () => m.common_issue_not_a_date(),
	'day-out-of-range': () => m.common_issue_day_out_of_range(),
	'not-a-choice': () => m.common_issue_not_a_choice(),
	'not-writable': () => m.common_issue_not_writable(),
	occupation: () => m.common_issue_occupation(),
	invalid: () => m.common_issue_invalid(),
};

/** What a person reads at a field; `own` holds the texts of codes that only this form has. */
export function issueText(
	issue: Issue | undefined,
	own: Readonly<Record<string, (issue: { limit: number }) => string>> = {},
): string | undefined {
	if (!issue) return undefined;
	const text = own[issue.code] ?? TEXTS[issue.code] ?? TEXTS['invalid'];
	return text?.({ limit: issue.limit ?? 0 });
}
