import type { AffinityReason, Profile } from './affinity.ts';
import type { Act } from './lexicon/act-affinity.ts';

/** What one statement of a pair says beyond the other. */
export interface Beyond {
	/** Share of the statement, 0–1 of its squared length, that the other lacks. */
	readonly share: number;
	readonly profile: Profile;
}

/** What the poorer statement may say of its own and still be held by the richer. */
const HELD_UP_TO = 0.12;
/** From here on the richer says more than the poorer that it holds. */
const MORE_FROM = 0.44;
/** Where each says so much of its own in one verb, the verb has two objects. */
const OWN_FROM = 0.3;
/** Where both say so much of their own in one verb, they do not share the object any more. */
const OTHER_FROM = 0.42;

/**
 * Whether two statements with the same act say as much as each other: the evidence that decides between duplication,
 * overlap and less. `wider`: one holds the other and more (further things in a list, a narrowing part), or one verb has
 * partly two objects. `other-object`: one verb has two objects that hardly meet. `reworded`: each has words of its own,
 * the verb among them, which is how another author words the same function. None: they say the same in nearly the same
 * words. Symmetric. Source: methodology §2.4 (same activity against similar activity).
 *
 * Example: „Поддържа улиците, тротоарите и площадите“ / „Поддържа тротоарите“ → wider (0,67 against nothing).
 */
export function samenessReasons(a: Beyond, b: Beyond): readonly AffinityReason[] {
	const [rich, poor] = a.share >= b.share ? [a, b] : [b, a];
	if (poor.share < HELD_UP_TO) return rich.share > MORE_FROM ? ['wider'] : [];
	if (!hasCommonVerb(a.profile.acts, b.profile.acts)) return ['reworded'];
	if (poor.share >= OTHER_FROM) return ['other-object'];
	return poor.share >= OWN_FROM ? ['wider'] : [];
}

function hasCommonVerb(acts: readonly Act[], others: readonly Act[]): boolean {
	return acts.some(({ lemma }) => others.some((other) => other.lemma === lemma));
}
