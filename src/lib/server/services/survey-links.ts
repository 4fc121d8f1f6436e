import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	freezeItems,
	mayMove,
	type CampaignMove,
	type SurveyCampaign,
	type SurveyItemId,
	type SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import { makeLinkToken } from '../auth/link-token.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	changeSeat,
	findRespondent,
	listRespondents,
	updateSurveyCampaign,
	type CampaignChange,
} from '../queries/survey.ts';
import { insertCampaignItems } from '../queries/survey-item.ts';
import { insertSurveyEvents, type SurveyEvent } from '../queries/survey-event.ts';
import { clearAnswers } from './survey-clear.ts';
import {
	auditSurvey,
	mayHaveNewLink,
	openSurvey,
	type OpenSurvey,
	type SurveyAddress,
} from './survey-open.ts';

export type MoveRefusal =
	| Refused
	/** The campaign is not where this can be done, or somebody was faster. */
	| { readonly code: 'survey/wrong-state'; readonly state: SurveyCampaign['state'] }
	| { readonly code: 'survey/nobody' }
	/** None of the chosen units has a function to ask about. */
	| { readonly code: 'survey/no-items' }
	/** A new link would open answers that were promised to somebody else. */
	| { readonly code: 'survey/has-answers' }
	/** Validated answers are taken back by their validator before anything is cleared. */
	| { readonly code: 'survey/not-possible' };

/** A personal link: shown to whoever made it, once, and kept nowhere. */
export interface IssuedLink {
	readonly respondent: SurveyRespondent;
	readonly token: string;
}

/** Opens a draft: the list of items is copied and stands still from now on, everybody gets a link. */
export function openCampaign(
	ctx: Ctx,
	address: SurveyAddress,
): Promise<Result<readonly IssuedLink[], MoveRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<readonly IssuedLink[], MoveRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign, lookup } = opened.value;
		const respondents = await listRespondents(tx, campaign.id);
		if (respondents.length === 0) return err({ code: 'survey/nobody' as const });
		const items = freezeItems(lookup, new Set(respondents.map(({ unitKey }) => unitKey)));
		if (items.length === 0) return err({ code: 'survey/no-items' as const });
		const moved = await move(ctx, tx, opened.value, 'open', { state: 'open', openedAt: ctx.clock.now() });
		if (!moved.ok) return moved;
		const rows = items.map((item) => ({ ...item, id: ctx.newId() as SurveyItemId }));
		await insertCampaignItems(tx, campaign.id, rows);
		return ok(await issue(ctx, tx, opened.value, respondents.filter(isAskedByLink)));
	});
}

/** Ends the answering; links stop working. */
export async function closeCampaign(ctx: Ctx, address: SurveyAddress): Promise<Result<null, MoveRefusal>> {
	return simpleMove(ctx, address, 'close', { state: 'closed', closedAt: ctx.clock.now() });
}

/** Takes a closing back: links that have not ended work again. */
export async function reopenCampaign(ctx: Ctx, address: SurveyAddress): Promise<Result<null, MoveRefusal>> {
	return simpleMove(ctx, address, 'reopen', { state: 'open', closedAt: null });
}

function simpleMove(
	ctx: Ctx,
	address: SurveyAddress,
	what: CampaignMove,
	change: CampaignChange,
): Promise<Result<null, MoveRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, MoveRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		return move(ctx, tx, opened.value, what, change);
	});
}

/** Moves the campaign on with its record in the trail; refused when it is elsewhere by now. */
export async function move(
	ctx: Ctx,
	tx: Tx,
	open: OpenSurvey,
	what: CampaignMove,
	change: CampaignChange,
): Promise<Result<null, Extract<MoveRefusal, { code: 'survey/wrong-state' }>>> {
	const { campaign } = open;
	const isMoved = mayMove(campaign, what) && (await updateSurveyCampaign(tx, campaign, change));
	if (!isMoved) return err({ code: 'survey/wrong-state', state: campaign.state });
	const before = { state: campaign.state, appliedAt: campaign.appliedAt };
	await auditSurvey(ctx, tx, open, { action: `survey.${what}`, before, after: change });
	return ok(null);
}

/** Whose links: one person's, a unit's, or everybody's. */
export interface LinkScope {
	readonly respondent?: string | undefined;
	readonly unit?: string | undefined;
}

/**
 * New links in the place of those that were lost; the old ones stop working at once. A link opens what was answered,
 * so a seat with answers gets a new one only from whoever may read them; seats of others are passed over, and
 * `survey/has-answers` says that none is left. With `clears` one seat gets its link after its answers are deleted.
 */
