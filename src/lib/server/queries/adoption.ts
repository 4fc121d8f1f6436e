import type { IsoDate, ProposalId, ScenarioId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { AdoptionUndoTable } from '../db/schema/decision.ts';

/** The decision that adopted a scenario, with the versions that stand by it, the first day first; none when they were taken back. */
export interface AppliedDecision {
	readonly id: string;
	readonly number: string;
	readonly proposalNumber: number;
	readonly versionIds: readonly VersionId[];
}

/** A version that a decision made, and the day from which it is in force. */
export interface AdoptedVersion {
	readonly versionId: VersionId;
	readonly startsOn: IsoDate;
}

/** An adoption that was taken back. */
export interface AdoptionUndo {
	readonly id: string;
	readonly baseVersionId: VersionId;
	/** JSON of the versions with their content. */
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
		.select(['decision.id', 'decision.number', 'proposal.number as proposal_number'])
		.where('proposal.scenario_id', '=', scenarioId)
		.where('decision.outcome', 'in', ['adopted', 'adopted-amended'])
		.orderBy('decision.created_at', 'desc')
		.executeTakeFirst();
	if (!row) return undefined;
	const { id, number, proposal_number: proposalNumber } = row;
	const versions = await versionsOf(db).where('decision_id', '=', id).execute();
	return { id, number, proposalNumber, versionIds: versions.map((row) => row.version_id as VersionId) };
}

/** The versions that the decision on a proposal made, the first day first; none when it made none or they were taken back. */
export async function listAdoptedVersions(
	db: Reader,
	proposalId: ProposalId,
): Promise<readonly AdoptedVersion[]> {
	const rows = await versionsOf(db)
		.innerJoin('decision', 'decision.id', 'decision_version.decision_id')
		.where('decision.proposal_id', '=', proposalId)
		.execute();
	return rows.map((row) => ({
		versionId: row.version_id as VersionId,
		startsOn: row.starts_on as IsoDate,
	}));
}

function versionsOf(db: Reader) {
	return db.selectFrom('decision_version').select(['version_id', 'starts_on']).orderBy('starts_on');
}

/** Takes the versions of a decision out, the last first, and opens the validity of the one before them again. */
export async function takeVersionsOut(
	tx: Tx,
	input: {
		readonly decisionId: string;
		readonly versionIds: readonly VersionId[];
		readonly baseId: VersionId;
	},
): Promise<void> {
	await tx
		.updateTable('decision')
		.set({ resulting_version_id: null })
		.where('id', '=', input.decisionId)
		.execute();
	await tx.deleteFrom('decision_version').where('decision_id', '=', input.decisionId).execute();
	for (const id of input.versionIds.toReversed())
		await tx.deleteFrom('structure_version').where('id', '=', id).execute();
	await tx.updateTable('structure_version').set({ valid_to: null }).where('id', '=', input.baseId).execute();
}

/** The versions that stand by a decision, the first day first; a rejected one has none. */
export async function linkVersions(
	tx: Tx,
	decisionId: string,
	versions: readonly AdoptedVersion[],
): Promise<void> {
	await tx
		.updateTable('decision')
		.set({ resulting_version_id: versions[0]?.versionId ?? null })
		.where('id', '=', decisionId)
		.execute();
	for (const { versionId, startsOn } of versions)
		await tx
			.insertInto('decision_version')
			.values({ version_id: versionId, decision_id: decisionId, starts_on: startsOn })
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

/** The versions of a decision were taken back or put back. */
export interface ApplicationEvent {
	readonly id: string;
	readonly action: 'application-undone' | 'application-restored';
	readonly note: string;
	readonly actorName: string;
	readonly at: string;
}

/** Every time the decision on a proposal stopped or began again to be applied, in order. */
export async function listApplicationEvents(
	db: Reader,
	proposalId: ProposalId,
): Promise<readonly ApplicationEvent[]> {
	const rows = await db
		.selectFrom('adoption_undo')
		.innerJoin('decision', 'decision.id', 'adoption_undo.decision_id')
		.leftJoin('user', 'user.id', 'adoption_undo.restored_by')
		.select(['adoption_undo.id', 'reason', 'undone_at', 'undone_by_name', 'restored_at', 'user.name'])
		.where('decision.proposal_id', '=', proposalId)
		.orderBy('undone_at')
		.orderBy('adoption_undo.id')
		.execute();
	return rows.flatMap(({ id, reason: note, undone_at: at, ...row }): readonly ApplicationEvent[] => [
		{ id, action: 'application-undone', note, actorName: row.undone_by_name, at },
		...(row.restored_at === null
			? []
			: [
					{
						...({ id: `${id}-restored`, action: 'application-restored', note: '' } as const),
						...{ actorName: row.name ?? '', at: row.restored_at },
					},
				]),
	]);
}

/** The last time the versions of the decision on a proposal were taken back, where they were not put back since. */
export async function findStandingUndo(
	db: Reader,
	proposalId: ProposalId,
): Promise<ApplicationEvent | undefined> {
	const last = (await listApplicationEvents(db, proposalId)).at(-1);
	return last?.action === 'application-undone' ? last : undefined;
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
