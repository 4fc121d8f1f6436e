import { beforeEach, describe, expect, it } from 'vitest';
import {
	isoDate,
	type EmployeeId,
	type FunctionKey,
	type OperationId,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { RebaseDecision } from '#lib/domain/scenario/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { eraseEmployee } from '#lib/server/queries/employee-erase.ts';
import { readHanging } from '#lib/server/queries/scenario-rebase.ts';
import { editOperation } from '#lib/server/services/operation.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import {
	findUndoableRebase,
	operationsToReview,
	planRebase,
	saveRebase,
	undoRebase,
} from '#lib/server/services/scenario-rebase.ts';
import { createScenario, editScenario, openScenario } from '#lib/server/services/scenario.ts';
import { at, consultant, decide, inReview, vote } from '#tests/support/council-world.ts';
import { add, done, paper, SLUG } from '#tests/support/elena-scenario.ts';

/** A later scenario of Елена; the council then adopts another one, in which every orphan got a unit. */
let address: { slug: string; scenarioId: string };
let orphan: FunctionKey;
beforeEach(async () => {
	const input = { name: 'Вариант Б', description: '', effectiveOn: isoDate('2027-07-01') };
	address = { slug: SLUG, scenarioId: await done(createScenario(consultant, SLUG, input)) };
	const { run } = await done(openScenario(consultant, address));
	const held = new Set(
		run.before.participations.flatMap((part) => (part.role === 'accountable' ? [part.functionKey] : [])),
	);
	orphan = run.before.functions.find((fn) => !held.has(fn.key))!.key;
	await add(consultant, address.scenarioId, {
		kind: 'unit-create',
		payload: {
			...{ key: 'nu-1' as UnitKey, parentKey: null, name: { bg: 'Отдел Екология', en: null } },
			...{ kind: 'department', part: 'specialised' },
		},
	});
	await add(consultant, address.scenarioId, {
		kind: 'function-transfer',
		payload: {
			...{ functionKey: orphan, fromUnitKey: null, toUnitKey: 'nu-1' as UnitKey },
			...{ formerRole: null, withActivities: true },
		},
	});
	const number = await inReview();
	await done(vote(number, () => 'for'));
	await done(decide(number));
});

const aNeed = (operationId: string) => ({
	...{
		id: 'need-1',
		municipality_id: 'elena',
		need_key: 'проба',
		unit_key: 'nu-1',
		cause: 'function-received',
	},
	...{ operation_id: operationId, function_key: orphan, post_key: null, employee_id: null },
	...{ competency_key: null, required_level: 3, assessed_level: null, people: 1, priority: 1 },
	...{ due_on: null, state: 'open' as const, note: 'Важно', created_at: '2026-11-01', created_by: 'x' },
});

const opened = () => done(openScenario(consultant, address));
async function planned(decisions: ReadonlyMap<OperationId, RebaseDecision> = new Map()) {
	const plan = await planRebase(consultant, await opened(), decisions);
	if (!plan) throw new Error('nothing to rebase');
	return plan;
}
async function save(decision?: RebaseDecision, revision?: number) {
	const open = await opened();
	const { to } = await planned();
	const decisions = new Map(decision ? [[open.operations[1]!.id, decision]] : []);
	const seen = revision ?? open.scenario.revision;
	return saveRebase(consultant, address, { toVersionId: to.id, decisions, revision: seen });
}

