import { expect, it } from 'vitest';
import { headcount, asId, isoDate, type PostKey } from '#lib/domain/shared/index.ts';
import { viewProposalRules } from '#lib/server/services/council-view.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { openReview } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { ruleData, summariseScenario } from '#lib/server/services/scenario-view.ts';
import { consultant } from '#tests/support/council-world.ts';
import { aClosedScenario, add, done, paper, SLUG } from '#tests/support/elena-scenario.ts';

const [JANUARY, JULY] = [isoDate('2027-01-01'), isoDate('2027-07-01')];

/** The post of the secretary is closed with the decision and made again half a year later. */
async function withoutSecretary() {
	const address = { slug: SLUG, scenarioId: await aClosedScenario(consultant) };
	const { run } = await done(openScenario(consultant, address));
	const post = run.after.posts.find(({ title }) => title.bg.startsWith('Секретар на'))!;
	const { unitKey, title, category, relation, funding, annualCost } = post;
	await add(consultant, address.scenarioId, { kind: 'post-close', payload: { postKey: post.key } });
	await add(
		consultant,
		address.scenarioId,
		{
			kind: 'post-create',
			payload: {
				...{ key: asId<PostKey>('secretary-again'), unitKey, title, category, relation, funding },
				...{ annualCost, approved: headcount(1), isHead: false },
			},
		},
		JULY,
	);
	return address;
}

it('a rule broken only between two days is told on its day, in the head, before submission and to the council', async () => {
	const address = await withoutSecretary();
	const open = await done(openScenario(consultant, address));
	const end = ruleData(open.run, open, null);
	expect(end.day).toBe(JULY);
	const verdictOf = (given: typeof end) =>
		given.rules.find(({ after }) => after.rule === 'R10')?.after.verdict;
	const first = ruleData(open.run, open, JANUARY);
	expect([verdictOf(first), verdictOf(end)]).toEqual(['failed', 'passed']);
	expect(end.passing.map(({ startsOn, rule }) => [startsOn, rule.after.rule])).toContainEqual([
		...[JANUARY, 'R10'],
	]);
	expect(summariseScenario(open).passing).toBe(new Set(end.passing.map(({ rule }) => rule.after.rule)).size);
	const number = await done(submitScenario(consultant, address, paper(open.scenario.revision)));
	const page = await done(openReview(consultant, { slug: SLUG, number }));
	expect(viewProposalRules(page, null).passing).toEqual(end.passing);
	expect(page.open.frozen.report.passing).toEqual(end.passing);
});
