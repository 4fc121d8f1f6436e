import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	checkAnswers,
	checkGroups,
	checkGroupSum,
	checkHours,
	fillDetails,
	fillGroups,
	fillInside,
	groupOfItems,
	mergeField,
	sharesInside,
	type AnswersIssue,
	type Filling,
	type GroupIssue,
	type GroupsOver,
	type SurveyFieldConflict,
	type SurveyFieldIssue,
	type SurveyMeasure,
	type Typed,
	type TypedDetails,
	type TypedDivision,
} from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { saveSurveyAnswers, saveSurveyGroupShares } from '../queries/survey-answer.ts';
import { insertSurveyEvents } from '../queries/survey-event.ts';
import { updateRespondent, type RespondentChange } from '../queries/survey-respondent.ts';
import { openSeat, type DeadLink, type OpenSeat } from './survey-answer.ts';

/** Why nothing was stored. */
export type SaveRefusal =
	| DeadLink
	/** The answers are with the validator, or validated; they change only when they are given back. */
	| { readonly code: 'survey/handed-in' }
	| { readonly code: 'survey/closed' }
	| { readonly code: 'survey/fields'; readonly issues: readonly SurveyFieldIssue[] }
	| { readonly code: 'survey/hours'; readonly limit: number }
	| { readonly code: 'survey/not-ready'; readonly issues: readonly NotReady[] };

/** Something that keeps answers from being handed in. */
export type NotReady = AnswersIssue | GroupIssue | GroupsOver;

/** Fields that somebody else changed meanwhile; everything else of the form is stored. */
export interface Saved {
	readonly conflicts: readonly SurveyFieldConflict[];
	/** Texts that were changed meanwhile, by field. */
	readonly texts: readonly { readonly field: string; readonly stored: string | null }[];
}

/** What a save does to the seat. */
export interface SeatChange extends Partial<Filling> {
	readonly respondent?: RespondentChange;
	readonly texts?: Saved['texts'];
}

type Outcome = Result<SeatChange, SaveRefusal>;

export interface SurveyStart {
	/** Null where what was typed is not a number. */
	readonly hours: Typed<number | null>;
	readonly measure: SurveyMeasure;
}

/** Confirms the seat: hours a week and how time is going to be stated. Errors besides the common: `survey/hours`. */
export function saveStart(ctx: Ctx, token: string, start: SurveyStart): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, ({ respondent }): Outcome => {
		const hours = mergeField(start.hours, respondent.weeklyHours);
		const [issue] = checkHours(hours.value ?? Number.NaN);
		if (issue?.code === 'survey/absurd-hours') return err({ code: 'survey/hours', limit: issue.limit });
		const isConflict = hours.kind === 'conflict';
		return ok({
			respondent: { weeklyHours: hours.value ?? respondent.weeklyHours, measure: start.measure },
			texts: isConflict ? [{ field: 'hours', stored: String(respondent.weeklyHours) }] : [],
		});
	});
}

/** A division and, when the person asks for another measure, that measure from now on. */
export type SavedDivision = TypedDivision & { readonly next: SurveyMeasure | undefined };

export function saveGroups(
	ctx: Ctx,
	token: string,
	typed: SavedDivision,
): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, (seat) => inMeasure(filled(fillGroups(seat, typed)), typed.next));
}

export function saveInside(
	ctx: Ctx,
	token: string,
	typed: SavedDivision & { readonly groupKey: string },
): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, (seat) =>
		inMeasure(filled(fillInside(seat, typed.groupKey, typed)), typed.next),
	);
}

export interface SurveyDetails {
	readonly rows: readonly TypedDetails[];
	readonly measure: SurveyMeasure;
	readonly weeklyHours: number;
	readonly obstacles: Typed<string | null>;
	readonly systems: Typed<string | null>;
}