describe('a scenario whose base was followed by another version', () => {
	it('knows what changed there and which operation no longer does what it did', async () => {
		const { from, to, rebase } = await planned();
		expect([from.validFrom, to.validFrom]).toEqual(['2014-01-01', '2027-01-01']);
		expect(rebase.baseChanges.length).toBeGreaterThan(0);
		expect(rebase.items.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
			[],
			['rebase/refused'],
		]);
	});

	it('is not submitted until it is moved: the council could not adopt it', async () => {
		const { scenario } = await opened();
		expect(await submitScenario(consultant, address, paper(scenario.revision))).toEqual({
			ok: false,
			error: { code: 'proposal/base-superseded', validTo: '2027-01-01' },
		});
	});

	it('is not moved while a conflict is undecided, and nothing is written', async () => {
		expect(await save()).toEqual({ ok: false, error: { code: 'rebase/undecided', count: 1 } });
		expect(await save('keep')).toEqual({ ok: false, error: { code: 'rebase/undecided', count: 1 } });
		expect((await opened()).version.validFrom).toBe('2014-01-01');
	});

	it('moves with what was dropped left out, and says so in the trail', async () => {
		await done(save('drop'));
		const open = await opened();
		expect(open.version.validFrom).toBe('2027-01-01');
		expect(open.operations.map(({ kind, position }) => [kind, position])).toEqual([['unit-create', 1]]);
		expect(open.refusal).toBeNull();
		expect(await planRebase(consultant, open)).toBeNull();
		const [entry] = await listAudit(at.database.db, { entity: 'scenario', limit: 1 });
		expect(entry).toMatchObject({ action: 'scenario.rebase', after: { dropped: [expect.any(String)] } });
	});

	it('goes back to its former base with all operations, as long as nothing else was changed', async () => {
		const before = (await opened()).operations;
		await done(save('drop'));
		const moved = await opened();
		expect(await findUndoableRebase(consultant, moved)).not.toBeNull();
		await done(undoRebase(consultant, address, { revision: moved.scenario.revision }));
		const back = await opened();
		expect(back.operations).toEqual(before);
		expect(back.version.validFrom).toBe('2014-01-01');
		const again = { revision: back.scenario.revision };
		expect(await undoRebase(consultant, address, again)).toMatchObject({
			error: { code: 'rebase/nothing-to-undo' },
		});
	});

	it('brings back the ticked papers and training needs of what was dropped', async () => {
		const { db } = at.database;
		const dropped = (await opened()).operations[1]!;
		const paper = { operation_id: dropped.id, paper: 'staffing-table', done_at: '2026-11-01' };
		await db
			.insertInto('operation_paper')
			.values({ ...paper, done_by: 'someone', done_by_name: 'Някой' })
			.execute();
		await db.insertInto('training_need').values(aNeed(dropped.id)).execute();
		const [employee] = await db.selectFrom('employee').select('id').limit(1).execute();
		const person = { need_id: 'need-1', employee_id: employee!.id, post_key: 'p' };
		await db
			.insertInto('training_need_person')
			.values({ ...person, required_level: 3, assessed_level: 1 })
			.execute();
		const hanging = () => readHanging(db, [dropped.id]);
		const before = await hanging();
		expect([before.needs, before.people, before.papers].map((rows) => rows.length)).toEqual([1, 1, 1]);
		await done(save('drop'));
		expect((await hanging()).needs).toEqual([]);
		const { scenario } = await opened();
		await done(undoRebase(consultant, address, { revision: scenario.revision }));
		expect(await hanging()).toEqual(before);
	});

	it('does not bring back what was erased of a person meanwhile', async () => {
		const { db } = at.database;
		const dropped = (await opened()).operations[1]!;
		const [person] = await db.selectFrom('employee').select(['id', 'revision']).limit(1).execute();
		const id = person!.id as EmployeeId;
		await db
			.insertInto('training_need')
			.values({ ...aNeed(dropped.id), employee_id: id, assessed_level: 2 })
			.execute();
		await db
			.insertInto('training_need_person')
			.values({ need_id: 'need-1', employee_id: id, post_key: 'p', required_level: 3, assessed_level: 1 })
			.execute();
		await done(save('drop'));
		const erasing = { id, revision: person!.revision, on: isoDate('2026-11-21') };
		expect(await db.transaction().execute((tx) => eraseEmployee(tx, erasing))).toBe(true);
		const rebases = await db.selectFrom('scenario_rebase').select('dropped').execute();
		expect(rebases[0]?.dropped).toContain('"need-1"');
		expect(rebases[0]?.dropped).not.toMatch(/"assessed_level":\d/u);
		const { scenario } = await opened();
		await done(undoRebase(consultant, address, { revision: scenario.revision }));
		const { needs, people } = await readHanging(db, [dropped.id]);
		expect([needs.length, people]).toEqual([1, []]);
		expect(needs[0]?.assessed_level).toBeNull();
	});

	it('is planned once while nothing changes, and anew after a change', async () => {
		const first = await planned();
		expect((await planned()).rebase).toBe(first.rebase);
		const { scenario } = await opened();
		const input = { name: 'Вариант Г', description: '', effectiveOn: scenario.effectiveOn };
		await done(editScenario(consultant, address, { ...input, revision: scenario.revision }));
		expect((await planned()).rebase).not.toBe(first.rebase);
	});

	it('cannot be taken back after another change', async () => {
		await done(save('drop'));
		const { scenario } = await opened();
		const input = { name: 'Вариант В', description: '', effectiveOn: scenario.effectiveOn };
		await done(editScenario(consultant, address, { ...input, revision: scenario.revision }));
		expect(await undoRebase(consultant, address, { revision: scenario.revision + 1 })).toMatchObject({
			error: { code: 'rebase/nothing-to-undo' },
		});
	});

	it('keeps an operation to be changed, and forgets that once it is', async () => {
		const [id] = await done(save('edit'));
		const open = await opened();
		expect(open.refusal).toMatchObject({ operationId: id });
		expect((await operationsToReview(consultant, open)).map((operation) => operation.id)).toEqual([id]);
		const holder = open.run.before.participations.find(
			(part) => part.functionKey === orphan && part.role === 'accountable',
		)!.unitKey;
		await done(
			editOperation(consultant, address, id!, {
				kind: 'function-transfer',
				payload: {
					...{ functionKey: orphan, fromUnitKey: holder, toUnitKey: 'nu-1' as UnitKey },
					...{ formerRole: null, withActivities: true },
				},
				...{ motive: 'Проба', findingIds: [], effectiveOn: null, revision: open.scenario.revision },
			}),
		);
		expect((await opened()).refusal).toBeNull();
		expect(await operationsToReview(consultant, await opened())).toEqual([]);
	});

	it('is refused when somebody changed it meanwhile, and when its day is not after the new base', async () => {
		expect(await save('drop', 1)).toMatchObject({ error: { code: 'scenario/stale' } });
		const { scenario } = await opened();
		const input = { name: 'Рано', description: '', effectiveOn: isoDate('2026-12-31') };
		await done(editScenario(consultant, address, { ...input, revision: scenario.revision }));
		expect(await save('drop')).toMatchObject({
			error: { code: 'scenario/effective-before-base', validFrom: '2027-01-01' },
		});
	});

	it('is moved by whoever may edit scenarios, and by nobody else', async () => {
		const { to } = await planned();
		const input = { toVersionId: to.id, decisions: new Map(), revision: 3 };
		for (const name of ['hr-elena', 'savetnik-elena-1', 'predsedatel-elena'])
			expect(await saveRebase(await at.as(name), address, input), name).toMatchObject({
				error: { code: 'access/forbidden' },
			});
	});
});
