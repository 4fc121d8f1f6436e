import type { LocalText } from '#lib/domain/org/index.ts';
import { addDays, err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaign,
	SurveyGroupShare,
	SurveyItem,
	SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import { hashOfLinkToken } from '../auth/link-token.ts';
import type { Ctx } from '../context.ts';
import type { Reader } from '../db/index.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listSurveyAnswers, listSurveyGroupShares, listSurveyItems } from '../queries/survey-answer.ts';
import { findLastSurveyEvent } from '../queries/survey-event.ts';
import {
	findRespondentByLink,
	findSeatNames,
	findSurveyCampaign,
	type SeatNames,
} from '../queries/survey-respondent.ts';

/** Wrong, expired, revoked or never opened: whoever holds it is told the same. */
export type DeadLink = { readonly code: 'survey/dead-link' };

/** The seat behind a link that works, with everything that it said so far. */
export interface OpenSeat {
	readonly campaign: SurveyCampaign;
	readonly respondent: SurveyRespondent;
	/** Last day of the link. */
	readonly endsOn: IsoDate;
	readonly items: readonly SurveyItem[];
	readonly answers: readonly SurveyAnswer[];
	readonly groups: readonly SurveyGroupShare[];
}

/** What the page of a respondent shows. */
export interface SurveyView extends OpenSeat {
	readonly names: SeatNames;
	/** Policy areas of the items, in their order. */
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	/** Why the answers came back, while they wait for correction. */
	readonly returned: { readonly comment: string | null } | null;
	/** What stands after validation; null until then. */
	readonly validated: readonly SurveyAnswer[] | null;
}

/** Days after its end on which a link of a closed campaign still shows the answers. */
const READABLE_DAYS = 30;

/** The page behind a personal link; whoever has the link needs no account. */
export async function viewSurvey(ctx: Ctx, token: string): Promise<Result<SurveyView, DeadLink>> {
	const opened = await openSeat(ctx.db, ctx.clock.today(), token);
	if (!opened.ok) return opened;
	const { campaign, respondent, items } = opened.value;
	const names = await findSeatNames(ctx.db, { ...respondent, versionId: campaign.versionId });
	if (!names) return err({ code: 'survey/dead-link' });
	const used = new Set(items.map((item) => item.groupKey));
	const areas = (await listPolicyAreas(ctx.db)).filter((area) => used.has(area.key));
	const isReturned = respondent.state === 'returned';
	const comment = isReturned ? await findLastSurveyEvent(ctx.db, respondent.id, 'returned') : undefined;
	const isValidated = respondent.state === 'validated';
	const validated = isValidated ? await listSurveyAnswers(ctx.db, respondent.id, 'validated') : null;
	const returned = isReturned ? { comment: comment?.comment ?? null } : null;
	return ok({ ...opened.value, names, areas, returned, validated });
}

/**
 * The seat of a link. Errors: `survey/dead-link` for a token that nobody has, a revoked link, a campaign that is not
 * open yet and every day after the last; of a closed campaign the answers stay readable thirty days longer.
 */
export async function openSeat(
	db: Reader,
	today: IsoDate,
	token: string,
): Promise<Result<OpenSeat, DeadLink>> {
	const hash = hashOfLinkToken(token);
	const respondent = hash === undefined ? undefined : await findRespondentByLink(db, hash);
	const campaign = respondent && (await findSurveyCampaign(db, respondent.campaignId));
	if (!respondent || !campaign || respondent.isLinkRevoked) return err({ code: 'survey/dead-link' });
	const endsOn = respondent.linkEndsOn ?? campaign.closesOn;
	const lastDay = campaign.state === 'closed' ? addDays(endsOn, READABLE_DAYS) : endsOn;
	if (campaign.state === 'draft' || today > lastDay) return err({ code: 'survey/dead-link' });
	const of = { campaignId: campaign.id, respondentId: respondent.id };
	return ok({
		campaign,
		respondent,
		endsOn,
		items: await listSurveyItems(db, of),
		answers: await listSurveyAnswers(db, respondent.id, 'own'),
		groups: await listSurveyGroupShares(db, respondent.id),
	});
}
