import { err, ok } from '../shared/index.ts';
import type { Edit, EditResult } from './edit-types.ts';

/** What one kind of thing says of its edits. */
interface EditRules<Key, Draft, Thing, Warning, Refusal> {
	/** The things as they stand. */
	readonly things: readonly Thing[];
	readonly newKey: Key;
	readonly missing: (key: Key) => Refusal;
	/** Why a thing may not go; empty when nothing rests on it. */
	readonly checkRemoval: (before: Thing) => readonly Refusal[];
	readonly check: (draft: Draft, before: Thing | null) => readonly Refusal[];
	readonly make: (draft: Draft, key: Key, before: Thing | null) => Thing;
	readonly warn: (after: Thing, before: Thing | null) => readonly Warning[];
}

/** Plans an edit by the rules of its kind: the state before and after with the warnings, or every refusal at once. */
export function planEdit<Key, Draft, Thing extends { readonly key: Key }, Warning, Refusal>(
	edit: Edit<Key, Draft>,
	rules: EditRules<Key, Draft, Thing, Warning, Refusal>,
): EditResult<Thing, Warning, Refusal> {
	if (edit.kind === 'create') return planDraft(edit.draft, null, rules);
	const before = rules.things.find(({ key }) => key === edit.key);
	if (!before) return err([rules.missing(edit.key)]);
	if (edit.kind === 'change') return planDraft(edit.draft, before, rules);
	const refusals = rules.checkRemoval(before);
	return refusals.length > 0 ? err(refusals) : ok({ before, after: null, warnings: [] });
}

function planDraft<Key, Draft, Thing extends { readonly key: Key }, Warning, Refusal>(
	draft: Draft,
	before: Thing | null,
	{ newKey, check, make, warn }: EditRules<Key, Draft, Thing, Warning, Refusal>,
): EditResult<Thing, Warning, Refusal> {
	const refusals = check(draft, before);
	if (refusals.length > 0) return err(refusals);
	const after = make(draft, before?.key ?? newKey, before);
	return ok({ before, after, warnings: warn(after, before) });
}
