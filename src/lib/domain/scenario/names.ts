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
			structures,
			({ units }) => units,
			(unit) => unit.name,
		),
		posts: collect(
			keys,
			structures,
			({ posts }) => posts,
			(post) => post.title,
		),
		functions: collect(
			keys,
			structures,
			({ functions }) => functions,
			(fn) => fn.text,
		),
	};
}

function collect<Item extends { readonly key: string }>(
	keys: ReadonlySet<string>,
	structures: readonly Structure[],
	itemsOf: (structure: Structure) => readonly Item[],
	textOf: (item: Item) => LocalText,
): Readonly<Record<string, LocalText>> {
	const names: Record<string, LocalText> = {};
	for (const structure of structures)
		for (const item of itemsOf(structure)) if (keys.has(item.key)) names[item.key] ??= textOf(item);
	return names;
}

/** Every text in a value, however deep. */
function textsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
	if (typeof value === 'string') found.add(value);
	else if (typeof value === 'object' && value !== null)
		for (const inner of Object.values(value) as unknown[]) textsIn(inner, found);
	return found;
}
