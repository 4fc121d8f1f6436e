import type { Actor } from '#lib/domain/access/index.ts';
import { foldText, type MunicipalityId } from '#lib/domain/shared/index.ts';
import { sql, type Selectable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';
import type { AuditEntryTable } from '../db/schema/analysis.ts';

export interface AuditRecord {
	readonly id: string;
	readonly at: string;
	readonly actor: Pick<Actor, 'userId' | 'name'>;
	readonly municipalityId: MunicipalityId | null;
	/** What happened, `module.verb`: „unit.rename“. */
	readonly action: string;
	readonly entity: string;
	readonly entityKey: string;
	readonly versionId: string | null;
	/** State before and after; null where there was or is none. */
	readonly before: unknown;
	readonly after: unknown;
	/** Revision that the version had after it, for an edit of a version: entries saved together share it. */
	readonly versionRevision: number | null;
	/** The step that this one took back or put back. */
	readonly reverses: number | null;
}

/** What is no edit of a version says nothing of steps. */
export type NewAudit = Omit<AuditRecord, 'versionRevision' | 'reverses'> &
	Partial<Pick<AuditRecord, 'versionRevision' | 'reverses'>> & {
		/** What a search finds it by, where the history tells less of it than is kept: a search must not tell more. */
		readonly told?: Pick<AuditRecord, 'before' | 'after'>;
	};

export async function insertAudit(tx: Tx, record: NewAudit): Promise<void> {
	await tx.insertInto('audit_entry').values(rowOf(record)).execute();
}

/** The same for many entries, in their order. */
export async function insertAudits(tx: Tx, records: readonly NewAudit[]): Promise<void> {
	for (const part of inParts(records.map(rowOf))) await tx.insertInto('audit_entry').values(part).execute();
}

function rowOf(record: NewAudit) {
	const { before, after } = record.told ?? record;
	return {
		id: record.id,
		at: record.at,
		actor_id: record.actor.userId,
		actor_name: record.actor.name,
		municipality_id: record.municipalityId,
		action: record.action,
		entity: record.entity,
		entity_key: record.entityKey,
		version_id: record.versionId,
		before: toJson(record.before),
		after: toJson(record.after),
		version_revision: record.versionRevision ?? null,
		reverses: record.reverses ?? null,
		folded: foldedTexts([before, after]),
	};
}

export interface AuditFilter {
	readonly municipalityId?: MunicipalityId;
	readonly entity?: string;
	readonly entityKey?: string;
	readonly limit: number;
}

/** Newest first. */
export async function listAudit(db: Reader, filter: AuditFilter): Promise<readonly AuditRecord[]> {
	let query = db.selectFrom('audit_entry').selectAll();
	if (filter.municipalityId) query = query.where('municipality_id', '=', filter.municipalityId);
	if (filter.entity) query = query.where('entity', '=', filter.entity);
	if (filter.entityKey) query = query.where('entity_key', '=', filter.entityKey);
	const rows = await query
		.orderBy('at', 'desc')
		.orderBy(sql`rowid`, 'desc')
		.limit(filter.limit)
		.execute();
	return rows.map(toAudit);
}

export function toAudit(row: Selectable<AuditEntryTable>): AuditRecord {
	return {
		id: row.id,
		at: row.at,
		actor: { userId: row.actor_id as Actor['userId'], name: row.actor_name },
		municipalityId: row.municipality_id as MunicipalityId | null,
		action: row.action,
		entity: row.entity,
		entityKey: row.entity_key,
		versionId: row.version_id,
		before: fromJson(row.before),
		after: fromJson(row.after),
		versionRevision: row.version_revision,
		reverses: row.reverses,
	};
}

/** No more of a long text is searched. */
export const MOST_FOLDED = 4000;

/** The texts inside a value as the search of the trail compares them. */
export function foldedTexts(value: unknown): string {
	return foldText(textsIn(value).join(' ')).slice(0, MOST_FOLDED);
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function toJson(value: unknown): string | null {
	return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
	return text === null ? null : JSON.parse(text);
}
