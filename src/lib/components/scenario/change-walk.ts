/** A change to stop at: the box that is drawn for it and what changed there. */
export interface ChangeStep {
	readonly key: string;
	readonly label: string;
	readonly text: string;
}

/** The place after the one where one stands, from the last to the first; the ends for whoever stands nowhere yet (−1). */
export function stepped(at: number, direction: 1 | -1, length: number): number {
	if (at < 0) return direction === 1 ? 0 : length - 1;
	return (at + direction + length) % length;
}

const KEYS: Readonly<Record<string, 1 | -1>> = { KeyN: 1, KeyP: -1 };
const LETTERS: Readonly<Record<string, 1 | -1>> = { n: 1, p: -1 };

/**
 * Which way a key leads; null for every other key and while something is written or chosen. In a tree the letters of
 * other alphabets look for names, so there only the Latin ones lead on; elsewhere the keys do in every layout.
 */
export function stepOf(event: KeyboardEvent): 1 | -1 | null {
	const { target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof Element))
		return null;
	if (target.closest('input, textarea, select, dialog, [contenteditable]')) return null;
	const letter = LETTERS[event.key];
	return letter ?? (target.closest('[role="tree"]') ? null : (KEYS[event.code] ?? null));
}
