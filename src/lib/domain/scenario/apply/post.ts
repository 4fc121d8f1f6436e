import { err, headcount, ok } from '../../shared/index.ts';
import type { Post, Structure } from '../../org/index.ts';
import type { PostKey, UnitKey } from '../../shared/index.ts';
import type { NewPost, OperationPayloads, PostChanges } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkHeadFree,
	checkNewKeys,
	checkPostCount,
	needPost,
	needUnit,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { joinParticipations } from './hand-over.ts';
import { changedWhere, withKeyed } from './lists.ts';

/**
 * Opens a line of the staffing table, with nobody on it. Refusals: a key that is taken, a unit that is not there,
 * `scenario/name-empty`, a number of posts that is none, `scenario/head-taken`.
 */
export function createPost(draft: Draft, payload: NewPost): ChangeResult {
	const refusal =
		checkNewKeys(draft, [payload.key]) ??
		refusalOf(needUnit(draft, payload.unitKey)) ??
		checkTitle(payload.title.bg) ??
		checkPostCount(draft, payload.approved) ??
		(payload.isHead ? checkHeadFree(draft.structure, payload.unitKey, null) : null);
	if (refusal) return err(refusal);
	const origin = { verification: 'reconstructed', source: 'scenario', asOf: null } as const;
	const post: Post = { ...payload, occupied: headcount(0), origin, note: null };
	const structure = { ...draft.structure, posts: [...draft.structure.posts, post] };
	return ok({ structure, created: [post.key] });
}

/**
 * Moves a line, or a part of its posts, to another unit with the work recorded on it. Refusals `scenario/same-unit`,
 * `scenario/head-taken`, those of `needPost` and `needUnit`.
 */
export function movePost(draft: Draft, payload: OperationPayloads['post-move']): ChangeResult {
	const { postKey, unitKey, isHead, part } = payload;
	const post = needPost(draft, postKey);
	if (!post.ok) return post;
	if (post.value.unitKey === unitKey) return err({ code: 'scenario/same-unit', unitKey });
	const refusal =
		refusalOf(needUnit(draft, unitKey)) ?? (isHead ? checkHeadFree(draft.structure, unitKey, null) : null);
	if (refusal) return err(refusal);
	if (part) return movePart(draft, post.value, { ...payload, part });
	const moved = withPost(draft.structure, { ...post.value, unitKey, isHead });
	const structure = payload.withWork
		? followPost(moved, { postKey, from: post.value.unitKey, to: unitKey })
		: releasePost(moved, postKey);
	return ok({ structure });
}

/** Occupied posts never exceed approved ones: a smaller line loses people, and the impact counts them. */
export function changePost(draft: Draft, payload: OperationPayloads['post-change']): ChangeResult {
	const found = needPost(draft, payload.postKey);
	if (!found.ok) return found;
	const post = found.value;
	const changed = coded({ ...post, ...payload.changes });
	const refusal = checkChange(draft, post, changed);
	if (refusal) return err(refusal);
	const occupied = headcount(Math.min(post.occupied, changed.approved));
	return ok({ structure: withPost(draft.structure, { ...changed, occupied }) });
}

/** The work recorded on a closed post stays with its unit as a whole. */
export function closePost(draft: Draft, payload: OperationPayloads['post-close']): ChangeResult {
	const { postKey } = payload;
	const refusal = refusalOf(needPost(draft, postKey));
	if (refusal) return err(refusal);
	const posts = draft.structure.posts.filter((post) => post.key !== postKey);
	return ok({ structure: releasePost({ ...draft.structure, posts }, postKey), closed: [postKey] });
}

type PartMove = OperationPayloads['post-move'] & {
	readonly part: NonNullable<OperationPayloads['post-move']['part']>;
};

function movePart(draft: Draft, line: Post, { unitKey, isHead, part }: PartMove): ChangeResult {
	const restApproved = line.approved - part.approved;
	const restOccupied = line.occupied - part.occupied;
	const fits =
		restApproved > 0 && restOccupied >= 0 && restOccupied <= restApproved && part.occupied <= part.approved;
	const refusal: ChangeRefusal | null =
		checkNewKeys(draft, [part.key]) ??
		checkPostCount(draft, part.approved) ??
		(fits
			? null
			: {
					code: 'scenario/part-too-large',
					postKey: line.key,
					approved: line.approved,
					occupied: line.occupied,
				});
	if (refusal) return err(refusal);
	const rest: Post = { ...line, approved: headcount(restApproved), occupied: headcount(restOccupied) };
	const taken: Post = { ...line, ...part, unitKey, isHead };
	const left = withPost(draft.structure, rest);
	const structure = { ...left, posts: [...left.posts, taken] };
	return ok({ structure, created: [part.key], postOrigins: [[part.key, line.key]] });
}

function checkChange(draft: Draft, before: Post, after: Post): ChangeRefusal | null {
	const fields = Object.keys({ ...before, ...after }) as (keyof Post & keyof PostChanges)[];
	const isSame = fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
	if (isSame) return { code: 'scenario/nothing-changed' };
	return (
		checkTitle(after.title.bg) ??
		(after.approved === before.approved ? null : checkPostCount(draft, after.approved)) ??
		(after.isHead && !before.isHead ? checkHeadFree(draft.structure, after.unitKey, after.key) : null)
	);
}

/** A line with its code, or without one: a line of the staffing table leaves the field out where it has none. */
export function coded({
	occupation,
	...post
}: Omit<Post, 'occupation'> & Pick<PostChanges, 'occupation'>): Post {
	return { ...post, ...(occupation && { occupation }) };
}

/** Refusal `scenario/name-empty` when a post would have no title. */
export function checkTitle(title: string): ChangeRefusal | null {
	return title.trim() === '' ? { code: 'scenario/name-empty' } : null;
}

/** The structure with a post in the place of the one of the same key. */
export function withPost(structure: Structure, post: Post): Structure {
	return { ...structure, posts: withKeyed(structure.posts, post) };
}

/** Work recorded on the post goes with it to another unit. */
function followPost(
	structure: Structure,
	move: { readonly postKey: PostKey; readonly from: UnitKey; readonly to: UnitKey },
): Structure {
	return withWork(structure, {
		isMeant: (item) => item.postKey === move.postKey && item.unitKey === move.from,
		change: (item) => ({ ...item, unitKey: move.to }),
	});
}

/** Work recorded on the post stays with the unit as a whole. */
function releasePost(structure: Structure, postKey: PostKey): Structure {
	return withWork(structure, {
		isMeant: (item) => item.postKey === postKey,
		change: (item) => ({ ...item, postKey: null }),
	});
}

interface Work {
	readonly postKey: PostKey | null;
	readonly unitKey: UnitKey;
}

/** The work that is meant recorded elsewhere; participations that come together are joined. */
function withWork(
	structure: Structure,
	{
		isMeant,
		change,
	}: {
		readonly isMeant: (item: Work) => boolean;
		readonly change: <Item extends Work>(item: Item) => Item;
	},
): Structure {
	const participations = changedWhere(structure.participations, isMeant, change);
	const isSame = participations === structure.participations;
	return {
		...structure,
		participations: isSame ? participations : joinParticipations(participations),
		activities: changedWhere(structure.activities, isMeant, change),
	};
}
