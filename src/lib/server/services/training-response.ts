import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { SessionResponse } from '#lib/domain/training/index.ts';
import { hashOfLinkToken } from '../auth/link-token.ts';
import type { Ctx } from '../context.ts';
import type { Reader } from '../db/index.ts';
import {
	findEvaluationLink,
	findSessionGreeting,
	insertResponse,
	useEvaluationLink,
	type EvaluationLinkRecord,
} from '../queries/training-evaluation.ts';

/** Wrong, over or never issued: whoever holds it is told the same. */
export type DeadEvaluationLink = { readonly code: 'evaluation/dead-link' };

/** What the page behind a link shows. */
export interface ResponsePage {
	readonly title: LocalText;
	readonly municipality: LocalText;
	readonly startsOn: IsoDate;
	readonly endsOn: IsoDate;
	/** Last day of the link. */
	readonly until: IsoDate;
	readonly isUsed: boolean;
}

/** The page behind a link of a session; whoever has the link needs no account. */
export async function viewResponse(
	ctx: Ctx,
	token: string,
): Promise<Result<ResponsePage, DeadEvaluationLink>> {
	const link = await liveLink(ctx.db, token, ctx.clock.today());
	const greeting = link && (await findSessionGreeting(ctx.db, link.sessionId));
	if (!link || !greeting || greeting.isCancelled) return err({ code: 'evaluation/dead-link' });
	const { title, municipality, startsOn, endsOn } = greeting;
	return ok({ title, municipality, startsOn, endsOn, until: link.endsOn, isUsed: link.isUsed });
}

/**
 * Keeps the answer of a participant, once. What is kept has no name and no time, and the link remembers only that it
 * was used. Errors `evaluation/dead-link`, `evaluation/used`.
 */
export async function answerEvaluation(
	ctx: Ctx,
	token: string,
	response: SessionResponse,
): Promise<Result<null, DeadEvaluationLink | { readonly code: 'evaluation/used' }>> {
	return ctx.db.transaction().execute(async (tx) => {
		const link = await liveLink(tx, token, ctx.clock.today());
		const greeting = link && (await findSessionGreeting(tx, link.sessionId));
		if (!link || !greeting || greeting.isCancelled) return err({ code: 'evaluation/dead-link' as const });
		if (!(await useEvaluationLink(tx, link.id))) return err({ code: 'evaluation/used' as const });
		await insertResponse(tx, { id: ctx.newId(), sessionId: link.sessionId }, response);
		return ok(null);
	});
}

async function liveLink(
	db: Reader,
	token: string,
	today: IsoDate,
): Promise<EvaluationLinkRecord | undefined> {
	const hash = hashOfLinkToken(token);
	const link = hash === undefined ? undefined : await findEvaluationLink(db, hash);
	return link && today <= link.endsOn ? link : undefined;
}
