import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

interface RefusedAccess {
	readonly code: string;
}

type Answered<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/**
 * The value of a service for a page that only reads. A refusal of access becomes the answer 404 or 403;
 * any other refusal has no place in a page that only reads and is a fault.
 */
export function answer<T>(result: Answered<T, RefusedAccess>): T {
	if (result.ok) return result.value;
	refuseAccess(result.error);
	throw new Error(`A page cannot show the refusal ${result.error.code}`);
}

/** Ends the request with 404 or 403 when the refusal is one of access; returns for every other one. */
export function refuseAccess(refusal: RefusedAccess): void {
	if (refusal.code === 'access/not-found') error(404, m.common_not_found());
	if (refusal.code === 'access/forbidden') error(403, m.common_forbidden());
}
