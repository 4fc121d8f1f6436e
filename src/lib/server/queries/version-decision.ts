import type { IsoDate, MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** The decision of the council that a structure version came from. */
export interface VersionDecision {
	/** Number of the decision. */
	readonly number: string;
	readonly decidedOn: IsoDate;
	/** Number of the proposal that it adopted. */
	readonly proposalNumber: number;
	/** The scenario that the proposal came from. */
	readonly scenarioId: string;
}

/** Versions that a decision made, with it. */
export async function listVersionDecisions(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<VersionId, VersionDecision>> {
	const rows = await db
		.selectFrom('decision_version')
		.innerJoin('decision', 'decision.id', 'decision_version.decision_id')
		.innerJoin('proposal', 'proposal.id', 'decision.proposal_id')
		.select(['decision_version.version_id', 'decision.number', 'decision.decided_on'])
		.select(['proposal.number as proposal_number', 'proposal.scenario_id'])
		.where('proposal.municipality_id', '=', municipalityId)
		.execute();
	return new Map(
		rows.map((row) => [
			row.version_id as VersionId,
			{
				number: row.number,
				decidedOn: row.decided_on as IsoDate,
				proposalNumber: row.proposal_number,
				scenarioId: row.scenario_id,
			},
		]),
	);
}
