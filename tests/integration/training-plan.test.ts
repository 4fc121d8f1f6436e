import { beforeEach, describe, expect, it } from 'vitest';
import { computePlanTotals } from '#lib/domain/training/index.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import {
	addPlanItem,
	editPlanItem,
	removePlanItem,
	type PlanItemInput,
} from '#lib/server/services/training-plan-item.ts';
import { createPlan, movePlan } from '#lib/server/services/training-plan.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { addSuggested, suggestionKey } from '#lib/server/services/training-suggestion.ts';
import { at, hr, slug, value, codeOf, taking, plan } from '#tests/support/training-world.ts';

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
		const offered = (await plan()).suggestion.items
			.filter((item) => item.courseKey === 'zop-adv')
			.toSorted((a, b) => a.group.number - b.group.number);
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

	it('says of a suggested group that even its quarter comes after the deadline of a need', async () => {
		const shown = async () => value(await readPlanPage(hr, slug, 2027)).suggested;
		const due = (on: string) => at.database.db.updateTable('training_need').set({ due_on: on }).execute();
		await due('2027-12-31');
		expect(new Set((await shown()).map(({ missed }) => missed))).toEqual(new Set([null]));
		await due('2026-12-14');
		const late = await shown();
		expect(late.length).toBeGreaterThan(0);
		expect(new Set(late.map(({ quarter, missed }) => `${quarter} ${missed}`))).toEqual(
			new Set(['1 2026-12-14']),
		);
	});

	it('takes the suggested groups, and their needs become planned', async () => {
		const offered = (await plan()).suggestion;
		value(await addSuggested(hr, slug, 2027, taking(null)));
		const { items, needs, suggestion } = await plan();
		expect(items).toHaveLength(offered.items.length);
		expect(suggestion.items).toEqual([]);
		// New heads and newcomers go to the courses that say they serve them.
		expect(needs.filter((need) => need.state === 'open')).toEqual([]);
		expect(items.find(({ needKeys }) => needKeys.includes('new-employee.el-hd'))?.courseKey).toBe(
			'newcomers',
		);
		const { all } = computePlanTotals(items);
		expect(all.cost).toBe(offered.items.reduce((sum, item) => sum + item.total, 0));
		// Nine seats for gaps, one for the new head, one for the newcomer.
		expect(all.seats).toBe(11);
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
