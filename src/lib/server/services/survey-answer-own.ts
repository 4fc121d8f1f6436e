import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { chooseItems, type SurveyItem, type SurveyItemId } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { deleteOwnItem, insertOwnItem } from '../queries/survey-answer.ts';
import { changeSeat, type Saved, type SaveRefusal, type SeatChange } from './survey-answer-save.ts';

/** So many own additions are a list of its own; the questions to the list belong to the organiser. */
const MOST_OWN_ITEMS = 20;

export type OwnItemRefusal =
	| SaveRefusal
	| { readonly code: 'survey/too-many-own'; readonly limit: number }
	| { readonly code: 'survey/unknown-area' };

/** Adds work that the list does not have, in the words of the respondent, and chooses it. */
export async function addOwnItem(
	ctx: Ctx,
	token: string,
	given: { readonly text: string; readonly groupKey: string },
): Promise<Result<Saved, OwnItemRefusal>> {
	let refusal: OwnItemRefusal | undefined;
	const result = await changeSeat(ctx, token, async (seat, tx): Promise<Result<SeatChange, SaveRefusal>> => {
		const { campaign, respondent, items } = seat;
		const own = items.filter((item) => item.respondentId !== null);
		if (own.length >= MOST_OWN_ITEMS) refusal = { code: 'survey/too-many-own', limit: MOST_OWN_ITEMS };
		if (!items.some((item) => item.groupKey === given.groupKey)) refusal = { code: 'survey/unknown-area' };
		if (refusal) return err({ code: 'survey/fields', issues: [] });
		const id = ctx.newId() as SurveyItemId;
		const place = { campaignId: campaign.id, respondentId: respondent.id, unitKey: respondent.unitKey };
		await insertOwnItem(tx, { id, ...place, ...given, sort: own.length });
		const added: SurveyItem = {
			id,
			respondentId: respondent.id,
			unitKey: respondent.unitKey,
			groupKey: given.groupKey,
			text: { bg: given.text, en: null },
		};
		return chosen({ ...seat, items: [...items, added] }, new Set([id]), new Set());
	});
	return refusal ? err(refusal) : result;
}

/** Takes back an own addition with the time stated for it; an item of the list or of somebody else stays. */
export function removeOwnItem(
	ctx: Ctx,
	token: string,
	itemId: SurveyItemId,
): Promise<Result<Saved, SaveRefusal>> {
	return changeSeat(ctx, token, async (seat, tx) => {
		const isOwn = seat.items.some((item) => item.id === itemId && item.respondentId !== null);
		if (!isOwn) {
			const issue = { code: 'survey/unknown-item' } as const;
			return err({ code: 'survey/fields', issues: [{ field: `item.${itemId}`, issue }] });
		}
		await deleteOwnItem(tx, { respondentId: seat.respondent.id, itemId });
		return chosen(seat, new Set(), new Set([itemId]));
	});
}

function chosen(
	seat: Parameters<typeof chooseItems>[0],
	now: ReadonlySet<SurveyItemId>,
	was: ReadonlySet<SurveyItemId>,
): Result<SeatChange, SaveRefusal> {
	const result = chooseItems(seat, { now, was });
	return result.ok ? ok(result.value) : err({ code: 'survey/fields', issues: result.error });
}
