import { beforeEach, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { addPlanItem, editPlanItem, removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { createPlan, movePlan } from '#lib/server/services/training-plan.ts';
import { addSession } from '#lib/server/services/training-session.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { at, codeOf, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const YEAR = 2027;

beforeEach(async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	value(await movePlan(hr, slug, { year: YEAR, state: 'approved', revision: 1 }));
});

async function first() {
	const [item] = (await plan()).items;
	if (!item) throw new Error('no line');
	return item;
}

it('changes an approved plan only with a reason, which stands on the page of the plan', async () => {
	const item = await first();
	const dearer = { ...item, price: 999 };
	expect(codeOf(await editPlanItem(hr, slug, YEAR, dearer))).toBe('training/reason-needed');
	expect(codeOf(await addPlanItem(hr, slug, YEAR, dearer))).toBe('training/reason-needed');
	expect(codeOf(await removePlanItem(hr, slug, YEAR, item))).toBe('training/reason-needed');
	expect(codeOf(await addSuggested(hr, slug, YEAR, taking(null)))).toBe('training/reason-needed');
	expect(await first()).toEqual(item);
	const reason = 'Нова оферта на доставчика';
	value(await editPlanItem(hr, slug, YEAR, { ...dearer, reason }));
	expect((await first()).pricePerPerson).toBe(99_900);
	const { changes } = value(await readPlanPage(hr, slug, YEAR));
	expect(changes).toMatchObject([{ title: item.title, reason, who: hr.actor?.name }]);
	const outsider = await at.as('nablyudatel');
	expect(value(await readPlanPage(outsider, slug, YEAR)).changes).toEqual([]);
});

it('keeps the reason for which a line was taken out', async () => {
	const item = await first();
	value(await removePlanItem(hr, slug, YEAR, { ...item, reason: 'Обучението отпада' }));
	const { changes } = value(await readPlanPage(hr, slug, YEAR));
	expect(changes).toMatchObject([{ title: item.title, reason: 'Обучението отпада' }]);
});

it('asks no reason for a plan that is a draft again, nor for carrying the approved one out', async () => {
	const item = await first();
	const session = {
		...{ startsOn: isoDate('2027-03-09'), endsOn: isoDate('2027-03-09'), startsAt: 540, endsAt: 1020 },
		...{ isOnline: false, place: 'Елена', trainer: '', places: 20, groupName: '', state: 'planned' as const },
	};
	expect(codeOf(await addSession(hr, { slug, year: YEAR, itemId: item.id }, session))).toBe('ok');
	value(await movePlan(hr, slug, { year: YEAR, state: 'draft', revision: 2 }));
	expect(codeOf(await editPlanItem(hr, slug, YEAR, { ...item, price: 10 }))).toBe('ok');
	expect(value(await readPlanPage(hr, slug, YEAR)).changes).toEqual([]);
});
