import { afterEach, beforeEach } from 'vitest';
import { municipalityName, provinceOf } from '#lib/domain/org/index.ts';
import type { UserId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listUsers } from '#lib/server/queries/user.ts';
import { addMunicipality } from '#lib/server/services/municipality.ts';
import { viewMunicipality } from '#lib/server/services/municipality-view.ts';
import { anInstallation, type Installation } from './installation.ts';

/** A fresh installation and its administrator for every test about a new municipality. Importing this file sets it up. */
export let at: Installation;
export let admin: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	admin = await at.as('admin');
});
afterEach(() => at.close());

/** A municipality that the demo data do not have. */
export const POPOVO = {
	slug: 'popovo',
	name: municipalityName('Попово', null),
	oblast: provinceOf('Търговище')!,
	population: 22_000,
	populationAsOf: '2025',
	budget: null,
	budgetAsOf: null,
};

export async function addPopovo(): Promise<void> {
	const added = await addMunicipality(admin, POPOVO);
	if (!added.ok) throw new Error(added.error.code);
}

export async function userId(username: string): Promise<UserId> {
	return (await listUsers(admin.db)).find((user) => user.username === username)!.id;
}

/** The page of the new municipality. */
export async function view() {
	const page = await viewMunicipality(admin, 'popovo');
	if (!page.ok) throw new Error(page.error.code);
	return page.value;
}
