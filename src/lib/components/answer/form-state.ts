/** What an action of the questionnaire answers when something has to be said. */
export interface AnswerForm {
	/** A sentence for the whole form, by code. */
	readonly refusal: { readonly code: string; readonly limit?: number; readonly by?: number } | null;
	readonly issues: readonly FormIssue[];
	/** Fields that were saved from another place too. */
	readonly conflicts: readonly FormConflict[];
	/** What was typed, by name of the field. */
	readonly values: Readonly<Record<string, string>>;
}

export interface FormIssue {
	readonly field: string;
	readonly code: string;
	readonly limit?: number;
}

export interface FormConflict {
	readonly field: string;
	/** The stored share, or the stored text. */
	readonly stored: number | string | null;
}

/** How one field is shown: its text, the text it is compared with when it is saved, and what is said at it. */
export interface FieldState {
	readonly value: string;
	readonly was: string;
	readonly issue: FormIssue | undefined;
	readonly conflict: FormConflict | undefined;
}

/**
 * A field after an action: refused values stay as typed with what they were compared with, a conflict shows what was
 * typed against what is stored now, everything else is as stored.
 */
export function fieldState(form: AnswerForm | null, field: string, stored: string): FieldState {
	const issue = form?.issues.find((one) => one.field === field);
	const conflict = form?.conflicts.find((one) => one.field === field);
	const typed = form?.values[field];
	if (typed === undefined) return { value: stored, was: stored, issue, conflict };
	if (conflict) return { value: typed, was: stored, issue, conflict };
	const isRefused = form !== null && form.conflicts.length === 0;
	return isRefused
		? { value: typed, was: form.values[`was.${field}`] ?? stored, issue, conflict }
		: { value: stored, was: stored, issue, conflict };
}
