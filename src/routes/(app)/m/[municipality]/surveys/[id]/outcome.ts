import { NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { fail, redirect } from '@sveltejs/kit';

export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: { readonly code: string } };

/** Leads back to a page that says what was done, or answers with the refusal. */
export function done(path: string, what: string, result: Outcome<number | null>) {
	if (!result.ok) return refused(result.error);
	redirect(303, `${path}${path.includes('?') ? '&' : '?'}done=${what}&count=${result.value ?? 1}`);
}

export function refused(error: { readonly code: string }) {
	refuseAccess(error);
	return fail(409, { ...NO_PROBLEMS, refusal: error.code, links: null });
}

/** What was just done, as the address of the page says it. */
export function doneOf(url: URL): { readonly what: string | null; readonly count: number } {
	return { what: url.searchParams.get('done'), count: Number(url.searchParams.get('count') ?? 0) };
}
