import type { FindingCriterion, FindingKind, FindingStatus } from '#lib/domain/overlap/index.ts';
import type { FindingId, MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { FindingTable } from '../db/schema/analysis.ts';

/** A finding (констатация) without its evidence. */
export interface Finding {
	readonly id: FindingId;
	readonly municipalityId: MunicipalityId;
	/** The version on which it was made. */
	readonly versionId: VersionId;
	/** Number in the municipality, from 1. */
	readonly number: number;
	readonly kind: FindingKind;
	readonly criterion: FindingCriterion;
	readonly title: string;
	readonly body: string;
	/** 1 slight … 5 grave. */
	readonly severity: number;
	readonly status: FindingStatus;
	readonly statusReason: string | null;
	readonly revision: number;
	readonly createdAt: string;
}

export interface FindingFilter {
	readonly kind?: FindingKind | undefined;
	readonly status?: FindingStatus | undefined;
	readonly severity?: number | undefined;
}

/** In the order of their numbers. */
export async function listFindings(
	db: Reader,
	municipalityId: MunicipalityId,
	filter: FindingFilter = {},
): Promise<readonly Finding[]> {
	let query = db.selectFrom('finding').selectAll().where('municipality_id', '=', municipalityId);
	if (filter.kind) query = query.where('kind', '=', filter.kind);
	if (filter.status) query = query.where('status', '=', filter.status);
	if (filter.severity) query = query.where('severity', '>=', filter.severity);
	return (await query.orderBy('number').execute()).map(toFinding);
}

export async function countFindings(db: Reader, municipalityId: MunicipalityId): Promise<number> {
	const row = await db
		.selectFrom('finding')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('municipality_id', '=', municipalityId)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function findFinding(db: Reader, id: FindingId): Promise<Finding | undefined> {
	const row = await db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toFinding(row);
}

/** The next number in a municipality; read in the transaction that inserts. */
export async function nextFindingNumber(tx: Tx, municipalityId: MunicipalityId): Promise<number> {
	const row = await tx
		.selectFrom('finding')
		.select((eb) => eb.fn.max<number | null>('number').as('last'))
		.where('municipality_id', '=', municipalityId)
		.executeTakeFirst();
	return (row?.last ?? 0) + 1;
}

export async function insertFinding(
	tx: Tx,
	finding: Omit<Finding, 'revision'> & { readonly createdBy: string },
): Promise<void> {
	await tx
		.insertInto('finding')
		.values({
			id: finding.id,
			municipality_id: finding.municipalityId,
			version_id: finding.versionId,
			study_id: null,
			number: finding.number,
			kind: finding.kind,
			criterion: finding.criterion,
			title: finding.title,
			body: finding.body,
			severity: finding.severity,
			status: finding.status,
			status_reason: finding.statusReason,
			created_at: finding.createdAt,
			created_by: finding.createdBy,
		})
		.execute();
}

/** What people edit of a finding. */
export type FindingEdit = Pick<
	Finding,
	'kind' | 'criterion' | 'title' | 'body' | 'severity' | 'status' | 'statusReason'
>;

/** False when somebody else changed it since that revision. */
export async function updateFinding(
	tx: Tx,
	id: FindingId,
	revision: number,
	edit: FindingEdit,
): Promise<boolean> {
	const result = await tx
		.updateTable('finding')
		.set({
			kind: edit.kind,
			criterion: edit.criterion,
			title: edit.title,
			body: edit.body,
			severity: edit.severity,
			status: edit.status,
			status_reason: edit.statusReason,
			revision: revision + 1,
		})
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function toFinding(row: Omit<FindingTable, 'revision'> & { revision: number }): Finding {
	return {
		id: row.id as FindingId,
		municipalityId: row.municipality_id as MunicipalityId,
		versionId: row.version_id as VersionId,
		number: row.number,
		kind: row.kind,
		criterion: row.criterion,
		title: row.title,
		body: row.body,
		severity: row.severity,
		status: row.status,
		statusReason: row.status_reason,
		revision: row.revision,
		createdAt: row.created_at,
	};
}
