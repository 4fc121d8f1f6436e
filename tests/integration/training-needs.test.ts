import { describe, expect, it } from 'vitest';
import { listAudit } from '#lib/server/queries/audit.ts';
import { openSessions } from '#lib/server/services/training-session-open.ts';
import { trainingPlanModel } from '#lib/server/services/export-training.ts';
import { removeOperation } from '#lib/server/services/operation.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { setNeedState } from '#lib/server/services/training-need-state.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { addPlanItem, removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import {
	at,
	hr,
	consultant,
	slug,
	value,
	codeOf,
	aScenario,
	aProposalWithTraining,
	plan,
} from '#tests/support/training-world.ts';

describe('needs', () => {
	it('are taken from what is missing now: the planted gaps by unit, and the people new in the service', async () => {
		const sync = value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(sync).toEqual({ added: 10, updated: 0, removed: 0, changes: 0 });
		expect(value(await syncNeeds(hr, slug, { kind: 'gaps' }))).toEqual({
			added: 0,
			updated: 0,
			removed: 0,
			changes: 0,
		});
		const { needs } = await plan();
		expect(needs.map((need) => need.key)).toContain('gap.el-hd.procurement');
		// The two who receive citizens miss 2 and 1 level; weight 2: (2 + 1) × 2 = 6.
		expect(needs.find((need) => need.key === 'gap.el-cao.client-focus')).toMatchObject({
			people: [{ gap: 2 }, { gap: 1 }],
			priority: { value: 6 },
		});
	});

	it('of a scenario carry its operation and go away with it (N24)', async () => {
		const { id, operationId } = await aScenario();
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		const sync = value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: id }));
		expect(sync.added).toBeGreaterThan(0);
		const before = (await plan()).needs;
		const ofScenario = before.filter((need) => need.scenarioId === id);
		expect(ofScenario[0]).toMatchObject({
			cause: { kind: 'function-received', operationId, functionKey: 'el-hd-f23' },
			unitKey: 'el-fin',
			deadline: '2027-06-30',
		});
		const { scenario } = value(await openScenario(consultant, { slug, scenarioId: id }));
		const address = { slug, scenarioId: id };
		value(await removeOperation(consultant, address, { id: operationId, revision: scenario.revision }));
		expect((await plan()).needs).toEqual(before.filter((need) => need.scenarioId === null));
	});

	it('that are planned keep their operation in the scenario until the line is taken out', async () => {
		const { id, operationId } = await aScenario();
		value(await createPlan(hr, slug, 2027));
		value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: id }));
		const [need] = (await plan()).needs;
		const [course] = (await plan()).courses;
		if (!need || !course) throw new Error('no need');
		const input = {
			...{ courseKey: course.key, kind: 'professional' as const, groupName: '', quarter: 2 as const },
			...{ hours: 8, price: 50, provider: '', place: '', funding: 'local' as const, openSeats: 1 },
			...{ responsible: '', expectedResult: '', evaluation: '', state: 'planned' as const },
			...{ participants: [], needIds: [need.id] },
		};
		value(await addPlanItem(hr, slug, 2027, input));
		const address = { slug, scenarioId: id };
		const remove = async () => {
			const { scenario } = value(await openScenario(consultant, address));
			return removeOperation(consultant, address, { id: operationId, revision: scenario.revision });
		};
		const refused = await remove();
		expect(refused).toMatchObject({
			ok: false,
			error: { code: 'operation/needs-planned', needs: 1, lines: [{ year: 2027, title: course.title }] },
		});
		const [line] = (await plan()).items;
		value(await removePlanItem(hr, slug, 2027, { id: line?.id ?? '', revision: line?.revision ?? 0 }));
		value(await remove());
		const after = await plan();
		expect(after.needs).toEqual([]);
		// Screen, plan and workbook count the same afterwards: nothing.
		expect(after.suggestion).toEqual({ items: [], uncovered: [] });
		const model = await trainingPlanModel(hr, value(await openSessions(hr, slug, 2027)), 'bg');
		expect([model.needs, model.totals.all.seats]).toEqual([[], 0]);
		const audit = await listAudit(at.database.db, { entity: 'training-need', limit: 5 });
		expect(audit.map((entry) => entry.action)).toContain('training-need.gone');
	});

	it('of a proposal that was withdrawn are kept but suggested no more', async () => {
		const number = await aProposalWithTraining();
		const { proposal } = value(await openProposal(consultant, { slug, number }));
		value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: proposal.scenarioId }));
		const offered = (await plan()).suggestion;
		expect(offered.items.length + offered.uncovered.length).toBeGreaterThan(0);
		const step = { action: 'withdraw', note: 'нова преценка', revision: proposal.revision } as const;
		value(await takeReviewStep(consultant, { slug, number }, step));
		const after = await plan();
		expect(after.suggestion).toEqual({ items: [], uncovered: [] });
		expect(after.needs.length).toBeGreaterThan(0);
		expect(after.needs.every((need) => need.isLaidAside)).toBe(true);
	});

	it('of a draft scenario are unknown to whoever may not read scenarios', async () => {
		const { id } = await aScenario();
		value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId: id }));
		expect((await plan(await at.as('savetnik-elena-1'))).needs).toEqual([]);
	});

	it('that were dismissed stay so when they are taken afresh', async () => {
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		const [first] = (await plan()).needs;
		const change = { id: first?.id ?? '', revision: 1, state: 'dismissed' as const, note: 'пенсионира се' };
		value(await setNeedState(hr, slug, change));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect((await plan()).needs.find((need) => need.id === first?.id)).toMatchObject({
			state: 'dismissed',
			note: 'пенсионира се',
		});
		expect(codeOf(await setNeedState(hr, slug, { ...change, id: 'none' }))).toBe('training/no-such-need');
	});

	it('that somebody else decided meanwhile are not decided over; given back, the plans say their state', async () => {
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		const id = (await plan()).needs[0]?.id ?? '';
		const change = { id, revision: 1, state: 'done' as const, note: 'преместен' };
		value(await setNeedState(hr, slug, change));
		expect(codeOf(await setNeedState(hr, slug, { ...change, state: 'dismissed' }))).toBe('training/stale');
		value(await setNeedState(hr, slug, { ...change, revision: 2, state: 'open', note: null }));
		expect((await plan()).needs.find((need) => need.id === id)).toMatchObject({ state: 'open', revision: 3 });
	});

	it('arise again for a person who came after the need was dismissed', async () => {
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		const key = 'gap.el-hd.procurement';
		const old = (await plan()).needs.find((need) => need.key === key);
		const [known] = old?.people ?? [];
		if (!old || !known) throw new Error('no need');
		value(
			await setNeedState(hr, slug, { id: old.id, revision: 1, state: 'dismissed', note: 'пенсионира се' }),
		);
		const { db } = at.database;
		await db
			.insertInto('employee')
			.values({
				id: 'el-new',
				municipality_id: 'elena',
				post_key: known.postKey,
				name: 'Нов Служител',
				sex: 'male',
				occupancy: 1,
				started_on: '2020-01-06',
				left_on: null,
			})
			.execute();
		await db
			.insertInto('assessment')
			.values({
				id: 'a-new',
				employee_id: 'el-new',
				competency_key: 'procurement',
				level: 1,
				assessed_on: '2026-02-01',
				source: 'атестация',
			})
			.execute();
		expect(value(await syncNeeds(hr, slug, { kind: 'gaps' })).added).toBe(1);
		const { needs } = await plan();
		expect(needs.find((need) => need.id === old.id)).toMatchObject({
			state: 'dismissed',
			note: 'пенсионира се',
		});
		expect(needs.find((need) => need.key === `${key}#2`)?.people.map((one) => one.employeeId)).toEqual([
			'el-new',
		]);
	});

	it('are edited by human resources alone', async () => {
		for (const user of ['konsultant', 'savetnik-elena-1', 'nablyudatel', 'rakovoditel-elena']) {
			expect(codeOf(await syncNeeds(await at.as(user), slug, { kind: 'gaps' }))).toBe('access/forbidden');
		}
		expect(codeOf(await syncNeeds(await at.as('hr-lyaskovets'), slug, { kind: 'gaps' }))).toBe(
			'access/not-found',
		);
	});
});
