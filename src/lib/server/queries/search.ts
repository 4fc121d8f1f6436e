import type { LocalText } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Reader } from '../db/index.ts';

export interface SearchHit {
	readonly key: string;
	readonly text: LocalText;
}

export interface SearchHits {
	readonly units: readonly SearchHit[];
	readonly posts: readonly SearchHit[];
	readonly functions: readonly SearchHit[];
}

interface SearchQuery {
	readonly versionId: VersionId;
	/** Already folded like the stored columns. */
	readonly folded: string;
	readonly limit: number;
}

export async function searchVersion(db: Reader, query: SearchQuery): Promise<SearchHits> {
	const units = await db
		.selectFrom('org_unit')
		.select(['key', 'name_bg as bg', 'name_en as en'])
		.where('version_id', '=', query.versionId)
		.where(contains('folded', query.folded))
		.orderBy('folded')
		.limit(query.limit)
		.execute();
	const posts = await db
		.selectFrom('post')
		.select(['key', 'title_bg as bg', 'title_en as en'])
		.where('version_id', '=', query.versionId)
		.where(contains('folded', query.folded))
		.orderBy('folded')
		.limit(query.limit)
		.execute();
	const functions = await db
		.selectFrom('admin_function')
		.select(['key', 'text_bg as bg', 'text_en as en'])
		.where('version_id', '=', query.versionId)
		.where(contains('folded', query.folded))
		.orderBy('folded')
		.limit(query.limit)
		.execute();
	return { units: units.map(toHit), posts: posts.map(toHit), functions: functions.map(toHit) };
}

/** `instr` takes the text as it is: no character of the query is a wildcard. */
function contains(column: string, folded: string): Expression<SqlBool> {
	return sql<SqlBool>`instr(${sql.ref(column)}, ${folded}) > 0`;
}

function toHit(row: { key: string; bg: string; en: string | null }): SearchHit {
	return { key: row.key, text: { bg: row.bg, en: row.en } };
}
