import { expect, it } from 'vitest';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { readUnitTraining } from '#lib/server/services/training-unit.ts';
import { at, codeOf, hr, slug, taking, value } from '#tests/support/training-world.ts';

it('shows a head the own unit as human resources see it, and nothing of another', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, taking(null)));
	const head = await at.as('rakovoditel-elena');
	const own = value(await readUnitTraining(head, slug, null));
	const unit = head.actor?.memberships.find(({ role }) => role === 'unit-head')?.unitKey ?? '';
	expect(own.unit.key).toBe(unit);
	expect(own.units.map(({ key }) => key)).toEqual([unit]);
	const all = value(await readUnitTraining(hr, slug, unit));
	// A place is one among the needs that the reader is told of.
	const without = (page: typeof own) => ({
		...{ ...page, units: [] },
		needs: page.needs.map((need) => ({ ...need, rank: { ...need.rank, place: 0 } })),
	});
	expect(without(own)).toEqual(without(all));
	expect(own.people.length).toBeGreaterThan(0);
	const other = all.units.find(({ key }) => key !== unit)?.key ?? '';
	expect(codeOf(await readUnitTraining(head, slug, other))).toBe('access/forbidden');
});

it('holds no money and nobody of another unit', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, taking(null)));
	const page = value(await readUnitTraining(hr, slug, 'el-hd'));
	expect(page.trainings.length).toBeGreaterThan(0);
	const own = new Set(page.people.map(({ id }) => id as string));
	expect(page.trainings.flatMap(({ people }) => people).every(({ id }) => own.has(id))).toBe(true);
	expect(JSON.stringify(page)).not.toMatch(/price|cost|salary/iu);
});

it('names nobody who has left in a training still to be held', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, taking(null)));
	const named = async () => {
		const { trainings } = value(await readUnitTraining(hr, slug, 'el-hd'));
		return trainings.flatMap(({ people }) => people.map(({ id }) => id));
	};
	const gone = (await named())[0] ?? '';
	expect(gone).not.toBe('');
	at.database.raw.prepare(`update employee set left_on = '2026-11-01' where id = ?`).run(gone);
	expect(await named()).not.toContain(gone);
});

it('is refused to whoever sees no persons', async () => {
	for (const name of ['konsultant', 'savetnik-elena-1', 'admin'])
		expect(codeOf(await readUnitTraining(await at.as(name), slug, 'el-hd'))).toBe('access/forbidden');
	const stranger = await at.as('hr-lyaskovets');
	expect(codeOf(await readUnitTraining(stranger, slug, null))).toBe('access/not-found');
});
