import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { municipalityName, provinceOf } from '#lib/domain/org/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { addMunicipality } from '#lib/server/services/municipality.ts';
import { removeMunicipality } from '#lib/server/services/municipality-removal.ts';
import { viewMunicipality } from '#lib/server/services/municipality-view.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let admin: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	admin = await at.as('admin');
	const details = { population: null, populationAsOf: null, budget: null, budgetAsOf: null };
	const place = { slug: 'popovo', name: municipalityName('Попово', null), oblast: provinceOf('Търговище')! };
	const added = await addMunicipality(admin, { ...place, ...details });
	if (!added.ok) throw new Error(added.error.code);
});
afterEach(() => at.close());

const count = (table: string) =>
	Number(at.database.raw.prepare(`select count(*) from ${table}`).pluck().get());
const idOfPopovo = () =>
	String(at.database.raw.prepare("select id from municipality where slug = 'popovo'").pluck().get());

async function isOffered(slug: string): Promise<boolean> {
	const page = await viewMunicipality(admin, slug);
	if (!page.ok) throw new Error(page.error.code);
	return page.value.isEmpty;
}

describe('a municipality made by mistake', () => {
	it('goes with its empty version, and the trail keeps both days', async () => {
		expect(await isOffered('popovo')).toBe(true);
		const [municipalities, versions] = [count('municipality'), count('structure_version')];
		expect(await removeMunicipality(admin, { slug: 'popovo', revision: 1 })).toEqual({
			ok: true,
			value: null,
		});
		expect([count('municipality'), count('structure_version')]).toEqual([municipalities - 1, versions - 1]);
		const actions = at.database.raw
			.prepare("select action from audit_entry where entity = 'municipality' order by action")
			.pluck()
			.all();
		expect(actions).toEqual(['municipality.add', 'municipality.remove']);
	});

	it.each([
		[
			'a role',
			() => `insert into membership (user_id, municipality_id, role)
			select id, '${idOfPopovo()}', 'viewer' from user where username = 'nablyudatel'`,
		],
		[
			'a settlement',
			() => `insert into settlement
			(id, municipality_id, name_bg, kind, status, verification, source)
			values ('s', '${idOfPopovo()}', 'гр. Попово', 'town', 'centre', 'verified', 'дума')`,
		],
		[
			'a unit in its version',
			() => `insert into org_unit
			(id, version_id, key, name_bg, folded, kind, part, sort, verification, source)
			select 'u', id, 'u', 'Кмет', 'кмет', 'mayor', 'direct', 1, 'verified', 'дума'
			from structure_version where municipality_id = '${idOfPopovo()}'`,
		],
		[
			'an adopted version',
			() => `update structure_version set status = 'frozen'
			where municipality_id = '${idOfPopovo()}'`,
		],
	])('stays while it holds %s', async (_, statement) => {
		at.database.raw.exec(statement());
		expect(await isOffered('popovo')).toBe(false);
		const before = count('municipality');
		expect(await removeMunicipality(admin, { slug: 'popovo', revision: 1 })).toEqual({
			ok: false,
			error: { code: 'municipality/not-empty' },
		});
		expect(count('municipality')).toBe(before);
	});

	it('is removed by nobody else, and not when it was changed meanwhile', async () => {
		const asked = { slug: 'popovo', revision: 1 };
		expect((await removeMunicipality(await at.as('konsultant'), asked)).ok).toBe(false);
		expect(await removeMunicipality(admin, { ...asked, revision: 7 })).toEqual({
			ok: false,
			error: { code: 'municipality/stale' },
		});
		expect(await isOffered('elena')).toBe(false);
		expect(count('municipality')).toBe(3);
	});
});
