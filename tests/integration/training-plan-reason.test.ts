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
	const back = { year: YEAR, state: 'draft', revision: 2, reason: 'Нов бюджет' } as const;
	value(await movePlan(hr, slug, back));
	expect(codeOf(await editPlanItem(hr, slug, YEAR, { ...item, price: 10 }))).toBe('ok');
	const { changes } = value(await readPlanPage(hr, slug, YEAR));
	expect(changes).toMatchObject([{ what: 'reopened', state: 'draft', title: null, reason: 'Нов бюджет' }]);
});

it('goes back only with a reason', async () => {
	const back = { year: YEAR, state: 'draft', revision: 2 } as const;
	expect(codeOf(await movePlan(hr, slug, back))).toBe('training/reopen-reason-needed');
	expect((await plan()).plan?.state).toBe('approved');
});

it('is closed with a reason for every training that was not held, kept with its line', async () => {
	const [one, ...others] = (await plan()).items;
	if (!one) throw new Error('no line');
	const close = { year: YEAR, state: 'closed', revision: 2 } as const;
	const refused = await movePlan(hr, slug, close);
	expect(refused).toMatchObject({ error: { code: 'training/not-held' } });
	expect((await plan()).plan?.state).toBe('approved');
	const reasons = new Map([[one.id, 'Няма лектор']]);
	value(await movePlan(hr, slug, { ...close, reason: 'Няма средства', reasons }));
	const page = value(await readPlanPage(hr, slug, YEAR));
	const told = Object.fromEntries(page.items.map(({ id, notHeld }) => [id, notHeld]));
	expect(told).toEqual({
		[one.id]: 'Няма лектор',
		...Object.fromEntries(others.map(({ id }) => [id, 'Няма средства'])),
	});
	expect(page.changes).toHaveLength(others.length + 1);
	expect(page.changes.every(({ what }) => what === 'not-held')).toBe(true);
	const outsider = value(await readPlanPage(await at.as('nablyudatel'), slug, YEAR));
	expect(outsider.items.map(({ notHeld }) => notHeld)).toEqual(page.items.map(() => null));
});

it('tells of a plan opened again no old reasons', async () => {
	const close = { year: YEAR, state: 'closed', revision: 2, reason: 'Няма средства' } as const;
	value(await movePlan(hr, slug, close));
	value(
		await movePlan(hr, slug, { year: YEAR, state: 'approved', revision: 3, reason: 'Още едно обучение' }),
	);
	const { items } = value(await readPlanPage(hr, slug, YEAR));
	expect(items.map(({ notHeld }) => notHeld)).toEqual(items.map(() => null));
});
