import { describe, expect, it } from 'vitest';
import { municipalityName, provinceOf } from '#lib/domain/org/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { addMunicipality, changeMunicipality } from '#lib/server/services/municipality.ts';
import { grantRole, revokeRole } from '#lib/server/services/municipality-access.ts';
import { addCouncillor, endMandate, setOwnParameter } from '#lib/server/services/municipality-council.ts';
import { addSettlements, removeSettlement, saveSettlement } from '#lib/server/services/municipality-place.ts';
import { listMunicipalityLines, viewMunicipality } from '#lib/server/services/municipality-view.ts';
import { showTrail } from '#lib/server/services/trail.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { addPopovo, admin, at, POPOVO, userId, view } from '#tests/support/popovo.ts';

/** Everything that is kept, counted, so that a refusal shows to have stored nothing. */
function stored(): readonly number[] {
	const tables = [
		'municipality',
		'structure_version',
		'settlement',
		'membership',
		'councillor',
		'parameter',
		'audit_entry',
	];
	return tables.map((table) =>
		Number(at.database.raw.prepare(`select count(*) from ${table}`).pluck().get()),
	);
}

describe('a new municipality', () => {
	it('begins with one empty version that may be edited at once', async () => {
		await addPopovo();
		const opened = await openStructure(admin, { slug: 'popovo' }, 'structure.edit');
		if (!opened.ok) throw new Error(opened.error.code);
		const { version, structure, municipality } = opened.value;
		expect(municipality).toMatchObject({ name: { bg: 'Община Попово', en: 'Popovo Municipality' } });
		expect(version).toMatchObject({ status: 'working', validFrom: '2026-11-21', basedOnId: null });
		expect([structure.units, structure.posts, structure.functions]).toEqual([[], [], []]);
		const lines = await listMunicipalityLines(admin);
		const line = lines.ok && lines.value.find((one) => one.municipality.slug === 'popovo');
		expect(line).toMatchObject({ settlements: 0, people: 0, hasAdopted: false });
	});

	it('leaves its trail', async () => {
		await addPopovo();
		const filter = { query: '', person: null, kind: null, key: null, from: null, to: null };
		const trail = await showTrail(admin, { slug: 'popovo' }, { filter, page: 1 });
		const actions = trail.ok && trail.value.entries.map(({ action }) => action).sort();
		expect(actions).toEqual(['municipality.add', 'version.create']);
	});

	it('is refused at an address or under a name that is taken, with nothing stored', async () => {
		await addPopovo();
		const before = stored();
		const again = await addMunicipality(admin, { ...POPOVO, slug: 'elena' });
		expect(again).toEqual({ ok: false, error: { code: 'municipality/slug-taken' } });
		const namesake = { ...POPOVO, slug: 'popovo-2', name: municipalityName('ПОПОВО', null) };
		expect(await addMunicipality(admin, namesake)).toEqual({
			ok: false,
			error: { code: 'municipality/name-taken' },
		});
		expect(stored()).toEqual(before);
		// The same name in another province is another municipality.
		const elsewhere = { ...namesake, oblast: provinceOf('Русе')! };
		expect((await addMunicipality(admin, elsewhere)).ok).toBe(true);
	});
});

describe('only the administrator', () => {
	it.each(['konsultant', 'hr-elena', 'predsedatel-elena', 'savetnik-elena-1', 'nablyudatel'])(
		'– not %s – makes and changes municipalities, and nothing is stored',
		async (name) => {
			await addPopovo();
			const ctx = await at.as(name);
			const before = stored();
			const user = await userId(name);
			const draft = { name: { bg: 'с. Медовина', en: null }, kind: 'village', status: 'none' } as const;
			const answers = [
				await listMunicipalityLines(ctx),
				await viewMunicipality(ctx, 'elena'),
				await addMunicipality(ctx, { ...POPOVO, slug: 'drugo' }),
				await changeMunicipality(ctx, { slug: 'elena', revision: 1 }, POPOVO),
				await saveSettlement(ctx, 'elena', {
					seen: null,
					draft: { ...draft, ekatte: null, population: null },
				}),
				await removeSettlement(ctx, 'elena', { id: 'nyama', revision: 1 }),
				await grantRole(ctx, 'popovo', { userId: user, role: 'consultant', unitKey: null }),
				await revokeRole(ctx, 'elena', { userId: user, role: 'consultant' }),
				await addCouncillor(ctx, 'elena', { name: 'Нов', userId: null, from: isoDate('2026-01-01') }),
				await endMandate(ctx, 'elena', { id: 'nyama', to: isoDate('2026-12-01') }),
				await setOwnParameter(ctx, 'elena', {
					...{ key: 'council.size', value: 13, from: isoDate('2027-01-01'), citation: 'Решение' },
				}),
			];
			expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual(
				answers.map(() => 'access/not-found'),
			);
			expect(stored()).toEqual(before);
		},
	);
});

