import { fail, type ActionFailure } from '@sveltejs/kit';
import type { EditForm } from '#lib/components/org/edit-form.ts';
import { echoForm, localPath, NO_PROBLEMS, refuseAccess, type FormProblems } from '#lib/forms/index.ts';
import type { EditError } from '#lib/server/services/history-edit.ts';
import type { UndoError } from '#lib/server/services/history.ts';

interface Refusal {
	readonly code: string;
	readonly field: string;
}

/** An answer with nothing wrong yet. */
export const NOTHING: EditForm = {
	...NO_PROBLEMS,
	refusals: [],
	stale: null,
	isStale: false,
	isFrozen: false,
	conflict: null,
};

/** The form came with wrong values: each at its field, nothing stored. */
export function failParse(problems: FormProblems, data: FormData): ActionFailure<EditForm> {
	return fail(400, { ...NOTHING, ...problems, values: { ...problems.values, ...listsOf(data) } });
}

/** The service refused: 404 or 403 for access, otherwise what the form shows. */
export function failEdit(error: EditError<Refusal>, data: FormData): ActionFailure<EditForm> {
	refuseAccess(error);
	const values = { ...echoForm(data), ...listsOf(data) };
	switch (error.code) {
		case 'org/refused':
			return fail(422, { ...NOTHING, values, refusals: error.refusals });
		case 'org/stale':
			return fail(409, { ...NOTHING, values, isStale: true, stale: error.last });
		default:
			return fail(409, { ...NOTHING, values, isFrozen: true });
	}
}

/** Choices of a list, „powers[]“, as one text with spaces between. */
function listsOf(data: FormData): Readonly<Record<string, string>> {
	const names = [...new Set(data.keys())].filter((name) => name.endsWith('[]'));
	return Object.fromEntries(
		names.map((name) => [name.slice(0, -2), data.getAll(name).join(' ').slice(0, 5000)]),
	);
}

/** Taking back did not work: the change is not the newest any more, or the old state is not possible any more. */
export function failUndo(error: UndoError): ActionFailure<EditForm & { readonly isTooLate: boolean }> {
	refuseAccess(error);
	switch (error.code) {
		case 'org/version-frozen':
			return fail(409, { ...NOTHING, isFrozen: true, isTooLate: false });
		case 'org/still-used':
		case 'org/place-gone':
			return fail(409, { ...NOTHING, refusals: [{ code: error.code, field: 'form' }], isTooLate: false });
		default:
			return fail(409, { ...NOTHING, isTooLate: true });
	}
}

/** Warnings as they stand in the address after a saved change: „two-verbs,no-basis“, or „yes“ without any. */
export function savedMark(warnings: readonly { readonly code: string }[]): string {
	const codes = warnings.map((warning) => warning.code.replace('org/', ''));
	return `saved=${codes.length === 0 ? 'yes' : codes.join(',')}`;
}

/** The page to which a saved change leads: the one that asked for it, or the thing itself. */
export function backAfter(url: URL, own: string, warnings: readonly { readonly code: string }[]): string {
	const asked = localPath(url.searchParams.get('back'));
	if (!asked.startsWith('/m/')) return `${own}${afterSave(url, warnings)}`;
	const target = new URL(asked, url.origin);
	target.searchParams.set('saved', savedMark(warnings).slice('saved='.length));
	return `${target.pathname}${target.search}`;
}

/** `?version=…&saved=…` for the page to which a saved change leads. */
export function afterSave(url: URL, warnings: readonly { readonly code: string }[]): string {
	const version = url.searchParams.get('version');
	return `?${version === null ? '' : `version=${encodeURIComponent(version)}&`}${savedMark(warnings)}`;
}
