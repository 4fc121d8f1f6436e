import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { hashOfLinkToken } from '#lib/server/auth/link-token.ts';
import { listCampaignItems } from '#lib/server/queries/survey-item.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { listSurveyAnswers } from '#lib/server/queries/survey-answer.ts';
import { findRespondentByLink } from '#lib/server/queries/survey-respondent.ts';
import { saveChoice } from '#lib/server/services/survey-answer-own.ts';
import { readBoard } from '#lib/server/services/survey-board.ts';
import { validateByConsultant } from '#lib/server/services/survey-campaign.ts';
import {
	closeCampaign,
	extendLinks,
	noteReminder,
	reissueLinks,
	reopenCampaign,
	revokeLinks,
} from '#lib/server/services/survey-links.ts';
import type { SurveyCampaignId, SurveyItemId, SurveyRespondentId } from '#lib/domain/workload/index.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

const choiceOf = (item: string) => ({
	items: { now: new Set([item as SurveyItemId]), was: new Set<SurveyItemId>() },
});
const campaignId = (id: string) => id as SurveyCampaignId;

describe('links', () => {
	it('made anew put the old ones out of use', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey, links } = await anOpenSurvey(ctx);
		const [old] = links;
		const again = await reissueLinks(ctx, survey, { respondent: old?.respondent.id });
		const [fresh] = again.ok ? again.value : [];
		expect(await findRespondentByLink(ctx.db, hashOfLinkToken(old?.token ?? '') ?? '')).toBeUndefined();
		const found = await findRespondentByLink(ctx.db, hashOfLinkToken(fresh?.token ?? '') ?? '');
		expect(found?.id).toBe(old?.respondent.id);
	});

	it('are not made anew over answers that somebody else was promised, unless the answers are deleted first', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey, links } = await anOpenSurvey(ctx);
		const [link, second] = links;
		const token = link?.token ?? '';
		const one = { respondent: link?.respondent.id };
		const item = (await listCampaignItems(ctx.db, campaignId(survey.id)))[0]?.id ?? '';
		expect((await saveChoice(ctx, token, choiceOf(item))).ok).toBe(true);
		expect(await reissueLinks(ctx, survey, one)).toEqual({
			ok: false,
			error: { code: 'survey/has-answers' },
		});
		const everybody = await reissueLinks(ctx, survey, {});
		expect(everybody.ok && everybody.value.map(({ respondent }) => respondent.id)).not.toContain(
			one.respondent,
		);
		const hash = hashOfLinkToken(token) ?? '';
		expect((await findRespondentByLink(ctx.db, hash))?.state).toBe('in-progress');
		const cleared = await reissueLinks(ctx, survey, { ...one, clears: true });
		expect(cleared.ok && cleared.value).toHaveLength(1);
		expect(await findRespondentByLink(ctx.db, hash)).toBeUndefined();
		const rows = await listSurveyAnswers(ctx.db, one.respondent ?? ('' as SurveyRespondentId), 'own');
		expect(rows).toEqual([]);
		const seats = await listRespondents(ctx.db, campaignId(survey.id));
		expect(seats.find(({ id }) => id === one.respondent)?.state).toBe('not-started');
		// What is validated is not deleted by anybody but through its validator.
		const other = { respondent: second?.respondent.id };
		at.database.raw
			.prepare(
				"update survey_respondent set state = 'validated', submitted_at = '2026-11-21', validated_at = '2026-11-21' where id = ?",
			)
			.run(other.respondent);
		expect(await reissueLinks(ctx, survey, { ...other, clears: true })).toMatchObject({
			error: { code: 'survey/not-possible' },
		});
	});

	it('are made anew over answers by whoever validates them', async () => {
		const ctx = await at.as('konsultant');
		const plan = aSurveyPlan({ validator: 'consultant' });
		const { at: survey, links } = await anOpenSurvey(ctx, { plan });
		const item = (await listCampaignItems(ctx.db, campaignId(survey.id)))[0]?.id ?? '';
		await saveChoice(ctx, links[0]?.token ?? '', choiceOf(item));
		const again = await reissueLinks(ctx, survey, { respondent: links[0]?.respondent.id });
		expect(again.ok && again.value).toHaveLength(1);
	});

	it('may end later, be stopped and be reminded of, for a unit', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey, links } = await anOpenSurvey(ctx, { units: ['el-ut', 'el-va'] });
		const own = links.filter(({ respondent }) => respondent.unitKey === 'el-ut');
		const until = isoDate('2026-12-20');
		expect(await extendLinks(ctx, survey, { unit: 'el-ut', until })).toEqual({ ok: true, value: own.length });
		expect(await noteReminder(ctx, survey, { unit: 'el-ut' })).toEqual({ ok: true, value: own.length });
		expect(await revokeLinks(ctx, survey, { respondent: own[0]?.respondent.id })).toEqual({
			ok: true,
			value: 1,
		});
		const board = await readBoard(ctx, survey);
		if (!board.ok) throw new Error(board.error.code);
		const unit = board.value.units.find(({ key }) => key === 'el-ut');
		expect(unit?.seats.every((seat) => seat.endsOn === until && seat.remindedAt !== null)).toBe(true);
		expect(unit?.seats.filter(({ isRevoked }) => isRevoked)).toHaveLength(1);
		expect(board.value.units.find(({ key }) => key === 'el-va')?.seats[0]?.endsOn).toBeNull();
	});

	it('can be made, extended and stopped only while the survey is open, which a closing by mistake is not the end of', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey } = await anOpenSurvey(ctx);
		expect((await closeCampaign(ctx, survey)).ok).toBe(true);
		expect(await reissueLinks(ctx, survey, {})).toMatchObject({ error: { code: 'survey/wrong-state' } });
		expect((await reopenCampaign(ctx, survey)).ok).toBe(true);
		expect((await reissueLinks(ctx, survey, {})).ok).toBe(true);
	});
});

