import {
	ADMINISTRATION_PARTS,
	EMPLOYMENT_RELATIONS,
	FUNCTION_KINDS,
	FUNDING_SOURCES,
	PARTICIPATION_ROLES,
	POST_CATEGORIES,
	UNIT_KINDS,
} from '../org/index.ts';
import { err, ok, type Result } from '../shared/index.ts';
import {
	amount,
	both,
	DecodeError,
	flag,
	id,
	listOf,
	nullable,
	occupationCode,
	oneOf,
	part,
	partial,
	record,
	text,
	wholeCents,
	type Decoder,
} from './decode.ts';
import { BELOW_CHOICES, OPERATION_KINDS, type OperationBody, type OperationKind } from './operation.ts';

export type PayloadProblem =
	| { readonly code: 'scenario/kind-unknown'; readonly kind: string }
	| { readonly code: 'scenario/payload-malformed'; readonly path: string };

/**
 * The typed contents of an operation from JSON, for example from a stored row.
 * Errors: `scenario/kind-unknown`, `scenario/payload-malformed` with the path of the wrong field.
 */
export function decodeOperation(kind: string, payload: unknown): Result<OperationBody, PayloadProblem> {
	const known = OPERATION_KINDS.find((candidate) => candidate === kind);
	if (known === undefined) return err({ code: 'scenario/kind-unknown', kind });
	try {
		return ok({ kind: known, payload: PAYLOADS[known](payload, '') } as OperationBody);
	} catch (error) {
		if (error instanceof DecodeError) return err({ code: 'scenario/payload-malformed', path: error.path });
		throw error;
	}
}

const localText = record({ bg: text, en: nullable(text) });
const reference = partial({ paragraph: text, article: text, subParagraph: text, point: text, letter: text });
const basis = record({ actKey: text, reference });
const newUnit = {
	key: id,
	name: localText,
	kind: oneOf(UNIT_KINDS),
	part: oneOf(ADMINISTRATION_PARTS),
};
const moneyless = {
	title: localText,
	approved: amount,
	category: oneOf(POST_CATEGORIES),
	relation: oneOf(EMPLOYMENT_RELATIONS),
	funding: oneOf(FUNDING_SOURCES),
};
const money = { annualCost: nullable(wholeCents) };
const code = { occupation: occupationCode };
const postFields = { ...moneyless, ...money, isHead: flag };
const seat = { functionKey: id, unitKey: id, postKey: nullable(id) };
const formerRole = oneOf(['participates', 'consulted', 'informed']);

const PAYLOADS: Readonly<Record<OperationKind, Decoder<unknown>>> = {
	'unit-create': record({ ...newUnit, parentKey: nullable(id) }),
	'unit-rename': record({ unitKey: id, name: localText, kind: newUnit.kind, part: newUnit.part }),
	'unit-move': both(
		record({ unitKey: id, parentKey: nullable(id) }),
		partial({ below: oneOf(BELOW_CHOICES), part: newUnit.part }),
	),
	'unit-merge': record({ sourceKeys: listOf(id), targetKey: id, headPostKey: nullable(id) }),
	'unit-split': record({
		unitKey: id,
		parts: listOf(
			record({ ...newUnit, postKeys: listOf(id), functionKeys: listOf(id), subUnitKeys: listOf(id) }),
		),
	}),
	'unit-close': record({ unitKey: id, takenOverBy: nullable(id) }),
	'post-create': both(record({ key: id, unitKey: id, ...postFields }), partial(code)),
	'post-move': record({
		postKey: id,
		unitKey: id,
		isHead: flag,
		withWork: flag,
		part: nullable(record({ key: id, approved: amount, occupied: amount })),
	}),
	'post-change': record({
		postKey: id,
		changes: partial({ ...postFields, occupation: nullable(occupationCode) }),
	}),
	'post-split': record({
		postKey: id,
		parts: listOf(both(record({ key: id, ...moneyless, occupied: amount }), partial({ ...money, ...code }))),
	}),
	'post-fund': record({ postKeys: listOf(id), funding: moneyless.funding }),
	'post-close': record({ postKey: id }),
	'function-create': record({
		key: id,
		text: localText,
		kind: oneOf(FUNCTION_KINDS),
		policyArea: text,
		generalCategory: nullable(text),
		territory: nullable(text),
		bases: listOf(basis),
		powers: listOf(id),
		unitKey: id,
	}),
	'function-transfer': record({
		functionKey: id,
		fromUnitKey: nullable(id),
		toUnitKey: id,
		formerRole: nullable(formerRole),
		withActivities: flag,
	}),
	'function-merge': record({
		sourceKeys: listOf(id),
		targetKey: id,
		text: nullable(localText),
		formerOwners: oneOf(['participate', 'released']),
	}),
	'function-split': record({
		functionKey: id,
		parts: listOf(record({ key: id, text: localText, unitKey: id, activityKeys: listOf(id) })),
	}),
	'function-reword': record({ functionKey: id, text: localText, bases: nullable(listOf(basis)) }),
	'function-drop': record({ functionKey: id, legalReason: text }),
	'participation-set': record({ ...seat, role: oneOf(PARTICIPATION_ROLES), share: nullable(part) }),
	'participation-clear': record(seat),
};
