import { foldText, ok, err, type OperationId, type Result } from '../../shared/index.ts';
import type { AdminFunction, OrgUnit, Post, Structure } from '../../org/index.ts';
import type { FunctionKey, Headcount, PostKey, UnitKey } from '../../shared/index.ts';
import type { ChangeRefusal } from '../refusal.ts';

/** What became of a function whose key went out of the structure. */
export type FunctionFate =
	| { readonly kind: 'merged'; readonly into: FunctionKey }
	| { readonly kind: 'split'; readonly into: readonly FunctionKey[] }
	| { readonly kind: 'dropped'; readonly legalReason: string };

/** A scenario in progress: the structure so far and what each key went through. */
export interface Draft {
	readonly structure: Structure;
	/** Smallest part of a post, for example 0,5; a dated parameter. */
	readonly postStep: number;
	/** Every key that ever stood for something, so that none is given twice. */
	readonly keys: { readonly ofBaseline: ReadonlySet<string>; readonly made: ReadonlySet<string> };
	/** Keys that went out, with the operation that took them. */
	readonly closed: ReadonlyMap<string, OperationId>;
	/** The post line from which a part was taken. */
	readonly postOrigins: ReadonlyMap<PostKey, PostKey>;
	readonly fates: ReadonlyMap<FunctionKey, FunctionFate & { readonly operationId: OperationId }>;
	/** The function whose division made this one. */
	readonly functionOrigins: ReadonlyMap<FunctionKey, FunctionKey>;
	/** Units taken from under another that no operation has given a place yet; each stands at the top. */
	readonly waiting: ReadonlySet<UnitKey>;
}

/** What one operation does to the draft. */
export interface Change {
	readonly structure: Structure;
	readonly created?: readonly string[];
	readonly closed?: readonly string[];
	readonly postOrigins?: readonly (readonly [part: PostKey, line: PostKey])[];
	readonly fates?: readonly (readonly [FunctionKey, FunctionFate])[];
	readonly functionOrigins?: readonly (readonly [part: FunctionKey, whole: FunctionKey])[];
	/** The units without a place after the operation; absent when they stay the same. */
	readonly waiting?: ReadonlySet<UnitKey>;
}

export type ChangeResult = Result<Change, ChangeRefusal>;

/**
 * The unit of a key. Refusal `scenario/unit-not-found`, or `scenario/already-closed` with the operation that closed
 * it.
 */
export function needUnit(draft: Draft, unitKey: UnitKey): Result<OrgUnit, ChangeRefusal> {
	const unit = draft.structure.units.find((candidate) => candidate.key === unitKey);
	return unit ? ok(unit) : err(missing(draft, unitKey, { code: 'scenario/unit-not-found', unitKey }));
}

/**
 * The post of a key. Refusal `scenario/post-not-found`, or `scenario/already-closed` with the operation that closed
 * it.
 */
export function needPost(draft: Draft, postKey: PostKey): Result<Post, ChangeRefusal> {
	const post = draft.structure.posts.find((candidate) => candidate.key === postKey);
	return post ? ok(post) : err(missing(draft, postKey, { code: 'scenario/post-not-found', postKey }));
}

/**
 * The function of a key. Refusal `scenario/function-not-found`, or `scenario/already-closed` with the operation that
 * closed it.
 */
export function needFunction(draft: Draft, functionKey: FunctionKey): Result<AdminFunction, ChangeRefusal> {
	const found = draft.structure.functions.find((candidate) => candidate.key === functionKey);
	return found
		? ok(found)
		: err(missing(draft, functionKey, { code: 'scenario/function-not-found', functionKey }));
}

/** The first refusal among the checks of a list, or null when all pass. */
export function firstRefusal<Item>(
	items: readonly Item[],
	check: (item: Item) => ChangeRefusal | null,
): ChangeRefusal | null {
	for (const item of items) {
		const refusal = check(item);
		if (refusal) return refusal;
	}
	return null;
}

/** The refusal of a result, or null. */
export function refusalOf(result: Result<unknown, ChangeRefusal>): ChangeRefusal | null {
	return result.ok ? null : result.error;
}

/** Keys of new things: none may have stood for anything before, none twice in one operation. */
export function checkNewKeys(draft: Draft, keys: readonly string[]): ChangeRefusal | null {
	return (
		checkNoTwice(keys) ??
		firstRefusal(keys, (key) =>
			draft.keys.ofBaseline.has(key) || draft.keys.made.has(key) ? { code: 'scenario/key-taken', key } : null,
		)
	);
}

/** Refusal `scenario/named-twice` with the first key that stands twice in a list; null when none does. */
export function checkNoTwice(keys: readonly string[]): ChangeRefusal | null {
	const twice = keys.find((key, at) => keys.indexOf(key) !== at);
	return twice === undefined ? null : { code: 'scenario/named-twice', key: twice };
}

/** A name must be there and may stand once among units under the same parent. */
export function checkUnitName(
	structure: Structure,
	unit: { readonly key: UnitKey; readonly parentKey: UnitKey | null; readonly name: { readonly bg: string } },
): ChangeRefusal | null {
	const folded = foldText(unit.name.bg);
	if (folded === '') return { code: 'scenario/name-empty' };
	const sibling = structure.units.find(
		(other) =>
			other.parentKey === unit.parentKey && other.key !== unit.key && foldText(other.name.bg) === folded,
	);
	return sibling ? { code: 'scenario/name-taken', name: unit.name.bg, siblingKey: sibling.key } : null;
}

/** A count of posts is above zero and a multiple of the smallest part. */
export function checkPostCount(draft: Draft, approved: Headcount): ChangeRefusal | null {
	const isWhole = Number.isInteger(approved / draft.postStep);
	return approved > 0 && isWhole
		? null
		: { code: 'scenario/post-count-invalid', approved, step: draft.postStep };
}

/** A unit has one head line at most. */
export function checkHeadFree(
	structure: Structure,
	unitKey: UnitKey,
	except: PostKey | null,
): ChangeRefusal | null {
	const head = structure.posts.find((post) => post.unitKey === unitKey && post.isHead && post.key !== except);
	return head ? { code: 'scenario/head-taken', unitKey, postKey: head.key } : null;
}

/** The place after the last of the units under a superior (from 1). */
export function nextSort(structure: Structure, parentKey: UnitKey | null): number {
	const siblings = structure.units.filter((unit) => unit.parentKey === parentKey);
	return siblings.reduce((highest, unit) => Math.max(highest, unit.sort), 0) + 1;
}

function missing(draft: Draft, key: string, otherwise: ChangeRefusal): ChangeRefusal {
	const closedBy = draft.closed.get(key);
	return closedBy === undefined ? otherwise : { code: 'scenario/already-closed', key, closedBy };
}
