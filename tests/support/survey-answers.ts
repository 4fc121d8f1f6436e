import { afterEach, beforeEach } from 'vitest';
import { share } from '#lib/domain/shared/index.ts';
import {
	type SurveyAnswer,
	type SurveyCampaignId,
	type SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { changeSeat, listRespondents } from '#lib/server/queries/survey.ts';
import { listCampaignItems } from '#lib/server/queries/survey-item.ts';
import { insertOwnItem, saveSurveyAnswers } from '#lib/server/queries/survey-answer.ts';
import { anInstallation, type Installation } from './installation.ts';
import { anOpenSurvey } from './survey-world.ts';

/** A fresh installation with an open survey of one unit for every test. Importing this file sets it up. */
export let at: Installation;
/** The organiser. */
export let ctx: Ctx;
/** The head of the unit that is asked. */
export let head: Ctx;
/** The open survey. */
export let survey: { readonly slug: string; readonly id: string };
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	head = await at.as('rakovoditel-elena');
	({ at: survey } = await anOpenSurvey(ctx));
});
afterEach(() => at.close());

export const id = () => survey.id as SurveyCampaignId;
export const seats = () => listRespondents(ctx.db, id());
export const items = async () =>
	(await listCampaignItems(ctx.db, id())).filter(({ unitKey }) => unitKey === 'el-ut');

export const answer = (itemId: SurveyAnswer['itemId'], part: number): SurveyAnswer => ({
	itemId,
	share: share(part),
	low: null,
	high: null,
	participation: 'performs',
	peakMonths: 0,
	isLocked: false,
});

/** Hands in shares for the first items of the unit, for the seat at a place. */
export async function handIn(place: number, ...parts: readonly number[]): Promise<SurveyRespondentId> {
	const [list, all] = [await items(), await seats()];
	const respondent = all[place];
	if (!respondent) throw new Error(`no seat ${place}`);
	const answers = parts.map((part, at) => answer(list[at]!.id, part));
	await ctx.db.transaction().execute(async (tx) => {
		await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'own' }, answers);
		await changeSeat(tx, respondent, { state: 'submitted', submitted_at: ctx.clock.now() });
	});
	return respondent.id;
}

/** Somebody adds „Дежурства“ to the list, 0,4 beside 0,6 for the first item. Answers with both items. */
export async function addOwn(person: SurveyRespondentId) {
	const [first] = await items();
	if (!first?.unitKey) throw new Error('no item');
	const own = 'own-1' as SurveyAnswer['itemId'];
	const of = { campaignId: id(), respondentId: person, unitKey: first.unitKey, groupKey: first.groupKey };
	await ctx.db.transaction().execute(async (tx) => {
		await insertOwnItem(tx, { ...of, id: own, text: 'Дежурства', sort: 0 });
		const answers = [answer(first.id, 0.6), answer(own, 0.4)];
		await saveSurveyAnswers(tx, { respondentId: person, layer: 'own' }, answers);
	});
	return { own, first };
}

/** A seat with the revision that it has now. */
export async function seen(respondent: SurveyRespondentId) {
	const found = (await seats()).find((one) => one.id === respondent);
	return { respondent, revision: found?.revision ?? 0 };
}

/** Goes on with another survey. */
export function goOnWith(other: typeof survey): void {
	survey = other;
}
