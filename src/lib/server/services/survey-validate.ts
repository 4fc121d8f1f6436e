import { addDays, err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	checkAnswers,
	type AnswersIssue,
	type SurveyAnswer,
	type SurveyCampaign,
	type SurveyItemId,
	type SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { changeSeat, findRespondent, type SeatChange } from '../queries/survey.ts';
import { findSurveyCampaign } from '../queries/survey-respondent.ts';
import { saveSurveyAnswers } from '../queries/survey-answer.ts';
import { insertSurveyEvents, type SurveyEvent } from '../queries/survey-event.ts';
import { readContent, standing, type SurveyContent } from './survey-content.ts';
import { auditSurvey, openSurvey, validates, type OpenSurvey, type SurveyAddress } from './survey-open.ts';
import { outliersOf } from './survey-review.ts';

export type ValidateRefusal =
	| Refused
	/** Not where this can be done: not handed in, validated already, applied, or closed for what is to be given back. */
	| { readonly code: 'survey/not-possible'; readonly state: SurveyRespondent['state'] }
	| { readonly code: 'survey/applied' }
	| { readonly code: 'survey/stale' }
	| { readonly code: 'survey/answers'; readonly issues: readonly AnswersIssue[] };

/** The respondent and the revision that the validator saw. */
export interface SeatSeen {
	readonly respondent: string;
	readonly revision: number;
}

/** Taking what stands as the validated answers of a respondent (потвърждаване). */
export type SurveyValidation = SeatSeen;

/** Giving answers back to the respondent with what is to be corrected (връщане). */
export type SurveyReturn = SeatSeen & { readonly comment: string };

/** Writes other shares beside the own ones of the respondent, which stay. Shares of items left out are none. */
export async function correctAnswers(
	ctx: Ctx,
	address: SurveyAddress,
	given: SeatSeen & { readonly shares: ReadonlyMap<string, number>; readonly comment: string | null },
): Promise<Result<null, ValidateRefusal>> {
	return onSeat(ctx, address, given, async (tx, at) => {
		if (at.respondent.state !== 'submitted') return notPossible(at.respondent);
		const answers = correctedAnswers(at, given.shares);
		const issues = issuesOf(at, answers);
		if (issues.length > 0) return err({ code: 'survey/answers' as const, issues });
		if (!(await changeSeat(tx, at.respondent, {}))) return err({ code: 'survey/stale' as const });
		await saveSurveyAnswers(tx, { respondentId: at.respondent.id, layer: 'validated' }, answers);
		await record(ctx, tx, at, { kind: 'corrected', comment: given.comment });
		return ok(null);
	});
}

/** Gives the answers back with what is to be corrected; the link of the respondent works again. */
export async function returnAnswers(
	ctx: Ctx,
	address: SurveyAddress,
	given: SurveyReturn,
): Promise<Result<null, ValidateRefusal>> {
	return onSeat(ctx, address, given, async (tx, at) => {
		const { respondent, open } = at;
		if (respondent.state !== 'submitted' || open.campaign.state !== 'open') return notPossible(respondent);
		const change = { state: 'returned', ...timeToAnswer(ctx, at) } as const;
		if (!(await changeSeat(tx, respondent, change))) return err({ code: 'survey/stale' as const });
		// What was corrected spoke of answers that will change.
		await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'validated' }, []);
		await record(ctx, tx, at, { kind: 'returned', comment: given.comment });
		return ok(null);
	});
}

/** Whose answers are given back after the last day gets so many days more. */
const DAYS_TO_CORRECT = 7;

function timeToAnswer(ctx: Ctx, { respondent, open }: AtSeat): SeatChange {
	const ends = respondent.linkEndsOn ?? open.campaign.closesOn;
	const today = ctx.clock.today();
	return ends < today ? { link_ends_on: addDays(today, DAYS_TO_CORRECT) } : {};
}

/** Validates the answers of one respondent: what stands becomes the validated layer. */
export async function approveAnswers(
	ctx: Ctx,
	address: SurveyAddress,
	given: SurveyValidation,
): Promise<Result<null, ValidateRefusal>> {
	return onSeat(ctx, address, given, (tx, at) => approve(ctx, tx, at));
}

/**
 * Validates every respondent of a unit whose answers nothing speaks against; says how many there were. Error
 * `survey/applied`: what was applied stays what was validated.
 */
export async function approveClean(
	ctx: Ctx,
	address: SurveyAddress,
	unitKey: string,
): Promise<Result<number, ValidateRefusal>> {
	const opened = await openToValidate(ctx, address, unitKey as UnitKey);
	if (!opened.ok) return opened;
	const open = opened.value;
	return ctx.db.transaction().execute(async (tx) => {
		const campaign = await findSurveyCampaign(tx, open.campaign.id);
		if (!campaign || !takesValidation(campaign)) return err({ code: 'survey/applied' });
		const content = await readContent({ db: tx }, open);
		const odd = new Set([
			...content.flags.map(({ respondentId }) => respondentId),
			...outliersOf(open, content).map(({ respondentId }) => respondentId),
		]);
		const clean = content.respondents.filter(
			(one) => one.unitKey === unitKey && one.state === 'submitted' && !odd.has(one.id),
		);
		let approved = 0;
		for (const respondent of clean)
			if ((await approve(ctx, tx, { open, content, respondent })).ok) approved += 1;
		return ok(approved);
	});
}

