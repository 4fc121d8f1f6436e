import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { addPlanItem } from '#lib/server/services/training-plan-item.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { whatWaits } from '#lib/server/services/waiting.ts';
import { onDay } from '#tests/support/installation.ts';
import { aScenario, at, hr, plan, slug, value } from '#tests/support/training-world.ts';

const EVERYBODY = [
	'admin',
	'konsultant',
	'rakovoditel-elena',
	'predsedatel-elena',
	'savetnik-elena-1',
	'nablyudatel',
];

/** What waits in training for somebody on a day, each with its count. */
async function waits(day: string, name = 'hr-elena'): Promise<readonly string[]> {
	const items = value(await whatWaits(onDay(await at.as(name), isoDate(day)), slug));
	return items.map((item) => ('count' in item ? `${item.code} ${item.count}` : item.code));
}

/** Ends the way of a scenario through the council, as its decision does. */
function adopt(scenarioId: string): void {
	at.database.raw.prepare("update scenario set status = 'adopted' where id = ?").run(scenarioId);
}

it('needs of a scenario wait for HR once it is adopted or their day is near, and for nobody else', async () => {
	const { id } = await aScenario();
	value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: id }));
	const needs = (await plan()).needs;
	expect(needs.map(({ deadline }) => deadline)).toEqual(needs.map(() => '2027-06-30'));
	const all = needs.length;
	// The last day is 30.06.2027: seven days ahead of the 23rd, eight of the 22nd.
	expect(await waits('2027-06-22')).toEqual([]);
	expect(await waits('2027-06-23')).toEqual([`waiting/near-needs ${all}`]);
	adopt(id);
	expect(await waits('2027-06-22')).toEqual([`waiting/adopted-needs ${all}`]);
	expect(await waits('2027-06-23')).toEqual([`waiting/adopted-needs ${all}`, `waiting/near-needs ${all}`]);
	for (const name of EVERYBODY) expect([name, await waits('2027-06-23', name)]).toEqual([name, []]);
});

it('a need on a line of a plan waits no longer; the line does, once its quarter is over', async () => {
	const { id } = await aScenario();
	value(await createPlan(hr, slug, 2027));
	value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: id }));
	adopt(id);
	const { needs, courses } = await plan();
	const all = needs.length;
	expect(await waits('2027-05-01')).toEqual([`waiting/adopted-needs ${all}`]);
	const input = {
		...{ courseKey: courses[0]!.key, kind: 'professional' as const, groupName: '', quarter: 2 as const },
		...{ hours: 8, price: 50, provider: '', place: '', funding: 'local' as const, openSeats: 1 },
		...{ responsible: '', expectedResult: '', evaluation: '', state: 'planned' as const },
		...{ participants: [], needIds: needs.map((need) => need.id) },
	};
	value(await addPlanItem(hr, slug, 2027, input));
	// The second quarter ends with 30.06.2027.
	expect(await waits('2027-06-30')).toEqual([]);
	expect(await waits('2027-07-01')).toEqual(['waiting/plan-lines 1']);
	for (const name of EVERYBODY) expect([name, await waits('2027-07-01', name)]).toEqual([name, []]);
});
