import { err, ok } from '../../shared/index.ts';
import type { Activity, AdminFunction, Participation, Structure } from '../../org/index.ts';
import type { UnitKey } from '../../shared/index.ts';
import type { FunctionPart, OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkNewKeys,
	checkNoTwice,
	firstRefusal,
	needFunction,
	needUnit,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { answers, checkWording, newFunction } from './function.ts';

type Split = OperationPayloads['function-split'];

/**
 * A function becomes two or more, each with its wording and answering unit. Legal bases and powers stay with every
 * part; units that only took part go on taking part in each; activities go as the operation says.
 */
export function splitFunction(draft: Draft, payload: Split): ChangeResult {
	const whole = needFunction(draft, payload.functionKey);
	if (!whole.ok) return whole;
	const refusal = checkSplit(draft, payload);
	if (refusal) return err(refusal);
	const keys = payload.parts.map((part) => part.key);
	return ok({
		structure: divide(draft.structure, whole.value, payload.parts),
		created: keys,
		closed: [payload.functionKey],
		fates: [[payload.functionKey, { kind: 'split', into: keys }]],
		functionOrigins: keys.map((key) => [key, payload.functionKey] as const),
	});
}

function checkSplit(draft: Draft, { functionKey, parts }: Split): ChangeRefusal | null {
	if (parts.length < 2) return { code: 'scenario/too-few-parts', needed: 2 };
	const own = new Set(
		draft.structure.activities
			.filter((activity) => activity.functionKey === functionKey)
			.map((activity) => activity.key),
	);
	const named = parts.flatMap((part) => part.activityKeys);
	return (
		checkNewKeys(
			draft,
			parts.map((part) => part.key),
		) ??
		firstRefusal(parts, (part) => checkWording(part.text.bg) ?? refusalOf(needUnit(draft, part.unitKey))) ??
		checkNoTwice(named) ??
		firstRefusal(named, (activityKey) =>
			own.has(activityKey) ? null : { code: 'scenario/activity-not-found', activityKey },
		)
	);
}

function divide(structure: Structure, whole: AdminFunction, parts: readonly FunctionPart[]): Structure {
	const added: AdminFunction[] = [];
	for (const part of parts) {
		const before = { ...structure, functions: [...structure.functions, ...added] };
		added.push(newFunction(before, { ...whole, key: part.key, text: part.text }));
	}
	const isOther = (item: { readonly functionKey: string }) => item.functionKey !== whole.key;
	const held = new Set(
		structure.participations
			.filter((part) => !isOther(part) && part.role === 'accountable')
			.map((part) => part.unitKey),
	);
	return {
		...structure,
		functions: [...structure.functions.filter((fn) => fn.key !== whole.key), ...added],
		participations: [
			...structure.participations.filter(isOther),
			...parts.flatMap((part) => participantsOf(structure, whole, part)),
		],
		activities: structure.activities.map((activity) =>
			isOther(activity) ? activity : assign(activity, parts, held),
		),
	};
}

function participantsOf(
	structure: Structure,
	whole: AdminFunction,
	part: FunctionPart,
): readonly Participation[] {
	const others = structure.participations.filter(
		(item) => item.functionKey === whole.key && item.role !== 'accountable' && item.unitKey !== part.unitKey,
	);
	return [answers(part.key, part.unitKey), ...others.map((item) => ({ ...item, functionKey: part.key }))];
}

/** Work of the former answering unit goes to the unit of its part; work done elsewhere stays there. */
function assign(activity: Activity, parts: readonly FunctionPart[], held: ReadonlySet<UnitKey>): Activity {
	const part = parts.find((candidate) => candidate.activityKeys.includes(activity.key)) ?? parts[0];
	if (!part) return activity;
	const moves = held.has(activity.unitKey) && activity.unitKey !== part.unitKey;
	return moves
		? { ...activity, functionKey: part.key, unitKey: part.unitKey, postKey: null }
		: { ...activity, functionKey: part.key };
}
