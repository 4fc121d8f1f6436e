/**
 * Lists of a structure are long and an operation changes one or two things in them: these look through a list once,
 * copy it at most once, and give back the list itself where nothing changes, so that comparing it costs nothing.
 */

/** The list with a thing in the place of the one with its key; the same list where none has it. */
export function withKeyed<Item extends { readonly key: string }>(
	items: readonly Item[],
	item: Item,
): readonly Item[] {
	const at = items.findIndex((other) => other.key === item.key);
	if (at < 0) return items;
	const changed = items.slice();
	changed[at] = item;
	return changed;
}

/** The list with the things that match changed; the same list where none matches. */
export function changedWhere<Item>(
	items: readonly Item[],
	matches: (item: Item) => boolean,
	change: (item: Item) => Item,
): readonly Item[] {
	const places = placesWhere(items, matches);
	return withPlaces(
		items,
		places,
		places.map((at) => {
			const item = items[at];
			return item === undefined ? null : change(item);
		}),
	);
}

/** Where the things that match stand in the list, in order. */
export function placesWhere<Item>(
	items: readonly Item[],
	matches: (item: Item) => boolean,
): readonly number[] {
	const places: number[] = [];
	for (let at = 0; at < items.length; at++) {
		const item = items[at];
		if (item !== undefined && matches(item)) places.push(at);
	}
	return places;
}

/** The list with other things in the given places, null taking one out; the same list without places. */
export function withPlaces<Item>(
	items: readonly Item[],
	places: readonly number[],
	others: readonly (Item | null)[],
): readonly Item[] {
	if (places.length === 0) return items;
	const gone = new Set<number>();
	const changed = items.slice();
	for (const [at, place] of places.entries()) {
		const other = others[at] ?? null;
		if (other === null) gone.add(place);
		else changed[place] = other;
	}
	return gone.size === 0 ? changed : changed.filter((_, place) => !gone.has(place));
}
