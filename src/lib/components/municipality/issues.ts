import { issueText } from '#lib/i18n/issues.ts';
import { m } from '#lib/paraglide/messages.js';

const OWN: Parameters<typeof issueText>[1] = {
	'slug-shape': () => m.municipality_issue_slug_shape(),
	'not-a-year-or-day': () => m.municipality_issue_year_or_day(),
	ekatte: () => m.municipality_issue_ekatte(),
	'municipality/slug-taken': () => m.municipality_issue_slug_taken(),
	'municipality/name-taken': () => m.municipality_issue_name_taken(),
	'municipality/not-sure': () => m.municipality_issue_not_sure(),
	'municipality/not-empty': () => m.municipality_issue_not_empty(),
	'municipality/stale': () => m.municipality_issue_stale(),
	'settlement/name-taken': () => m.municipality_issue_settlement_taken(),
	'settlement/centre-taken': () => m.municipality_issue_centre_taken(),
	'settlement/line-name': ({ limit }) => m.municipality_issue_line_name({ line: limit }),
	'settlement/line-ekatte': ({ limit }) => m.municipality_issue_line_ekatte({ line: limit }),
	'settlement/line-residents': ({ limit }) => m.municipality_issue_line_residents({ line: limit }),
	'settlement/line-status': ({ limit }) => m.municipality_issue_line_status({ line: limit }),
	'settlement/line-taken': ({ limit }) => m.municipality_issue_line_taken({ line: limit }),
	'settlement/line-centre': ({ limit }) => m.municipality_issue_line_centre({ line: limit }),
	'settlement/stale': () => m.municipality_issue_stale(),
	'user/unknown': () => m.municipality_issue_user_unknown(),
	'user/role-held': () => m.municipality_issue_role_held(),
	'user/role-gone': () => m.municipality_issue_role_gone(),
	'user/unit-required': () => m.access_user_unit_required(),
	'user/unit-unknown': () => m.access_user_unit_unknown(),
	'councillor/sits-already': () => m.municipality_issue_sits_already(),
	'councillor/account-taken': () => m.municipality_issue_account_taken(),
	'councillor/unknown-account': () => m.municipality_issue_user_unknown(),
	'councillor/ended': () => m.municipality_issue_mandate_ended(),
	'councillor/ends-before': () => m.municipality_issue_ends_before(),
	'parameter/out-of-range': () => m.common_issue_out_of_range(),
	'parameter/not-later': () => m.municipality_issue_not_later(),
};

export type Issues = Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
export type Values = Readonly<Record<string, string>>;

/** What a person reads at a field of the forms about a municipality. */
export function municipalityIssueText(issue: Issues[string] | undefined): string | undefined {
	return issueText(issue, OWN);
}

/** Every problem of a form for the summary over it. */
export function municipalityProblems(issues: Issues) {
	return Object.entries(issues).map(([field, issue]) => ({
		field: field === 'form' ? '' : field,
		text: municipalityIssueText(issue) ?? '',
	}));
}
