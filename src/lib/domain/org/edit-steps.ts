/** One saved edit of a version in the trail: all that was written together. */
export interface EditStep {
	/** Revision that the version had after it; greater is later. */
	readonly step: number;
	/** The step that this one took back or put back; null for an edit of its own. */
	readonly reverses: number | null;
}

/**
 * Which step of one person can be taken back now, and which can be put back. An edit of its own ends the chance to put
 * back what was taken back before it. `steps` in the order of saving, all of the same person and version.
 * Example: edits 1, 2 and then 3 (takes 2 back) → undo 1, redo 3; putting back writes step 4 (reverses 3) → undo 4.
 */
export function openSteps(steps: readonly EditStep[]): {
	readonly undo: number | null;
	readonly redo: number | null;
} {
	const undo: number[] = [];
	let redo: number[] = [];
	for (const { step, reverses } of steps) {
		if (reverses !== null && undo.at(-1) === reverses) {
			undo.pop();
			redo.push(step);
		} else if (reverses !== null && redo.at(-1) === reverses) {
			redo.pop();
			undo.push(step);
		} else {
			undo.push(step);
			redo = [];
		}
	}
	return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null };
}
