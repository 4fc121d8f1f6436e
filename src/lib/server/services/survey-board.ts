import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	countResponses,
	isHandedIn,
	type ResponseCounts,
	type SurveyCampaign,
	type SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCampaignItems } from '../queries/survey-item.ts';
import { listRespondents } from '../queries/survey.ts';
import { listHeadedUnits } from '../queries/survey-respondent.ts';
import { listLastEvents } from '../queries/survey-event.ts';
import {
	inUnitOrder,
	mayHaveNewLink,
	namesOfSeats,
	openSurvey,
	readsAnswers,
	seatWords,
	validates,
	type OpenSurvey,
	type SeatWords,
	type SurveyAddress,
} from './survey-open.ts';

export interface BoardSeat extends SeatWords {
	readonly id: string;
	/** The person, for human resources and the head of the unit; null for everybody else. */
	readonly name: string | null;
	readonly state: SurveyRespondent['state'];
	readonly channel: SurveyRespondent['channel'];
	readonly weeklyHours: number;
	readonly hasLink: boolean;
	readonly isRevoked: boolean;
	/** Whether a new link shows the actor nothing that was promised to somebody else. */
	readonly mayHaveNewLink: boolean;
	/** Last day of the link where it is not that of the campaign. */
	readonly endsOn: IsoDate | null;
	/** When it was last reminded; null when never. */
	readonly remindedAt: string | null;
	/** What was said when the answers were last given back; only while they are. */
	readonly comment: string | null;
}

export interface BoardUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly counts: ResponseCounts;
	/** Items of its list; 0 while the campaign is a draft. */
	readonly items: number;
	readonly seats: readonly BoardSeat[];
	/** Seats that have not handed in. */
	readonly waiting: number;
	/** Whether the actor may open the answers of single people. */
	readonly readsAnswers: boolean;
	readonly validates: boolean;
	/** False where its head validates and no account heads it, so that nobody could. */
	readonly hasValidator: boolean;
}

export interface SurveyBoard {
	readonly campaign: SurveyCampaign;
	readonly municipality: LocalText;
	readonly counts: ResponseCounts;
	readonly units: readonly BoardUnit[];
	readonly mayManage: boolean;
	/** Own additions that were neither recognised nor left aside, for the organiser. */
	readonly additions: number;
	readonly today: IsoDate;
}

/** How far a campaign has come, by unit and seat; a unit head sees the own unit. */
export async function readBoard(ctx: Ctx, address: SurveyAddress): Promise<Result<SurveyBoard, Refused>> {
	const opened = await openSurvey(ctx, address);
	if (!opened.ok) return opened;
	const open = opened.value;
	const { campaign, municipality, mayManage } = open;
	const respondents = inUnitOrder(open, await listRespondents(ctx.db, campaign.id));
	const items = await listCampaignItems(ctx.db, campaign.id);
	const seats = await boardSeats(ctx, open, respondents);
	const headed = await listHeadedUnits(ctx.db, municipality.id);
	const perUnit = Map.groupBy(items, ({ unitKey }) => unitKey);
	const units = [...Map.groupBy(respondents, ({ unitKey }) => unitKey)].map(([key, own]): BoardUnit => ({
		key,
		name: open.lookup.unitByKey.get(key)?.name ?? { bg: key, en: null },
		counts: countResponses(own),
		items: (perUnit.get(key) ?? []).filter(({ respondentId }) => respondentId === null).length,
		seats: own.flatMap(({ id }) => seats.get(id) ?? []),
		waiting: own.filter((one) => !isHandedIn(one)).length,
		readsAnswers: readsAnswers(open, key),
		validates: validates(open, key),
		hasValidator: campaign.validator !== 'unit-head' || headed.has(key),
	}));
	return ok({
		campaign,
		municipality: municipality.name,
		counts: countResponses(respondents),
		units,
		mayManage,
		additions: items.filter(({ respondentId }) => respondentId !== null).length,
		today: ctx.clock.today(),
	});
}

async function boardSeats(
	ctx: Ctx,
	open: OpenSurvey,
	respondents: readonly SurveyRespondent[],
): Promise<ReadonlyMap<string, BoardSeat>> {
	const names = await namesOfSeats(ctx, open, respondents);
	const words = seatWords(open, respondents);
	const reminded = await listLastEvents(ctx.db, open.campaign.id, 'reminded');
	const returned = await listLastEvents(ctx.db, open.campaign.id, 'returned');
	return new Map(
		respondents.map((one) => [
			one.id,
			{
				...words(one),
				id: one.id,
				name: names.get(one.id) ?? null,
				state: one.state,
				channel: one.channel,
				weeklyHours: one.weeklyHours,
				hasLink: one.hasLink,
				isRevoked: one.isLinkRevoked,
				mayHaveNewLink: mayHaveNewLink(open, one),
				endsOn: one.linkEndsOn,
				remindedAt: reminded.get(one.id)?.at ?? null,
				comment:
					one.state === 'returned' && readsAnswers(open, one.unitKey)
						? (returned.get(one.id)?.comment ?? null)
						: null,
			},
		]),
	);
}