export function saveDetails(
	ctx: Ctx,
	token: string,
	typed: SurveyDetails,
): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, (seat) => {
		const result = filled(fillDetails(seat, typed.rows, typed));
		if (!result.ok) return result;
		const obstacles = mergeField(typed.obstacles, seat.respondent.obstacles);
		const systems = mergeField(typed.systems, seat.respondent.systems);
		const texts = [
			...(obstacles.kind === 'conflict' ? [{ field: 'obstacles', stored: obstacles.value }] : []),
			...(systems.kind === 'conflict' ? [{ field: 'systems', stored: systems.value }] : []),
		];
		const respondent = { obstacles: obstacles.value, systems: systems.value };
		return ok({ ...result.value, respondent, texts });
	});
}

/** Hands the answers in. Errors besides the common: `survey/not-ready` with everything that is still missing. */
export async function handIn(ctx: Ctx, token: string): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, (seat): Outcome => {
		const issues = readinessOf(seat);
		if (issues.length > 0) return err({ code: 'survey/not-ready', issues });
		return ok({ respondent: { state: 'submitted', submittedAt: ctx.clock.now() } });
	});
}

/** What still keeps the answers from being handed in. */
export function readinessOf(seat: OpenSeat): readonly NotReady[] {
	const { answers, items, groups, campaign, respondent } = seat;
	const known = new Set(items.map((item) => item.id));
	const { tolerance } = campaign;
	const inside = sharesInside(answers, groupOfItems(items));
	return [
		...checkAnswers({ answers, items: known, tolerance, weeklyHours: respondent.weeklyHours }),
		...checkGroupSum(groups, tolerance),
		...checkGroups(groups, inside, tolerance),
	];
}

/**
 * Loads the seat of the link, changes it and stores what changed, all in one transaction, so that two tabs wait for
 * each other. Errors: `survey/dead-link`, `survey/closed`, `survey/handed-in`, and those of the change.
 */
export function changeSeat<Refusal = SaveRefusal>(
	ctx: Ctx,
	token: string,
	change: (seat: OpenSeat, tx: Tx) => Result<SeatChange, Refusal> | Promise<Result<SeatChange, Refusal>>,
): Promise<Result<Saved, Refusal | SaveRefusal>> {
	return ctx.db.transaction().execute(async (tx) => {
		const opened = await openSeat(tx, ctx.clock.today(), token);
		if (!opened.ok) return opened;
		const { campaign, respondent } = opened.value;
		if (campaign.state === 'closed') return err({ code: 'survey/closed' });
		if (respondent.state === 'submitted' || respondent.state === 'validated')
			return err({ code: 'survey/handed-in' });
		const outcome = await change(opened.value, tx);
		if (!outcome.ok) return outcome;
		await store(ctx, tx, opened.value, outcome.value);
		return ok({ conflicts: outcome.value.conflicts ?? [], texts: outcome.value.texts ?? [] });
	});
}

async function store(ctx: Ctx, tx: Tx, seat: OpenSeat, change: SeatChange): Promise<void> {
	const { respondent } = seat;
	const isFirst = respondent.state === 'not-started';
	if (change.answers)
		await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'own' }, change.answers);
	if (change.groups) await saveSurveyGroupShares(tx, respondent.id, change.groups);
	const now = ctx.clock.now();
	const begun: RespondentChange = isFirst ? { state: 'in-progress', startedAt: now } : {};
	await updateRespondent(tx, respondent.id, { ...begun, ...change.respondent });
	const note = (kind: 'started' | 'submitted') =>
		insertSurveyEvents(tx, [
			{
				id: ctx.newId(),
				respondentId: respondent.id,
				kind,
				comment: null,
				madeAt: now,
				madeBy: null,
			},
		]);
	if (isFirst) await note('started');
	if (change.respondent?.state === 'submitted') await note('submitted');
}

function filled(result: Result<Filling, readonly SurveyFieldIssue[]>): Outcome {
	return result.ok ? result : err({ code: 'survey/fields', issues: result.error });
}

function inMeasure(outcome: Outcome, measure: SurveyMeasure | undefined): Outcome {
	return outcome.ok && measure ? ok({ ...outcome.value, respondent: { measure } }) : outcome;
}
