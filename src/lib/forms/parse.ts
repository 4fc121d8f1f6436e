import type { z } from 'zod';

/** What was wrong in a form: a message code for each field, and what was given, to be shown again. */
export interface FormProblems {
	readonly issues: Readonly<Record<string, FieldIssue>>;
	readonly values: Readonly<Record<string, string>>;
}

export interface FieldIssue {
	/** `required`, `too-long`, `not-a-number`, `out-of-range`, `not-a-date`, `not-a-choice`, `invalid`, or a code of the form's own. */
	readonly code: string;
	readonly limit?: number;
}

/** A form with nothing wrong at its fields; for actions that answer in the same shape. */
export const NO_PROBLEMS: FormProblems = { issues: {}, values: {} };

export type ParsedForm<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FormProblems };

/** Longest text that any single field may carry, so that a huge post cannot be echoed back. */
const MAX_ECHO = 20_000;

/**
 * Checks a form against a schema. Fields that occur several times arrive as arrays under `name[]`.
 * Every problem stands at its field; what was given is echoed, except fields whose name says `password`.
 */
export function parseForm<T>(schema: z.ZodType<T>, data: FormData): ParsedForm<T> {
	const raw = collect(data);
	const parsed = schema.safeParse(raw);
	if (parsed.success) return { ok: true, value: parsed.data };
	const issues: Record<string, FieldIssue> = {};
	for (const issue of parsed.error.issues) {
		const field = issue.path.map(String).join('.') || 'form';
		issues[field] ??= toFieldIssue(issue);
	}
	return { ok: false, error: { issues, values: echo(raw) } };
}

/** The texts of a form, to be shown again after a refusal of the service. */
export function echoForm(data: FormData): Readonly<Record<string, string>> {
	return echo(collect(data));
}

function collect(data: FormData): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const name of new Set(data.keys())) {
		const values = data.getAll(name);
		if (name.endsWith('[]')) fields[name.slice(0, -2)] = values;
		else fields[name] = values[0];
	}
	return fields;
}

function echo(raw: Readonly<Record<string, unknown>>): Record<string, string> {
	const texts = Object.entries(raw).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].includes('password'),
	);
	return Object.fromEntries(texts.map(([name, text]) => [name, text.slice(0, MAX_ECHO)]));
}

/** A code of the form's own is given as the message of a refinement: `{ message: 'code:two-verbs' }`. */
function toFieldIssue(issue: z.core.$ZodIssue): FieldIssue {
	if (issue.message.startsWith('code:')) return { code: issue.message.slice('code:'.length) };
	if (issue.code === 'too_big')
		return { code: issue.origin === 'string' ? 'too-long' : 'too-big', limit: Number(issue.maximum) };
	if (issue.code === 'too_small')
		return issue.origin === 'string' && Number(issue.minimum) <= 1
			? { code: 'required' }
			: { code: issue.origin === 'string' ? 'too-short' : 'too-small', limit: Number(issue.minimum) };
	if (issue.code === 'invalid_value') return { code: 'not-a-choice' };
	if (issue.code === 'invalid_type') return { code: issue.input === undefined ? 'required' : 'invalid' };
	return { code: 'invalid' };
}
