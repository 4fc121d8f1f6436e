import {
	addDays,
	err,
	foldText,
	ok,
	type EmployeeId,
	type IsoDate,
	type Result,
} from '#lib/domain/shared/index.ts';
import type { TestScore } from '#lib/domain/training/index.ts';
import { makeLinkToken } from '../auth/link-token.ts';
import type { Ctx, Refused } from '../context.ts';
import {
	deleteEvaluation,
	listEvaluationLinks,
	listEvaluations,
	replaceEvaluationLink,
	saveEvaluation,
	type EvaluationRecord,
} from '../queries/training-evaluation.ts';
import {
	auditSession,
	changeSession,
	type OpenSession,
	type SessionChangeRefusal,
} from './training-session-open.ts';
import { nameOf } from './training-session-view.ts';

export type EvaluationRefusal =
	| SessionChangeRefusal
	/** Nobody took part who has not answered already. */
	| { readonly code: 'evaluation/nobody' }
	/** Nobody decided in how many days to answer (`training.answer.days`). */
	| { readonly code: 'evaluation/no-answer-term' }
	| { readonly code: 'evaluation/not-attended' }
	| { readonly code: 'evaluation/above-maximum' }
	/** Somebody wrote other points of the same person since the form was opened; null when they were taken back. */
	| { readonly code: 'evaluation/clash'; readonly theirs: TestScore | null }
	/** The indicator of the function is there already, with these values. */
	| { readonly code: 'evaluation/effect-exists'; readonly before: number; readonly after: number };

/** A personal link: shown to whoever made it, once, and kept nowhere. */
export interface EvaluationLink {
	readonly name: string;
	readonly token: string;
	readonly endsOn: IsoDate;
}

/** Links for everybody who took part and did not answer yet; older links of theirs stop working. */
export async function issueEvaluationLinks(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
): Promise<Result<readonly EvaluationLink[], Refused | EvaluationRefusal>> {
	return changeSession(ctx, of, async (tx, opened) => {
		const { open, session } = opened;
		const used = new Set(
			(await listEvaluationLinks(tx, session.id)).filter((one) => one.isUsed).map((one) => one.employeeId),
		);
		const asked = attendedOf(opened).filter((id) => !used.has(id));
		if (asked.length === 0) return err<EvaluationRefusal>({ code: 'evaluation/nobody' });
		const { answerDays } = open.termsOn(open.asOf);
		if (answerDays === undefined) return err<EvaluationRefusal>({ code: 'evaluation/no-answer-term' });
		const endsOn = addDays(open.asOf, answerDays);
		const links: EvaluationLink[] = [];
		for (const employeeId of asked) {
			const { token, hash } = makeLinkToken();
			const link = { id: ctx.newId(), sessionId: session.id, employeeId, endsOn, tokenHash: hash };
			await replaceEvaluationLink(tx, link);
			links.push({ name: nameOf(open, employeeId), token, endsOn });
		}
		await auditSession(ctx, tx, open, {
			action: 'training-session.links',
			key: session.id,
			before: null,
			after: { people: asked, endsOn },
		});
		return ok<readonly EvaluationLink[]>(links);
	});
}

/**
 * Writes test results before and after (level 2). `seen` is what stood in the form of a person when it was opened; when
 * somebody wrote something else meanwhile, that is refused as `evaluation/clash` and both can be seen. Errors also
 * `evaluation/not-attended`, `evaluation/above-maximum`.
 */
export async function saveScores(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	scores: readonly TestScore[],
	seen?: readonly TestScore[],
): Promise<Result<null, Refused | EvaluationRefusal>> {
	return changeSession(ctx, of, async (tx, opened): Promise<Result<null, EvaluationRefusal>> => {
		const { open, session } = opened;
		const attended = new Set(attendedOf(opened));
		if (scores.some(({ employeeId }) => !attended.has(employeeId)))
			return err({ code: 'evaluation/not-attended' });
		if (scores.some(({ before, after, maximum }) => Math.max(before, after) > maximum))
			return err({ code: 'evaluation/above-maximum' });
		const stored = storedScores(await listEvaluations(tx, open.municipality.id), session.id);
		const clash = seen && scores.find((score) => clashes(score, { seen, stored }));
		if (clash) return err({ code: 'evaluation/clash', theirs: scoreOf(stored, clash.employeeId) ?? null });
		for (const score of scores) {
			const { employeeId, before, after, maximum } = score;
			const one = { ...blank(ctx, session.id), employeeId, level: 2 as const, before, after, maximum };
			await saveEvaluation(tx, one, { at: ctx.clock.now(), by: open.actor.userId });
		}
		await auditSession(ctx, tx, open, {
			action: 'training-session.scores',
			key: session.id,
			before: stored.filter((one) => scoreOf(scores, one.employeeId) !== undefined),
			after: scores,
		});
		return ok(null);
	});
}