export async function reissueLinks(
	ctx: Ctx,
	address: SurveyAddress,
	scope: LinkScope & { readonly clears?: boolean | undefined },
): Promise<Result<readonly IssuedLink[], MoveRefusal>> {
	return forScope(ctx, address, scope, async (tx, open, chosen) => {
		const [one] = chosen;
		if (scope.clears && scope.respondent !== undefined && one && !mayHaveNewLink(open, one)) {
			if (one.state === 'validated') return err({ code: 'survey/not-possible' });
			await clearAnswers(ctx, tx, open, one);
			const cleared = (await findRespondent(tx, { campaignId: open.campaign.id, id: one.id })) ?? one;
			return ok(await issue(ctx, tx, open, [cleared]));
		}
		const free = chosen.filter((respondent) => mayHaveNewLink(open, respondent));
		if (free.length === 0) return err({ code: 'survey/has-answers' });
		return ok(await issue(ctx, tx, open, free));
	});
}

/** Lets the links work until another day. */
export async function extendLinks(
	ctx: Ctx,
	address: SurveyAddress,
	scope: LinkScope & { readonly until: IsoDate },
): Promise<Result<number, MoveRefusal>> {
	return forScope(ctx, address, scope, async (tx, open, chosen) => {
		for (const one of chosen) await changeSeat(tx, one, { link_ends_on: scope.until });
		await record(ctx, tx, open, chosen, { kind: 'link-extended', comment: scope.until });
		return ok(chosen.length);
	});
}

/** Stops the links at once. What was answered stays. */
export async function revokeLinks(
	ctx: Ctx,
	address: SurveyAddress,
	scope: LinkScope,
): Promise<Result<number, MoveRefusal>> {
	return forScope(ctx, address, scope, async (tx, open, chosen) => {
		const linked = chosen.filter(({ hasLink, isLinkRevoked }) => hasLink && !isLinkRevoked);
		for (const one of linked) await changeSeat(tx, one, { link_revoked_at: ctx.clock.now() });
		await record(ctx, tx, open, linked, { kind: 'link-revoked', comment: null });
		return ok(linked.length);
	});
}

/** Notes that a unit, or everybody, was reminded. */
export async function noteReminder(
	ctx: Ctx,
	address: SurveyAddress,
	scope: LinkScope,
): Promise<Result<number, MoveRefusal>> {
	return forScope(ctx, address, scope, async (tx, open, chosen) => {
		const waiting = chosen.filter(({ state }) => state !== 'submitted' && state !== 'validated');
		await record(ctx, tx, open, waiting, { kind: 'reminded', comment: null });
		return ok(waiting.length);
	});
}

function forScope<T>(
	ctx: Ctx,
	address: SurveyAddress,
	scope: LinkScope,
	work: (tx: Tx, open: OpenSurvey, chosen: readonly SurveyRespondent[]) => Promise<Result<T, MoveRefusal>>,
): Promise<Result<T, MoveRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<T, MoveRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign } = opened.value;
		if (campaign.state !== 'open') return err({ code: 'survey/wrong-state', state: campaign.state });
		const chosen = (await listRespondents(tx, campaign.id)).filter(
			({ id, unitKey }) =>
				(scope.respondent === undefined || id === scope.respondent) &&
				(scope.unit === undefined || unitKey === scope.unit),
		);
		if (chosen.length === 0) return err({ code: 'survey/nobody' as const });
		return work(tx, opened.value, chosen);
	});
}

async function issue(
	ctx: Ctx,
	tx: Tx,
	open: OpenSurvey,
	chosen: readonly SurveyRespondent[],
): Promise<readonly IssuedLink[]> {
	const links: IssuedLink[] = [];
	for (const respondent of chosen) {
		const { token, hash } = makeLinkToken();
		await changeSeat(tx, respondent, { token_hash: hash, link_revoked_at: null });
		links.push({ respondent, token });
	}
	await record(ctx, tx, open, chosen, { kind: 'link-issued', comment: null });
	return links;
}

async function record(
	ctx: Ctx,
	tx: Tx,
	open: OpenSurvey,
	chosen: readonly SurveyRespondent[],
	{ kind, comment }: Pick<SurveyEvent, 'kind' | 'comment'>,
): Promise<void> {
	const at = { madeAt: ctx.clock.now(), madeBy: open.actor.userId };
	await insertSurveyEvents(
		tx,
		chosen.map(({ id }) => ({ id: ctx.newId(), respondentId: id, kind, comment, ...at })),
	);
	const after = { comment, seats: chosen.map(({ id }) => id) };
	await auditSurvey(ctx, tx, open, { action: `survey.${kind}`, before: null, after });
}

function isAskedByLink({ channel }: SurveyRespondent): boolean {
	return channel === 'link';
}
