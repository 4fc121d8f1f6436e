import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, isoDate, type MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordAudit } from '#lib/server/services/audit.ts';
import { exportTrail, showTrail, type TrailFilter } from '#lib/server/services/trail.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;
let ctx: Ctx;
const ALL: TrailFilter = { query: '', person: null, kind: null, key: null, from: null, to: null };

beforeEach(async () => {
	here = await aWorkingVersion();
	({ ctx } = here);
	const unit = (await here.structure()).units.find((one) => one.key === 'el-mp');
	const draft = { ...unit!, name: { bg: 'Отдел „Данъци и такси“', en: null } };
	await editUnit(ctx, here.address, { kind: 'change', key: unit!.key, draft }, { revision: 1 });
});
afterEach(() => here.at.close());

async function found(filter: Partial<TrailFilter>, who: Ctx = ctx) {
	const shown = await showTrail(who, here.address, { filter: { ...ALL, ...filter }, page: 1 });
	if (!shown.ok) throw new Error(shown.error.code);
	return shown.value.entries.map(({ action }) => action);
}

/** A change of a person, as the pages of HR write it. */
async function writePerson(): Promise<void> {
	const actor = ctx.actor!;
	const municipalityId = asId<MunicipalityId>('elena');
	const after = { name: 'Мария Тайнова' };
	const entry = { actor, municipalityId, versionId: null, before: null, after } as const;
	await ctx.db.transaction().execute(async (tx) => {
		await recordAudit(ctx, tx, { ...entry, action: 'employee.edit', entity: 'employee', entityKey: 'p1' });
	});
}

describe('the history of a municipality', () => {
	it('is found by a word of the old or the new state, in whatever letters', async () => {
		expect(await found({ query: 'ДАНЪЦИ и такси' })).toEqual(['unit.change']);
		expect(await found({ query: 'местни приходи' })).toEqual(['unit.change']);
		expect(await found({ query: 'няма такава дума' })).toEqual([]);
		expect(await found({ query: '%' })).toEqual([]);
	});

	it('is narrowed by person, kind, thing and days, the last day included', async () => {
		expect(await found({ kind: 'version' })).toEqual(['version.create']);
		expect(await found({ kind: 'unit', key: 'el-mp' })).toEqual(['unit.change']);
		expect(await found({ kind: 'unit', key: 'el-fin' })).toEqual([]);
		expect(await found({ person: ctx.actor?.userId ?? '' })).toEqual(['unit.change', 'version.create']);
		expect(await found({ person: 'nyama' })).toEqual([]);
		const day = isoDate('2026-11-21');
		expect(await found({ from: day, to: day })).toHaveLength(2);
		expect(await found({ to: isoDate('2026-11-20') })).toEqual([]);
	});

	it('comes a page at a time and whole in the file', async () => {
		const second = await showTrail(ctx, here.address, { filter: ALL, page: 2 });
		expect(second).toMatchObject({ ok: true, value: { entries: [], count: 2, pages: 1 } });
		const all = await exportTrail(ctx, here.address, ALL);
		expect(all.ok && all.value.entries).toHaveLength(2);
		const cut = await exportTrail(ctx, here.address, ALL, 1);
		expect(cut.ok && [cut.value.entries.length, cut.value.count]).toEqual([1, 2]);
		expect(all.ok && all.value.names['el-mp']?.bg).toBe('Отдел „Данъци и такси“');
	});

	it('says nothing of persons to whoever is not HR, not even through the search', async () => {
		await writePerson();
		expect(await found({})).not.toContain('employee.edit');
		expect(await found({ kind: 'employee' })).toEqual([]);
		expect(await found({ query: 'Тайнова' })).toEqual([]);
		const hr = await here.at.as('hr-elena');
		const membership = {
			municipalityId: asId<MunicipalityId>('elena'),
			role: 'consultant',
			unitKey: null,
		} as const;
		const both = here.at.with({ ...hr.actor!, memberships: [...hr.actor!.memberships, membership] });
		expect(await found({ query: 'Тайнова' }, both)).toEqual(['employee.edit']);
	});

	it('is for those who may read the trail', async () => {
		const asked = { filter: ALL, page: 1 };
		const councillor = await here.at.as('savetnik-elena-1');
		expect(await showTrail(councillor, here.address, asked)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect(await showTrail(here.at.nobody(), here.address, asked)).toMatchObject({
			error: { code: 'access/not-found' },
		});
	});
});
