import { err, ok } from '../../shared/index.ts';
import type { AdminFunction, Participation, Structure } from '../../org/index.ts';
import type { FunctionKey, UnitKey } from '../../shared/index.ts';
import type { OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import { checkNewKeys, needFunction, needUnit, refusalOf, type ChangeResult, type Draft } from './draft.ts';
import { joinInPlace } from './hand-over.ts';
import { changedWhere, placesWhere, withKeyed, withPlaces } from './lists.ts';

type Transfer = OperationPayloads['function-transfer'];

/**
 * Gives a unit a new function for which it answers. Refusals: a key that is taken, a unit that is not there,
 * `scenario/name-empty`.
 */
export function createFunction(draft: Draft, payload: OperationPayloads['function-create']): ChangeResult {
	const { unitKey, ...stated } = payload;
	const { structure } = draft;
	const refusal =
		checkNewKeys(draft, [payload.key]) ??
		refusalOf(needUnit(draft, unitKey)) ??
		checkWording(payload.text.bg);
	if (refusal) return err(refusal);
	const created = newFunction(structure, stated);
	return ok({
		structure: {
			...structure,
			functions: [...structure.functions, created],
			participations: [...structure.participations, answers(created.key, unitKey)],
		},
		created: [created.key],
	});
}

/** Responsibility goes to another unit; the former holder keeps a named role or lets go. */
export function transferFunction(draft: Draft, payload: Transfer): ChangeResult {
	const { structure } = draft;
	const { functionKey, fromUnitKey } = payload;
	const places = placesWhere(structure.participations, (part) => part.functionKey === functionKey);
	const parts = places.map((at) => structure.participations[at]).filter((part) => part !== undefined);
	const refusal = checkTransfer(draft, payload, parts);
	if (refusal) return err(refusal);
	const handed = joinInPlace(handOn(parts, payload));
	const participations = withPlaces(structure.participations, places, handed);
	const activities = payload.withActivities
		? changedWhere(
				structure.activities,
				(activity) => isOf(activity, functionKey, fromUnitKey),
				(activity) => ({ ...activity, unitKey: payload.toUnitKey, postKey: null }),
			)
		: structure.activities;
	return ok({
		structure: { ...structure, participations: withHolder(participations, handed, payload), activities },
	});
}

/**
 * States a function in other words, or on other grounds. Refusals `scenario/name-empty`, `scenario/nothing-changed`,
 * those of `needFunction`.
 */
export function rewordFunction(draft: Draft, payload: OperationPayloads['function-reword']): ChangeResult {
	const { functionKey, text, bases } = payload;
	const found = needFunction(draft, functionKey);
	if (!found.ok) return found;
	const refusal = checkWording(text.bg);
	if (refusal) return err(refusal);
	const reworded: AdminFunction = { ...found.value, text, bases: bases ?? found.value.bases };
	if (JSON.stringify(reworded) === JSON.stringify(found.value))
		return err({ code: 'scenario/nothing-changed' });
	return ok({ structure: withFunction(draft.structure, reworded) });
}

/** A function ends, and with it the work done for it; the ledger asks for the legal reason. */
export function dropFunction(draft: Draft, payload: OperationPayloads['function-drop']): ChangeResult {
	const { functionKey, legalReason } = payload;
	const refusal = refusalOf(needFunction(draft, functionKey));
	if (refusal) return err(refusal);
	const stays = (item: { readonly functionKey: FunctionKey }) => item.functionKey !== functionKey;
	const { structure } = draft;
	return ok({
		structure: {
			...structure,
			functions: structure.functions.filter((fn) => fn.key !== functionKey),
			participations: structure.participations.filter(stays),
			activities: structure.activities.filter(stays),
		},
		closed: [functionKey],
		fates: [[functionKey, { kind: 'dropped', legalReason: legalReason.trim() }]],
	});
}

/** A function as a scenario brings it: the last in the order, with the scenario as its source. */
export function newFunction(
	structure: Structure,
	stated: Omit<AdminFunction, 'origin' | 'sort'>,
): AdminFunction {
	const sort = structure.functions.reduce((highest, fn) => Math.max(highest, fn.sort), 0) + 1;
	return { ...stated, origin: { verification: 'reconstructed', source: 'scenario', asOf: null }, sort };
}

/** The participation by which a unit answers for a function; its share of the work is not known. */
export function answers(functionKey: FunctionKey, unitKey: UnitKey): Participation {
	return { functionKey, unitKey, postKey: null, role: 'accountable', share: null };
}

/** The structure with a function in the place of the one of the same key. */
export function withFunction(structure: Structure, changed: AdminFunction): Structure {
	return { ...structure, functions: withKeyed(structure.functions, changed) };
}

/** Refusal `scenario/name-empty` when a function would be stated by no words. */
export function checkWording(text: string): ChangeRefusal | null {
	return text.trim() === '' ? { code: 'scenario/name-empty' } : null;
}

function checkTransfer(
	draft: Draft,
	payload: Transfer,
	parts: readonly Participation[],
): ChangeRefusal | null {
	const { functionKey, fromUnitKey, toUnitKey } = payload;
	const refusal =
		refusalOf(needFunction(draft, functionKey)) ??
		refusalOf(needUnit(draft, toUnitKey)) ??
		(fromUnitKey === null ? null : refusalOf(needUnit(draft, fromUnitKey)));
	if (refusal) return refusal;
	if (fromUnitKey === toUnitKey) return { code: 'scenario/same-unit', unitKey: toUnitKey };
	return checkHolder(parts, payload) ?? checkActivities(draft.structure, payload);
}

/** The giver answers now; „nobody“ is true only when nobody does. */
function checkHolder(
	parts: readonly Participation[],
	{ functionKey, fromUnitKey }: Transfer,
): ChangeRefusal | null {
	const holders = parts.filter((part) => part.role === 'accountable').map((part) => part.unitKey);
	const isTrue = fromUnitKey === null ? holders.length === 0 : holders.includes(fromUnitKey);
	const unitKey = fromUnitKey ?? holders[0];
	return isTrue || unitKey === undefined
		? null
		: { code: 'scenario/function-not-in-unit', functionKey, unitKey };
}

function checkActivities(structure: Structure, payload: Transfer): ChangeRefusal | null {
	const { functionKey, fromUnitKey, formerRole, withActivities } = payload;
	if (formerRole !== null || withActivities) return null;
	const activityKeys = structure.activities
		.filter((activity) => isOf(activity, functionKey, fromUnitKey))
		.map((activity) => activity.key);
	return activityKeys.length === 0
		? null
		: { code: 'scenario/activities-left-behind', functionKey, activityKeys };
}

/** The participations in the function after it went to another unit, each in its place; null where one ends. */
function handOn(parts: readonly Participation[], payload: Transfer): readonly (Participation | null)[] {
	const held = holderAmong(parts, payload.toUnitKey);
	return parts.map((part) => {
		if (part.unitKey === payload.fromUnitKey) return letGo(part, payload, held);
		return part === held ? { ...part, role: 'accountable' } : part;
	});
}

/** Responsibility handed on joins the receiver's own participation, so that the known shares add up. */
function letGo(
	part: Participation,
	{ formerRole, toUnitKey }: Transfer,
	held: Participation | undefined,
): Participation | null {
	if (formerRole !== null) return part.role === 'accountable' ? { ...part, role: formerRole } : part;
	return part.role === 'accountable' ? { ...part, unitKey: toUnitKey, postKey: held?.postKey ?? null } : null;
}

/** The participation of a unit that is, or becomes, the answering one. */
function holderAmong(parts: readonly (Participation | null)[], unitKey: UnitKey): Participation | undefined {
	const own = parts.filter((part) => part !== null).filter((part) => part.unitKey === unitKey);
	return own.find((part) => part.role === 'accountable') ?? own[0];
}

/** The participations with one that answers, where none among those handed on does. */
function withHolder(
	participations: readonly Participation[],
	handed: readonly (Participation | null)[],
	{ functionKey, toUnitKey }: Transfer,
): readonly Participation[] {
	const isHeld = holderAmong(handed, toUnitKey)?.role === 'accountable';
	return isHeld ? participations : [...participations, answers(functionKey, toUnitKey)];
}

function isOf(
	item: { readonly functionKey: FunctionKey; readonly unitKey: UnitKey },
	functionKey: FunctionKey,
	unitKey: UnitKey | null,
): boolean {
	return item.functionKey === functionKey && item.unitKey === unitKey;
}
