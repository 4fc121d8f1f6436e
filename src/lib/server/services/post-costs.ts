import { can, type Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Post } from '#lib/domain/org/index.ts';
import type { Operation, OperationSummary } from '#lib/domain/scenario/index.ts';

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

/** The same inside a proposal, where whoever may take its workbook sees what each point costs. */
export function proposalCostSight(
	actor: Actor,
	municipality: Pick<Municipality, 'id'>,
): ReturnType<typeof costSight> {
	const sees = costSight(actor, municipality);
	const isForAll = can(actor, 'proposal.export', { municipalityId: municipality.id });
	return (post) => isForAll || sees(post);
}

/** The post as the actor may see it. */
export function withoutHiddenCost(post: Post, sees: (post: Post) => boolean): Post {
	return sees(post) ? post : { ...post, annualCost: null };
}

/**
 * What an operation does, as the actor may see it. Whoever does not see what one of its posts costs sees neither the
 * change of cost nor the cost of any post in it, since the difference tells what one person is paid.
 */
export function effectWithoutHiddenCost(
	effect: OperationSummary,
	sees: (post: Post) => boolean,
): OperationSummary {
	const { created, closed, changed } = effect.diff.posts;
	const touched = [...created, ...closed, ...changed.flatMap(({ before, after }) => [before, after])];
	if (touched.every(sees)) return effect;
	const { posts, ...diff } = effect.diff;
	return {
		...effect,
		operation: operationWithoutCost(effect.operation),
		annualCost: null,
		withoutCost: 0,
		diff: { ...diff, posts: withoutCosts(posts) },
	};
}

/** An operation that says of no post what it costs. */
export function operationWithoutCost(operation: Operation): Operation {
	return withoutCosts(operation);
}

/** A value without the costs inside it: those of posts are null, those of changes are absent. */
function withoutCosts<Value>(value: Value): Value {
	const text = JSON.stringify(value, (key, part: unknown) => {
		if (key === 'changes' && typeof part === 'object' && part !== null && 'annualCost' in part) {
			const { annualCost: _, ...rest } = part;
			return rest;
		}
		return key === 'annualCost' ? null : part;
	});
	return JSON.parse(text) as Value;
}
