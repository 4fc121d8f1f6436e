import { afterEach, beforeEach, expect, it } from 'vitest';
import { scenarioStaffing } from '#lib/server/services/scenario-view.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
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
