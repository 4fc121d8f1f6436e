import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeLines } from '#lib/components/org/change-lines.ts';
import { thingOfEntry } from '#lib/components/org/trail-text.ts';
import { asId, isoDate, type MunicipalityId, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordAudit } from '#lib/server/services/audit.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
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

describe('an entry of the history', () => {
	const PART = { unitKey: 'el-mp', postKey: null, share: null } as const;

	it('of a role is named by function and unit, and found by the name of either, in whatever version they are', async () => {
		const { functions } = await here.structure();
		const fn = functions.find(({ key }) => key === 'el-kmet-f01')!;
		const place = { functionKey: fn.key, unitKey: asId<UnitKey>('el-mp'), postKey: null };
		const set = await editParticipation(
			ctx,
			here.address,
			{ kind: 'set', place, role: 'consulted', share: null },
			1,
		);
		expect(set.ok).toBe(true);
		const shown = await showTrail(
			ctx,
			{ slug: 'elena' },
			{ filter: { ...ALL, kind: 'participation' }, page: 1 },
		);
		if (!shown.ok) throw new Error(shown.error.code);
		const [entry] = shown.value.entries;
		expect(thingOfEntry(entry!, shown.value.names)).toBe(`${fn.text.bg} · Отдел „Местни приходи“`);
		expect(shown.value.versions[here.versionId]?.bg).toBe('Работна редакция');
		for (const query of ['данъци и такси', 'местни приходи', fn.text.bg.slice(0, 20)])
			expect(await found({ query, kind: 'participation' }), query).toEqual(['participation.create']);
	});

	it('of a thing that is gone keeps its name by what the trail last knew', async () => {
		const after = { key: 'gone', text: { bg: 'Издава разрешения', en: null } };
		const common = { actor: ctx.actor!, municipalityId: asId<MunicipalityId>('elena'), versionId: null };
		const part = { ...PART, functionKey: 'gone', role: 'accountable' };
		await ctx.db.transaction().execute(async (tx) => {
			const fn = { ...common, entity: 'function', entityKey: 'gone' };
			await recordAudit(ctx, tx, { ...fn, action: 'function.delete', before: after, after: null });
			const role = { ...common, entity: 'participation', entityKey: 'gone' };
			await recordAudit(ctx, tx, { ...role, action: 'participation.delete', before: part, after: null });
		});
		const shown = await showTrail(ctx, here.address, { filter: { ...ALL, kind: 'participation' }, page: 1 });
		if (!shown.ok) throw new Error(shown.error.code);
		const [entry] = shown.value.entries;
		expect(thingOfEntry(entry!, shown.value.names)).toBe('Издава разрешения · Отдел „Данъци и такси“');
	});

	it('names its fields and values in words, none by what the store calls it', async () => {
		const states = [
			{ title: 'Правилник', changes: 3 },
			{
				wording: 'води регистър',
				validFrom: '2026-01-01',
				reference: { article: '24', point: '1' },
				actKey: 'up',
			},
			{ title: 'Правилник', outcome: 'accepted', text: 'Води регистър', unitKey: 'el-mp' },
			{ abbreviation: 'УП', name: 'Правилник', kind: 'law', validTo: '2026-12-31', municipalityId: 'elena' },
			{ verdict: 'duplication', reason: 'Едно и също', ids: ['a'] },
			{ file: 'щат.xlsx', hash: 'abc' },
		];
		const lines = states.flatMap((after) => changeLines(null, after, {}));
		for (const { label } of lines) expect(label).not.toMatch(/[a-z]/i);
		expect(lines.map(({ to }) => to)).toEqual(
			expect.arrayContaining(['чл. 24, т. 1', expect.stringContaining('31.12.2026'), 'приета']),
		);
		for (const code of ['duplication', 'law', 'accepted'])
			expect(lines.map(({ to }) => to)).not.toContain(code);
	});
});

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
