import { parseState, type ProposalState } from '#lib/domain/review/index.ts';
import type { IsoDate, MunicipalityId, ProposalId, ScenarioId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { ProposalTable } from '../db/schema/decision.ts';

/** A proposal before the council without its frozen contents. */
export interface ProposalRecord {
	readonly id: ProposalId;
	readonly municipalityId: MunicipalityId;
	readonly scenarioId: ScenarioId;
	/** Number within the municipality; part of the address. */
	readonly number: number;
	readonly title: string;
	readonly mover: string;
	readonly legalGround: string;
	readonly state: ProposalState;
	/** Day of the session that votes; null until it is set. */
	readonly sessionOn: IsoDate | null;
	/** The leading committee; empty until it is set. */
	readonly committee: string;
	/** Last day on which amendments may be filed; null until it is set. */
	readonly amendmentsUntil: IsoDate | null;
	readonly contentHash: string;
	readonly revision: number;
	readonly createdAt: string;
}

const COLUMNS = [
	'id',
	'municipality_id',
	'scenario_id',
	'number',
	'title',
	'mover',
	'legal_ground',
	'state',
	'session_on',
	'committee',
	'amendments_until',
	'content_hash',
	'revision',
	'created_at',
] as const;

export async function findProposal(
	db: Reader,
	municipalityId: MunicipalityId,
	number: number,
): Promise<ProposalRecord | undefined> {
	const row = await db
		.selectFrom('proposal')
		.select(COLUMNS)
		.where('municipality_id', '=', municipalityId)
		.where('number', '=', number)
		.executeTakeFirst();
	return row && toProposal(row);
}

/** Newest first. */
export async function listProposals(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly ProposalRecord[]> {
	const rows = await db
		.selectFrom('proposal')
		.select(COLUMNS)
		.where('municipality_id', '=', municipalityId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map(toProposal);
}

/** The newest proposal made from a scenario. */
export async function findProposalOfScenario(
	db: Reader,
	scenarioId: ScenarioId,
): Promise<ProposalRecord | undefined> {
	const row = await db
		.selectFrom('proposal')
		.select(COLUMNS)
		.where('scenario_id', '=', scenarioId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && toProposal(row);
}

/** The frozen contents as they were stored, character for character. */
export async function readSnapshotText(db: Reader, id: ProposalId): Promise<string> {
	const row = await db
		.selectFrom('proposal')
		.select('snapshot')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return row.snapshot;
}

export async function nextProposalNumber(tx: Tx, municipalityId: MunicipalityId): Promise<number> {
	const row = await tx
		.selectFrom('proposal')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('municipality_id', '=', municipalityId)
		.executeTakeFirst();
	return Number(row?.last ?? 0) + 1;
}

export async function insertProposal(
	tx: Tx,
	proposal: Omit<ProposalRecord, 'revision' | 'committee' | 'amendmentsUntil'> & {
		readonly snapshot: string;
		readonly createdBy: string;
	},
): Promise<void> {
	await tx
		.insertInto('proposal')
		.values({
			id: proposal.id,
			municipality_id: proposal.municipalityId,
			scenario_id: proposal.scenarioId,
			number: proposal.number,
			title: proposal.title,
			mover: proposal.mover,
			legal_ground: proposal.legalGround,
			state: proposal.state,
			session_on: proposal.sessionOn,
			amendments_until: null,
			snapshot: proposal.snapshot,
			content_hash: proposal.contentHash,
			created_at: proposal.createdAt,
			created_by: proposal.createdBy,
		})
		.execute();
}

/** Takes the proposal from the state and revision that the person saw; false when it moved on meanwhile. */
export async function moveProposal(
	tx: Tx,
	seen: Pick<ProposalRecord, 'id' | 'state' | 'revision'>,
	to: {
		readonly state: ProposalState;
		readonly sessionOn?: IsoDate | null;
		readonly committee?: string;
		readonly amendmentsUntil?: IsoDate | null;
	},
): Promise<boolean> {
	const result = await tx
		.updateTable('proposal')
		.set((eb) => ({
			state: to.state,
			revision: eb('revision', '+', 1),
			...(to.sessionOn !== undefined && { session_on: to.sessionOn }),
			...(to.committee !== undefined && { committee: to.committee }),
			...(to.amendmentsUntil !== undefined && { amendments_until: to.amendmentsUntil }),
		}))
		.where('id', '=', seen.id)
		.where('state', '=', seen.state)
		.where('revision', '=', seen.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function toProposal(
	row: Omit<ProposalTable, 'snapshot' | 'created_by' | 'revision' | 'committee'> & {
		revision: number;
		committee: string;
	},
): ProposalRecord {
	const state = parseState(row.state);
	if (!state) throw new Error(`proposal ${row.id}: unknown state ${row.state}`);
	return {
		id: row.id as ProposalId,
		municipalityId: row.municipality_id as MunicipalityId,
		scenarioId: row.scenario_id as ScenarioId,
		number: row.number,
		title: row.title,
		mover: row.mover,
		legalGround: row.legal_ground,
		state,
		sessionOn: row.session_on as IsoDate | null,
		committee: row.committee,
		amendmentsUntil: row.amendments_until as IsoDate | null,
		contentHash: row.content_hash,
		revision: row.revision,
		createdAt: row.created_at,
	};
}
