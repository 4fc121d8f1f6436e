import { expect, it } from 'vitest';
import { changeLines } from '#lib/components/org/change-lines.ts';
import { kindOfEntry, thingOfEntry, verbOfEntry } from '#lib/components/org/trail-text.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { recordAudit } from '#lib/server/services/audit.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { editPlanItem } from '#lib/server/services/training-plan-item.ts';
import { createPlan, movePlan } from '#lib/server/services/training-plan.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { showTrail, type TrailFilter } from '#lib/server/services/trail.ts';
import type { Ctx } from '#lib/server/context.ts';
import { consultant, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const ALL: TrailFilter = { query: '', person: null, kind: null, key: null, from: null, to: null };
const YEAR = 2027;

async function trail(ctx: Ctx, kind: TrailFilter['kind']) {
	const shown = value(await showTrail(ctx, { slug }, { filter: { ...ALL, kind }, page: 1 }));
	return { ...shown, said: shown.entries.map((entry) => [verbOfEntry(entry), kindOfEntry(entry.entity)]) };
}

it('tells that a plan was approved and that a price changed, with the reason and without the people', async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	value(await movePlan(hr, slug, { year: YEAR, state: 'approved', revision: 1 }));
	const [item] = (await plan()).items;
	if (!item) throw new Error('no line');
	value(await editPlanItem(hr, slug, YEAR, { ...item, price: 999, reason: 'Нова оферта' }));
	for (const who of [hr, consultant]) {
		const { entries, names, said } = await trail(who, 'training-plan');
		expect(said).toContainEqual(['променено състояние', 'план за обучение']);
		const edit = entries.find(({ action }) => action === 'training-plan.edit');
		if (!edit) throw new Error('no entry');
		expect(thingOfEntry(edit, names)).toBe(`2027 г. · ${item.title.bg}`);
		const lines = changeLines(edit.before, edit.after, names);
		expect(lines.map(({ to }) => to.replace(/\s/g, ' '))).toEqual(['999,00 €', 'Нова оферта']);
		const move = entries.find(({ action }) => action === 'training-plan.move');
		expect(changeLines(move?.before, move?.after, names)).toMatchObject([{ from: 'проект', to: 'утвърден' }]);
		for (const id of item.participants) expect(JSON.stringify(entries)).not.toContain(id);
	}
});

it('is not found by the people who take part', async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const [item] = (await plan()).items;
	const [one] = item?.participants ?? [];
	if (!item || !one) throw new Error('nobody takes part');
	value(await editPlanItem(hr, slug, YEAR, { ...item, price: 999, reason: 'Нова оферта' }));
	const kept = await listAudit(hr.db, { entity: 'training-plan', limit: 1 });
	expect(JSON.stringify(kept)).toContain(one);
	const found = async (query: string) =>
		value(await showTrail(consultant, { slug }, { filter: { ...ALL, query }, page: 1 })).count;
	expect(await found(one)).toBe(0);
	expect(await found('нова оферта')).toBe(1);
});

it('says of a person that the data were erased and that a certificate was recorded', async () => {
	const actor = hr.actor;
	if (!actor) throw new Error('nobody');
	const municipalityId = (await plan()).municipality.id;
	const common = { actor, municipalityId, entity: 'employee', entityKey: 'somebody', versionId: null };
	const paper = {
		...{ subject: { kind: 'competency', competencyKey: 'procurement' }, number: 'ОП-77', issuer: 'ИПА' },
		...{ issuedOn: '2026-01-10', validUntil: '2028-01-10' },
	};
	await hr.db.transaction().execute(async (tx) => {
		await recordAudit(hr, tx, { ...common, action: 'employee.certify', before: null, after: paper });
		await recordAudit(hr, tx, { ...common, action: 'employee.erase', before: null, after: null });
	});
	const { entries, names, said } = await trail(hr, 'employee');
	expect(said.map(([verb]) => verb)).toEqual(
		expect.arrayContaining(['изтрити лични данни', 'записано удостоверение']),
	);
	const certified = entries.find(({ action }) => action === 'employee.certify');
	const labels = changeLines(certified?.before, certified?.after, names).map(({ label }) => label);
	expect(labels).not.toContain('Друго');
	expect(labels).toEqual(['компетентност', 'Номер', 'Издател', 'Издадено на', 'Валидно до']);
});
