import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, share } from '#lib/domain/shared/index.ts';
import { hashOfLinkToken } from '#lib/server/auth/link-token.ts';
import { listCampaignItems } from '#lib/server/queries/survey-item.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { findRespondentByLink } from '#lib/server/queries/survey-respondent.ts';
import {
	createCampaign,
	discardCampaign,
	leaveOut,
	listCampaigns,
} from '#lib/server/services/survey-campaign.ts';
import { openCampaign } from '#lib/server/services/survey-links.ts';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { aDraft, anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());
const campaignId = (id: string) => id as SurveyCampaignId;

describe('a draft', () => {
	it('asks each occupied seat of the chosen units once, with the hours a week of the seat', async () => {
		const ctx = await at.as('konsultant');
		const { id } = await aDraft(ctx);
		const seats = await listRespondents(ctx.db, campaignId(id));
		expect(seats.length).toBeGreaterThan(2);
		expect(new Set(seats.map(({ unitKey }) => unitKey))).toEqual(new Set(['el-ut']));
		for (const seat of seats) expect(seat.weeklyHours).toBe(40 * seat.occupancy);
	});

	it('is refused with what is wrong at each field, and nothing is stored', async () => {
		const ctx = await at.as('konsultant');
		const plan = aSurveyPlan({ closesOn: isoDate('2026-11-20'), tolerance: share(0.5) });
		const made = await createCampaign(ctx, { slug: 'elena' }, plan, ['el-ut']);
		expect(made).toMatchObject({
			ok: false,
			error: { issues: [{ code: 'survey/closes-in-past' }, { code: 'survey/tolerance-too-wide' }] },
		});
		const nobody = await createCampaign(ctx, { slug: 'elena' }, aSurveyPlan(), ['niama']);
		expect(nobody).toEqual({ ok: false, error: { code: 'survey/nobody' } });
		expect(await listCampaigns(ctx, 'elena')).toMatchObject({ value: { campaigns: [] } });
	});

	it('may lose seats and be thrown away, an open survey may not', async () => {
		const ctx = await at.as('konsultant');
		const draft = await aDraft(ctx);
		const [first] = await listRespondents(ctx.db, campaignId(draft.id));
		const before = (await listRespondents(ctx.db, campaignId(draft.id))).length;
		expect((await leaveOut(ctx, draft, { respondent: first?.id ?? '' })).ok).toBe(true);
		expect(await listRespondents(ctx.db, campaignId(draft.id))).toHaveLength(before - 1);
		expect((await discardCampaign(ctx, draft)).ok).toBe(true);
		const { at: open } = await anOpenSurvey(ctx);
		expect(await discardCampaign(ctx, open)).toMatchObject({ error: { code: 'survey/not-draft' } });
		expect(await leaveOut(ctx, open, { unit: 'el-ut' })).toMatchObject({
			error: { code: 'survey/not-draft' },
		});
	});

	it('is not shown to those who will be asked in it', async () => {
		await aDraft(await at.as('konsultant'));
		expect(await listCampaigns(await at.as('rakovoditel-elena'), 'elena')).toMatchObject({
			value: { campaigns: [], mayManage: false },
		});
	});
});

describe('opening', () => {
	it('copies the functions of the units and makes one link a seat, of which only the digest is stored', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey, links } = await anOpenSurvey(ctx);
		const seats = await listRespondents(ctx.db, campaignId(survey.id));
		expect(links).toHaveLength(seats.length);
		const items = await listCampaignItems(ctx.db, campaignId(survey.id));
		expect(items.length).toBeGreaterThan(3);
		const [link] = links;
		const stored = JSON.stringify(await ctx.db.selectFrom('survey_respondent').selectAll().execute());
		expect(stored).not.toContain(link?.token ?? 'x');
		const found = await findRespondentByLink(ctx.db, hashOfLinkToken(link?.token ?? '') ?? '');
		expect(found?.id).toBe(link?.respondent.id);
		expect(JSON.stringify(await ctx.db.selectFrom('audit_entry').selectAll().execute())).not.toContain(
			link?.token ?? 'x',
		);
	});

	it('keeps the list still when the structure changes (F20)', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey } = await anOpenSurvey(ctx);
		const before = await listCampaignItems(ctx.db, campaignId(survey.id));
		await ctx.db.updateTable('admin_function').set({ text_bg: 'Друг текст' }).execute();
		expect(await listCampaignItems(ctx.db, campaignId(survey.id))).toEqual(before);
	});

	it('happens once', async () => {
		const ctx = await at.as('konsultant');
		const { at: survey } = await anOpenSurvey(ctx);
		expect(await openCampaign(ctx, survey)).toMatchObject({ error: { code: 'survey/wrong-state' } });
	});
});
