import type { ProposalAction, ProposalState } from '#lib/domain/review/index.ts';
import { canonicalJson, type Operation } from '#lib/domain/scenario/index.ts';
import type {
	IsoDate,
	MunicipalityId,
	OperationId,
	ProposalId,
	VersionId,
} from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { DecisionTable } from '../db/schema/decision.ts';

/** A remark on a proposal, on one operation of it or an answer to another remark. */
export interface CommentRecord {
	readonly id: string;
	readonly operationId: OperationId | null;
	readonly parentId: string | null;
	readonly body: string;
	readonly authorName: string;
	readonly createdAt: string;
}

/** A step of a proposal that was taken. */
export interface ReviewEvent {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly action: string;
	readonly note: string;
	readonly actorName: string;
	readonly at: string;
}

export interface Councillor {
	readonly id: string;
	readonly name: string;
}

export interface DecisionRecord {
	readonly number: string;
	readonly decidedOn: IsoDate;
	readonly outcome: DecisionTable['outcome'];
	readonly body: string;
	/** From when it takes effect, as its text says; null for a decision from before this was written with it. */
	readonly effectiveOn: IsoDate | null;
	/** The first version that it made; the later ones stand in {@link listAdoptedVersions}. */
	readonly resultingVersionId: VersionId | null;
	/** Operations that the council did not accept. */
	readonly leftOut: readonly OperationId[];
	/** Numbers of the amendments that it accepted. */
	readonly amendments: readonly number[];
	/** The operations that took effect; null for a decision from before they were written with it. */
	readonly operations: readonly Operation[] | null;
}

export async function listComments(db: Reader, proposalId: ProposalId): Promise<readonly CommentRecord[]> {
	const rows = await db
		.selectFrom('comment')
		.select(['id', 'operation_id', 'parent_id', 'body', 'author_name', 'created_at'])
		.where('proposal_id', '=', proposalId)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		operationId: row.operation_id as OperationId | null,
		parentId: row.parent_id,
		body: row.body,
		authorName: row.author_name,
		createdAt: row.created_at,
	}));
}

export async function insertComment(
	tx: Tx,
	proposalId: ProposalId,
	comment: CommentRecord & { readonly authorId: string },
): Promise<void> {
	await tx
		.insertInto('comment')
		.values({
			id: comment.id,
			proposal_id: proposalId,
			operation_id: comment.operationId,
			parent_id: comment.parentId,
			body: comment.body,
			author_id: comment.authorId,
			author_name: comment.authorName,
			resolved_at: null,
			resolved_by: null,
			created_at: comment.createdAt,
		})
		.execute();
}

export async function listReviewEvents(db: Reader, proposalId: ProposalId): Promise<readonly ReviewEvent[]> {
	const rows = await db
		.selectFrom('review_event')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		from: row.from_state,
		to: row.to_state,
		action: row.action,
		note: row.note,
		actorName: row.actor_name,
		at: row.at,
	}));
}

export async function insertReviewEvent(
	tx: Tx,
	proposalId: ProposalId,
	event: Omit<ReviewEvent, 'from' | 'to' | 'action'> & {
		readonly from: ProposalState;
		readonly to: ProposalState;
		readonly action: ProposalAction;
		readonly actorId: string;
	},
): Promise<void> {
	await tx
		.insertInto('review_event')
		.values({
			id: event.id,
			proposal_id: proposalId,
			from_state: event.from,
			to_state: event.to,
			action: event.action,
			note: event.note,
			actor_id: event.actorId,
			actor_name: event.actorName,
			at: event.at,
		})
		.execute();
}

/** Whoever sat in the council on a day, by name. */
export async function listCouncillors(
	db: Reader,
	municipalityId: MunicipalityId,
	day: IsoDate,
): Promise<readonly Councillor[]> {
	return db
		.selectFrom('councillor')
		.select(['id', 'name'])
		.where('municipality_id', '=', municipalityId)
		.where('valid_from', '<=', day)
		.where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
		.orderBy('name')
		.execute();
}

export async function findDecision(db: Reader, proposalId: ProposalId): Promise<DecisionRecord | undefined> {
	const row = await db
		.selectFrom('decision')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	return (
		row && {
			number: row.number,
			decidedOn: row.decided_on as IsoDate,
			outcome: row.outcome,
			body: row.body,
			effectiveOn: row.effective_on as IsoDate | null,
			resultingVersionId: row.resulting_version_id as VersionId | null,
			leftOut: JSON.parse(row.left_out) as readonly OperationId[],
			amendments: JSON.parse(row.amendments) as readonly number[],
			operations: row.operations === null ? null : (JSON.parse(row.operations) as readonly Operation[]),
		}
	);
}

export async function insertDecision(
	tx: Tx,
	proposalId: ProposalId,
	decision: DecisionRecord & {
		readonly id: string;
		readonly tally: unknown;
		readonly at: string;
		readonly by: string;
	},
): Promise<void> {
	await tx
		.insertInto('decision')
		.values({
			id: decision.id,
			proposal_id: proposalId,
			number: decision.number,
			decided_on: decision.decidedOn,
			outcome: decision.outcome,
			body: decision.body,
			effective_on: decision.effectiveOn,
			tally: JSON.stringify(decision.tally),
			resulting_version_id: decision.resultingVersionId,
			left_out: JSON.stringify(decision.leftOut),
			amendments: JSON.stringify(decision.amendments),
			operations: decision.operations && canonicalJson(decision.operations),
			created_at: decision.at,
			created_by: decision.by,
		})
		.execute();
}
