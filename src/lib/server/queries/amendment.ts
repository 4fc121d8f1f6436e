import { decodeAmendment, type Amendment } from '#lib/domain/review/index.ts';
import type { ProposalId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { AmendmentTable } from '../db/schema/voting.ts';

export type AmendmentOpinion = NonNullable<AmendmentTable['opinion']>;

/** An amendment as it was filed, with what the leading committee says of it. */
export interface AmendmentRecord extends Amendment {
	readonly id: string;
	readonly motive: string;
	readonly isWithdrawn: boolean;
	readonly authorId: string;
	readonly authorName: string;
	readonly createdAt: string;
	readonly opinion: AmendmentOpinion | null;
	readonly opinionText: string;
	readonly revision: number;
}

/** Every amendment of a proposal, by number. */
export async function listAmendments(
	db: Reader,
	proposalId: ProposalId,
): Promise<readonly AmendmentRecord[]> {
	const rows = await db
		.selectFrom('amendment')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.orderBy('number')
		.execute();
	return rows.map((row) => {
		const body = decodeAmendment(JSON.parse(row.payload));
		if (!body) throw new Error(`amendment ${row.id}: malformed contents`);
		return {
			...{ id: row.id, number: row.number, body, motive: row.motive },
			...{ isWithdrawn: row.state === 'withdrawn', createdAt: row.created_at },
			...{ authorId: row.author_id, authorName: row.author_name },
			...{ opinion: row.opinion, opinionText: row.opinion_text, revision: row.revision },
		};
	});
}

export async function nextAmendmentNumber(tx: Tx, proposalId: ProposalId): Promise<number> {
	const row = await tx
		.selectFrom('amendment')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	return Number(row?.last ?? 0) + 1;
}

export async function insertAmendment(
	tx: Tx,
	proposalId: ProposalId,
	amendment: Pick<
		AmendmentRecord,
		'id' | 'number' | 'body' | 'motive' | 'authorId' | 'authorName' | 'createdAt'
	>,
): Promise<void> {
	const { body } = amendment;
	await tx
		.insertInto('amendment')
		.values({
			...{ id: amendment.id, proposal_id: proposalId, number: amendment.number, kind: body.kind },
			operation_id: body.kind === 'add' ? null : body.operationId,
			...{ payload: JSON.stringify(body), motive: amendment.motive, state: 'filed' },
			...{ author_id: amendment.authorId, author_name: amendment.authorName },
			created_at: amendment.createdAt,
			opinion: null,
		})
		.execute();
}

/** Changes an amendment that nobody changed meanwhile; false when somebody did. */
export async function updateAmendment(
	tx: Tx,
	seen: Pick<AmendmentRecord, 'id' | 'revision'>,
	change:
		{ readonly state: 'withdrawn' } | { readonly opinion: AmendmentOpinion; readonly opinionText: string },
): Promise<boolean> {
	const fields =
		'state' in change
			? { state: change.state }
			: { opinion: change.opinion, opinion_text: change.opinionText };
	const result = await tx
		.updateTable('amendment')
		.set((eb) => ({ ...fields, revision: eb('revision', '+', 1) }))
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.where('state', '=', 'filed')
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}
