import { formatHeadcount } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a form held and what was wrong in it. */
export interface GivenForm {
	readonly values: Readonly<Record<string, string>>;
	readonly issues: Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
	/** What somebody else stored in fields that both moved, in words. */
	readonly others?: Readonly<Record<string, string>>;
}

/** What only the forms about a person say at their fields. */
export const PERSON_ISSUES: Readonly<Record<string, (issue: { limit: number }) => string>> = {
	'in-future': () => m.training_issue_in_future(),
	'before-start': () => m.training_issue_before_start(),
	'already-wished': () => m.training_issue_already_wished(),
	'post-full': ({ limit }) => m.training_issue_post_full({ approved: formatHeadcount(limit) }),
};
