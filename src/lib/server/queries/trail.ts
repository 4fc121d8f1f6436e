import { sql } from 'kysely';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';
import { toAudit, type AuditRecord } from './audit.ts';

export interface TrailQuery {
	readonly municipalityId: MunicipalityId;
	readonly entities: readonly string[];
	/** Key of one thing; null for all. Participations stand under the key of their function. */
	readonly key: string | null;
	/** Folded like the stored texts; empty for everything. */
	readonly folded: string;
	/** Things whose names have those texts: what happened to a post, a role or an activity of theirs is found too. */
	readonly named: NamedKeys;
	readonly actorId: string | null;
	/** Of other entities than these only what this person did; null for everything. */
	readonly ownBut: { readonly actorId: string; readonly entities: readonly string[] } | null;
	/** Moments (ISO, UTC): from the first, before the second. */
	readonly from: string | null;
	readonly before: string | null;
}

/** How many entries there are, and one page of them, newest first. */
export async function findTrail(
	db: Reader,
	query: TrailQuery,
	{ limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly count: number; readonly entries: readonly AuditRecord[] }> {
	if (query.entities.length === 0) return { count: 0, entries: [] };
	const found = select(db, query);
	const { count } = await found
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	const rows = await found
		.selectAll()
		.orderBy('at', 'desc')
		.orderBy('version_revision', (order) => order.desc().nullsLast())
		.orderBy('id')
		.limit(limit)
		.offset(offset)
		.execute();
	return { count: Number(count), entries: rows.map(toAudit) };
}

/** Everybody who changed something in the municipality, in the order of their names. */
export async function listTrailActors(
	db: Reader,
	{ municipalityId, entities, ownBut }: Pick<TrailQuery, 'municipalityId' | 'entities' | 'ownBut'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
	if (entities.length === 0) return [];
	const whole = { key: null, folded: '', actorId: null, from: null, before: null, named: NOTHING_NAMED };
	return select(db, { municipalityId, entities, ownBut, ...whole })
		.select((eb) => ['actor_id as id', eb.fn.max('actor_name').as('name')])
		.groupBy('actor_id')
		.orderBy('name')
		.execute();
}

const NOTHING_NAMED: NamedKeys = { units: [], functions: [] };

function select(db: Reader, query: TrailQuery) {
	let found = db
		.selectFrom('audit_entry')
		.where('municipality_id', '=', query.municipalityId)
		.where('entity', 'in', query.entities);
	// Who looked at whom is told where people are, not among what happened to a training.
	found = found.where((eb) => eb.or([eb('action', '!=', 'people.look'), eb('entity', '=', 'employee')]));
	if (query.key !== null) found = found.where('entity_key', '=', query.key);
	const { ownBut } = query;
	if (ownBut)
		found = found.where((eb) =>
			eb.or([
				eb('actor_id', '=', ownBut.actorId),
				...(ownBut.entities.length > 0 ? [eb('entity', 'in', ownBut.entities)] : []),
			]),
		);
	if (query.actorId !== null) found = found.where('actor_id', '=', query.actorId);
	if (query.from !== null) found = found.where('at', '>=', query.from);
	if (query.before !== null) found = found.where('at', '<', query.before);
	if (query.folded === '') return found;
	// Entries written before the search was kept are searched as they were stored.
	const texts = sql<string>`coalesce(folded, coalesce(before, '') || coalesce(after, ''))`;
	const { units, functions } = query.named;
	return found.where((eb) =>
		eb.or([
			sql<boolean>`instr(${texts}, ${query.folded}) > 0`,
			...(functions.length > 0
				? [eb('entity', 'in', ['participation', 'activity']).and('entity_key', 'in', functions)]
				: []),
			...units.map(
				(key) =>
					sql<boolean>`instr(coalesce(before, '') || coalesce(after, ''), ${`"unitKey":${JSON.stringify(key)}`}) > 0`,
			),
		]),
	);
}

export interface NamedKeys {
	readonly units: readonly string[];
	readonly functions: readonly string[];
}

/** So many things of one name a search looks for; a word that stands in more of them says little. */
const MOST_NAMED = 40;

/** Keys of the units and functions of a municipality, in any version, whose names have a folded text. */
export async function findKeysNamed(
	db: Reader,
	municipalityId: MunicipalityId,
	folded: string,
): Promise<NamedKeys> {
	if (folded === '') return { units: [], functions: [] };
	const keysOf = async (table: 'org_unit' | 'admin_function') => {
		const rows = await db
			.selectFrom(table)
			.innerJoin('structure_version', 'structure_version.id', `${table}.version_id`)
			.select(`${table}.key as key`)
			.distinct()
			.where('structure_version.municipality_id', '=', municipalityId)
			.where(sql<boolean>`instr(${sql.ref(`${table}.folded`)}, ${folded}) > 0`)
			.orderBy('key')
			.limit(MOST_NAMED)
			.execute();
		return rows.map(({ key }) => key);
	};
	return { units: await keysOf('org_unit'), functions: await keysOf('admin_function') };
}

/** The last known states of units, posts and functions, by key, oldest first. */
export async function listStatesOf(
	db: Reader,
	municipalityId: MunicipalityId,
	keys: readonly string[],
): Promise<readonly { readonly key: string; readonly state: unknown }[]> {
	if (keys.length === 0) return [];
	const rows = await db
		.selectFrom('audit_entry')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('entity', 'in', ['unit', 'post', 'function'])
		.where('entity_key', 'in', keys.slice(0, MOST_KEYS))
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows
		.map(toAudit)
		.map(({ entityKey, before, after }) => ({ key: entityKey, state: after ?? before }));
}

/** A statement takes so many values. */
const MOST_KEYS = 10_000;

/** The course that each session teaches, by the id of the session; one that is gone has none. */
export async function listSessionTitles(
	db: Reader,
	ids: readonly string[],
): Promise<readonly (readonly [string, LocalText])[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('training_session')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('course', 'course.key', 'plan_item.course_key')
		.select(['training_session.id', 'course.title_bg', 'course.title_en'])
		.where('training_session.id', 'in', ids.slice(0, MOST_KEYS))
		.execute();
	return rows.map((row) => [row.id, { bg: row.title_bg, en: row.title_en }] as const);
}
