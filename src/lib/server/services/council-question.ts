import { can, type Action } from '#lib/domain/access/index.ts';
import { err, ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listAmendments } from '../queries/amendment.ts';
import {
	answerQuestion,
	insertQuestion,
	listOwnNotes,
	listQuestions,
	replaceNote,
} from '../queries/question.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, type ReviewRefusal } from './review.ts';

export type QuestionRefusal = ReviewRefusal | { readonly code: 'review/question-unknown' };

/** Questions and answers for everybody who reads the proposal, with the notes of the reader alone. */
export async function viewQuestions(ctx: Ctx, address: ProposalAddress) {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const { proposal, actor, frozen } = open;
	const placeOf = (id: OperationId | null) =>
		frozen.snapshot.operations.find((operation) => operation.id === id)?.position ?? null;
	const questions = await listQuestions(ctx.db, proposal.id);
	const mayAsk = may(open, 'question.ask');
	const notes = mayAsk ? await listOwnNotes(ctx.db, { proposalId: proposal.id, userId: actor.userId }) : [];
	const amendments = await listAmendments(ctx.db, proposal.id);
	return ok({
		...{ proposal, mayAsk, mayAnswer: may(open, 'question.answer') },
		points: frozen.report.operations,
		questions: questions.map((question) => ({ ...question, point: placeOf(question.operationId) })),
		notes: notes.map((note) => ({ ...note, point: placeOf(note.operationId) })),
		/** How many amendments are on the table. */
		amendments: amendments.filter(({ isWithdrawn }) => !isWithdrawn).length,
		waiting: questions.filter(({ answer }) => answer === null).length,
	});
}

/** Asks the mover; the question is dated and stays in the record. Error `review/operation-unknown`. */
export async function askQuestion(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly operationId: OperationId | null; readonly body: string },
): Promise<Result<number, Refused | QuestionRefusal>> {
	const found = await openFor(ctx, address, 'question.ask');
	if (!found.ok) return found;
	const open = found.value;
	const problem = checkPoint(open, input.operationId);
	if (problem) return err(problem);
	return ctx.db.transaction().execute(async (tx) => {
		const { userId, name } = open.actor;
		const asked = { ...input, body: input.body.trim(), askedOn: ctx.clock.today(), askedName: name };
		const made = { id: ctx.newId(), at: ctx.clock.now(), by: userId };
		const number = await insertQuestion(tx, open.proposal.id, { ...asked, ...made });
		const after = { number, operationId: input.operationId, body: asked.body };
		await auditProposal(ctx, tx, open, { action: 'question.ask', before: null, after });
		return ok(number);
	});
}

/** Answers for the mover; a later answer replaces an earlier one, which the trail keeps. Error `review/question-unknown`. */
export async function replyToQuestion(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly number: number; readonly revision: number; readonly text: string },
): Promise<Result<null, Refused | QuestionRefusal>> {
	const found = await openFor(ctx, address, 'question.answer');
	if (!found.ok) return found;
	const open = found.value;
	const { number, revision } = input;
	const { id: proposalId } = open.proposal;
	return ctx.db.transaction().execute(async (tx) => {
		const question = (await listQuestions(tx, proposalId)).find((one) => one.number === number);
		if (!question) return err({ code: 'review/question-unknown' });
		const text = input.text.trim();
		const { userId: by, name } = open.actor;
		const answer = { text, on: ctx.clock.today(), by, name };
		if (!(await answerQuestion(tx, { proposalId, number, revision }, answer)))
			return err({ code: 'review/stale' });
		const before = { number, answer: question.answer?.text ?? null };
		await auditProposal(ctx, tx, open, {
			action: 'question.answer',
			before,
			after: { number, answer: text },
		});
		return ok(null);
	});
}

/** Keeps a note that nobody else reads: it is in no view of others, in no file and not in the trail. */
export async function keepNote(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly operationId: OperationId | null; readonly body: string },
): Promise<Result<null, Refused | QuestionRefusal>> {
	const found = await openFor(ctx, address, 'question.ask');
	if (!found.ok) return found;
	const open = found.value;
	const problem = checkPoint(open, input.operationId);
	if (problem) return err(problem);
	const owner = { proposalId: open.proposal.id, userId: open.actor.userId };
	const note = { ...input, body: input.body.trim(), updatedAt: ctx.clock.now() };
	await ctx.db.transaction().execute((tx) => replaceNote(tx, owner, note));
	return ok(null);
}

async function openFor(ctx: Ctx, address: ProposalAddress, action: Action) {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	return may(found.value, action) ? found : err({ code: 'access/forbidden' as const });
}

function may({ actor, municipality }: OpenProposal, action: Action): boolean {
	return can(actor, action, { municipalityId: municipality.id });
}

function checkPoint({ frozen }: OpenProposal, operationId: OperationId | null): ReviewRefusal | null {
	const isKnown =
		operationId === null || frozen.snapshot.operations.some((operation) => operation.id === operationId);
	return isKnown ? null : { code: 'review/operation-unknown', operationId };
}
