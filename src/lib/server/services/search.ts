import { ok, foldText, type FindingId, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listFindings } from '../queries/finding.ts';
import { searchVersion, type SearchHits } from '../queries/search.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface SearchAnswer {
	/** What was looked for, as given, without spaces around it. */
	readonly query: string;
	/** Absent when the query is too short to look for. */
	readonly hits: SearchHits | undefined;
	/** Findings of the municipality whose title or text contains the query. */
	readonly findings: readonly FoundFinding[];
}

export interface FoundFinding {
	readonly id: FindingId;
	readonly number: number;
	readonly title: string;
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
	if (asked.length < MIN_LENGTH) return ok({ query: asked, hits: undefined, findings: [] });
	const folded = foldText(asked);
	const hits = await searchVersion(ctx.db, {
		versionId: opened.value.version.id,
		folded,
		limit: MAX_HITS,
	});
	return ok({ query: asked, hits, findings: await findFindings(ctx, opened.value.municipality.id, folded) });
}

async function findFindings(
	ctx: Ctx,
	municipalityId: MunicipalityId,
	folded: string,
): Promise<readonly FoundFinding[]> {
	const findings = await listFindings(ctx.db, municipalityId);
	return findings
		.filter(({ number, title, body }) => foldText(`${number} ${title} ${body}`).includes(folded))
		.slice(0, MAX_HITS)
		.map(({ id, number, title }) => ({ id, number, title }));
}
