import type { MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

export interface RailCounts {
	readonly units: number;
	readonly functions: number;
	/** Findings that are still open. */
	readonly findings: number;
	readonly scenarios: number;
	/** Proposals that still wait for a decision. */
	readonly proposals: number;
	/** Training needs that are still open. */
	readonly needs: number;
}

export async function countForRail(
	db: Reader,
	municipalityId: MunicipalityId,
	versionId: VersionId,
): Promise<RailCounts> {
	const row = await db
		.selectNoFrom((eb) => [
			eb
				.selectFrom('org_unit')
				.select(eb.fn.countAll<number>().as('n'))
				.where('version_id', '=', versionId)
				.as('units'),
			eb
				.selectFrom('admin_function')
				.select(eb.fn.countAll<number>().as('n'))
				.where('version_id', '=', versionId)
				.as('functions'),
			eb
				.selectFrom('finding')
				.select(eb.fn.countAll<number>().as('n'))
				.where('municipality_id', '=', municipalityId)
				.where('status', '=', 'open')
				.as('findings'),
			eb
				.selectFrom('scenario')
				.select(eb.fn.countAll<number>().as('n'))
				.where('municipality_id', '=', municipalityId)
				.where('status', '=', 'draft')
				.as('scenarios'),
			eb
				.selectFrom('proposal')
				.leftJoin('decision', 'decision.proposal_id', 'proposal.id')
				.select(eb.fn.countAll<number>().as('n'))
				.where('proposal.municipality_id', '=', municipalityId)
				.where('decision.id', 'is', null)
				.as('proposals'),
			eb
				.selectFrom('training_need')
				.select(eb.fn.countAll<number>().as('n'))
				.where('municipality_id', '=', municipalityId)
				.where('state', '=', 'open')
				.as('needs'),
		])
		.executeTakeFirstOrThrow();
	return {
		units: Number(row.units ?? 0),
		functions: Number(row.functions ?? 0),
		findings: Number(row.findings ?? 0),
		scenarios: Number(row.scenarios ?? 0),
		proposals: Number(row.proposals ?? 0),
		needs: Number(row.needs ?? 0),
	};
}
