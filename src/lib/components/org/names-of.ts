import type { LocalText } from '#lib/domain/org/index.ts';

/** Names by key, out of lists of things that have both. */
export function namesOf(
	...lists: readonly (readonly { readonly key: string; readonly name: LocalText }[])[]
): Readonly<Record<string, LocalText>> {
	return Object.fromEntries(lists.flat().map(({ key, name }) => [key, name]));
}
