import { can } from '#lib/domain/access/index.ts';
import { lookUp, type LocalText, type ParticipationRole, type Post } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listFindingsAbout } from '../queries/history-uses.ts';
import { findPost } from '../queries/post.ts';
import { listHistory, type HistoryEntry } from './history.ts';
import { costSight, withoutHiddenCost } from './post-costs.ts';
import { pathTo, type NamedKey } from './unit-page.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface PostPage {
	readonly post: Post;
	/** The actor may not see what the post costs. */
	readonly isCostHidden: boolean;
	readonly revision: number;
	readonly unit: NamedKey<UnitKey>;
	readonly path: readonly NamedKey<UnitKey>[];
	/** Functions that name this post. */
	readonly functions: readonly {
		readonly key: FunctionKey;
		readonly text: LocalText;
		readonly role: ParticipationRole;
	}[];
	readonly findings: readonly { readonly id: string; readonly number: number; readonly title: string }[];
	readonly history: readonly HistoryEntry[];
}

/** One line of the staffing table with what it does and who changed it. */
export async function viewPost(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: PostKey,
): Promise<Result<PostPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, version, municipality, actor } = opened.value;
	const stored = await findPost(ctx.db, version.id, key);
	const lookup = lookUp(structure);
	const unit = stored && lookup.unitByKey.get(stored.value.unitKey);
	if (!stored || !unit) return err(DENIED);
	const sees = costSight(actor, municipality);
	const mayReadTrail = can(actor, 'audit.read', { municipalityId: municipality.id });
	return ok({
		post: withoutHiddenCost(stored.value, sees),
		isCostHidden: !sees(stored.value),
		revision: stored.revision,
		unit: { key: unit.key, name: unit.name },
		path: pathTo(lookup, unit.key),
		functions: structure.participations
			.filter((part) => part.postKey === key)
			.flatMap((part) => {
				const fn = lookup.functionByKey.get(part.functionKey);
				return fn ? [{ key: fn.key, text: fn.text, role: part.role }] : [];
			}),
		findings: await listFindingsAbout(ctx.db, municipality.id, key),
		history: mayReadTrail ? await listHistory(ctx, opened.value, { entity: 'post', key }) : [],
	});
}

export interface PostLine {
	readonly post: Post;
	readonly unitName: LocalText;
	readonly isCostHidden: boolean;
}

/** Every line of the staffing table with the name of its unit, in the order of the act. */
export async function exportPosts(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<{ readonly municipality: LocalText; readonly lines: readonly PostLine[] }, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const sees = costSight(opened.value.actor, opened.value.municipality);
	const lookup = lookUp(opened.value.structure);
	const lines = opened.value.structure.posts.map((post) => ({
		post: withoutHiddenCost(post, sees),
		isCostHidden: !sees(post),
		unitName: lookup.unitByKey.get(post.unitKey)?.name ?? { bg: post.unitKey, en: null },
	}));
	return ok({ municipality: opened.value.municipality.name, lines });
}
