/**
 * The answer of a use case that may foreseeably refuse.
 * A refusal is data with a discriminating `code`; its text is made in `i18n`.
 */
export type Result<T, E> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The answer of a use case that was carried out. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

/** The answer of a use case that refused, with the reason as data. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
	return { ok: false, error };
}

/** Ends a `switch` over a closed union; reaching it is a bug, never a refusal. */
export function assertNever(value: never): never {
	throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
