import type { LocalText, Structure } from '../org/index.ts';

/** Names of the things that something mentions, by key: names of units, titles of posts, texts of functions. */
export interface NameBook {
	readonly units: Readonly<Record<string, LocalText>>;
	readonly posts: Readonly<Record<string, LocalText>>;
	readonly functions: Readonly<Record<string, LocalText>>;
}

/**
 * The names that stand behind the keys anywhere in a value, taken from the first structure that knows them.
 * So a page or a paper gets the few names it needs instead of the whole structure.
 */
export function namesIn(structures: readonly Structure[], mentioned: unknown): NameBook {
	const keys = textsIn(mentioned);
	return {
		units: collect(
			keys,
			structures.flatMap(({ units }) => units.map(({ key, name }) => ({ key, text: name }))),
		),
		posts: collect(
			keys,
			structures.flatMap(({ posts }) => posts.map(({ key, title }) => ({ key, text: title }))),
		),
		functions: collect(
			keys,
			structures.flatMap(({ functions }) => functions.map(({ key, text }) => ({ key, text }))),
		),
	};
}

function collect(
	keys: ReadonlySet<string>,
	items: readonly { readonly key: string; readonly text: LocalText }[],
): Readonly<Record<string, LocalText>> {
	const names: Record<string, LocalText> = {};
	for (const { key, text } of items) if (keys.has(key)) names[key] ??= text;
	return names;
}

/** Every text in a value, however deep. */
function textsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
	if (typeof value === 'string') found.add(value);
	else if (typeof value === 'object' && value !== null)
		for (const inner of Object.values(value) as unknown[]) textsIn(inner, found);
	return found;
}
