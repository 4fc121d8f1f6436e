import { can, type Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Post } from '#lib/domain/org/index.ts';

/**
 * Whether an actor sees what each post of a unit costs: the analysts and HR everywhere, a unit head in the own unit.
 * The others see sums of units only, since what a post of one person costs is what the person is paid.
 */
export function costSight(
	actor: Actor,
	municipality: Pick<Municipality, 'id'>,
): (post: Pick<Post, 'unitKey'>) => boolean {
	return ({ unitKey }) => can(actor, 'cost.read', { municipalityId: municipality.id, unitKey });
}

/** The post as the actor may see it. */
export function withoutHiddenCost(post: Post, sees: (post: Post) => boolean): Post {
	return sees(post) ? post : { ...post, annualCost: null };
}
