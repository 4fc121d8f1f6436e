import type { MatrixEntry } from './matrix.ts';

/** Where a line of an edge goes among those beside it: a step, or the place of another line. */
export type LineMove = { readonly step: 1 | -1 } | { readonly target: string };

/**
 * The lines beside one under the same parent, by key, in the order after a move; undefined where it leads nowhere: at the
 * end of the list, or to a line under another parent.
 * Example: а, б, в and „в to the place of а“ → в, а, б.
 */
export function orderAfter(
	entries: readonly Pick<MatrixEntry, 'key' | 'depth'>[],
	key: string,
	move: LineMove,
): readonly string[] | undefined {
	const beside = besideOf(entries, key);
	const from = beside.indexOf(key);
	const to = 'step' in move ? from + move.step : beside.indexOf(move.target);
	if (from < 0 || to < 0 || to >= beside.length || to === from) return undefined;
	return beside.toSpliced(from, 1).toSpliced(to, 0, key);
}

function besideOf(entries: readonly Pick<MatrixEntry, 'key' | 'depth'>[], key: string): readonly string[] {
	const at = entries.findIndex((entry) => entry.key === key);
	const depth = entries[at]?.depth ?? 0;
	if (at < 0) return [];
	let first = at;
	while (first > 0 && (entries[first - 1]?.depth ?? 0) >= depth) first--;
	let end = at + 1;
	while (end < entries.length && (entries[end]?.depth ?? 0) >= depth) end++;
	return entries.slice(first, end).flatMap((entry) => (entry.depth === depth ? [entry.key] : []));
}
