/** The letter of a key as on a Latin layout, small, so that shortcuts work on every Cyrillic one. */
export function latinKey({ key, code }: KeyboardEvent): string {
	return (/^[a-z]$/iu.test(key) ? key : code.replace(/^Key/u, '')).toLowerCase();
}
