import { err, ok, subtreeKeys } from '../../shared/index.ts';
import type { OrgUnit, Structure } from '../../org/index.ts';
import type { PostKey, UnitKey } from '../../shared/index.ts';
import type { OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkNoTwice,
	checkUnitName,
	firstRefusal,
	needUnit,
	nextSort,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { handOverRest } from './hand-over.ts';
import { inPlace } from './unit.ts';

/**
 * Units go into another one with all they have: posts, sub-units, functions, activities, allowances.
 * One head stays; the other head lines stay as posts without that mark, to be changed or closed by an own operation.
 */
export function mergeUnits(draft: Draft, payload: OperationPayloads['unit-merge']): ChangeResult {
	const refusal = checkMerge(draft, payload);
	if (refusal) return err(refusal);
	let structure = draft.structure;
	for (const sourceKey of payload.sourceKeys) {
		const clash = checkSubUnitNames(structure, sourceKey, payload.targetKey);
		if (clash) return err(clash);
		structure = moveContents(structure, sourceKey, payload.targetKey);
	}
	return ok({ structure: withOneHead(structure, payload), closed: payload.sourceKeys });
}

function checkMerge(draft: Draft, payload: OperationPayloads['unit-merge']): ChangeRefusal | null {
	const { sourceKeys, targetKey } = payload;
	if (sourceKeys.length === 0) return { code: 'scenario/too-few-parts', needed: 1 };
	return (
		refusalOf(needUnit(draft, targetKey)) ??
		firstRefusal(sourceKeys, (key) => refusalOf(needUnit(draft, key))) ??
		checkNoTwice(sourceKeys) ??
		(sourceKeys.includes(targetKey) ? { code: 'scenario/same-unit', unitKey: targetKey } : null) ??
		checkTargetOutside(draft.structure, sourceKeys, targetKey) ??
		checkHeads(draft.structure, payload)
	);
}

/** A unit cannot go into one that stands below it: the receiver would lose its place. */
function checkTargetOutside(
	structure: Structure,
	sourceKeys: readonly UnitKey[],
	targetKey: UnitKey,
): ChangeRefusal | null {
	const above = sourceKeys.find((key) => subtreeKeys<UnitKey, OrgUnit>(structure.units, key).has(targetKey));
	return above === undefined ? null : { code: 'scenario/cycle', unitKey: above, parentKey: targetKey };
}

function checkHeads(
	structure: Structure,
	{ sourceKeys, targetKey, headPostKey }: OperationPayloads['unit-merge'],
): ChangeRefusal | null {
	const inside = (unitKey: UnitKey) => unitKey === targetKey || sourceKeys.includes(unitKey);
	const heads = structure.posts.filter((post) => post.isHead && inside(post.unitKey)).map((post) => post.key);
	const isResolved = headPostKey === null ? heads.length < 2 : heads.includes(headPostKey);
	return isResolved ? null : { code: 'scenario/head-unresolved', postKeys: heads };
}

function checkSubUnitNames(structure: Structure, from: UnitKey, to: UnitKey): ChangeRefusal | null {
	const children = structure.units.filter((unit) => unit.parentKey === from);
	return firstRefusal(children, (unit) =>
		unit.key === to ? null : checkUnitName(structure, { ...unit, parentKey: to }),
	);
}

function moveContents(structure: Structure, from: UnitKey, to: UnitKey): Structure {
	const firstSort = nextSort(structure, to);
	const units = structure.units
		.filter((unit) => unit.key !== from)
		.map((unit) =>
			unit.parentKey === from ? { ...unit, parentKey: to, sort: firstSort + unit.sort } : unit,
		);
	const posts = structure.posts.map((post) => (post.unitKey === from ? { ...post, unitKey: to } : post));
	const moved = structure.units.filter((unit) => unit.parentKey === from).map(({ key }) => key);
	return handOverRest(moved.reduce(inPlace, { ...structure, units, posts }), from, to);
}

function withOneHead(structure: Structure, payload: OperationPayloads['unit-merge']): Structure {
	const staysHead = (key: PostKey) => payload.headPostKey === null || key === payload.headPostKey;
	return {
		...structure,
		posts: structure.posts.map((post) =>
			post.unitKey === payload.targetKey && post.isHead && !staysHead(post.key)
				? { ...post, isHead: false }
				: post,
		),
	};
}
