import type { SampleSurvey } from '#fixtures/survey.ts';
import { lookUp, type Structure } from '#lib/domain/org/index.ts';
import { isoDate, share, type UserId } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaign,
	SurveyCampaignId,
	SurveyItemId,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { changeSeat, insertRespondents, insertSurveyCampaign } from '../queries/survey.ts';
import { insertCampaignItems } from '../queries/survey-item.ts';
import { saveSurveyAnswers } from '../queries/survey-answer.ts';
import { rebuildAllocations } from './survey-apply.ts';

/** Puts a finished sample survey into the demo data: closed, validated and applied, called sample data by its name. */
export async function insertSampleSurvey(
	ctx: Ctx,
	tx: Tx,
	structure: Structure,
	sample: SampleSurvey,
): Promise<void> {
	if (sample.seats.length === 0) return;
	const campaign = sampleCampaign(ctx, structure);
	await insertSurveyCampaign(tx, { ...campaign, createdBy: 'seed' as UserId });
	const items = sample.items.map((item) => ({ ...item, id: ctx.newId() as SurveyItemId }));
	await insertCampaignItems(tx, campaign.id, items);
	const seats = sample.seats.map((seat) => ({ ...seat, id: ctx.newId() as SurveyRespondentId }));
	await insertRespondents(tx, campaign.id, seats);
	const itemOf = new Map(items.map((item) => [`${item.unitKey} ${item.functionKey}`, item.id]));
	for (const seat of seats) {
		const answers = seat.answers.flatMap(({ functionKey, ...answer }): readonly SurveyAnswer[] => {
			const itemId = itemOf.get(`${seat.unitKey} ${functionKey}`);
			return itemId === undefined ? [] : [{ ...answer, itemId, isLocked: false }];
		});
		for (const layer of ['own', 'validated'] as const)
			await saveSurveyAnswers(tx, { respondentId: seat.id, layer }, answers);
		const moment = { submitted_at: campaign.closedAt, validated_at: campaign.closedAt };
		await changeSeat(tx, { id: seat.id, revision: 1 }, { state: 'validated', ...moment });
	}
	const { municipality } = structure;
	await rebuildAllocations(ctx, tx, { municipality, campaign, lookup: lookUp(structure) });
}

function sampleCampaign(ctx: Ctx, structure: Structure): SurveyCampaign {
	return {
		id: ctx.newId() as SurveyCampaignId,
		municipalityId: structure.municipality.id,
		versionId: structure.versionId,
		name: { bg: 'Време по функции, 2025 г. (примерни данни)', en: 'Time by function, 2025 (sample data)' },
		periodFrom: isoDate('2025-01-01'),
		periodTo: isoDate('2025-12-31'),
		closesOn: isoDate('2026-01-30'),
		validator: 'consultant',
		seenBy: 'validator',
		tolerance: share(0.02),
		state: 'closed',
		revision: 1,
		createdAt: '2026-01-12T07:00:00.000Z',
		openedAt: '2026-01-12T08:00:00.000Z',
		closedAt: '2026-02-02T08:00:00.000Z',
		appliedAt: '2026-02-02T09:00:00.000Z',
	};
}
