import { issueText } from '#lib/i18n/issues.ts';
import { m } from '#lib/paraglide/messages.js';

const OWN = {
	'username-shape': () => m.access_username_shape(),
	'password-differs': () => m.access_password_differs(),
	'name-taken': () => m.access_user_taken(),
	'unit-required': () => m.access_user_unit_required(),
	'unit-unknown': () => m.access_user_unit_unknown(),
	'own-password': () => m.access_password_own(),
	unknown: () => m.access_user_unknown(),
	'wrong-password': () => m.access_current_wrong(),
};

/** What a person reads at a field of the forms about accounts. */
export function accessIssueText(issue: Parameters<typeof issueText>[0]): string | undefined {
	return issueText(issue, OWN);
}
