import { ok, foldText, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { searchVersion, type SearchHits } from '../queries/search.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface SearchAnswer {
	/** What was looked for, as given, without spaces around it. */
	readonly query: string;
	/** Absent when the query is too short to look for. */
	readonly hits: SearchHits | undefined;
}

const MIN_LENGTH = 2;
const MAX_LENGTH = 100;
const MAX_HITS = 50;

/** Units, posts and functions of a version whose words contain the query, whatever its case and look-alike letters. */
export async function searchStructure(
	ctx: Ctx,
	address: WorkspaceAddress,
	query: string,
): Promise<Result<SearchAnswer, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const asked = query.trim().slice(0, MAX_LENGTH);
	if (asked.length < MIN_LENGTH) return ok({ query: asked, hits: undefined });
	const hits = await searchVersion(ctx.db, {
		versionId: opened.value.version.id,
		folded: foldText(asked),
		limit: MAX_HITS,
	});
	return ok({ query: asked, hits });
}
