import type { Structure } from '../org/index.ts';
import { eurCents, type EurCents } from '../shared/index.ts';
import { diffStructures, type StructureDiff } from './diff.ts';
import { namesIn, type NameBook } from './names.ts';
import { annualCostOf, sumPosts } from './numbers.ts';
import type { Operation } from './operation.ts';
import type { ScenarioStep } from './run.ts';

/** What one operation does, as a list or a card shows it. */
export interface OperationSummary {
	readonly operation: Operation;
	/** Change of the approved posts; decimal, may be negative. */
	readonly posts: number;
	/** Change of the yearly cost in euro cents, over the posts whose cost is known; null where it is hidden from the reader. */
	readonly annualCost: EurCents | null;
	/** Posts touched whose cost nobody knows; above 0 the change of cost is incomplete. */
	readonly withoutCost: number;
	readonly diff: Pick<StructureDiff, 'units' | 'posts' | 'participations'>;
	/** Names of what the operation mentions, as they stood at that step. */
	readonly names: NameBook;
}

/** What one operation does, counted between the structure before it and the structure after it. */
export interface OperationEffect extends OperationSummary {
	readonly annualCost: EurCents;
	readonly diff: StructureDiff;
}

/** An effect without the lists that a page does not show. */
export function summariseEffect({ diff, ...effect }: OperationEffect): OperationSummary {
	const { operation, posts, annualCost, withoutCost, names } = effect;
	return {
		...{ operation, posts, annualCost, withoutCost, names },
		diff: { units: diff.units, posts: diff.posts, participations: diff.participations },
	};
}

/** Effects of every operation, in order; their sums are the effects of the whole scenario. */
export function operationEffects(steps: readonly ScenarioStep[]): readonly OperationEffect[] {
	return steps.map(({ operation, before, after }) => {
		const diff = diffStructures(before, after);
		const touched = [...diff.posts.created, ...diff.posts.closed, ...costChanges(diff)];
		return {
			operation,
			posts: sumPosts(after.posts) - sumPosts(before.posts),
			annualCost: eurCents(costOf(after) - costOf(before)),
			withoutCost: touched.filter((post) => post.annualCost === null).length,
			diff,
			names: namesIn([before, after], [operation.payload, diff.functionMovements, placesOf(diff)]),
		};
	});
}

/** Units under which the touched ones stand, in which the touched posts stood and stand, and those that leave a function. */
function placesOf({ units, posts, participations }: StructureDiff) {
	return [
		...units.changed.flatMap(({ after }) => after.parentKey ?? []),
		...participations.closed.map((participation) => participation.unitKey),
		...posts.created.map((post) => post.unitKey),
		...posts.closed.map((post) => post.unitKey),
		...posts.changed.flatMap(({ before, after }) => [before.unitKey, after.unitKey]),
	];
}

function costChanges(diff: StructureDiff) {
	return diff.posts.changed
		.filter(
			({ before, after }) =>
				annualCostOf(before) !== annualCostOf(after) || before.approved !== after.approved,
		)
		.map(({ after }) => after);
}

function costOf(structure: Structure): number {
	return structure.posts.reduce((sum, post) => sum + (annualCostOf(post) ?? 0), 0);
}
