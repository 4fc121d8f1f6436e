import { issueText } from '#lib/i18n/issues.ts';
import { textOfSessionProblem } from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';

interface RefusedForm {
	readonly issues: Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
	/** The refusal in words. */
	readonly refusal: string | null;
}

const OWN = {
	'session/ends-before': () => textOfSessionProblem('session/ends-before'),
	'session/other-year': ({ limit }: { readonly limit: number }) =>
		textOfSessionProblem('session/other-year', limit),
	'session/too-long': () => textOfSessionProblem('session/too-long'),
	'session/no-places': () => textOfSessionProblem('session/no-places'),
	'session/not-yet-held': () => textOfSessionProblem('session/not-yet-held'),
	'session/overlaps': () => textOfSessionProblem('session/overlaps'),
	'not-a-time': m.session_problem_not_a_time,
};

/** What a person reads at a field of a session. */
export function sessionIssueText(issue: RefusedForm['issues'][string] | undefined): string | undefined {
	return issueText(issue, OWN);
}

/** What a form about a session refused, for the summary above it. */
export function problemsOf(form: RefusedForm | null | undefined) {
	return [
		...(form?.refusal ? [{ field: '', text: form.refusal }] : []),
		...Object.entries(form?.issues ?? {}).map(([field, issue]) => ({
			field,
			text: sessionIssueText(issue) ?? '',
		})),
	];
}
