import type { Structure } from '../org/index.ts';
import type { Operation } from '../scenario/index.ts';
import { sameValue, type FieldEdit } from './amendment.ts';

/**
 * The edits as they are told: a field of a post that the operation leaves alone stands with the value that the post
 * has before the operation, and a field that stays the same is not told at all.
 * Example: the post has 1, the operation says nothing of it, the edit sets 1.5 → 1 → 1.5; the edit sets 1 → no edit.
 */
export function statedEdits(
	operation: Operation,
	before: Structure,
	edits: readonly FieldEdit[],
): readonly FieldEdit[] {
	if (operation.kind !== 'post-change') return edits;
	const post = before.posts.find(({ key }) => key === operation.payload.postKey);
	const standing = new Map<string, unknown>(Object.entries(post ?? {}));
	const set = new Set(Object.keys(operation.payload.changes));
	return edits
		.map((edit) => {
			if (!edit.path.startsWith(NESTED)) return edit;
			const field = edit.path.slice(NESTED.length);
			const value = standing.get(field) ?? null;
			// Null is a value of its own, „without a code“; only a field that the operation does not name stays as it stood.
			const before = set.has(field) ? edit.before : (edit.before ?? value);
			return { path: edit.path, before, after: edit.after === undefined ? value : edit.after };
		})
		.filter((edit) => !sameValue(edit.before, edit.after));
}

const NESTED = 'changes.';
