import { err, type Result } from '#lib/domain/shared/index.ts';
import { chooseItems, type SurveyItem, type SurveyItemId, type Typed } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteOwnItem, insertOwnItem } from '../queries/survey-answer.ts';
import type { OpenSeat } from './survey-answer.ts';
import { changeSeat, type Saved, type SaveRefusal, type SeatChange } from './survey-answer-save.ts';

/** So many own additions are a list of its own; the questions to the list belong to the organiser. */
const MOST_OWN_ITEMS = 20;

export type ChoiceRefusal =
	| SaveRefusal
	| { readonly code: 'survey/too-many-own'; readonly limit: number }
	| { readonly code: 'survey/unknown-area' };

/** What the respondent works on, as the page with the lists sends it. */
export interface SurveyChoice {
	readonly items: Typed<ReadonlySet<SurveyItemId>>;
	/** Work that the list does not have, in the words of the respondent. */
	readonly added?: { readonly text: string; readonly groupKey: string } | undefined;
	/** An own addition that is taken back with the time stated for it. */
	readonly removed?: SurveyItemId | undefined;
}

type Outcome = Result<SeatChange, ChoiceRefusal>;

/**
 * Stores the choice together with what is added or taken back, all or nothing. Errors besides the common:
 * `survey/fields` for an item that this respondent does not have, `survey/too-many-own`, `survey/unknown-area`.
 */
export function saveChoice(
	ctx: Ctx,
	token: string,
	choice: SurveyChoice,
): Promise<Result<Saved, ChoiceRefusal>> {
	return changeSeat(ctx, token, async (seat, tx): Promise<Outcome> => {
		const { added, removed } = choice;
		const refusal = refusalOf(seat, choice);
		if (refusal) return err(refusal);
		const own = added && (await add(ctx, tx, seat, added));
		const items = own ? [...seat.items, own] : seat.items;
		const now = new Set(choice.items.now);
		const was = new Set(choice.items.was);
		if (own) now.add(own.id);
		if (removed) await deleteOwnItem(tx, { respondentId: seat.respondent.id, itemId: removed });
		if (removed) was.add(removed);
		if (removed) now.delete(removed);
		const result = chooseItems({ ...seat, items }, { now, was });
		return result.ok ? result : err({ code: 'survey/fields', issues: result.error });
	});
}

function refusalOf(seat: OpenSeat, { items, added, removed }: SurveyChoice): ChoiceRefusal | undefined {
	const own = seat.items.filter((item) => item.respondentId !== null);
	const known = new Set(seat.items.map((item) => item.id));
	const strange = [...items.now].find((id) => !known.has(id));
	if (strange !== undefined) return unknownItem(strange);
	if (removed !== undefined && !own.some((item) => item.id === removed)) return unknownItem(removed);
	if (!added) return undefined;
	if (own.length >= MOST_OWN_ITEMS) return { code: 'survey/too-many-own', limit: MOST_OWN_ITEMS };
	const hasArea = seat.items.some((item) => item.groupKey === added.groupKey);
	return hasArea ? undefined : { code: 'survey/unknown-area' };
}

async function add(
	ctx: Ctx,
	tx: Tx,
	{ campaign, respondent, items }: OpenSeat,
	{ text, groupKey }: NonNullable<SurveyChoice['added']>,
): Promise<SurveyItem> {
	const id = ctx.newId() as SurveyItemId;
	const { unitKey } = respondent;
	const sort = items.filter((item) => item.respondentId !== null).length;
	const place = { campaignId: campaign.id, respondentId: respondent.id, unitKey, groupKey };
	await insertOwnItem(tx, { id, ...place, text, sort });
	return { id, respondentId: respondent.id, unitKey, groupKey, text: { bg: text, en: null } };
}

function unknownItem(id: SurveyItemId): ChoiceRefusal {
	const issue = { code: 'survey/unknown-item' } as const;
	return { code: 'survey/fields', issues: [{ field: `item.${id}`, issue }] };
}
