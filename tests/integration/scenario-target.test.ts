import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveTargets, targetsToSet, viewTargets } from '#lib/server/services/scenario-target.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import type { Ctx } from '#lib/server/context.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
let address: { slug: string; scenarioId: string };
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	address = { slug: SLUG, scenarioId: await aScenario(ctx) };
});
afterEach(() => at.close());

it('targets are kept with the scenario, measured at once, and taken away when they are left out', async () => {
	await done(saveTargets(ctx, address, { targets: { administration: 87, units: 50 }, revision: 1 }));
	const open = await done(openScenario(ctx, address));
	expect(await viewTargets(ctx, open)).toMatchObject([
		{ metric: 'administration', after: 88, state: 'missed' },
		{ metric: 'units', after: 44, state: 'met' },
	]);
	await done(saveTargets(ctx, address, { targets: {}, revision: 2 }));
	expect(await viewTargets(ctx, await done(openScenario(ctx, address)))).toEqual([]);
});

it('an overlap target is not measured while nobody waits for the analysis', async () => {
	await done(saveTargets(ctx, address, { targets: { 'open-overlaps': 5 }, revision: 1 }));
	const open = await done(openScenario(ctx, address));
	expect(await targetsToSet(ctx, open, 0)).toMatchObject({
		standings: [{ metric: 'open-overlaps', state: 'not-measured' }],
	});
});

it('targets are set by whoever edits the scenario, on the state that was seen', async () => {
	const input = { targets: { units: 3 }, revision: 9 };
	expect(await saveTargets(ctx, address, input)).toMatchObject({ error: { code: 'scenario/stale' } });
	expect(await saveTargets(await at.as('hr-elena'), address, input)).toMatchObject({
		error: { code: 'access/forbidden' },
	});
});
