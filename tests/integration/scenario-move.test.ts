import { afterAll, describe, expect, it } from 'vitest';
import type { BelowChoice } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { addOperation, type OperationInput } from '#lib/server/services/operation.ts';
import { findRemoved, restoreOperation, undoLastOperation } from '#lib/server/services/operation-undo.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { operationList, summariseScenario } from '#lib/server/services/scenario-view.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
afterAll(() => at.close());
const ctx = await at.as('konsultant');

/** A directorate of a new draft with departments below it, and somewhere it may go. */
async function aMove(choice: BelowChoice) {
	const scenarioId = await aScenario(ctx);
	const address = { slug: SLUG, scenarioId };
	const { run, scenario } = await done(openScenario(ctx, address));
	const { units } = run.after;
	const unit = units.find(({ key, parentKey }) => parentKey && units.some((one) => one.parentKey === key))!;
	const below = units.filter(({ parentKey }) => parentKey === unit.key);
	const to = units.find(
		({ key, parentKey }) => key !== unit.key && key !== unit.parentKey && parentKey !== unit.key,
	)!;
	const input = (parentKey: UnitKey | null, revision = scenario.revision): OperationInput => ({
		kind: 'unit-move',
		payload: { unitKey: unit.key, parentKey, below: choice },
		...{ motive: 'Проба', findingIds: [], effectiveOn: null, revision },
	});
	return { address, unit, below, to, input };
}

describe('a unit that moves apart from what stands below it', () => {
	it('is one operation with its parts named, undone and brought back whole', async () => {
		const { address, unit, below, to, input } = await aMove('lifted');
		await done(addOperation(ctx, address, input(to.key)));
		const after = await done(openScenario(ctx, address));
		expect(after.operations).toHaveLength(1);
		const parentOf = new Map(after.run.after.units.map(({ key, parentKey }) => [key, parentKey]));
		expect(below.map(({ key }) => parentOf.get(key))).toEqual(below.map(() => unit.parentKey));
		const [line] = operationList(after).applied;
		const superior = after.run.after.units.find(({ key }) => key === unit.parentKey)!;
		expect(operationDetails(line!)).toEqual(
			below.map(({ name }) => `${name.bg} остава под ${superior.name.bg}`),
		);
		await done(undoLastOperation(ctx, address, { revision: after.scenario.revision }));
		const undone = await done(openScenario(ctx, address));
		expect(undone.run.after.units).toEqual(undone.run.before.units);
		expect((await findRemoved(ctx, undone))?.operation.kind).toBe('unit-move');
		await done(restoreOperation(ctx, address, { revision: undone.scenario.revision }));
		expect((await done(openScenario(ctx, address))).run.after.units).toEqual(after.run.after.units);
	});

	it('is stored whole or not at all', async () => {
		const { address, unit, input } = await aMove('unplaced');
		const refused = await addOperation(ctx, address, input(unit.parentKey));
		expect(refused).toMatchObject({ ok: false, error: { code: 'scenario/nothing-changed' } });
		expect((await done(openScenario(ctx, address))).operations).toEqual([]);
	});
});

describe('a scenario with units that wait for a place', () => {
	it('counts each of them as an obstacle and is not submitted before they have one', async () => {
		const { address, below, to, input } = await aMove('unplaced');
		const obstacles = async () => summariseScenario(await done(openScenario(ctx, address))).obstacles;
		const before = await obstacles();
		await done(addOperation(ctx, address, input(to.key)));
		expect(await obstacles()).toBe(before + below.length);
		const { scenario } = await done(openScenario(ctx, address));
		const refused = await submitScenario(ctx, address, {
			...{ title: 'Проба', mover: 'Кмет', legalGround: 'чл. 21', revision: scenario.revision },
		});
		const blocks = below.map(({ key }) => ({ code: 'scenario/unit-waiting', unitKey: key }));
		expect(refused).toMatchObject({
			error: { code: 'proposal/blocked', blocks: expect.arrayContaining(blocks) as unknown },
		});
		let { revision } = scenario;
		for (const { key } of below) {
			const payload = { unitKey: key, parentKey: to.key };
			await done(addOperation(ctx, address, { ...input(null, revision++), kind: 'unit-move', payload }));
		}
		expect(await obstacles()).toBe(before);
	});
});