/** Takes a validation back, so that the answers can be corrected or given back. */
export async function reconsider(
	ctx: Ctx,
	address: SurveyAddress,
	given: SeatSeen,
): Promise<Result<null, ValidateRefusal>> {
	return onSeat(ctx, address, given, async (tx, at) => {
		if (at.respondent.state !== 'validated') return notPossible(at.respondent);
		const change = { state: 'submitted', validated_at: null, validated_by: null } as const;
		if (!(await changeSeat(tx, at.respondent, change))) return err({ code: 'survey/stale' as const });
		const before = { state: 'validated' };
		await auditSurvey(ctx, tx, at.open, { action: 'survey.reconsider', before, after: at.respondent.id });
		return ok(null);
	});
}

/** A respondent with everything that was said, inside the transaction that will write. */
interface AtSeat {
	readonly open: OpenSurvey;
	readonly content: SurveyContent;
	readonly respondent: SurveyRespondent;
}

async function onSeat(
	ctx: Ctx,
	address: SurveyAddress,
	seen: SeatSeen,
	work: (tx: Tx, at: AtSeat) => Promise<Result<null, ValidateRefusal>>,
): Promise<Result<null, ValidateRefusal>> {
	const opened = await openSurvey(ctx, address);
	if (!opened.ok) return opened;
	const of = { campaignId: opened.value.campaign.id, id: seen.respondent };
	const known = await findRespondent(ctx.db, of);
	if (!known) return err(DENIED);
	const allowed = await openToValidate(ctx, address, known.unitKey);
	if (!allowed.ok) return allowed;
	const open = allowed.value;
	return ctx.db.transaction().execute(async (tx) => {
		const respondent = await findRespondent(tx, of);
		if (respondent?.revision !== seen.revision) return err({ code: 'survey/stale' as const });
		const campaign = await findSurveyCampaign(tx, open.campaign.id);
		if (!campaign || !takesValidation(campaign)) return notPossible(respondent);
		return work(tx, { open, respondent, content: await readContent({ db: tx }, open) });
	});
}

function takesValidation({ appliedAt, state }: SurveyCampaign): boolean {
	return appliedAt === null && state !== 'draft';
}

async function openToValidate(
	ctx: Ctx,
	address: SurveyAddress,
	unitKey: UnitKey,
): Promise<Result<OpenSurvey, Refused>> {
	const opened = await openSurvey(ctx, address);
	if (!opened.ok || validates(opened.value, unitKey)) return opened;
	return err({ code: 'access/forbidden' });
}

async function approve(ctx: Ctx, tx: Tx, at: AtSeat): Promise<Result<null, ValidateRefusal>> {
	const { respondent, content, open } = at;
	if (respondent.state !== 'submitted') return notPossible(respondent);
	const answers = standing(content, respondent.id);
	const issues = issuesOf(at, answers);
	if (issues.length > 0) return err({ code: 'survey/answers', issues });
	const by = { validated_at: ctx.clock.now(), validated_by: open.actor.userId };
	if (!(await changeSeat(tx, respondent, { state: 'validated', ...by })))
		return err({ code: 'survey/stale' });
	await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'validated' }, answers);
	await record(ctx, tx, at, { kind: 'validated', comment: null });
	return ok(null);
}

function issuesOf({ content, respondent, open }: AtSeat, answers: readonly SurveyAnswer[]) {
	const items = content.items.filter(
		({ respondentId }) => respondentId === null || respondentId === respondent.id,
	);
	return checkAnswers({
		answers,
		items: new Set(items.map(({ id }) => id)),
		tolerance: open.campaign.tolerance,
		weeklyHours: respondent.weeklyHours,
	});
}

/** The corrected shares with what the respondent said of the items; a range that no longer fits goes. */
function correctedAnswers(
	{ content, respondent }: AtSeat,
	shares: ReadonlyMap<string, number>,
): readonly SurveyAnswer[] {
	const said = new Map((content.own.get(respondent.id) ?? []).map((answer) => [answer.itemId, answer]));
	return [...shares]
		.filter(([, share]) => share > 0)
		.map(([itemId, share]): SurveyAnswer => {
			const own = said.get(itemId as SurveyItemId);
			const isSame = own?.share === share;
			return {
				itemId: itemId as SurveyItemId,
				share: share as SurveyAnswer['share'],
				low: isSame || (own?.low ?? 1) <= share ? (own?.low ?? null) : null,
				high: isSame || (own?.high ?? 0) >= share ? (own?.high ?? null) : null,
				participation: own?.participation ?? null,
				peakMonths: own?.peakMonths ?? 0,
				isLocked: false,
			};
		});
}

/** The trail says what was done, never what was answered: more people read it than the answers. */
async function record(
	ctx: Ctx,
	tx: Tx,
	{ open, respondent }: AtSeat,
	{ kind, comment }: Pick<SurveyEvent, 'kind' | 'comment'>,
): Promise<void> {
	const at = { madeAt: ctx.clock.now(), madeBy: open.actor.userId };
	await insertSurveyEvents(tx, [{ id: ctx.newId(), respondentId: respondent.id, kind, comment, ...at }]);
	const after = { respondent: respondent.id };
	await auditSurvey(ctx, tx, open, { action: `survey.${kind}`, before: null, after });
}

function notPossible({ state }: Pick<SurveyRespondent, 'state'>) {
	return err({ code: 'survey/not-possible' as const, state });
}
