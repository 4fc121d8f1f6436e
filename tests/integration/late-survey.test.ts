import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { applyCampaign } from '#lib/server/services/survey-apply.ts';
import { leaveOut } from '#lib/server/services/survey-campaign.ts';
import { closeCampaign, extendLinks, openCampaign, reissueLinks } from '#lib/server/services/survey-links.ts';
import { mapAddition } from '#lib/server/services/survey-quality.ts';
import { makeQuestionnaire } from '#lib/server/services/survey-questionnaire.ts';
import { takeQuestionnaires } from '#lib/server/services/survey-return.ts';
import { approveAnswers } from '#lib/server/services/survey-validate.ts';
import { lateBy } from '#tests/support/late.ts';
import { aDraft } from '#tests/support/survey-world.ts';
import { addOwn, ctx, handIn, head, seats, seen, survey } from '#tests/support/survey-answers.ts';

const closing = () => lateBy(ctx, () => closeCampaign(ctx, survey));
const CLOSED = { ok: false, error: { code: 'survey/wrong-state', state: 'closed' } };

describe('a survey that is closed at the same moment', () => {
	it('gives out no new links and lets none work longer', async () => {
		expect(await reissueLinks(closing(), survey, {})).toEqual(CLOSED);
		expect(await extendLinks(closing(), survey, { until: isoDate('2026-12-20') })).toEqual(CLOSED);
		expect((await seats()).every(({ linkEndsOn }) => linkEndsOn !== '2026-12-20')).toBe(true);
	});

	it('gives out no questionnaire, and nobody is turned to one', async () => {
		expect(await makeQuestionnaire(closing(), survey, { unit: 'el-ut' })).toEqual(CLOSED);
		expect((await seats()).every(({ channel }) => channel === 'link')).toBe(true);
	});

	it('takes no questionnaire in, and says why', async () => {
		const given = await makeQuestionnaire(ctx, survey, { unit: 'el-ut' });
		if (!given.ok) throw new Error(given.error.code);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(Uint8Array.from(given.value.bytes).buffer);
		const sheet = workbook.worksheets.find((one) => one.getCell('A2').value === 'ustroy-survey-1');
		if (!sheet) throw new Error('the workbook has a sheet of a person');
		sheet.getCell(7, 4).value = 100;
		const file = { name: 'otdel.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
		expect(await takeQuestionnaires(closing(), survey, [file])).toEqual({
			ok: true,
			value: [{ file: 'otdel.xlsx', kind: 'closed' }],
		});
		expect((await seats()).some(({ state }) => state === 'submitted')).toBe(false);
	});
});

it('a draft that is opened at the same moment loses no seat', async () => {
	const draft = await aDraft(ctx);
	const before = await listRespondents(ctx.db, draft.id as SurveyCampaignId);
	const late = lateBy(ctx, () => openCampaign(ctx, draft));
	expect(await leaveOut(late, draft, { unit: 'el-ut' })).toEqual({
		ok: false,
		error: { code: 'survey/not-draft' },
	});
	expect(await listRespondents(ctx.db, draft.id as SurveyCampaignId)).toHaveLength(before.length);
});

it('an addition is not recognised any more when the results are applied at the same moment', async () => {
	const person = await handIn(0, 0.6);
	const { own, first } = await addOwn(person);
	await approveAnswers(head, survey, await seen(person));
	await closeCampaign(ctx, survey);
	const late = lateBy(ctx, () => applyCampaign(ctx, survey));
	expect(await mapAddition(late, survey, { item: own, to: first.id })).toEqual({
		ok: false,
		error: { code: 'survey/applied' },
	});
});
