import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, isoDate, type FunctionKey, type OperationId, type UnitKey } from '#lib/domain/shared/index.ts';
import { computePlanTotals } from '#lib/domain/training/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { exportProposal, proposalModel } from '#lib/server/services/export-proposal.ts';
import { exportTrainingPlan, trainingPlanModel } from '#lib/server/services/export-training.ts';
import { addOperation, removeOperation } from '#lib/server/services/operation.ts';
import { freeze } from '#lib/server/services/proposal-snapshot.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { createScenario, openScenario } from '#lib/server/services/scenario.ts';
import { readCompetencyMatrix } from '#lib/server/services/training-matrix.ts';
import { setNeedState } from '#lib/server/services/training-need-state.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import {
	addPlanItem,
	editPlanItem,
	removePlanItem,
	type PlanItemInput,
} from '#lib/server/services/training-plan-item.ts';
import { createPlan, movePlan, openPlan } from '#lib/server/services/training-plan.ts';
import { addSuggested, suggestionKey } from '#lib/server/services/training-suggestion.ts';
import { aClosedScenario, add, paper } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { readBack } from '#tests/support/workbook.ts';

let at: Installation;
let hr: Ctx;
let consultant: Ctx;
const slug = 'elena';

beforeEach(async () => {
	at = await anInstallation();
	hr = await at.as('hr-elena');
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

function value<T, E extends { readonly code: string }>(
	result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E },
): T {
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

function codeOf(result: { readonly ok: boolean; readonly error?: { readonly code: string } }) {
	return result.ok ? 'ok' : result.error?.code;
}

const PROCUREMENT = {
	kind: 'function-transfer',
	payload: {
		functionKey: asId<FunctionKey>('el-hd-f23'),
		fromUnitKey: asId<UnitKey>('el-hd'),
		toUnitKey: asId<UnitKey>('el-fin'),
		formerRole: null,
		withActivities: true,
	},
} as const;

/** A scenario in which the finance directorate receives the procurement documents. */
async function aScenario(): Promise<{ readonly id: string; readonly operationId: OperationId }> {
	const input = { name: 'Обществени поръчки', description: '', effectiveOn: isoDate('2027-07-01') };
	const id = value(await createScenario(consultant, slug, input));
	const address = { slug, scenarioId: id };
	const { scenario } = value(await openScenario(consultant, address));
	const operationId = value(
		await addOperation(consultant, address, {
			...PROCUREMENT,
			motive: 'Едно звено изготвя документациите.',
			findingIds: [],
			effectiveOn: null,
			revision: scenario.revision,
		}),
	);
	return { id, operationId };
}

/** A submitted proposal in which the finance directorate receives the procurement documents. */
async function aProposalWithTraining(): Promise<number> {
	const scenarioId = await aClosedScenario(consultant);
	await add(consultant, scenarioId, PROCUREMENT);
	const address = { slug, scenarioId };
	const { scenario } = value(await openScenario(consultant, address));
	return value(await submitScenario(consultant, address, paper(scenario.revision)));
}

const taking = (key: string | null) => ({ key, funding: 'project' as const, responsible: 'Петя Колева' });

const plan = async (ctx = hr) => value(await openPlan(ctx, slug, 2027));

describe('needs', () => {
	it('are taken from what is missing now: the planted gaps by unit, and the people new in the service', async () => {
		const sync = value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(sync).toEqual({ added: 9, updated: 0, removed: 0, changes: 0 });
		expect(value(await syncNeeds(hr, slug, { kind: 'gaps' }))).toEqual({
			added: 0,
			updated: 9,
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
		const model = await trainingPlanModel(hr, after, 'bg');
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

describe('the plan', () => {
	beforeEach(async () => {
		value(await createPlan(hr, slug, 2027));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	});

	/** The key under which the first group of a course is offered. */
	const keyOf = async (course: string) => {
		const item = (await plan()).suggestion.items.find((offered) => offered.courseKey === course);
		if (!item) throw new Error(`no group of ${course} is offered`);
		return suggestionKey(item);
	};

	it('leaves a need open for the people whom the taken group does not hold', async () => {
		await at.database.db.updateTable('course').set({ places: 1 }).where('key', '=', 'zop-adv').execute();
		const offered = (await plan()).suggestion.items.filter((item) => item.courseKey === 'zop-adv');
		const [first, second] = offered;
		expect(offered.length).toBeGreaterThan(1);
		if (!first || !second) throw new Error('two groups are offered');
		value(await addSuggested(hr, slug, 2027, taking(suggestionKey(first))));
		const after = await plan();
		// Who stands on the line is offered no more; everybody else still is, in groups that hold the same people.
		const left = after.suggestion.items.filter((item) => item.courseKey === 'zop-adv');
		expect(left.map(suggestionKey)).toEqual(offered.slice(1).map(suggestionKey));
		expect(left[0]?.group).toEqual({ number: 2, of: offered.length });
		const open = new Set(after.needs.filter((need) => need.state === 'open').map((need) => need.key));
		for (const key of second.needKeys) expect(open).toContain(key);
		expect(codeOf(await addSuggested(hr, slug, 2027, taking(suggestionKey(first))))).toBe(
			'training/no-longer-suggested',
		);
	});

	it('does not take another group under the key of one that has changed', async () => {
		const key = await keyOf('zop-adv');
		await at.database.db.deleteFrom('assessment').where('competency_key', '=', 'procurement').execute();
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(codeOf(await addSuggested(hr, slug, 2027, taking(key)))).toBe('training/no-longer-suggested');
	});

	it('takes the suggested groups, and their needs become planned', async () => {
		const offered = (await plan()).suggestion;
		value(await addSuggested(hr, slug, 2027, taking(null)));
		const { items, needs, suggestion } = await plan();
		expect(items).toHaveLength(offered.items.length);
		expect(suggestion.items).toEqual([]);
		expect(needs.filter((need) => need.state === 'open').map((need) => need.key)).toEqual([
			'new-employee.el-hd',
		]);
		const { all } = computePlanTotals(items);
		expect(all.cost).toBe(offered.items.reduce((sum, item) => sum + item.total, 0));
		expect(all.seats).toBe(9);
		// Nothing has a deadline, so the year is used, not its last quarter alone; all lines say who pays and answers.
		expect(new Set(items.map((item) => item.quarter)).size).toBe(4);
		for (const item of items) expect(item).toMatchObject({ funding: 'project', responsible: 'Петя Колева' });
		expect(codeOf(await addSuggested(hr, slug, 2027, taking(null)))).toBe('training/no-longer-suggested');
	});

	it('opens a need again when the line that met it is taken out', async () => {
		value(await addSuggested(hr, slug, 2027, taking(await keyOf('zop-adv'))));
		const [item] = (await plan()).items;
		expect(item?.needKeys).toEqual(['gap.el-hd.procurement', 'gap.el-ut.procurement']);
		value(await removePlanItem(hr, slug, 2027, { id: item?.id ?? '', revision: item?.revision ?? 0 }));
		const { items, needs } = await plan();
		expect(items).toEqual([]);
		expect(needs.every((need) => need.state === 'open')).toBe(true);
	});

	it('marks needs as met when the training was held, and open again when it was cancelled', async () => {
		value(await addSuggested(hr, slug, 2027, taking(await keyOf('zop-adv'))));
		const stateAfter = async (state: 'held' | 'cancelled') => {
			const [item] = (await plan()).items;
			if (!item) throw new Error('no item');
			const price = item.pricePerPerson / 100;
			value(await editPlanItem(hr, slug, 2027, { ...item, price, state }));
			return (await plan()).needs.find((need) => need.key === 'gap.el-hd.procurement')?.state;
		};
		expect(await stateAfter('held')).toBe('done');
		expect(await stateAfter('cancelled')).toBe('open');
	});

	it('refuses a line without people, an unknown course, a second plan of the year and a stale edit', async () => {
		const input: PlanItemInput = {
			courseKey: 'zop-adv',
			kind: 'professional',
			groupName: 'група 1',
			quarter: 2,
			hours: 16,
			provider: 'ИПА',
			place: 'Елена',
			openSeats: 0,
			price: 60.5,
			funding: 'project',
			responsible: '',
			expectedResult: '',
			evaluation: '',
			state: 'planned',
			participants: [],
			needIds: [],
		};
		expect(codeOf(await addPlanItem(hr, slug, 2027, input))).toBe('training/no-participants');
		const withPeople = { ...input, participants: ['el-e049', 'ly-e035'], openSeats: 1 };
		expect(codeOf(await addPlanItem(hr, slug, 2027, { ...withPeople, courseKey: 'none' }))).toBe(
			'training/no-such-course',
		);
		value(await addPlanItem(hr, slug, 2027, withPeople));
		const [item] = (await plan()).items;
		// A person of the other municipality is not taken: one by name and one open seat.
		expect(item).toMatchObject({ participants: ['el-e049'], openSeats: 1, pricePerPerson: 6050 });
		expect(codeOf(await createPlan(hr, slug, 2027))).toBe('training/plan-exists');
		expect(codeOf(await addPlanItem(hr, slug, 2028, withPeople))).toBe('training/no-plan');
		const stale = { ...withPeople, id: item?.id ?? '', revision: 7 };
		expect(codeOf(await editPlanItem(hr, slug, 2027, stale))).toBe('training/stale');
	});

	it('changes no more once it is closed', async () => {
		value(await movePlan(hr, slug, { year: 2027, state: 'closed', revision: 1 }));
		expect(codeOf(await addSuggested(hr, slug, 2027, taking(null)))).toBe('training/plan-closed');
		expect(codeOf(await movePlan(hr, slug, { year: 2027, state: 'draft', revision: 1 }))).toBe(
			'training/stale',
		);
	});
});

describe('the matrix of competencies', () => {
	const filter = { rows: null, group: null, isOpenOnly: false } as const;

	it('shows persons to human resources, and every look is on record', async () => {
		const matrix = value(await readCompetencyMatrix(hr, { slug }, filter));
		expect(matrix.chosen).toBe('people');
		expect(matrix.rows.some((row) => row.personId === 'el-e049')).toBe(true);
		// 9 planted gaps; 7 places of people nobody assessed.
		expect(matrix.total).toMatchObject({ belowLevel: 9, notAssessed: 7 });
		const audit = await listAudit(at.database.db, { entity: 'competency-matrix', limit: 5 });
		expect(audit.map((entry) => entry.action)).toEqual(['people.look']);
	});

	it('shows a unit head the persons of the own unit alone', async () => {
		const matrix = value(
			await readCompetencyMatrix(await at.as('rakovoditel-elena'), { slug }, { ...filter, rows: 'people' }),
		);
		expect(matrix.rows.length).toBeGreaterThan(0);
		const posts = await at.database.db
			.selectFrom('employee')
			.select('id')
			.where('post_key', 'like', 'el-ut-%')
			.execute();
		const own = new Set(posts.map((row) => row.id));
		for (const row of matrix.rows) expect(own).toContain(row.personId);
	});

	it('shows everybody else posts, without numbers about fewer than three people', async () => {
		for (const user of ['konsultant', 'savetnik-elena-1', 'nablyudatel']) {
			const matrix = value(
				await readCompetencyMatrix(await at.as(user), { slug }, { ...filter, rows: 'people' }),
			);
			expect(matrix.chosen).toBe('posts');
			expect(matrix.rows.every((row) => row.personId === null)).toBe(true);
			const shown = matrix.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
			for (const cell of shown) {
				expect(cell.state === 'suppressed' || cell.people >= 3).toBe(true);
				expect(cell.assessed).toBeNull();
			}
		}
	});
});

describe('workbooks', () => {
	it('of the training plan read back what the plan says, with names for human resources alone', async () => {
		value(await createPlan(hr, slug, 2027));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		value(await addSuggested(hr, slug, 2027, taking(null)));
		const file = value(await exportTrainingPlan(hr, { slug, year: 2027 }, 'bg'));
		expect(file.fileName).toBe('План за обучение Община Елена 2027.xlsx');
		const workbook = await readBack(file.bytes);
		const { items } = await plan();
		const { all } = computePlanTotals(items);
		const total = workbook.getWorksheet('План')?.getCell(5 + items.length, 14).result;
		expect(total).toBe(all.cost / 100);
		expect(workbook.getWorksheet('Участници')?.getCell('B5').value).toBeTypeOf('string');
		const forCouncil = value(
			await exportTrainingPlan(await at.as('savetnik-elena-1'), { slug, year: 2027 }, 'bg'),
		);
		const headers = (await readBack(forCouncil.bytes)).getWorksheet('Участници')?.getRow(4).values;
		expect(headers).not.toContain('Служител');
		expect(codeOf(await exportTrainingPlan(await at.as('nablyudatel'), { slug, year: 2027 }, 'bg'))).toBe(
			'access/forbidden',
		);
		expect(codeOf(await exportTrainingPlan(hr, { slug, year: 2030 }, 'bg'))).toBe('training/no-plan');
	});

	it('of a submitted proposal show the training that was frozen with it, not that of today', async () => {
		const number = await aProposalWithTraining();
		const source = { kind: 'proposal', number } as const;
		const before = value(await proposalModel(consultant, slug, source, 'bg'));
		expect(before.training).toMatchObject({ frozen: 'at-submission', asOf: '2026-11-21' });
		expect(before.training.needs.length).toBeGreaterThan(0);
		await at.database.db.deleteFrom('assessment').execute();
		await at.database.db.deleteFrom('requirement').execute();
		const after = value(await proposalModel(consultant, slug, source, 'bg'));
		expect(after.training).toEqual(before.training);
		const file = value(await exportProposal(consultant, slug, source, 'bg'));
		const sheet = (await readBack(file.bytes)).getWorksheet('Обучения');
		const said: string[] = [];
		sheet?.eachRow((row) => row.eachCell((cell) => said.push(cell.text)));
		expect(said.some((text) => text.includes('от деня на внасянето – 21.11.2026'))).toBe(true);
		// One or two people are not counted out even in what is stored.
		const { snapshot } = value(await openProposal(consultant, { slug, number })).frozen;
		const counts = snapshot.training?.needs.map((need) => need.people) ?? [];
		expect(counts.every((people) => people === null || people === 0 || people >= 3)).toBe(true);
	});

	it('of a proposal from before training was frozen say that it is not part of the hash', async () => {
		const number = await aProposalWithTraining();
		const { frozen } = value(await openProposal(consultant, { slug, number }));
		const { training: _, ...older } = frozen.snapshot;
		const { text, contentHash } = freeze(older);
		await at.database.db
			.updateTable('proposal')
			.set({ snapshot: text, content_hash: contentHash })
			.where('number', '=', number)
			.execute();
		const model = value(await proposalModel(consultant, slug, { kind: 'proposal', number }, 'bg'));
		expect(model.training.frozen).toBe('never');
	});

	it('of a scenario close the ledger and name the training that it calls for', async () => {
		const { id } = await aScenario();
		const source = { kind: 'scenario', scenarioId: id } as const;
		const file = value(await exportProposal(consultant, slug, source, 'bg'));
		const workbook = await readBack(file.bytes);
		expect(workbook.getWorksheet('Обучения')?.getCell('C5').value).toContain('Звеното поема функция');
		expect(codeOf(await exportProposal(await at.as('savetnik-elena-1'), slug, source, 'bg'))).toBe(
			'access/forbidden',
		);
		expect(codeOf(await exportProposal(consultant, 'lyaskovets', source, 'bg'))).toBe('access/not-found');
	});
});
