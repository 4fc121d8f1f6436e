import type { OperationId } from '../shared/index.ts';
import type { Structure } from '../org/index.ts';
import type { Operation, OperationBody, OperationPayloads } from './operation.ts';
import type { OperationRefusal } from './refusal.ts';
import { applyOperations, inOrder, type ScenarioLimits } from './run.ts';

/**
 * Operations that would no longer apply without the given one, in order.
 * An operation rests on another when leaving that one out makes it refuse.
 */
export function dependentOperations(
	baseline: Structure,
	operations: readonly Operation[],
	options: { readonly id: OperationId; readonly limits: ScenarioLimits },
): readonly OperationRefusal[] {
	let left = operations.filter((operation) => operation.id !== options.id);
	const dependents: OperationRefusal[] = [];
	for (;;) {
		const result = applyOperations(baseline, left, options.limits);
		if (result.ok) return dependents;
		dependents.push(result.error);
		left = left.filter((operation) => operation.id !== result.error.operationId);
	}
}

/** Positions from 1 without gaps, in the present order. */
export function renumber(operations: readonly Operation[]): readonly Operation[] {
	return inOrder(operations).map((operation, at) => ({ ...operation, position: at + 1 }));
}

/** The operations with one of them moved to a place (from 1); the others keep their order. */
export function moveTo(
	operations: readonly Operation[],
	id: OperationId,
	place: number,
): readonly Operation[] {
	const ordered = inOrder(operations);
	const moved = ordered.find((operation) => operation.id === id);
	if (!moved) return ordered;
	const rest = ordered.filter((operation) => operation.id !== id);
	const at = Math.min(Math.max(place, 1), ordered.length) - 1;
	return [...rest.slice(0, at), moved, ...rest.slice(at)].map((operation, index) => ({
		...operation,
		position: index + 1,
	}));
}

/**
 * The operation without what it would not change: fields of a post that already have the value, posts that are already
 * paid from there. So a later change of another field is not undone by a form that carried all of them.
 */
export function withoutUnchanged(structure: Structure, body: OperationBody): OperationBody {
	if (body.kind === 'post-fund') return { kind: body.kind, payload: onlyFundedAnew(structure, body.payload) };
	if (body.kind !== 'post-change') return body;
	const post = structure.posts.find((candidate) => candidate.key === body.payload.postKey);
	if (!post) return body;
	const fields = Object.entries(body.payload.changes).filter(
		([field, value]) => JSON.stringify(value) !== JSON.stringify(post[field as keyof typeof post] ?? null),
	);
	return { kind: body.kind, payload: { ...body.payload, changes: Object.fromEntries(fields) } };
}

type Funding = OperationPayloads['post-fund'];

/** All posts stay named when none would change, so that the refusal says so. */
function onlyFundedAnew(structure: Structure, payload: Funding): Funding {
	const funding = new Map(structure.posts.map((post) => [post.key, post.funding]));
	const postKeys = payload.postKeys.filter((key) => funding.get(key) !== payload.funding);
	return postKeys.length === 0 ? payload : { ...payload, postKeys };
}
