import { error, redirect } from '@sveltejs/kit';
import { nameOfParameter } from '#lib/i18n/parameter-names.ts';
import { m } from '#lib/paraglide/messages.js';

interface RefusedAccess {
	readonly code: string;
	readonly key?: unknown;
}

type Answered<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/**
 * The value of a service for a page that only reads. A refusal of access becomes the answer 404 or 403, a number
 * that nobody entered 409 with its name; any other refusal has no place in a page that only reads and is a fault.
 */
export function answer<T>(result: Answered<T, RefusedAccess>): T {
	if (result.ok) return result.value;
	refuseAccess(result.error);
	if (result.error.code === 'scenario/no-parameter')
		error(409, m.scenario_refusal_no_parameter({ name: nameOfParameter(String(result.error.key)) }));
	throw new Error(`A page cannot show the refusal ${result.error.code}`);
}

/** Ends the request with 404 or 403 when the refusal is one of access; returns for every other one. */
export function refuseAccess(refusal: RefusedAccess): void {
	if (refusal.code === 'access/not-found') error(404, m.common_not_found());
	if (refusal.code === 'access/forbidden') error(403, m.common_forbidden());
}

/** Whoever is not signed in goes there and comes back; files, which have no layout, ask for themselves. */
export function askSignIn<A>(actor: A | undefined, url: URL): asserts actor is A {
	if (!actor) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
}
