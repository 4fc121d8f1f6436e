import type { ScenarioId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { AdoptionUndoTable } from '../db/schema/decision.ts';

/** The decision that adopted a scenario, with the version that stands by it; null while none does. */
export interface AppliedDecision {
	readonly id: string;
	readonly number: string;
	readonly proposalNumber: number;
	readonly versionId: VersionId | null;
}

/** An adoption that was taken back. */
export interface AdoptionUndo {
	readonly id: string;
	readonly baseVersionId: VersionId;
	/** JSON of the version with its content. */
	readonly version: string;
	readonly contentHash: string;
	readonly reason: string;
	readonly undoneAt: string;
	readonly undoneByName: string;
	readonly restoredAt: string | null;
}

export async function findAppliedDecision(
	db: Reader,
	scenarioId: ScenarioId,
): Promise<AppliedDecision | undefined> {
	const row = await db
		.selectFrom('decision')
		.innerJoin('proposal', 'proposal.id', 'decision.proposal_id')
		.select(['decision.id', 'decision.number', 'proposal.number as proposal_number', 'resulting_version_id'])
		.where('proposal.scenario_id', '=', scenarioId)
		.where('decision.outcome', 'in', ['adopted', 'adopted-amended'])
		.orderBy('decision.created_at', 'desc')
		.executeTakeFirst();
	return (
		row && {
			...{ id: row.id, number: row.number, proposalNumber: row.proposal_number },
			versionId: row.resulting_version_id as VersionId | null,
		}
	);
}

export const RESTING = [
	...(['study', 'finding', 'scenario', 'survey', 'version', 'import', 'rebase'] as const),
	...(['regulation', 'work-day'] as const),
] as const;
export type RestingKind = (typeof RESTING)[number];

/** How much stands on a version besides its own content; kinds without any are left out. */
export async function countResting(
	db: Reader,
	id: VersionId,
): Promise<readonly { readonly kind: RestingKind; readonly count: number }[]> {
	const queries = {
		study: db.selectFrom('study').select('id').where('version_id', '=', id),
		finding: db.selectFrom('finding').select('id').where('version_id', '=', id),
		scenario: db.selectFrom('scenario').select('id').where('base_version_id', '=', id),
		survey: db.selectFrom('survey_campaign').select('id').where('version_id', '=', id),
		version: db.selectFrom('structure_version').select('id').where('based_on_id', '=', id),
		import: db
			.selectFrom('import_run')
			.select('id')
			.where('version_id', '=', id)
			.where('undone_at', 'is', null),
		rebase: db
			.selectFrom('scenario_rebase')
			.select('id')
			.where((eb) => eb.or([eb('from_version_id', '=', id), eb('to_version_id', '=', id)])),
		regulation: db.selectFrom('regulation_text').select('id').where('version_id', '=', id),
		'work-day': db.selectFrom('work_day_entry').select('id').where('version_id', '=', id),
	};
	const counts = [];
	for (const kind of RESTING) counts.push({ kind, count: (await queries[kind].execute()).length });
	return counts.filter(({ count }) => count > 0);
}

/** Takes the version of a decision out and opens the validity of the one before it again. */
export async function takeVersionOut(
	tx: Tx,
	input: { readonly decisionId: string; readonly versionId: VersionId; readonly baseId: VersionId },
): Promise<void> {
	await tx
		.updateTable('decision')
		.set({ resulting_version_id: null })
		.where('id', '=', input.decisionId)
		.execute();
	await tx.deleteFrom('structure_version').where('id', '=', input.versionId).execute();
	await tx.updateTable('structure_version').set({ valid_to: null }).where('id', '=', input.baseId).execute();
}

export async function linkVersion(tx: Tx, decisionId: string, versionId: VersionId): Promise<void> {
	await tx
		.updateTable('decision')
		.set({ resulting_version_id: versionId })
		.where('id', '=', decisionId)
		.execute();
}

export async function insertAdoptionUndo(
	tx: Tx,
	row: Omit<AdoptionUndoTable, 'restored_at' | 'restored_by'>,
): Promise<void> {
	await tx
		.insertInto('adoption_undo')
		.values({ ...row, restored_at: null, restored_by: null })
		.execute();
}

/** Every time the adoption was taken back, the newest first. */
export async function listAdoptionUndos(db: Reader, decisionId: string): Promise<readonly AdoptionUndo[]> {
	const rows = await db
		.selectFrom('adoption_undo')
		.selectAll()
		.where('decision_id', '=', decisionId)
		.orderBy('undone_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, baseVersionId: row.base_version_id as VersionId, version: row.version },
		...{ contentHash: row.content_hash, reason: row.reason, undoneAt: row.undone_at },
		...{ undoneByName: row.undone_by_name, restoredAt: row.restored_at },
	}));
}

export async function markRestored(
	tx: Tx,
	id: string,
	restored: { readonly at: string; readonly by: string },
): Promise<boolean> {
	const result = await tx
		.updateTable('adoption_undo')
		.set({ restored_at: restored.at, restored_by: restored.by })
		.where('id', '=', id)
		.where('restored_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}
