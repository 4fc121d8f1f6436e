import type { Structure } from '../org/index.ts';
import {
	renumber,
	runOperations,
	type Operation,
	type OperationRefusal,
	type ScenarioLimits,
	type ScenarioRun,
} from '../scenario/index.ts';
import { err, ok, type OperationId, type Result } from '../shared/index.ts';
import { amendedOperation, sameValue, withEdits, type Amendment, type AmendmentBody } from './amendment.ts';

/** Why two amendments cannot both be accepted. */
export type AmendmentCollision =
	/** Both set the same field, or the words, of one point, to something different. */
	| {
			readonly code: 'review/same-field';
			readonly numbers: readonly [number, number];
			readonly operationId: OperationId;
			readonly path: string;
	  }
	/** One leaves out the point that the other changes. */
	| {
			readonly code: 'review/left-out-and-changed';
			readonly numbers: readonly [number, number];
			readonly operationId: OperationId;
	  };

export type AmendmentRefusal =
	| AmendmentCollision
	| { readonly code: 'review/operation-unknown'; readonly operationId: OperationId }
	| { readonly code: 'review/nothing-left' };

/**
 * The operations with the accepted amendments: the same list whatever the order in which they were accepted, and the
 * same as from editing the list by hand. Points keep their order; added ones follow by the number of their amendment.
 * Two that ask for the same thing agree; two that cannot both hold are refused, never settled by who came last.
 * Errors: {@link AmendmentCollision}, `review/operation-unknown`, `review/nothing-left`.
 * Example: points 1–3; № 1 leaves out 2, № 4 adds one: the list is 1, 3 and the point of № 4, numbered 1–3.
 */
export function applyAmendments(
	operations: readonly Operation[],
	accepted: readonly Amendment[],
): Result<readonly Operation[], AmendmentRefusal> {
	const ordered = accepted.toSorted((one, other) => one.number - other.number);
	const [collision] = findCollisions(ordered);
	if (collision) return err(collision);
	const known = new Set(operations.map(({ id }) => id));
	const stranger = ordered
		.map(({ body }) => amendedOperation(body))
		.find((id) => id !== null && !known.has(id));
	if (stranger) return err({ code: 'review/operation-unknown', operationId: stranger });
	const kept = operations.flatMap((operation): readonly Operation[] => {
		const own = ordered.map(({ body }) => body).filter((body) => amendedOperation(body) === operation.id);
		return own.some((body) => body.kind === 'leave-out') ? [] : [own.reduce(amendOne, operation)];
	});
	const added = ordered.flatMap(({ body }) => (body.kind === 'add' ? [body.operation] : []));
	if (kept.length + added.length === 0) return err({ code: 'review/nothing-left' });
	const last = operations.reduce((most, { position }) => Math.max(most, position), 0);
	const placed = added.map((operation, at) => ({ ...operation, position: last + 1 + at }));
	return ok(renumber([...kept, ...placed]));
}

/** Pairs of amendments that cannot both be accepted, by their numbers. Cost: one pass over the points they name. */
export function findCollisions(amendments: readonly Amendment[]): readonly AmendmentCollision[] {
	const byOperation = Map.groupBy(
		amendments.filter(({ body }) => body.kind !== 'add'),
		({ body }) => amendedOperation(body),
	);
	const found = [...byOperation.values()].flatMap((group) =>
		group.flatMap((one, at) => group.slice(at + 1).flatMap((other) => collisionOf(one, other) ?? [])),
	);
	return found.toSorted(
		(one, other) => one.numbers[0] - other.numbers[0] || one.numbers[1] - other.numbers[1],
	);
}

/** Why two amendments cannot both be accepted; null when they can. */
export function collisionOf(one: Amendment, other: Amendment): AmendmentCollision | null {
	const [first, second] = one.number <= other.number ? [one, other] : [other, one];
	const [a, b] = [first.body, second.body];
	if (a.kind === 'add' || b.kind === 'add' || a.operationId !== b.operationId) return null;
	const numbers = [first.number, second.number] as const;
	const { operationId } = a;
	if ((a.kind === 'leave-out') !== (b.kind === 'leave-out'))
		return { code: 'review/left-out-and-changed', numbers, operationId };
	const path = [...fieldsSet(a)].find(([field, value]) => {
		const set = fieldsSet(b);
		return set.has(field) && !sameValue(set.get(field), value);
	})?.[0];
	return path === undefined ? null : { code: 'review/same-field', numbers, operationId, path };
}

