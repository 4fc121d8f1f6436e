import type { IsoDate, OperationId, ProposalId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A question to the mover with its answer; both are part of the record. */
export interface QuestionRecord {
	readonly number: number;
	/** The point that it is about; null for the whole. */
	readonly operationId: OperationId | null;
	readonly body: string;
	readonly askedOn: IsoDate;
	readonly askedName: string;
	/** Null while it waits for one. */
	readonly answer: {
		readonly text: string;
		readonly answeredOn: IsoDate;
		readonly answeredName: string;
	} | null;
	readonly revision: number;
}

/** A note that its owner alone reads; the point is null for the whole. */
export interface NoteRecord {
	readonly operationId: OperationId | null;
	readonly body: string;
	readonly updatedAt: string;
}

export async function listQuestions(db: Reader, proposalId: ProposalId): Promise<readonly QuestionRecord[]> {
	const rows = await db
		.selectFrom('proposal_question')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.orderBy('number')
		.execute();
	return rows.map((row) => ({
		...{ number: row.number, body: row.body, askedName: row.asked_name, revision: row.revision },
		operationId: row.operation_id as OperationId | null,
		askedOn: row.asked_on as IsoDate,
		answer:
			row.answered_on === null
				? null
				: {
						...{ text: row.answer, answeredName: row.answered_name ?? '' },
						answeredOn: row.answered_on as IsoDate,
					},
	}));
}

/** Writes a question after the last one and gives its number. */
export async function insertQuestion(
	tx: Tx,
	proposalId: ProposalId,
	question: Pick<QuestionRecord, 'operationId' | 'body' | 'askedOn' | 'askedName'> & {
		readonly id: string;
		readonly at: string;
		readonly by: string;
	},
): Promise<number> {
	const last = await tx
		.selectFrom('proposal_question')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	const number = Number(last?.last ?? 0) + 1;
	const { id, operationId, body, askedOn, askedName, at, by } = question;
	await tx
		.insertInto('proposal_question')
		.values({
			...{ id, proposal_id: proposalId, number, operation_id: operationId, body },
			...{ asked_on: askedOn, asked_at: at, asked_by: by, asked_name: askedName },
		})
		.execute();
	return number;
}

/** Writes the answer; false when somebody answered meanwhile. */
export async function answerQuestion(
	tx: Tx,
	seen: { readonly proposalId: ProposalId; readonly number: number; readonly revision: number },
	answer: { readonly text: string; readonly on: IsoDate; readonly by: string; readonly name: string },
): Promise<boolean> {
	const done = await tx
		.updateTable('proposal_question')
		.set({
			...{ answer: answer.text, answered_on: answer.on, answered_by: answer.by, answered_name: answer.name },
			revision: seen.revision + 1,
		})
		.where('proposal_id', '=', seen.proposalId)
		.where('number', '=', seen.number)
		.where('revision', '=', seen.revision)
		.executeTakeFirst();
	return done.numUpdatedRows > 0n;
}

/** The notes of one person on a proposal. */
export async function listOwnNotes(
	db: Reader,
	{ proposalId, userId }: { readonly proposalId: ProposalId; readonly userId: string },
): Promise<readonly NoteRecord[]> {
	const rows = await db
		.selectFrom('private_note')
		.select(['operation_id', 'body', 'updated_at'])
		.where('proposal_id', '=', proposalId)
		.where('user_id', '=', userId)
		.orderBy('operation_id')
		.execute();
	return rows.map((row) => ({
		...{ body: row.body, updatedAt: row.updated_at },
		operationId: row.operation_id === '' ? null : (row.operation_id as OperationId),
	}));
}

/** Keeps a note in the place of the one before; an empty one takes it away. */
export async function replaceNote(
	tx: Tx,
	owner: { readonly proposalId: ProposalId; readonly userId: string },
	note: NoteRecord,
): Promise<void> {
	const { proposalId, userId } = owner;
	const operation = note.operationId ?? '';
	await tx
		.deleteFrom('private_note')
		.where('proposal_id', '=', proposalId)
		.where('user_id', '=', userId)
		.where('operation_id', '=', operation)
		.execute();
	if (note.body === '') return;
	await tx
		.insertInto('private_note')
		.values({
			...{ proposal_id: proposalId, user_id: userId, operation_id: operation },
			...{ body: note.body, updated_at: note.updatedAt },
		})
		.execute();
}
