import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { share } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId, SurveyItemId, SurveyRespondent } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
	listSurveyAnswers,
	listSurveyItems,
	saveSurveyAnswers,
	saveSurveyGroupShares,
} from '#lib/server/queries/survey-answer.ts';
import { listReplacedAnswers } from '#lib/server/queries/survey-replaced.ts';
import { updateRespondent } from '#lib/server/queries/survey-respondent.ts';
import { changeSeat, listRespondents } from '#lib/server/queries/survey.ts';
import { reissueLinks } from '#lib/server/services/survey-links.ts';
import { makeQuestionnaire } from '#lib/server/services/survey-questionnaire.ts';
import { takeQuestionnaires } from '#lib/server/services/survey-return.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { anOpenSurvey } from '#tests/support/survey-world.ts';

let at: Installation;
let ctx: Ctx;
let survey: { readonly slug: string; readonly id: string };
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	({ at: survey } = await anOpenSurvey(ctx));
});
afterEach(() => at.close());

async function thePerson(): Promise<SurveyRespondent> {
	const [person] = await listRespondents(ctx.db, survey.id as SurveyCampaignId);
	if (!person) throw new Error('somebody is asked');
	return person;
}

/** The first person has said by the link that 30 % of the time goes to the first function. */
async function begin(): Promise<SurveyItemId> {
	const person = await thePerson();
	const of = { campaignId: survey.id as SurveyCampaignId, respondentId: person.id };
	const item = (await listSurveyItems(ctx.db, of)).find(({ unitKey }) => unitKey === person.unitKey);
	if (!item) throw new Error('the unit has functions');
	await ctx.db.transaction().execute(async (tx) => {
		const answer = { itemId: item.id, share: share(0.3), low: null, high: null };
		await saveSurveyAnswers(tx, { respondentId: person.id, layer: 'own' }, [
			{ ...answer, participation: null, peakMonths: 0, isLocked: false },
		]);
		await changeSeat(tx, person, { state: 'in-progress' });
	});
	return item.id;
}

/** The questionnaire of the first person, filled in with 100 % on the first function. */
async function filledIn() {
	const made = await makeQuestionnaire(ctx, survey, { respondent: (await thePerson()).id });
	if (!made.ok) throw new Error(made.error.code);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Uint8Array.from(made.value.bytes).buffer);
	const sheet = workbook.worksheets.find((one) => one.getCell('A2').value === 'ustroy-survey-1');
	if (!sheet) throw new Error('the file has a sheet');
	sheet.getCell(7, 4).value = 100;
	return { name: 'върнат.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

async function bring(replaces: boolean) {
	const taken = await takeQuestionnaires(ctx, survey, [await filledIn()], { replaces });
	if (!taken.ok) throw new Error(taken.error.code);
	return taken.value[0];
}

it('a questionnaire over answers begun by the link asks first, and changes nothing', async () => {
	const item = await begin();
	expect(await bring(false)).toMatchObject({ kind: 'asks', sheets: [expect.any(String)] });
	const person = await thePerson();
	expect(person).toMatchObject({ state: 'in-progress', channel: 'link' });
	expect(await listSurveyAnswers(ctx.db, person.id, 'own')).toMatchObject([{ itemId: item, share: 0.3 }]);
});

it('with the word of the organiser the questionnaire stands, and what was begun is kept beside it', async () => {
	await begin();
	expect(await bring(true)).toMatchObject({ kind: 'accepted', people: 1 });
	const person = await thePerson();
	expect(person).toMatchObject({ state: 'submitted', channel: 'workbook' });
	expect(await listSurveyAnswers(ctx.db, person.id, 'own')).toMatchObject([{ share: 1 }]);
	expect(await listReplacedAnswers(ctx.db, person.id)).toMatchObject([{ share: 0.3 }]);
});

it('keeps the time of the areas, the words of the person and what was validated too', async () => {
	const itemId = await begin();
	const { id } = await thePerson();
	const items = await listSurveyItems(ctx.db, {
		campaignId: survey.id as SurveyCampaignId,
		respondentId: id,
	});
	const groupKey = items.find((item) => item.id === itemId)?.groupKey ?? '';
	await ctx.db.transaction().execute(async (tx) => {
		const answer = { itemId, share: share(0.25), low: null, high: null };
		await saveSurveyAnswers(tx, { respondentId: id, layer: 'validated' }, [
			{ ...answer, participation: null, peakMonths: 0, isLocked: false },
		]);
		await saveSurveyGroupShares(tx, id, [{ groupKey, share: share(0.4), isLocked: false }]);
		await updateRespondent(tx, id, { obstacles: 'Двойно въвеждане', systems: 'Деловодство' });
	});
	await bring(true);
	const kept = await listReplacedAnswers(ctx.db, id);
	expect(kept.map(({ kind, share: part }) => [kind, part])).toEqual([
		['item', 0.3],
		['group', 0.4],
		['obstacles', null],
		['systems', null],
		['validated', 0.25],
	]);
	expect(kept[2]?.text.bg).toBe('Двойно въвеждане');
});

it('an answer that nobody began is taken in without asking', async () => {
	expect(await bring(false)).toMatchObject({ kind: 'accepted', people: 1 });
	expect(await listReplacedAnswers(ctx.db, (await thePerson()).id)).toEqual([]);
});

it('clearing a seat for somebody else forgets what was replaced on it too', async () => {
	await begin();
	await bring(true);
	const { id } = await thePerson();
	const other = await at.as('konsultant');
	expect((await reissueLinks(other, survey, { respondent: id, clears: true })).ok).toBe(true);
	expect(await listReplacedAnswers(ctx.db, id)).toEqual([]);
});
