import { afterEach, beforeEach } from 'vitest';
import { asId, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { showUnitWorkload, type UnitWorkloadPage } from '#lib/server/services/workload-unit.ts';
import { DEFAULT_ASSUMPTIONS } from '#lib/server/services/workload.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

/** A fresh installation for every test about the workload of a unit of Лясковец. Importing this file sets it up. */
export const SLUG = 'lyaskovets';
export const UNIT = asId<UnitKey>('ly-osut');
export const ADDRESS = { slug: SLUG, unitKey: UNIT };

export let at: Installation;
export let consultant: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

/** Opens the version in force for editing, as a working copy would be. */
export async function thaw(): Promise<void> {
	await at.database.db.updateTable('structure_version').set({ status: 'working' }).execute();
}

export async function page(ctx: Ctx = consultant): Promise<UnitWorkloadPage> {
	const shown = await showUnitWorkload(ctx, ADDRESS, DEFAULT_ASSUMPTIONS);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the unit is computed');
	return shown.value;
}
