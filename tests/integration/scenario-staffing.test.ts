import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, eurCents, headcount, type PostKey } from '#lib/domain/shared/index.ts';
import { viewProposal } from '#lib/server/services/council-view.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { openReview } from '#lib/server/services/review.ts';
import { operationList, scenarioStaffing, summariseScenario } from '#lib/server/services/scenario-view.ts';
import { compareScenarios } from '#lib/server/services/scenario-compare.ts';
import { viewPhases } from '#lib/server/services/scenario-phases.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { aClosedScenario, add, aScenario, done, paper, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let address: { slug: string; scenarioId: string };

beforeEach(async () => {
	at = await anInstallation();
	address = { slug: SLUG, scenarioId: await aScenario(await at.as('konsultant')) };
});
afterEach(() => at.close());

it('shows a head of a unit what posts cost in the own unit alone, and everybody the sum', async () => {
	const staffingFor = async (who: string) =>
		scenarioStaffing(await done(openScenario(await at.as(who), address)));
	const [whole, own] = [await staffingFor('konsultant'), await staffingFor('rakovoditel-elena')];
	const priced = ({ before, after }: typeof whole) =>
		[...before, ...after].filter(({ post, annualCost }) => post.annualCost !== null || annualCost !== null);
	expect(own.costUnits).toHaveLength(1);
	expect(priced(own).every(({ post }) => own.costUnits.includes(post.unitKey))).toBe(true);
	expect(priced(own).length).toBeLessThan(priced(whole).length);
	expect(own.cost).toEqual(whole.cost);
});

it('keeps the difference of a scenario from a head when it touches posts of other units', async () => {
	const scenarioId = await aClosedScenario(await at.as('konsultant'));
	const seenBy = async (who: string) => {
		const ctx = await at.as(who);
		const open = await done(openScenario(ctx, { slug: SLUG, scenarioId }));
		const compared = await done(compareScenarios(ctx, SLUG, { scenarioIds: [scenarioId], judgedOn: null }));
		return {
			...{ page: summariseScenario(open).numbers, staffing: scenarioStaffing(open).cost },
			phases: (await viewPhases(ctx, open)).map(({ numbers }) => numbers?.annualCost ?? null),
			compared: compared.columns.map(({ values }) => values.cost),
		};
	};
	const [whole, own] = [await seenBy('hr-elena'), await seenBy('rakovoditel-elena')];
	expect(whole.page.after.annualCost).toBe(whole.staffing.after);
	expect(whole.compared[1]).toBe(whole.staffing.after);
	expect(whole.phases).not.toContain(null);
	expect(own.page.before.annualCost).toBe(whole.page.before.annualCost);
	expect([own.page.after.annualCost, own.staffing.after, own.compared[1]]).toEqual([null, null, null]);
	expect(own.phases.every((cost) => cost === null)).toBe(true);
});

it('keeps what an operation costs from whoever does not see what its posts cost, also inside the data', async () => {
	const ctx = await at.as('konsultant');
	const scenarioId = await aClosedScenario(ctx);
	await add(ctx, scenarioId, {
		kind: 'post-change',
		payload: {
			postKey: asId<PostKey>('el-hd-eu'),
			changes: { approved: headcount(1), annualCost: eurCents(1_700_000) },
		},
	});
	const listFor = async (who: string) =>
		operationList(await done(openScenario(await at.as(who), { slug: SLUG, scenarioId })));
	const last = (list: Awaited<ReturnType<typeof listFor>>) => list.applied.at(-1);
	expect(last(await listFor('hr-elena'))?.annualCost).toBeLessThan(0);
	const hidden = last(await listFor('rakovoditel-elena'));
	expect([hidden?.annualCost, hidden?.posts]).toEqual([null, -1]);
	expect(JSON.stringify(hidden)).not.toMatch(/"annualCost":\d/);

	const { scenario } = await done(openScenario(ctx, { slug: SLUG, scenarioId }));
	const number = await done(submitScenario(ctx, { slug: SLUG, scenarioId }, paper(scenario.revision)));
	const pointsFor = async (who: string) =>
		viewProposal(await done(openReview(await at.as(who), { slug: SLUG, number }))).points;
	expect((await pointsFor('savetnik-elena-1')).at(-1)?.annualCost).toBeLessThan(0);
	const seen = (await pointsFor('nablyudatel')).at(-1);
	expect(seen?.annualCost).toBeNull();
	expect(JSON.stringify(seen)).not.toMatch(/"annualCost":\d/);
});
