import { issueText } from '#lib/i18n/issues.ts';

interface Answered {
	readonly issues: Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
	/** Why the service refused; empty when it did not. */
	readonly refusal: string;
}

/** What the summary of errors lists: the refusal of the whole, then what is wrong at fields. */
export function formProblems(form: Answered | null | undefined) {
	if (!form) return [];
	const whole = form.refusal ? [{ field: '', text: form.refusal }] : [];
	const fields = Object.entries(form.issues).map(([field, issue]) => ({
		field: field === 'form' ? '' : field,
		text: issueText(issue) ?? '',
	}));
	return [...whole, ...fields];
}
