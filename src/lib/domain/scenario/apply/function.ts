import { err, ok } from '../../shared/index.ts';
import type { AdminFunction, Participation, Structure } from '../../org/index.ts';
import type { FunctionKey, UnitKey } from '../../shared/index.ts';
import type { OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import { checkNewKeys, needFunction, needUnit, refusalOf, type ChangeResult, type Draft } from './draft.ts';
import { joinParticipations } from './hand-over.ts';

type Transfer = OperationPayloads['function-transfer'];

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
	const refusal = checkTransfer(draft, payload);
	if (refusal) return err(refusal);
	const { structure } = draft;
	const { functionKey, fromUnitKey, toUnitKey } = payload;
	const held = holderOf(structure, functionKey, toUnitKey);
	const participations = structure.participations
		.map((part): Participation | null => {
			if (isOf(part, functionKey, fromUnitKey)) return handOn(part, payload, held);
			return part === held ? { ...part, role: 'accountable' } : part;
		})
		.filter((part) => part !== null);
	const activities = structure.activities.map((activity) =>
		payload.withActivities && isOf(activity, functionKey, fromUnitKey)
			? { ...activity, unitKey: toUnitKey, postKey: null }
			: activity,
	);
	const after = { ...structure, participations: joinParticipations(participations, functionKey), activities };
	return ok({ structure: withHolder(after, functionKey, toUnitKey) });
}

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

export function newFunction(
	structure: Structure,
	stated: Omit<AdminFunction, 'origin' | 'sort'>,
): AdminFunction {
	const sort = structure.functions.reduce((highest, fn) => Math.max(highest, fn.sort), 0) + 1;
	return { ...stated, origin: { verification: 'reconstructed', source: 'scenario', asOf: null }, sort };
}

export function answers(functionKey: FunctionKey, unitKey: UnitKey): Participation {
	return { functionKey, unitKey, postKey: null, role: 'accountable', share: null };
}

export function withFunction(structure: Structure, changed: AdminFunction): Structure {
	return {
		...structure,
		functions: structure.functions.map((fn) => (fn.key === changed.key ? changed : fn)),
	};
}

export function checkWording(text: string): ChangeRefusal | null {
	return text.trim() === '' ? { code: 'scenario/name-empty' } : null;
}

function checkTransfer(draft: Draft, payload: Transfer): ChangeRefusal | null {
	const { functionKey, fromUnitKey, toUnitKey } = payload;
	const refusal =
		refusalOf(needFunction(draft, functionKey)) ??
		refusalOf(needUnit(draft, toUnitKey)) ??
		(fromUnitKey === null ? null : refusalOf(needUnit(draft, fromUnitKey)));
	if (refusal) return refusal;
	if (fromUnitKey === toUnitKey) return { code: 'scenario/same-unit', unitKey: toUnitKey };
	return checkHolder(draft.structure, payload) ?? checkActivities(draft.structure, payload);
}

/** The giver answers now; „nobody“ is true only when nobody does. */
function checkHolder(structure: Structure, { functionKey, fromUnitKey }: Transfer): ChangeRefusal | null {
	const holders = structure.participations
		.filter((part) => part.functionKey === functionKey && part.role === 'accountable')
		.map((part) => part.unitKey);
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

/** Responsibility handed on joins the receiver's own participation, so that the known shares add up. */
function handOn(
	part: Participation,
	{ formerRole, toUnitKey }: Transfer,
	held: Participation | undefined,
): Participation | null {
	if (formerRole !== null) return part.role === 'accountable' ? { ...part, role: formerRole } : part;
	return part.role === 'accountable' ? { ...part, unitKey: toUnitKey, postKey: held?.postKey ?? null } : null;
}

/** The participation of a unit that is, or becomes, the answering one. */
function holderOf(
	structure: Structure,
	functionKey: FunctionKey,
	unitKey: UnitKey,
): Participation | undefined {
	const parts = structure.participations.filter((part) => isOf(part, functionKey, unitKey));
	return parts.find((part) => part.role === 'accountable') ?? parts[0];
}

function withHolder(structure: Structure, functionKey: FunctionKey, unitKey: UnitKey): Structure {
	if (holderOf(structure, functionKey, unitKey)?.role === 'accountable') return structure;
	return { ...structure, participations: [...structure.participations, answers(functionKey, unitKey)] };
}

function isOf(
	item: { readonly functionKey: FunctionKey; readonly unitKey: UnitKey },
	functionKey: FunctionKey,
	unitKey: UnitKey | null,
): boolean {
	return item.functionKey === functionKey && item.unitKey === unitKey;
}
