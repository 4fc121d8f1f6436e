import { issueText } from '#lib/i18n/issues.ts';
import { m } from '#lib/paraglide/messages.js';

interface Issue {
	readonly code: string;
	readonly limit?: number;
}

const LABELS: Readonly<Record<string, () => string>> = {
	title: m.findings_field_title,
	body: m.findings_field_body,
	kind: m.findings_field_kind,
	criterion: m.findings_field_criterion,
	severity: m.findings_field_severity,
	status: m.findings_field_status,
	statusReason: m.findings_field_status_reason,
	impact: m.findings_recommendation_impact,
	effort: m.findings_recommendation_effort,
	legalComplexity: m.findings_recommendation_legal,
	expectedEffect: m.findings_recommendation_effect,
	responsible: m.findings_action_responsible,
	startsOn: m.findings_action_starts,
	dueOn: m.findings_action_due,
	progress: m.findings_action_progress,
	proof: m.findings_action_proof,
};

const OWN = { 'dates-reversed': m.findings_dates_reversed };

/** What a form about findings refused, for the summary above it. */
export function findingProblems(issues: Readonly<Record<string, Issue>> | undefined) {
	return Object.entries(issues ?? {}).map(([field, issue]) => ({
		field,
		label: LABELS[field]?.() ?? '',
		text: issueText(issue, OWN) ?? m.common_issue_invalid(),
	}));
}
