import { beforeEach, expect, it } from 'vitest';
import { isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { computePlanTotals } from '#lib/domain/training/index.ts';
import { enrol } from '#lib/server/services/training-enrolment.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { editPlanItem } from '#lib/server/services/training-plan-item.ts';
import { readPlanItemPage } from '#lib/server/services/training-plan-item-view.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { addSession } from '#lib/server/services/training-session.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { at, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const YEAR = 2027;
const SESSION = {
	...{ startsOn: isoDate('2027-03-09'), endsOn: isoDate('2027-03-09'), startsAt: 540, endsAt: 1020 },
	...{ isOnline: false, place: 'Елена', trainer: '', places: 20, groupName: '', state: 'planned' as const },
};
const COURSE = 'zop-adv';
let session: string;
let leaver: EmployeeId;

beforeEach(async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const { id, participants } = await line();
	session = value(await addSession(hr, { slug, year: YEAR, itemId: id }, SESSION));
	leaver = participants[0] ?? leaver;
});

async function line() {
	const found = (await plan()).items.find(({ courseKey }) => courseKey === COURSE);
	if (!found) throw new Error('no line');
	return found;
}

/** The person leaves on a day before today. */
async function leave(id: string): Promise<void> {
	const left_on = '2026-01-05';
	await at.database.db.updateTable('employee').set({ left_on }).where('id', '=', id).execute();
}

const seats = async () => computePlanTotals((await plan()).items).all;
const seatedIn = async () => value(await readSession(hr, slug, session)).participants?.map(({ id }) => id);

it('gives the seats of whoever left back without a name, with the same places and money, and out of the session', async () => {
	const before = await seats();
	expect(await seatedIn()).toContain(leaver);
	await leave(leaver);
	const after = await seats();
	expect([after.seats, after.cost]).toEqual([before.seats, before.cost]);
	expect(after.openSeats).toBeGreaterThan(before.openSeats);
	expect((await plan()).items.flatMap(({ participants }) => participants)).not.toContain(leaver);
	expect(await seatedIn()).not.toContain(leaver);
	const page = value(await readPlanPage(hr, slug, YEAR));
	for (const item of page.items) expect(item).not.toHaveProperty('left');
	expect(page.items.reduce((sum, { freed }) => sum + freed, 0)).toBe(after.openSeats - before.openSeats);
});

it('drops whoever left from the needs, also those that a plan holds, and offers them no second group', async () => {
	const of = async () =>
		(await plan()).needs.filter(({ people }) => people.some((one) => one.employeeId === leaver));
	expect((await of()).length).toBeGreaterThan(0);
	await leave(leaver);
	expect(await of()).toEqual([]);
	expect((await plan()).suggestion.items.flatMap(({ employeeIds }) => employeeIds)).not.toContain(leaver);
	const kept = await at.database.db
		.selectFrom('training_need_person')
		.select('need_id')
		.where('employee_id', '=', leaver)
		.execute();
	const sync = value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	// Every need that named the person is said to have changed or to have gone.
	expect(sync.updated + sync.removed).toBe(kept.length);
	const nothing = { added: 0, updated: 0, removed: 0, changes: 0 };
	expect(value(await syncNeeds(hr, slug, { kind: 'gaps' }))).toEqual(nothing);
	expect((await plan()).suggestion.items).toEqual([]);
});

it('changes neither places nor money when the line is opened and saved as it is, and says who left', async () => {
	await leave(leaver);
	const before = await seats();
	const shown = value(await readPlanItemPage(hr, slug, YEAR, (await line()).id));
	expect(shown.left).toHaveLength(1);
	const item = shown.item;
	if (!item) throw new Error('no line');
	value(await editPlanItem(hr, slug, YEAR, { ...item, price: item.pricePerPerson / 100 }));
	expect(await seats()).toEqual(before);
});

it('seats the next one on the place that whoever left gave back', async () => {
	await leave(leaver);
	const before = await line();
	const other = (await plan()).employees.find(
		({ id, leftOn }) => leftOn === null && !before.participants.includes(id),
	);
	if (!other) throw new Error('nobody else');
	value(await enrol(hr, { slug, id: session, employeeId: other.id }));
	const after = await line();
	expect(after.participants.length + after.openSeats).toBe(before.participants.length + before.openSeats);
});
