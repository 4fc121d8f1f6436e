import { afterAll, describe, expect, it } from 'vitest';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import type { OperationInput } from '#lib/server/services/operation.ts';
import { addUnitMove } from '#lib/server/services/operation-move.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
afterAll(() => at.close());
const ctx = await at.as('konsultant');

type Move = Extract<OperationInput, { readonly kind: 'unit-move' }>;

const move = (unitKey: string, parentKey: string, revision: number): Move => ({
	kind: 'unit-move',
	payload: { unitKey: unitKey as UnitKey, parentKey: parentKey as UnitKey },
	...{ motive: 'Проба', findingIds: [], effectiveOn: null, revision },
});

describe('a unit that moves apart from what stands below it', () => {
	it('leaves the units below under its former superior, each by an operation of its own with a line in the trail', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		const before = await done(openScenario(ctx, address));
		const { units } = before.run.after;
		const unit = units.find(({ key, parentKey }) => parentKey && units.some((one) => one.parentKey === key))!;
		const below = units.filter(({ parentKey }) => parentKey === unit.key).map(({ key }) => key);
		const to = units.find(({ key }) => key !== unit.key && key !== unit.parentKey && !below.includes(key))!;
		const { revision } = before.scenario;
		await done(addUnitMove(ctx, address, move(unit.key, to.key, revision), 'lifted'));
		const after = await done(openScenario(ctx, address));
		expect(after.operations).toHaveLength(below.length + 1);
		const parentOf = new Map(after.run.after.units.map(({ key, parentKey }) => [key, parentKey]));
		expect(below.map((key) => parentOf.get(key))).toEqual(below.map(() => unit.parentKey));
		expect(parentOf.get(unit.key)).toBe(to.key);
		const trail = await listAudit(ctx.db, { entity: 'scenario', entityKey: scenarioId, limit: 100 });
		expect(trail.filter(({ action }) => action === 'operation.add')).toHaveLength(below.length + 1);
	});

	it('is stored whole or not at all', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		const { run, scenario } = await done(openScenario(ctx, address));
		const { units } = run.after;
		const unit = units.find(({ key, parentKey }) => parentKey && units.some((one) => one.parentKey === key))!;
		const refused = await addUnitMove(
			ctx,
			address,
			move(unit.key, unit.parentKey ?? '', scenario.revision),
			'unplaced',
		);
		expect(refused).toMatchObject({ ok: false, error: { code: 'scenario/nothing-changed' } });
		expect((await done(openScenario(ctx, address))).operations).toEqual([]);
	});
});
