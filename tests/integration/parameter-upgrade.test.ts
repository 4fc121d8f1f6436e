import { expect, test } from 'vitest';
import { loadParameters } from '#fixtures/load.ts';
import { listParameters } from '#lib/server/queries/legal.ts';
import { addNewParameters } from '#lib/server/services/parameter-upgrade.ts';
import { anInstallation } from '#tests/support/installation.ts';

test('a newer edition brings the parameters that an installation never had, and leaves its own numbers', async () => {
	const at = await anInstallation();
	const ctx = at.nobody();
	await ctx.db.deleteFrom('parameter').where('key', '=', 'rule.forest-hectares').execute();
	await ctx.db
		.updateTable('parameter')
		.set({ number_value: 7 })
		.where('key', '=', 'rule.appraisal-months')
		.execute();
	expect(await addNewParameters(ctx, loadParameters())).toBe(1);
	const values = new Map((await listParameters(ctx.db)).map(({ key, value }) => [key, value]));
	expect(values.get('rule.forest-hectares')).toBe(1500);
	expect(values.get('rule.appraisal-months')).toBe(7);
	expect(await addNewParameters(ctx, loadParameters())).toBe(0);
});

test('an installation without any parameters is left to whoever fills it', async () => {
	const at = await anInstallation();
	const ctx = at.nobody();
	await ctx.db.deleteFrom('parameter').execute();
	expect(await addNewParameters(ctx, loadParameters())).toBe(0);
});