describe('the board', () => {
	it('tells of units that nobody can validate; the consultant may take it over until somebody answers', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey, links } = await anOpenSurvey(ctx, { units: ['el-ut', 'el-va'] });
		const without = async () => {
			const board = await readBoard(ctx, survey);
			return board.ok && board.value.units.filter(({ hasValidator }) => !hasValidator).map(({ key }) => key);
		};
		expect(await without()).toEqual(['el-va']);
		expect((await validateByConsultant(ctx, survey)).ok).toBe(true);
		expect(await without()).toEqual([]);
		const item = (await listCampaignItems(ctx.db, campaignId(survey.id)))[0]?.id ?? '';
		await saveChoice(ctx, links[0]?.token ?? '', choiceOf(item));
		expect(await validateByConsultant(ctx, survey)).toMatchObject({ error: { code: 'survey/has-begun' } });
	});

	it('names people to human resources and to the head of the unit, never to the consultant', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey } = await anOpenSurvey(ctx, { units: ['el-ut', 'el-va'] });
		const namesFor = async (username: string) => {
			const board = await readBoard(await at.as(username), survey);
			if (!board.ok) throw new Error(board.error.code);
			return {
				units: board.value.units.map(({ key }) => key),
				named: board.value.units.flatMap(({ seats }) => seats).filter(({ name }) => name !== null).length,
			};
		};
		expect(await namesFor('konsultant')).toEqual({
			units: expect.arrayContaining(['el-ut', 'el-va']),
			named: 0,
		});
		expect((await namesFor('hr-elena')).named).toBeGreaterThan(0);
		const head = await namesFor('rakovoditel-elena');
		expect(head.units).toEqual(['el-ut']);
		expect(head.named).toBeGreaterThan(0);
		const looks = await ctx.db
			.selectFrom('audit_entry')
			.select('actor_name')
			.where('action', '=', 'people.look')
			.where('entity', '=', 'survey')
			.execute();
		expect(looks).toHaveLength(2);
	});

	it('is closed to councillors and to strangers', async () => {
		const { at: survey } = await anOpenSurvey(await at.as('konsultant'));
		expect(await readBoard(await at.as('savetnik-elena-1'), survey)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect(await readBoard(await at.as('konsultant-lyaskovets'), survey)).toMatchObject({
			error: { code: 'access/not-found' },
		});
		expect(await readBoard(await at.as('konsultant'), { slug: 'lyaskovets', id: survey.id })).toMatchObject({
			error: { code: 'access/not-found' },
		});
	});
});
