import type { LocalText } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Reader } from '../db/index.ts';

export interface SearchHit {
	readonly key: string;
	readonly text: LocalText;
	/** Where it stands: the unit above, of the post, or accountable for the function; null where there is none. */
	readonly unit: LocalText | null;
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
		.leftJoin('org_unit as place', (join) =>
			join
				.onRef('place.version_id', '=', 'org_unit.version_id')
				.onRef('place.key', '=', 'org_unit.parent_key'),
		)
		.select(['org_unit.key', 'org_unit.name_bg as bg', 'org_unit.name_en as en', ...PLACE])
		.where('org_unit.version_id', '=', query.versionId)
		.where(contains('org_unit.folded', query.folded))
		.orderBy('org_unit.folded')
		.limit(query.limit)
		.execute();
	const posts = await db
		.selectFrom('post')
		.leftJoin('org_unit as place', (join) =>
			join.onRef('place.version_id', '=', 'post.version_id').onRef('place.key', '=', 'post.unit_key'),
		)
		.select(['post.key', 'post.title_bg as bg', 'post.title_en as en', ...PLACE])
		.where('post.version_id', '=', query.versionId)
		.where(contains('post.folded', query.folded))
		.orderBy('post.folded')
		.limit(query.limit)
		.execute();
	const functions = await db
		.selectFrom('admin_function')
		.leftJoin('org_unit as place', (join) =>
			join
				.onRef('place.version_id', '=', 'admin_function.version_id')
				.on('place.key', '=', accountableUnit()),
		)
		.select(['admin_function.key', 'admin_function.text_bg as bg', 'admin_function.text_en as en', ...PLACE])
		.where('admin_function.version_id', '=', query.versionId)
		.where(contains('admin_function.folded', query.folded))
		.orderBy('admin_function.folded')
		.limit(query.limit)
		.execute();
	return { units: units.map(toHit), posts: posts.map(toHit), functions: functions.map(toHit) };
}

const PLACE = ['place.name_bg as place_bg', 'place.name_en as place_en'] as const;

/** One of the units that answer for a function: a list names one. */
function accountableUnit() {
	return sql<string>`(select min(p.unit_key) from participation p where p.version_id = admin_function.version_id
		and p.function_key = admin_function.key and p.role = 'accountable')`;
}

/** `instr` takes the text as it is: no character of the query is a wildcard. */
function contains(column: string, folded: string): Expression<SqlBool> {
	return sql<SqlBool>`instr(${sql.ref(column)}, ${folded}) > 0`;
}

interface HitRow {
	readonly key: string;
	readonly bg: string;
	readonly en: string | null;
	readonly place_bg: string | null;
	readonly place_en: string | null;
}

function toHit({ key, bg, en, place_bg: placeBg, place_en: placeEn }: HitRow): SearchHit {
	return { key, text: { bg, en }, unit: placeBg === null ? null : { bg: placeBg, en: placeEn } };
}
