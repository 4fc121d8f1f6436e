import { canonicalJson, decodeOperation, type Operation, type OperationBody } from '../scenario/index.ts';
import {
	err,
	isId,
	ok,
	parseIsoDate,
	type FindingId,
	type OperationId,
	type Result,
} from '../shared/index.ts';

export const AMENDMENT_KINDS = ['change', 'leave-out', 'add', 'reword'] as const;
/** промяна на точка, отпадане на точка, нова точка, друг текст на мотивите на точка. */
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** One field of an operation that an amendment sets: „approved“, „changes.approved“, „effectiveOn“. */
export interface FieldEdit {
	readonly path: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** What an amendment wants, apart from who files it and why. */
export type AmendmentBody =
	| {
			readonly kind: 'change';
			readonly operationId: OperationId;
			readonly edits: readonly FieldEdit[];
	  }
	| { readonly kind: 'leave-out'; readonly operationId: OperationId }
	/** The operation that it adds; its place is after all points, by the number of the amendment. */
	| { readonly kind: 'add'; readonly operation: Operation }
	| { readonly kind: 'reword'; readonly operationId: OperationId; readonly text: string };

/** A filed amendment, with the number by which it is named and voted. */
export interface Amendment {
	readonly number: number;
	readonly body: AmendmentBody;
}

export type AmendmentProblem =
	| { readonly code: 'review/operation-unknown'; readonly operationId: OperationId }
	| { readonly code: 'review/amendment-empty' }
	| { readonly code: 'review/amendment-kind' };

/** The operation that an amendment is about; null for one that it adds. */
export function amendedOperation(body: AmendmentBody): OperationId | null {
	return body.kind === 'add' ? null : body.operationId;
}

/** The point that an amendment is about, also the one that it adds. */
export function pointOfAmendment(body: AmendmentBody): OperationId {
	return body.kind === 'add' ? body.operation.id : body.operationId;
}

/**
 * The change that leads from an operation to an edited one, field by field, so that amendments of different fields of
 * one operation stand side by side. Fields of a line of the staffing table are compared one by one.
 * Errors: `review/amendment-kind` (another kind is another operation), `review/amendment-empty`.
 */
export function changeBetween(
	operation: Operation,
	edited: OperationBody & Pick<Operation, 'effectiveOn'>,
): Result<Extract<AmendmentBody, { kind: 'change' }>, AmendmentProblem> {
	if (operation.kind !== edited.kind) return err({ code: 'review/amendment-kind' });
	const [before, after] = [fieldsOf(operation), fieldsOf(edited)];
	const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
	const edits = paths.flatMap((path): readonly FieldEdit[] => {
		const [old, fresh] = [before.get(path), after.get(path)];
		return sameValue(old, fresh) ? [] : [{ path, before: old ?? null, after: fresh }];
	});
	if (edits.length === 0) return err({ code: 'review/amendment-empty' });
	return ok({ kind: 'change', operationId: operation.id, edits });
}

/** The operation with the edits in their fields; an edit without a value takes the field out. */
export function withEdits(operation: Operation, edits: readonly FieldEdit[]): Operation {
	const fields = new Map(fieldsOf(operation));
	for (const { path, after } of edits) {
		if (after === undefined) fields.delete(path);
		else fields.set(path, after);
	}
	const payload: Record<string, unknown> = {};
	const changes: Record<string, unknown> = {};
	for (const [path, value] of fields) {
		if (path.startsWith(NESTED)) changes[path.slice(NESTED.length)] = value;
		else if (path !== 'effectiveOn') payload[path] = value;
	}
	if (operation.kind === 'post-change') payload['changes'] = changes;
	return { ...operation, payload, effectiveOn: fields.get('effectiveOn') ?? null } as Operation;
}

/** Whether two values are the same, whatever the order of their fields. */
export function sameValue(one: unknown, other: unknown): boolean {
	if (one === undefined || other === undefined) return one === other;
	return canonicalJson(one) === canonicalJson(other);
}

/**
 * What an amendment wants, from JSON. Null when it is not what this product wrote.
 * The operations inside go through the checks of the scenario.
 */
export function decodeAmendment(value: unknown): AmendmentBody | null {
	if (typeof value !== 'object' || value === null) return null;
	const { kind, operationId, edits, text, operation } = value as Record<string, unknown>;
	const id = typeof operationId === 'string' && isId(operationId) ? (operationId as OperationId) : null;
	switch (kind) {
		case 'leave-out':
			return id && { kind, operationId: id };
		case 'reword':
			return id && typeof text === 'string' ? { kind, operationId: id, text } : null;
		case 'change':
			return id && Array.isArray(edits)
				? { kind, operationId: id, edits: edits.filter(isEdit).map(asEdit) }
				: null;
		case 'add':
			return decodeAdded(operation);
		default:
			return null;
	}
}

const NESTED = 'changes.';

function fieldsOf(operation: OperationBody & Pick<Operation, 'effectiveOn'>): ReadonlyMap<string, unknown> {
	const entries = Object.entries(operation.payload as Readonly<Record<string, unknown>>);
	const flat = entries.flatMap(([name, value]): readonly (readonly [string, unknown])[] =>
		operation.kind === 'post-change' && name === 'changes'
			? Object.entries(value as object).map(([field, inner]) => [`${NESTED}${field}`, inner as unknown])
			: [[name, value]],
	);
	return new Map([
		...flat.filter(([, value]) => value !== undefined),
		['effectiveOn', operation.effectiveOn],
	]);
}

function isEdit(value: unknown): value is { path: string; before?: unknown; after?: unknown } {
	return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function asEdit({ path, before, after }: { path: string; before?: unknown; after?: unknown }): FieldEdit {
	return { path, before: before ?? null, after };
}

function decodeAdded(value: unknown): AmendmentBody | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id, kind, payload, motive, effectiveOn } = value as Record<string, unknown>;
	if (typeof id !== 'string' || !isId(id) || typeof kind !== 'string') return null;
	const body = decodeOperation(kind, payload);
	if (!body.ok) return null;
	const operation = {
		...body.value,
		...{ id: id as OperationId, position: 1, findingIds: [] as readonly FindingId[] },
		motive: typeof motive === 'string' ? motive : '',
		effectiveOn: typeof effectiveOn === 'string' ? (parseIsoDate(effectiveOn) ?? null) : null,
	} as Operation;
	return { kind: 'add', operation };
}
