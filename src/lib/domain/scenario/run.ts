import { assertNever, err, ok, type Result } from '../shared/index.ts';
import type { Structure } from '../org/index.ts';
import type { Change, ChangeResult, Draft } from './apply/draft.ts';
import { createFunction, dropFunction, rewordFunction, transferFunction } from './apply/function.ts';
import { mergeFunctions } from './apply/function-merge.ts';
import { splitFunction } from './apply/function-split.ts';
import { changePost, closePost, createPost, movePost } from './apply/post.ts';
import { clearParticipation, setParticipation } from './apply/participation.ts';
import { fundPosts, splitPost } from './apply/post-lines.ts';
import { closeUnit, createUnit, renameUnit } from './apply/unit.ts';
import { mergeUnits } from './apply/unit-merge.ts';
import { moveUnit } from './apply/unit-move.ts';
import { splitUnit } from './apply/unit-split.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { ChangeRefusal, OperationRefusal } from './refusal.ts';

/** What the law sets for the operations; a dated parameter, handed in. */
export interface ScenarioLimits {
	/** Smallest part of an established post, for example 0,5. */
	readonly postStep: number;
}

/** A structure after a step, with the operation that made it. */
export interface ScenarioStep {
	readonly operation: Operation;
	readonly before: Structure;
	readonly after: Structure;
}

/** A whole scenario that applies: the end, every step, and what each key went through. */
export interface ScenarioRun {
	readonly before: Structure;
	readonly after: Structure;
	readonly steps: readonly ScenarioStep[];
	readonly trace: Omit<Draft, 'structure' | 'postStep'>;
}

/**
 * Applies the operations in their order to a frozen structure and gives the structure after them.
 * The baseline is never changed; without operations the result is the baseline itself.
 * Errors: `scenario/…` with the operation that met it; the operations after it were not tried.
 */
export function applyOperations(
	baseline: Structure,
	operations: readonly Operation[],
	limits: ScenarioLimits,
): Result<Structure, OperationRefusal> {
	const run = runOperations(baseline, operations, limits);
	return run.ok ? ok(run.value.after) : run;
}

/** As {@link applyOperations}, with every step and the trace that ledger and transfer matrix are counted from. */
export function runOperations(
	baseline: Structure,
	operations: readonly Operation[],
	limits: ScenarioLimits,
): Result<ScenarioRun, OperationRefusal> {
	let draft = openDraft(baseline, limits);
	const steps: ScenarioStep[] = [];
	for (const operation of inOrder(operations)) {
		const next = stepDraft(draft, operation);
		if (!next.ok) return err({ ...next.error, operationId: operation.id });
		steps.push({ operation, before: draft.structure, after: next.value.structure });
		draft = next.value;
	}
	const { structure, postStep: _, ...trace } = draft;
	return ok({ before: baseline, after: structure, steps, trace });
}

/** The draft after one operation, or why it refuses it. */
export function stepDraft(draft: Draft, operation: Operation): Result<Draft, ChangeRefusal> {
	const change = applyOne(draft, operation);
	return change.ok ? ok(fold(draft, change.value, operation)) : change;
}

/** The structure after one more operation at the end of a scenario; null when it would be refused. Nothing is kept of it. */
export function structureAfter(
	{ after, trace }: Pick<ScenarioRun, 'after' | 'trace'>,
	body: OperationBody,
	{ postStep }: ScenarioLimits,
): Structure | null {
	const change = applyOne({ ...trace, structure: after, postStep }, body);
	return change.ok ? change.value.structure : null;
}

/**
 * Why one more operation would be refused at the end of a scenario; null when it would apply. Nothing is kept of it.
 * The same code as of the operation itself, so what a drawing forbids is what the list would refuse.
 */
export function refusalAfter(
	{ after, trace }: Pick<ScenarioRun, 'after' | 'trace'>,
	body: OperationBody,
	{ postStep }: ScenarioLimits,
): ChangeRefusal | null {
	const change = applyOne({ ...trace, structure: after, postStep }, body);
	return change.ok ? null : change.error;
}

/** Operations by position, ties by id. */
export function inOrder(operations: readonly Operation[]): readonly Operation[] {
	return operations.toSorted(
		(one, other) => one.position - other.position || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
	);
}

/** A draft of a structure to which nothing was done yet. */
export function openDraft(structure: Structure, { postStep }: ScenarioLimits): Draft {
	const keyed = [...structure.units, ...structure.posts, ...structure.functions];
	return {
		structure,
		postStep,
		keys: { ofBaseline: new Set(keyed.map((item) => item.key)), made: new Set() },
		closed: new Map(),
		postOrigins: new Map(),
		fates: new Map(),
		functionOrigins: new Map(),
		waiting: new Set(),
	};
}

function applyOne(draft: Draft, operation: OperationBody): ChangeResult {
	switch (operation.kind) {
		case 'unit-create':
			return createUnit(draft, operation.payload);
		case 'unit-rename':
			return renameUnit(draft, operation.payload);
		case 'unit-move':
			return moveUnit(draft, operation.payload);
		case 'unit-merge':
			return mergeUnits(draft, operation.payload);
		case 'unit-split':
			return splitUnit(draft, operation.payload);
		case 'unit-close':
			return closeUnit(draft, operation.payload);
		case 'post-create':
			return createPost(draft, operation.payload);
		case 'post-move':
			return movePost(draft, operation.payload);
		case 'post-change':
			return changePost(draft, operation.payload);
		case 'post-split':
			return splitPost(draft, operation.payload);
		case 'post-fund':
			return fundPosts(draft, operation.payload);
		case 'post-close':
			return closePost(draft, operation.payload);
		case 'function-create':
			return createFunction(draft, operation.payload);
		case 'function-transfer':
			return transferFunction(draft, operation.payload);
		case 'function-merge':
			return mergeFunctions(draft, operation.payload);
		case 'function-split':
			return splitFunction(draft, operation.payload);
		case 'function-reword':
			return rewordFunction(draft, operation.payload);
		case 'function-drop':
			return dropFunction(draft, operation.payload);
		case 'participation-set':
			return setParticipation(draft, operation.payload);
		case 'participation-clear':
			return clearParticipation(draft, operation.payload);
		default:
			return assertNever(operation);
	}
}

function fold(draft: Draft, change: Change, { id }: Operation): Draft {
	const closed = change.closed?.map((key) => [key, id] as const);
	const fates = change.fates?.map(([key, fate]) => [key, { ...fate, operationId: id }] as const);
	return {
		structure: change.structure,
		postStep: draft.postStep,
		keys: change.created
			? { ...draft.keys, made: new Set([...draft.keys.made, ...change.created]) }
			: draft.keys,
		closed: extended(draft.closed, closed),
		postOrigins: extended(draft.postOrigins, change.postOrigins),
		fates: extended(draft.fates, fates),
		functionOrigins: extended(draft.functionOrigins, change.functionOrigins),
		waiting: change.waiting ?? draft.waiting,
	};
}

function extended<Key, Value>(
	map: ReadonlyMap<Key, Value>,
	entries: readonly (readonly [Key, Value])[] | undefined,
): ReadonlyMap<Key, Value> {
	return entries === undefined || entries.length === 0 ? map : new Map([...map, ...entries]);
}