describe('what is known of a municipality', () => {
	it('changes under the hands of one person at a time, and its structure says so at once', async () => {
		await addPopovo();
		const seen = { slug: 'popovo', revision: 1 };
		const before = await openStructure(admin, { slug: 'popovo' });
		expect(before.ok && before.value.structure.municipality.population).toBe(22_000);
		expect(await changeMunicipality(admin, seen, { ...POPOVO, population: 21_500 })).toEqual({
			ok: true,
			value: null,
		});
		expect(await changeMunicipality(admin, seen, { ...POPOVO, population: 9 })).toEqual({
			ok: false,
			error: { code: 'municipality/stale' },
		});
		const after = await openStructure(admin, { slug: 'popovo' });
		expect(after.ok && after.value.structure.municipality.population).toBe(21_500);
	});

	it('takes a list of settlements in whole or not at all, and says which one stands in the way', async () => {
		await addPopovo();
		const village = (bg: string, status: 'none' | 'centre' = 'none') =>
			({ name: { bg, en: null }, kind: 'village', status, ekatte: null, population: null }) as const;
		const first = [village('с. Медовина', 'centre'), village('с. Паламарца')];
		expect((await addSettlements(await at.as('konsultant'), 'popovo', first)).ok).toBe(false);
		expect((await addSettlements(admin, 'popovo', first)).ok).toBe(true);
		const before = stored();
		for (const [list, error] of [
			[[village('с. Ново'), village('с. медовина')], { code: 'settlement/line-taken', index: 1 }],
			[[village('с. Ново'), village('с. Ново')], { code: 'settlement/line-taken', index: 1 }],
			[[village('с. Ново', 'centre')], { code: 'settlement/line-centre', index: 0 }],
		] as const)
			expect(await addSettlements(admin, 'popovo', list)).toEqual({ ok: false, error });
		expect(stored()).toEqual(before);
		expect((await view()).settlements.map(({ name }) => name.bg)).toEqual(['с. Медовина', 'с. Паламарца']);
	});

	it('holds its settlements: one centre, no namesakes, changed and taken out by revision', async () => {
		await addPopovo();
		const base = { kind: 'town', status: 'centre', ekatte: '57649', population: 14_000 } as const;
		const town = { ...base, name: { bg: 'гр. Попово', en: 'Popovo' } };
		const village = { ...base, kind: 'village', name: { bg: 'с. Медовина', en: 'Medovina' } } as const;
		const save = (
			draft: typeof town | typeof village,
			seen: Parameters<typeof saveSettlement>[2]['seen'] = null,
		) => saveSettlement(admin, 'popovo', { seen, draft });
		const structureNow = async () => {
			const opened = await openStructure(admin, { slug: 'popovo' });
			return opened.ok
				? opened.value.structure.settlements.map(({ name, status }) => `${name.bg} ${status}`)
				: [];
		};
		expect(await structureNow()).toEqual([]);
		expect((await save(town)).ok).toBe(true);
		expect(await structureNow()).toEqual(['гр. Попово centre']);
		expect(await save(town)).toMatchObject({ error: { code: 'settlement/name-taken' } });
		expect(await save(village)).toMatchObject({ error: { code: 'settlement/centre-taken' } });
		const kept = (await view()).settlements[0]!;
		const seen = { id: kept.id, revision: kept.revision };
		expect((await save({ ...town, name: { bg: 'гр. Попово', en: 'Popovo town' } }, seen)).ok).toBe(true);
		expect(await save(town, seen)).toMatchObject({ error: { code: 'settlement/stale' } });
		expect(await removeSettlement(admin, 'popovo', seen)).toMatchObject({
			error: { code: 'settlement/stale' },
		});
		expect((await removeSettlement(admin, 'popovo', { ...seen, revision: 2 })).ok).toBe(true);
		expect(await structureNow()).toEqual([]);
		// A settlement of another municipality is none of this one.
		const foreign = at.database.raw
			.prepare("select id from settlement where municipality_id = 'elena'")
			.pluck()
			.get();
		expect(await removeSettlement(admin, 'popovo', { id: String(foreign), revision: 1 })).toMatchObject({
			error: { code: 'settlement/stale' },
		});
	});
});
