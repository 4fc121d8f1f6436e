import { err, ok } from '../../shared/index.ts';
import type { Activity, OrgUnit, Participation, Structure } from '../../org/index.ts';
import type { FunctionKey, PostKey, UnitKey } from '../../shared/index.ts';
import type { OperationPayloads, UnitPart } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkNewKeys,
	checkNoTwice,
	checkUnitName,
	firstRefusal,
	needFunction,
	needPost,
	needUnit,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { answeredFunctions, joinParticipations } from './hand-over.ts';
import { inPlace, newUnit } from './unit.ts';

/**
 * Parts of a unit become units beside it, with the posts, functions and sub-units that they name.
 * What no part names stays in the old unit; each part takes over the duties of everybody
 * (category allowances), because its people still have them.
 */
export function splitUnit(draft: Draft, payload: OperationPayloads['unit-split']): ChangeResult {
	const unit = needUnit(draft, payload.unitKey);
	if (!unit.ok) return unit;
	if (payload.parts.length === 0) return err({ code: 'scenario/too-few-parts', needed: 1 });
	const refusal = checkLists(draft, payload);
	if (refusal) return err(refusal);
	let structure = draft.structure;
	for (const part of payload.parts) {
		const clash = checkUnitName(structure, { ...part, parentKey: unit.value.parentKey });
		if (clash) return err(clash);
		structure = takeOut(structure, unit.value, part);
	}
	return ok({ structure, created: payload.parts.map((part) => part.key) });
}

function checkLists(draft: Draft, { unitKey, parts }: OperationPayloads['unit-split']): ChangeRefusal | null {
	const answered = new Set(answeredFunctions(draft.structure, unitKey));
	return (
		checkNewKeys(
			draft,
			parts.map((part) => part.key),
		) ??
		checkNoTwice(parts.flatMap((part) => [...part.postKeys, ...part.functionKeys, ...part.subUnitKeys])) ??
		firstRefusal(
			parts.flatMap((part) => part.postKeys),
			(key) => checkPost(draft, unitKey, key),
		) ??
		firstRefusal(
			parts.flatMap((part) => part.functionKeys),
			(key) => checkFunction(draft, { unitKey, key, answered }),
		) ??
		firstRefusal(
			parts.flatMap((part) => part.subUnitKeys),
			(key) => checkSubUnit(draft, unitKey, key),
		)
	);
}

function checkPost(draft: Draft, unitKey: UnitKey, postKey: PostKey): ChangeRefusal | null {
	const post = needPost(draft, postKey);
	if (!post.ok) return post.error;
	return post.value.unitKey === unitKey ? null : { code: 'scenario/post-not-in-unit', postKey, unitKey };
}

function checkFunction(
	draft: Draft,
	given: {
		readonly unitKey: UnitKey;
		readonly key: FunctionKey;
		readonly answered: ReadonlySet<FunctionKey>;
	},
): ChangeRefusal | null {
	const refusal = refusalOf(needFunction(draft, given.key));
	if (refusal) return refusal;
	return given.answered.has(given.key)
		? null
		: { code: 'scenario/function-not-in-unit', functionKey: given.key, unitKey: given.unitKey };
}

function checkSubUnit(draft: Draft, parentKey: UnitKey, unitKey: UnitKey): ChangeRefusal | null {
	const unit = needUnit(draft, unitKey);
	if (!unit.ok) return unit.error;
	return unit.value.parentKey === parentKey ? null : { code: 'scenario/unit-not-below', unitKey, parentKey };
}

function takeOut(structure: Structure, whole: OrgUnit, part: UnitPart): Structure {
	const unit = newUnit(structure, part, whole.parentKey);
	const goes = workThatGoes(whole.key, part);
	const copied = structure.allowances.filter(
		(allowance) => allowance.unitKey === whole.key && allowance.kind === 'category',
	);
	const taken: Structure = {
		...structure,
		units: [...structure.units, unit].map((other) =>
			part.subUnitKeys.includes(other.key) ? { ...other, parentKey: part.key } : other,
		),
		posts: structure.posts.map((post) =>
			part.postKeys.includes(post.key) ? { ...post, unitKey: part.key } : post,
		),
		participations: joinParticipations(structure.participations.map((item) => moveWork(item, goes, part))),
		activities: structure.activities.map((item) => moveWork(item, goes, part)),
		allowances: [...structure.allowances, ...copied.map((item) => ({ ...item, unitKey: part.key }))],
	};
	return part.subUnitKeys.reduce(inPlace, taken);
}

type Work = Pick<Participation | Activity, 'functionKey' | 'unitKey' | 'postKey'>;

/** The work of the named functions and of the named posts goes with the part. */
function workThatGoes(wholeKey: UnitKey, part: UnitPart) {
	return (item: Work) =>
		item.unitKey === wholeKey &&
		(part.functionKeys.includes(item.functionKey) ||
			(item.postKey !== null && part.postKeys.includes(item.postKey)));
}

/** A post that stays behind lets go of the work that leaves, and the other way round. */
function moveWork<Item extends Work>(item: Item, goes: (item: Work) => boolean, part: UnitPart): Item {
	if (!goes(item)) return item;
	const isPostWithIt = item.postKey !== null && part.postKeys.includes(item.postKey);
	return { ...item, unitKey: part.key, postKey: isPostWithIt ? item.postKey : null };
}
