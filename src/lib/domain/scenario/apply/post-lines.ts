import type { OccupationCode } from '../../legal/index.ts';
import { err, headcount, ok } from '../../shared/index.ts';
import type { Post } from '../../org/index.ts';
import type { OperationPayloads, PostPart } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import {
	checkNewKeys,
	checkNoTwice,
	checkPostCount,
	firstRefusal,
	needPost,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { checkTitle, coded, withPost } from './post.ts';

type Split = OperationPayloads['post-split'];

/**
 * A line becomes two or more of the same unit: each part takes its posts and people, the rest stays on the line, so
 * approved and occupied posts are the same before and after. The work recorded on the line stays with it. A part under
 * another title does not take the code of the old one along.
 * Example: 3 posts, 2 occupied; a part of 1 post with 1 person leaves: 2 and 1 stay.
 * Errors: `scenario/part-too-large` when nothing would stay or the people would not fit, `scenario/too-few-parts`,
 * `scenario/post-count-invalid`, `scenario/key-taken`, `scenario/name-empty`.
 */
export function splitPost(draft: Draft, { postKey, parts }: Split): ChangeResult {
	const found = needPost(draft, postKey);
	if (!found.ok) return found;
	const line = found.value;
	const refusal = checkSplit(draft, line, parts);
	if (refusal) return err(refusal);
	const rest = { ...line, ...restOf(line, parts) };
	const taken = parts.map((part) =>
		coded({ ...line, ...part, occupation: codeOf(part, line), isHead: false }),
	);
	const left = withPost(draft.structure, rest);
	const keys = parts.map((part) => part.key);
	return ok({
		structure: { ...left, posts: [...left.posts, ...taken] },
		created: keys,
		postOrigins: keys.map((key) => [key, postKey] as const),
	});
}

/**
 * Several lines are paid from another source from now on; nothing else of them changes.
 * Errors: `scenario/too-few-parts`, `scenario/named-twice`, `scenario/nothing-changed` when all are paid from there.
 */
export function fundPosts(draft: Draft, { postKeys, funding }: OperationPayloads['post-fund']): ChangeResult {
	if (postKeys.length === 0) return err({ code: 'scenario/too-few-parts', needed: 1 });
	const refusal =
		checkNoTwice(postKeys) ?? firstRefusal(postKeys, (postKey) => refusalOf(needPost(draft, postKey)));
	if (refusal) return err(refusal);
	const { structure } = draft;
	const chosen = new Set(postKeys);
	const isNew = (post: Post) => chosen.has(post.key) && post.funding !== funding;
	if (!structure.posts.some(isNew)) return err({ code: 'scenario/nothing-changed' });
	const posts = structure.posts.map((post) => (isNew(post) ? { ...post, funding } : post));
	return ok({ structure: { ...structure, posts } });
}

/** The code goes with the title that it stands for. */
function codeOf(part: PostPart, line: Post): OccupationCode | null {
	const isSameTitle = part.title.bg.trim() === line.title.bg.trim();
	return part.occupation ?? (isSameTitle ? line.occupation : null) ?? null;
}

function checkSplit(draft: Draft, line: Post, parts: Split['parts']): ChangeRefusal | null {
	if (parts.length === 0) return { code: 'scenario/too-few-parts', needed: 2 };
	const { approved, occupied } = restOf(line, parts);
	const fits = approved > 0 && occupied >= 0 && occupied <= approved;
	const isFilled = parts.every((part) => part.occupied <= part.approved);
	return (
		checkNewKeys(
			draft,
			parts.map((part) => part.key),
		) ??
		firstRefusal(parts, (part) => checkTitle(part.title.bg) ?? checkPostCount(draft, part.approved)) ??
		(fits && isFilled
			? null
			: {
					code: 'scenario/part-too-large',
					postKey: line.key,
					approved: line.approved,
					occupied: line.occupied,
				})
	);
}

/** Not through the constructor of head counts: what is below nothing is refused, not thrown. */
function restOf(line: Post, parts: Split['parts']) {
	const rest = (field: 'approved' | 'occupied') =>
		parts.reduce((left, part) => left - part[field], line[field] as number);
	const [approved, occupied] = [rest('approved'), rest('occupied')];
	return approved < 0 || occupied < 0
		? { approved: headcount(0), occupied: headcount(0) }
		: { approved: headcount(approved), occupied: headcount(occupied) };
}
