import type { LocalText, Origin } from '#lib/domain/org/index.ts';
import type { IsoDate, MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { StructureVersionTable } from '../db/schema/organisation.ts';
import { fromOrigin, toOrigin } from './origin.ts';

/** A structure version (редакция) without its content. */
export interface StructureVersion {
	readonly id: VersionId;
	readonly municipalityId: MunicipalityId;
	readonly label: LocalText;
	/** `working` may be edited, every change audited; `frozen` never changes. */
	readonly status: 'working' | 'frozen';
	readonly validFrom: IsoDate;
	readonly validTo: IsoDate | null;
	readonly basedOnId: VersionId | null;
	readonly contentHash: string | null;
	/** Grows with every change of anything in the version. */
	readonly revision: number;
	readonly origin: Origin;
}

export async function findVersion(db: Reader, id: VersionId): Promise<StructureVersion | undefined> {
	const row = await db.selectFrom('structure_version').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toVersion(row);
}

/** Newest first. */
export async function listVersions(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly StructureVersion[]> {
	const rows = await db
		.selectFrom('structure_version')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('valid_from', 'desc')
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(toVersion);
}

export async function insertVersion(
	tx: Tx,
	version: StructureVersion & { readonly createdAt: string; readonly createdBy: string },
): Promise<void> {
	await tx
		.insertInto('structure_version')
		.values({
			id: version.id,
			municipality_id: version.municipalityId,
			label_bg: version.label.bg,
			label_en: version.label.en,
			status: version.status,
			valid_from: version.validFrom,
			valid_to: version.validTo,
			based_on_id: version.basedOnId,
			content_hash: version.contentHash,
			revision: version.revision,
			...fromOrigin(version.origin),
			created_at: version.createdAt,
			created_by: version.createdBy,
		})
		.execute();
}

/** Marks that something in the version changed; false when it is frozen or gone, and nothing may be written. */
export async function touchVersion(tx: Tx, id: VersionId): Promise<boolean> {
	const result = await tx
		.updateTable('structure_version')
		.set((eb) => ({ revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.where('status', '=', 'working')
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Gives a working version another source, where it has the one given. */
export async function replaceSource(
	tx: Tx,
	id: VersionId,
	{ from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
	await tx
		.updateTable('structure_version')
		.set({ source: to })
		.where('id', '=', id)
		.where('status', '=', 'working')
		.where('source', '=', from)
		.execute();
}

export async function freezeVersion(tx: Tx, id: VersionId, contentHash: string): Promise<void> {
	await tx
		.updateTable('structure_version')
		.set({ status: 'frozen', content_hash: contentHash })
		.where('id', '=', id)
		.execute();
}

/** Removes a working version with its content; what was imported into it stays listed without it. */
export async function deleteVersion(tx: Tx, id: VersionId): Promise<void> {
	await tx.deleteFrom('structure_version').where('id', '=', id).where('status', '=', 'working').execute();
}

/** Ends the validity of a version the day another takes over. */
export async function closeVersion(tx: Tx, id: VersionId, validTo: IsoDate): Promise<void> {
	await tx.updateTable('structure_version').set({ valid_to: validTo }).where('id', '=', id).execute();
}

function toVersion(row: Omit<StructureVersionTable, 'revision'> & { revision: number }): StructureVersion {
	return {
		id: row.id as VersionId,
		municipalityId: row.municipality_id as MunicipalityId,
		label: { bg: row.label_bg, en: row.label_en },
		status: row.status,
		validFrom: row.valid_from as IsoDate,
		validTo: row.valid_to as IsoDate | null,
		basedOnId: row.based_on_id as VersionId | null,
		contentHash: row.content_hash,
		revision: row.revision,
		origin: toOrigin(row),
	};
}
