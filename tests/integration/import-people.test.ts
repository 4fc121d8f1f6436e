import { describe, expect, it } from 'vitest';
import type { EmployeeId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listRequirements } from '#lib/server/queries/competency.ts';
import { findEmployee, listEmployees } from '#lib/server/queries/employee.ts';
import { listProvenance } from '#lib/server/queries/import-run.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import type { SheetSpec } from '#tests/support/awkward.ts';
import { anElena, apply, bring, planned } from '#tests/support/import-run.ts';

const PEOPLE = ['Име', 'Звено', 'Длъжност', 'Пол', 'Заетост', 'Назначен на'];

/** The first line of the staffing table of which the unit and title are its own. */
async function aPlace() {
	const elena = await anElena();
	const { posts, units } = elena.structure;
	const nameOf = (key: string) => units.find((unit) => unit.key === key)?.name.bg ?? '';
	const place = (post: (typeof posts)[number]) => `${nameOf(post.unitKey)}|${post.title.bg}`;
	const counts = Map.groupBy(posts, place);
	const post = posts.find((one) => counts.get(place(one))?.length === 1);
	if (!post) throw new Error('every line of the demo has a double');
	return { ...elena, post, unit: nameOf(post.unitKey), title: post.title.bg };
}

const twoPeople = (unit: string, title: string): SheetSpec => ({
	name: 'Служители',
	rows: [
		PEOPLE,
		['Иван Иванов Иванов', unit, title, 'м', 1, '01.02.2010'],
		['Ивана Иванова Иванова', unit, title, 'ж', '0,5', '15.03.2014'],
	],
});

const auditOf = (ctx: Ctx, action: string) =>
	ctx.db.selectFrom('audit_entry').select(['action', 'entity_key']).where('action', '=', action).execute();

describe('people brought in by the human resources', () => {
	it('are written with their source and the trail, and taken back', async () => {
		const { at, municipality, post, unit, title } = await aPlace();
		const ctx = await at.as('hr-elena');
		const before = await listEmployees(ctx.db, municipality.id);
		const id = await bring(ctx, twoPeople(unit, title));
		expect((await planned(ctx, id)).plan.counts).toMatchObject({ accepted: 2, skipped: 0 });
		expect(await apply(ctx, id)).toEqual({ ok: true, value: { versionId: null } });

		const made = (await listEmployees(ctx.db, municipality.id)).filter(
			(person) => !before.some((old) => old.id === person.id),
		);
		expect(
			made.map(({ name, postKey, sex, occupancy, startedOn }) => [name, postKey, sex, occupancy, startedOn]),
		).toEqual([
			['Иван Иванов Иванов', post.key, 'male', 1, '2010-02-01'],
			['Ивана Иванова Иванова', post.key, 'female', 0.5, '2014-03-15'],
		]);
		const sources = await listProvenance(ctx.db, municipality.id, { entity: 'employee', key: made[1]!.id });
		expect(sources.map(({ field, sheet, cell }) => [field, sheet, cell])).toContainEqual([
			'occupancy',
			'Служители',
			'E3',
		]);
		expect(await auditOf(ctx, 'employee.create')).toHaveLength(2);

		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		expect(await listEmployees(ctx.db, municipality.id)).toEqual(before);
		expect(await auditOf(ctx, 'employee.delete')).toHaveLength(2);
	});

	it('who are known are changed in place, with one revision more', async () => {
		const { at, municipality, unit, title } = await aPlace();
		const ctx = await at.as('hr-elena');
		const first = await bring(ctx, twoPeople(unit, title));
		await apply(ctx, first);
		const id = `${first}-1-2` as EmployeeId;
		const changed = await bring(ctx, {
			rows: [PEOPLE, ['Иван Иванов Иванов', unit, title, 'м', '0,5', '01.02.2010']],
		});
		await apply(ctx, changed);
		expect(await findEmployee(ctx.db, municipality.id, id)).toMatchObject({ occupancy: 0.5, revision: 2 });
		await undoImport(ctx, 'elena', changed);
		expect(await findEmployee(ctx.db, municipality.id, id)).toMatchObject({ occupancy: 1, revision: 3 });
	});

	it('are not taken in by the consultant, to whom the file says that they are for others', async () => {
		const { ctx, municipality, unit, title } = await aPlace();
		const before = await listEmployees(ctx.db, municipality.id);
		const id = await bring(ctx, twoPeople(unit, title));
		const { plan } = await planned(ctx, id);
		expect(plan.sheets[0]?.outcomes.map(({ reason }) => reason)).toEqual(['not-allowed', 'not-allowed']);
		expect(await apply(ctx, id)).toEqual({ ok: false, error: { code: 'imports/nothing-to-do' } });
		expect(await listEmployees(ctx.db, municipality.id)).toEqual(before);
	});
});

describe('required competencies', () => {
	it('are written with their source, raised by a second file, and taken back in turn', async () => {
		const { at, municipality, structure } = await aPlace();
		const ctx = await at.as('hr-elena');
		const fn = structure.functions[0]!;
		const competency = await ctx.db
			.selectFrom('competency')
			.select(['key', 'name_bg'])
			.orderBy('key')
			.executeTakeFirstOrThrow();
		const asked = async () =>
			(await listRequirements(ctx.db, municipality.id)).filter(
				(need) =>
					need.kind === 'function' && need.functionKey === fn.key && need.competencyKey === competency.key,
			);
		await ctx.db.deleteFrom('requirement').where('municipality_id', '=', municipality.id).execute();
		const file = (level: number): SheetSpec => ({
			name: 'Изисквания',
			rows: [
				['Функция', 'Компетентност', 'Ниво', 'Източник'],
				[fn.text.bg, competency.name_bg, level, 'длъжностна характеристика'],
			],
		});
		const first = await bring(ctx, file(2));
		expect(await apply(ctx, first)).toEqual({ ok: true, value: { versionId: null } });
		expect(await asked()).toMatchObject([{ level: 2, source: 'длъжностна характеристика' }]);
		const key = `function|${fn.key}|${competency.key}`;
		const sources = await listProvenance(ctx.db, municipality.id, { entity: 'requirement', key });
		expect(sources.map(({ field, cell }) => [field, cell])).toContainEqual(['level', 'C2']);

		const second = await bring(ctx, file(4));
		await apply(ctx, second);
		expect(await asked()).toMatchObject([{ level: 4 }]);
		expect(await undoImport(ctx, 'elena', first)).toMatchObject({
			ok: false,
			error: { code: 'imports/undo-blocked' },
		});
		await undoImport(ctx, 'elena', second);
		expect(await asked()).toMatchObject([{ level: 2 }]);
		await undoImport(ctx, 'elena', first);
		expect(await asked()).toEqual([]);
	});
});