/** What stands as the points of the participants of a session. */
function storedScores(records: readonly EvaluationRecord[], sessionId: string): readonly TestScore[] {
	return records.flatMap(({ sessionId: of, level, employeeId, before, after, maximum }) =>
		of !== sessionId || level !== 2 || employeeId === null || before === null || after === null
			? []
			: [{ employeeId, before, after, maximum: maximum ?? 0 }],
	);
}

function scoreOf(scores: readonly TestScore[], employeeId: EmployeeId): TestScore | undefined {
	return scores.find((one) => one.employeeId === employeeId);
}

/** True when what is stored is neither what was seen nor what is given. */
function clashes(
	score: TestScore,
	{ seen, stored }: { readonly seen: readonly TestScore[]; readonly stored: readonly TestScore[] },
): boolean {
	const now = scoreOf(stored, score.employeeId);
	return !isSameScore(now, scoreOf(seen, score.employeeId)) && !isSameScore(now, score);
}

function isSameScore(a: TestScore | undefined, b: TestScore | undefined): boolean {
	return a?.before === b?.before && a?.after === b?.after && a?.maximum === b?.maximum;
}

/** Writes an indicator of a function before and after the training (level 4). Error `evaluation/effect-exists`. */
export async function saveEffect(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	effect: Pick<EvaluationRecord, 'indicator' | 'functionKey' | 'isLowerBetter' | 'note'> & {
		readonly before: number;
		readonly after: number;
	},
): Promise<Result<null, Refused | EvaluationRefusal>> {
	return changeSession(ctx, of, async (tx, { open, session }): Promise<Result<null, EvaluationRefusal>> => {
		const isKnown = open.lookup.structure.functions.some((fn) => fn.key === effect.functionKey);
		const functionKey = isKnown ? effect.functionKey : null;
		const twin = (await listEvaluations(tx, open.municipality.id)).find(
			(one) =>
				one.sessionId === session.id &&
				one.level === 4 &&
				one.functionKey === functionKey &&
				foldText(one.indicator) === foldText(effect.indicator),
		);
		if (twin)
			return err({ code: 'evaluation/effect-exists', before: twin.before ?? 0, after: twin.after ?? 0 });
		const one = { ...blank(ctx, session.id), ...effect, functionKey, level: 4 as const };
		await saveEvaluation(tx, one, { at: ctx.clock.now(), by: open.actor.userId });
		await auditSession(ctx, tx, open, {
			action: 'training-session.effect',
			key: session.id,
			before: null,
			after: one,
		});
		return ok(null);
	});
}

/** Takes an indicator back; one that is not of this session stays. */
export async function removeEffect(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string; readonly effectId: string },
): Promise<Result<null, Refused | EvaluationRefusal>> {
	return changeSession(ctx, of, async (tx, { open, session }): Promise<Result<null, EvaluationRefusal>> => {
		const known = await listEvaluations(tx, open.municipality.id);
		const before = known.find(({ id, sessionId, level }) => {
			return id === of.effectId && sessionId === session.id && level === 4;
		});
		if (!before) return err({ code: 'session/no-such-session' });
		await deleteEvaluation(tx, before.id);
		const entry = { action: 'training-session.effect', key: session.id, before, after: null };
		await auditSession(ctx, tx, open, entry);
		return ok(null);
	});
}

function attendedOf({ seated }: OpenSession): readonly EmployeeId[] {
	return seated.filter((line) => line.state === 'attended').map((line) => line.employeeId);
}

function blank(ctx: Ctx, sessionId: string): Omit<EvaluationRecord, 'level'> {
	return {
		id: ctx.newId(),
		sessionId,
		employeeId: null,
		before: null,
		after: null,
		maximum: null,
		note: '',
		indicator: '',
		functionKey: null,
		isLowerBetter: false,
	};
}
