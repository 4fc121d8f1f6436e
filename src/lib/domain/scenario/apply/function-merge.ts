import { err, ok } from '../../shared/index.ts';
import type { Activity, AdminFunction, Participation, Structure } from '../../org/index.ts';
import type { FunctionKey, UnitKey } from '../../shared/index.ts';
import type { OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkNoTwice,
	firstRefusal,
	needFunction,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { checkWording, withFunction } from './function.ts';
import { joinParticipations } from './hand-over.ts';

type Merge = OperationPayloads['function-merge'];

/**
 * Functions go into another one: it takes over their legal bases, powers, activities and participants.
 * Units that answered for them take part from now on, or let go, as the operation says.
 */
export function mergeFunctions(draft: Draft, payload: Merge): ChangeResult {
	const target = needFunction(draft, payload.targetKey);
	if (!target.ok) return target;
	const refusal = checkMerge(draft, payload);
	if (refusal) return err(refusal);
	const { structure } = draft;
	const isSource = (key: FunctionKey) => payload.sourceKeys.includes(key);
	const sources = structure.functions.filter((fn) => isSource(fn.key));
	const joined = joinFunctions(target.value, sources, payload);
	const carried = carryWork(withFunction(structure, joined), payload);
	return ok({
		structure: { ...carried, functions: carried.functions.filter((fn) => !isSource(fn.key)) },
		closed: payload.sourceKeys,
		fates: payload.sourceKeys.map((key) => [key, { kind: 'merged', into: payload.targetKey }] as const),
	});
}

function checkMerge(draft: Draft, { sourceKeys, targetKey, text }: Merge): ChangeRefusal | null {
	if (sourceKeys.length === 0) return { code: 'scenario/too-few-parts', needed: 1 };
	return (
		firstRefusal(sourceKeys, (key) => refusalOf(needFunction(draft, key))) ??
		checkNoTwice([...sourceKeys, targetKey]) ??
		(text === null ? null : checkWording(text.bg))
	);
}

function joinFunctions(
	target: AdminFunction,
	sources: readonly AdminFunction[],
	payload: Merge,
): AdminFunction {
	const bases = [target, ...sources].flatMap((fn) => fn.bases);
	const powers = [target, ...sources].flatMap((fn) => fn.powers);
	return {
		...target,
		text: payload.text ?? target.text,
		bases: [...new Map(bases.map((basis) => [JSON.stringify(basis), basis])).values()],
		powers: [...new Set(powers)],
	};
}

function carryWork(structure: Structure, payload: Merge): Structure {
	const { sourceKeys, targetKey } = payload;
	const owners = accountable(structure, targetKey);
	const isSource = (item: { readonly functionKey: FunctionKey }) => sourceKeys.includes(item.functionKey);
	const release = releasedUnits(structure, payload, owners);
	const participations = structure.participations.flatMap((part): readonly Participation[] => {
		if (!isSource(part)) return [part];
		if (release.has(part.unitKey)) return [];
		const role = owners.size > 0 && part.role === 'accountable' && !owners.has(part.unitKey);
		return [{ ...part, functionKey: targetKey, role: role ? 'participates' : part.role }];
	});
	const [owner] = owners;
	const activities = structure.activities.map((activity): Activity => {
		if (!isSource(activity)) return activity;
		const goes = owner !== undefined && release.has(activity.unitKey);
		return goes
			? { ...activity, functionKey: targetKey, unitKey: owner, postKey: null }
			: { ...activity, functionKey: targetKey };
	});
	return { ...structure, participations: joinParticipations(participations), activities };
}

/** Units that answered for a source and let go; never the units that answer for the target. */
function releasedUnits(
	structure: Structure,
	{ sourceKeys, formerOwners }: Merge,
	owners: ReadonlySet<UnitKey>,
): ReadonlySet<UnitKey> {
	if (formerOwners === 'participate' || owners.size === 0) return new Set();
	const former = sourceKeys.flatMap((key) => [...accountable(structure, key)]);
	return new Set(former.filter((unitKey) => !owners.has(unitKey)));
}

function accountable(structure: Structure, functionKey: FunctionKey): ReadonlySet<UnitKey> {
	return new Set(
		structure.participations
			.filter((part) => part.functionKey === functionKey && part.role === 'accountable')
			.map((part) => part.unitKey),
	);
}
