import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import { buildSampleSurvey, SAMPLE_SURVEY_UNITS } from '#fixtures/survey.ts';
import { sumShares } from '#lib/domain/workload/index.ts';
import { listAllocations } from '#lib/server/queries/allocation.ts';
import { listCampaigns } from '#lib/server/services/survey-campaign.ts';
import { readQuality } from '#lib/server/services/survey-quality.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeAll(async () => {
	at = await anInstallation();
});
afterAll(() => at.close());

const lyaskovets = loadFixtures().structures.find(({ municipality }) => municipality.slug === 'lyaskovets')!;

describe('the sample survey of Лясковец', () => {
	it('is one, says that it is sample data, and is applied; Елена has none', async () => {
		const ctx = await at.as('konsultant');
		const listed = await listCampaigns(ctx, 'lyaskovets');
		expect(listed).toMatchObject({
			value: {
				campaigns: [
					{
						campaign: { name: { bg: expect.stringContaining('примерни данни') as string }, state: 'closed' },
						counts: { rate: 1 },
					},
				],
			},
		});
		expect(await listCampaigns(ctx, 'elena')).toMatchObject({ value: { campaigns: [] } });
	});

	it('divides the whole time of every person, in whole per cent, the same every time', () => {
		const sample = buildSampleSurvey(lyaskovets);
		for (const { answers } of sample.seats) expect(sumShares(answers.map(({ share }) => share))).toBe(1);
		expect(buildSampleSurvey(lyaskovets)).toEqual(sample);
	});

	it('measures the units that were asked and leaves the others without a mark', async () => {
		const allocations = await listAllocations(at.database.db, lyaskovets.versionId);
		const unitOf = new Map(lyaskovets.posts.map(({ key, unitKey }) => [key, unitKey]));
		expect([...new Set(allocations.map(({ postKey }) => unitOf.get(postKey)))].sort()).toEqual(
			[...SAMPLE_SURVEY_UNITS].sort(),
		);
		for (const { share, low, high } of allocations) {
			expect(low).toBeLessThanOrEqual(share);
			expect(high).toBeGreaterThanOrEqual(share);
		}
	});

	it('has nothing suspicious in it', async () => {
		const ctx = await at.as('konsultant');
		const listed = await listCampaigns(ctx, 'lyaskovets');
		const id = listed.ok ? (listed.value.campaigns[0]?.campaign.id ?? '') : '';
		expect(await readQuality(ctx, { slug: 'lyaskovets', id })).toMatchObject({
			value: { flags: [], hidden: 0 },
		});
	});
});
