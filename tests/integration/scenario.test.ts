import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, type OperationId, type UnitKey } from '#lib/domain/shared/index.ts';
import type { OperationBody } from '#lib/domain/scenario/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import {
	addOperation,
	editOperation,
	removeOperation,
	reorderOperation,
	type OperationInput,
} from '#lib/server/services/operation.ts';
import { findRemoved, restoreOperation, undoLastOperation } from '#lib/server/services/operation-undo.ts';
import { createScenario, editScenario, openScenario } from '#lib/server/services/scenario.ts';
import type { Ctx } from '#lib/server/context.ts';
import { add, aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
});
afterEach(() => at.close());

const create = (key: string, name: string): OperationBody => ({
	kind: 'unit-create',
	payload: {
		key: key as UnitKey,
		parentKey: null,
		name: { bg: name, en: null },
		kind: 'department',
		part: 'specialised',
	},
});
const rename = (key: string, name: string): OperationBody => ({
	kind: 'unit-rename',
	payload: { unitKey: key as UnitKey, name: { bg: name, en: null }, kind: 'sector', part: 'specialised' },
});
const input = (body: OperationBody, revision: number): OperationInput =>
	({ ...body, motive: 'Проба', findingIds: [], effectiveOn: null, revision }) as OperationInput;

describe('a scenario', () => {
	it('starts over the version in force, and never before its day', async () => {
		const early = { name: 'Ранен', description: '', effectiveOn: isoDate('2013-12-31') };
		expect(await createScenario(ctx, SLUG, early)).toMatchObject({
			error: { code: 'scenario/effective-before-base', validFrom: '2014-01-01' },
		});
		const opened = await done(openScenario(ctx, { slug: SLUG, scenarioId: await aScenario(ctx) }));
		expect(opened.run.after).toBe(opened.run.before);
		expect(opened.run.before.municipality.slug).toBe(SLUG);
	});

	it('keeps its operations with their places, and writes each change into the audit trail', async () => {
		const scenarioId = await aScenario(ctx);
		await add(ctx, scenarioId, create('nu-1', 'Нов отдел'));
		await add(ctx, scenarioId, rename('nu-1', 'Нов сектор'));
		const opened = await done(openScenario(ctx, { slug: SLUG, scenarioId }));
		expect(opened.operations.map((item) => [item.position, item.kind])).toEqual([
			[1, 'unit-create'],
			[2, 'unit-rename'],
		]);
		expect(opened.run.after.units.find((unit) => unit.key === 'nu-1')?.kind).toBe('sector');
		const trail = await listAudit(ctx.db, { entity: 'scenario', limit: 10 });
		expect(trail.map((entry) => entry.action).sort()).toEqual([
			'operation.add',
			'operation.add',
			'scenario.create',
		]);
	});

	it('refuses an operation that does not apply and stores nothing', async () => {
		const scenarioId = await aScenario(ctx);
		const refused = await addOperation(ctx, { slug: SLUG, scenarioId }, input(rename('няма', 'Име'), 1));
		expect(refused).toMatchObject({ ok: false, error: { code: 'scenario/unit-not-found' } });
		const opened = await done(openScenario(ctx, { slug: SLUG, scenarioId }));
		expect([opened.operations.length, opened.scenario.revision]).toEqual([0, 1]);
	});

	it('tells the second of two people that the scenario changed meanwhile', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		await done(addOperation(ctx, address, input(create('nu-1', 'Първи'), 1)));
		expect(await addOperation(ctx, address, input(create('nu-2', 'Втори'), 1))).toEqual({
			ok: false,
			error: { code: 'scenario/stale' },
		});
		const again = { name: 'Друго', description: '', effectiveOn: isoDate('2027-01-01'), revision: 1 };
		expect(await editScenario(ctx, address, again)).toEqual({ ok: false, error: { code: 'scenario/stale' } });
	});

	it('keeps an operation on which another rests, and takes the last one back', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		const first = await add(ctx, scenarioId, create('nu-1', 'Нов отдел'));
		const second = await add(ctx, scenarioId, rename('nu-1', 'Нов сектор'));
		expect(await removeOperation(ctx, address, { id: first as OperationId, revision: 3 })).toEqual({
			ok: false,
			error: { code: 'operation/rested-on', by: [second] },
		});
		await done(undoLastOperation(ctx, address, { revision: 3 }));
		await done(removeOperation(ctx, address, { id: first as OperationId, revision: 4 }));
		expect((await done(openScenario(ctx, address))).operations).toEqual([]);
	});

	it('puts back the operation that was taken out last, with its motive and findings, until something else changes', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		await add(ctx, scenarioId, create('nu-1', 'Нов отдел'));
		const before = (await done(openScenario(ctx, address))).operations;
		await done(undoLastOperation(ctx, address, { revision: 2 }));
		const removed = await findRemoved(ctx, await done(openScenario(ctx, address)));
		expect(removed?.operation).toEqual(before[0]);
		await done(restoreOperation(ctx, address, { revision: 3 }));
		const opened = await done(openScenario(ctx, address));
		expect(opened.operations).toEqual(before);
		expect(await findRemoved(ctx, opened)).toBeNull();
		expect(await restoreOperation(ctx, address, { revision: 4 })).toEqual({
			ok: false,
			error: { code: 'operation/nothing-removed' },
		});
	});

	it('puts operations in another order only where they still apply', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		await add(ctx, scenarioId, create('nu-1', 'Първи'));
		const second = (await add(ctx, scenarioId, rename('nu-1', 'Прекръстен'))) as OperationId;
		const third = (await add(ctx, scenarioId, create('nu-2', 'Втори'))) as OperationId;
		expect(await reorderOperation(ctx, address, { id: second, place: 1, revision: 4 })).toMatchObject({
			error: { code: 'scenario/unit-not-found', operationId: second },
		});
		await done(reorderOperation(ctx, address, { id: third, place: 1, revision: 4 }));
		const { operations } = await done(openScenario(ctx, address));
		expect(operations.map((item) => item.kind)).toEqual(['unit-create', 'unit-create', 'unit-rename']);
		expect(operations[0]?.id).toBe(third);
	});

	it('changes an operation in its place, unless one after it would no longer apply', async () => {
		const scenarioId = await aScenario(ctx);
		const address = { slug: SLUG, scenarioId };
		const first = (await add(ctx, scenarioId, create('nu-1', 'Първи'))) as OperationId;
		await add(ctx, scenarioId, rename('nu-1', 'Прекръстен'));
		const other = await editOperation(ctx, address, first, input(create('nu-9', 'Друг ключ'), 3));
		expect(other).toMatchObject({ error: { code: 'scenario/unit-not-found', unitKey: 'nu-1' } });
		await done(editOperation(ctx, address, first, input(create('nu-1', 'По-добро име'), 3)));
	});

	it('is closed to councillors, to strangers and to the other municipality', async () => {
		const scenarioId = await aScenario(ctx);
		const code = async (asker: Ctx, slug = SLUG) => {
			const answer = await openScenario(asker, { slug, scenarioId });
			return answer.ok ? 'open' : answer.error.code;
		};
		expect(await code(at.nobody())).toBe('access/not-found');
		expect(await code(ctx, 'lyaskovets')).toBe('access/not-found');
		expect(await code(await at.as('savetnik-elena-1'))).toBe('access/forbidden');
	});
});
