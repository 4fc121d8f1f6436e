import { can, type Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Post } from '#lib/domain/org/index.ts';
import {
	operationEffects,
	type Operation,
	type OperationSummary,
	type ScenarioRun,
	type SeenNumbers,
} from '#lib/domain/scenario/index.ts';

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
	if (touchedPosts(effect).every(sees)) return effect;
	const { posts, ...diff } = effect.diff;
	return {
		...effect,
		operation: operationWithoutCost(effect.operation),
		annualCost: null,
		withoutCost: 0,
		diff: { ...diff, posts: withoutCosts(posts) },
	};
}

/**
 * Whether an actor sees how a scenario changes the yearly cost: only where each post it touches may be shown with its cost,
 * since the difference of the sums is what those posts cost.
 */
export function seesCostChange(
	{ before, after, steps }: ScenarioRun,
	sees: (post: Post) => boolean,
): boolean {
	if ([...before.posts, ...after.posts].every(sees)) return true;
	return operationEffects(steps).every((effect) => touchedPosts(effect).every(sees));
}

/** The numbers after a change, without the cost where the change of it is hidden. */
export function withoutHiddenSum<Numbers extends SeenNumbers>(
	numbers: Numbers,
	seesCost: boolean,
): Omit<Numbers, 'annualCost'> & Pick<SeenNumbers, 'annualCost'> {
	return seesCost ? numbers : { ...numbers, annualCost: null };
}

function touchedPosts({ diff }: Pick<OperationSummary, 'diff'>): readonly Post[] {
	const { created, closed, changed } = diff.posts;
	return [...created, ...closed, ...changed.flatMap(({ before, after }) => [before, after])];
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
