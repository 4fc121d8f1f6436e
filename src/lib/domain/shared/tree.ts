/** A thing with a stable key and the key of the thing above it. */
export interface TreeItem<Key extends string> {
	readonly key: Key;
	readonly parentKey: Key | null;
}

/** Children by parent key, in the order given; the roots stand under `null`. */
export function childrenByParent<Key extends string, Item extends TreeItem<Key>>(
	items: readonly Item[],
): ReadonlyMap<Key | null, readonly Item[]> {
	const children = new Map<Key | null, Item[]>();
	for (const item of items) {
		const siblings = children.get(item.parentKey);
		if (siblings) siblings.push(item);
		else children.set(item.parentKey, [item]);
	}
	return children;
}

/** Items with their depth (roots 0), each parent before its children, siblings in the order given. */
export function depthFirst<Key extends string, Item extends TreeItem<Key>>(
	items: readonly Item[],
): readonly { readonly item: Item; readonly depth: number }[] {
	const children = childrenByParent<Key, Item>(items);
	const ordered: { item: Item; depth: number }[] = [];
	const stack = [...(children.get(null) ?? [])].reverse().map((item) => ({ item, depth: 0 }));
	for (let next = stack.pop(); next; next = stack.pop()) {
		ordered.push(next);
		const below = children.get(next.item.key) ?? [];
		for (const item of [...below].reverse()) stack.push({ item, depth: next.depth + 1 });
	}
	return ordered;
}

/** Keys of the item itself and everything below it. */
export function subtreeKeys<Key extends string, Item extends TreeItem<Key>>(
	items: readonly Item[],
	root: Key,
): ReadonlySet<Key> {
	const children = childrenByParent<Key, Item>(items);
	const found = new Set<Key>();
	const open = [root];
	for (let key = open.pop(); key !== undefined; key = open.pop()) {
		if (found.has(key)) continue;
		found.add(key);
		for (const child of children.get(key) ?? []) open.push(child.key);
	}
	return found;
}

/** Keys from the item's parent up to the root; a loop in bad data ends the walk. */
export function ancestorKeys<Key extends string, Item extends TreeItem<Key>>(
	byKey: ReadonlyMap<Key, Item>,
	key: Key,
): readonly Key[] {
	const path: Key[] = [];
	const seen = new Set<Key>([key]);
	for (let parent = byKey.get(key)?.parentKey ?? null; parent !== null && !seen.has(parent);) {
		path.push(parent);
		seen.add(parent);
		parent = byKey.get(parent)?.parentKey ?? null;
	}
	return path;
}
