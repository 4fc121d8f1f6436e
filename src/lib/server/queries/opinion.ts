import type { OpinionAnswer, OpinionSource } from '#lib/domain/review/index.ts';
import type { IsoDate, OperationId, ProposalId } from '#lib/domain/shared/index.ts';
import type { Updateable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import type { OpinionTable } from '../db/schema/council-words.ts';

/** An opinion on a proposal that came in, with the answer to it. */
export interface OpinionRecord {
	readonly id: string;
	readonly number: number;
	readonly source: OpinionSource;
	/** Who wrote it. */
	readonly name: string;
	readonly receivedOn: IsoDate;
	readonly body: string;
	/** The point that it is about; null for the whole. */
	readonly operationId: OperationId | null;
	/** The amendment that took it up. */
	readonly amendmentNumber: number | null;
	/** Null while it waits for one. */
	readonly answer: OpinionAnswer | null;
	readonly motive: string;
	readonly revision: number;
	readonly createdBy: string;
	/** When and by whom what it says was corrected last; null for one as it was recorded. */
	readonly changed: { readonly at: string; readonly name: string } | null;
	/** Who took it out and why; null for one that stands. */
	readonly removed: { readonly at: string; readonly name: string; readonly reason: string } | null;
}

export async function listOpinions(db: Reader, proposalId: ProposalId): Promise<readonly OpinionRecord[]> {
	const rows = await db
		.selectFrom('opinion')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.orderBy('number')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, number: row.number, source: row.source, name: row.name, body: row.body },
		receivedOn: row.received_on as IsoDate,
		operationId: row.operation_id as OperationId | null,
		amendmentNumber: row.amendment_number,
		...{ answer: row.answer, motive: row.motive, revision: row.revision, createdBy: row.created_by },
		changed: row.changed_at === null ? null : { at: row.changed_at, name: row.changed_name ?? '' },
		removed:
			row.removed_at === null
				? null
				: { at: row.removed_at, name: row.removed_name ?? '', reason: row.removed_reason ?? '' },
	}));
}

export async function insertOpinion(
	tx: Tx,
	proposalId: ProposalId,
	opinion: Pick<OpinionRecord, 'id' | 'source' | 'name' | 'receivedOn' | 'body' | 'operationId'>,
	made: { readonly at: string; readonly by: string },
): Promise<number> {
	const last = await tx
		.selectFrom('opinion')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	const number = Number(last?.last ?? 0) + 1;
	await tx
		.insertInto('opinion')
		.values({
			...{ id: opinion.id, proposal_id: proposalId, number, source: opinion.source, name: opinion.name },
			...{ received_on: opinion.receivedOn, body: opinion.body, operation_id: opinion.operationId },
			...{ amendment_number: null, answer: null, motive: '' },
			...{ created_at: made.at, created_by: made.by },
		})
		.execute();
	return number;
}

type Seen = Pick<OpinionRecord, 'id' | 'revision'>;

/** Writes what an opinion says anew; false when somebody changed it meanwhile. */
export async function correctOpinion(
	tx: Tx,
	seen: Seen,
	said: Pick<OpinionRecord, 'source' | 'name' | 'receivedOn' | 'body' | 'operationId'>,
	by: { readonly at: string; readonly name: string },
): Promise<boolean> {
	const { source, name, receivedOn, body, operationId } = said;
	return change(tx, seen, {
		...{ source, name, body, received_on: receivedOn, operation_id: operationId },
		...{ changed_at: by.at, changed_name: by.name },
	});
}

/** Takes the words and the name of an opinion away; its number stays. False when somebody changed it meanwhile. */
export async function removeOpinion(
	tx: Tx,
	seen: Seen,
	by: { readonly at: string; readonly userId: string; readonly name: string; readonly reason: string },
): Promise<boolean> {
	return change(tx, seen, {
		...{ name: '', body: '', motive: '' },
		...{ removed_at: by.at, removed_by: by.userId, removed_name: by.name, removed_reason: by.reason },
	});
}

async function change(tx: Tx, seen: Seen, fields: Updateable<OpinionTable>): Promise<boolean> {
	const result = await tx
		.updateTable('opinion')
		.set((eb) => ({ ...fields, revision: eb('revision', '+', 1) }))
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Writes the answer to an opinion that nobody answered meanwhile; false when somebody did. */
export async function answerOpinion(
	tx: Tx,
	seen: Pick<OpinionRecord, 'id' | 'revision'>,
	answer: Pick<OpinionRecord, 'answer' | 'motive' | 'operationId' | 'amendmentNumber'>,
): Promise<boolean> {
	const result = await tx
		.updateTable('opinion')
		.set((eb) => ({
			...{ answer: answer.answer, motive: answer.motive },
			...{ operation_id: answer.operationId, amendment_number: answer.amendmentNumber },
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}