/** How an amendment stands to others that were accepted, or are on the table. */
export type AmendmentNeed =
	| { readonly code: 'review/applies' }
	/** It applies only together with these. */
	| { readonly code: 'review/needs'; readonly numbers: readonly number[]; readonly refusal: OperationRefusal }
	/** It does not apply, whatever else is accepted. */
	| { readonly code: 'review/never-applies'; readonly refusal: OperationRefusal };

/**
 * Whether an amendment applies alone on the submitted operations, and which others it needs if it does not: those that
 * one by one make it apply. Only amendments that share a key with it are tried.
 */
export function amendmentNeed(
	frame: AmendmentFrame,
	amendment: Amendment,
	others: readonly Amendment[],
): AmendmentNeed {
	const alone = runAmended(frame, [amendment]);
	if (alone.ok) return { code: 'review/applies' };
	if (alone.error.code !== 'review/does-not-apply') return { code: 'review/applies' };
	const { refusal } = alone.error;
	const helping = related(frame.operations, amendment, others)
		.filter((other) => runAmended(frame, [amendment, other]).ok)
		.map(({ number }) => number);
	return helping.length > 0
		? { code: 'review/needs', numbers: helping, refusal }
		: { code: 'review/never-applies', refusal };
}

/**
 * Numbers of the amendments that apply alone, as this one does, but not together with it: one takes away what the other
 * builds on.
 */
export function refusedTogether(
	frame: AmendmentFrame,
	amendment: Amendment,
	others: readonly Amendment[],
): readonly number[] {
	if (!runAmended(frame, [amendment]).ok) return [];
	return related(frame.operations, amendment, others)
		.filter((other) => collisionOf(amendment, other) === null)
		.filter((other) => runAmended(frame, [other]).ok && !runAmended(frame, [amendment, other]).ok)
		.map(({ number }) => number);
}

/** What amendments are applied to. */
export interface AmendmentFrame {
	readonly baseline: Structure;
	readonly operations: readonly Operation[];
	readonly limits: ScenarioLimits;
}

export type AmendedRun = { readonly operations: readonly Operation[]; readonly run: ScenarioRun };

/** The run of the operations with accepted amendments. Errors: of {@link applyAmendments}, `review/does-not-apply`. */
export function runAmended(
	{ baseline, operations, limits }: AmendmentFrame,
	accepted: readonly Amendment[],
): Result<
	AmendedRun,
	AmendmentRefusal | { readonly code: 'review/does-not-apply'; readonly refusal: OperationRefusal }
> {
	const amended = applyAmendments(operations, accepted);
	if (!amended.ok) return amended;
	const run = runOperations(baseline, amended.value, limits);
	return run.ok
		? ok({ operations: amended.value, run: run.value })
		: err({ code: 'review/does-not-apply', refusal: run.error });
}

function amendOne(operation: Operation, body: AmendmentBody): Operation {
	if (body.kind === 'change') return withEdits(operation, body.edits);
	return body.kind === 'reword' ? { ...operation, motive: body.text } : operation;
}

/** What an amendment sets, by field; the words of a point are a field like the others. */
function fieldsSet(body: AmendmentBody): ReadonlyMap<string, unknown> {
	if (body.kind === 'change') return new Map(body.edits.map(({ path, after }) => [path, after]));
	return body.kind === 'reword' ? new Map([['motive', body.text]]) : new Map();
}

function related(
	operations: readonly Operation[],
	amendment: Amendment,
	others: readonly Amendment[],
): readonly Amendment[] {
	const own = keysOf(operations, amendment.body);
	return others.filter(
		(other) =>
			other.number !== amendment.number && [...keysOf(operations, other.body)].some((key) => own.has(key)),
	);
}

function keysOf(operations: readonly Operation[], body: AmendmentBody): ReadonlySet<string> {
	const found = new Set<string>();
	const collect = (value: unknown): void => {
		if (typeof value === 'string') found.add(value);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
	};
	if (body.kind === 'add') collect(body.operation.payload);
	else {
		collect(operations.find(({ id }) => id === body.operationId)?.payload);
		if (body.kind === 'change') collect(body.edits.map(({ after }) => after));
	}
	return found;
}
