import { afterAll, beforeAll, expect, it } from 'vitest';
import { guessChoices, planImport } from '#lib/domain/imports/index.ts';
import { startReading } from '#lib/server/jobs/import.ts';
import { UnreadableFile } from '#lib/server/reading/limits.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { aGoodWorkbook, damage, numbers } from '#tests/support/damage.ts';
import { aContext } from '#tests/support/import.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

let at: Installation;
let good: Buffer;
beforeAll(async () => {
	at = await anInstallation();
	good = await aGoodWorkbook();
});
afterAll(() => at.close());

it('answers 500 damaged workbooks with a table or with a refusal, and plans whatever it read', async () => {
	const random = numbers(20_140_101);
	const context = aContext(smallStructure());
	const codes = new Map<string, number>();
	for (let number = 0; number < 500; number++) {
		const outcome = await readTables(damage(good, random), { name: 'проба' }).then(
			({ sheets }) => {
				const plan = planImport(
					sheets.map((grid) => ({ grid, choices: guessChoices(grid, []) })),
					context,
				);
				const { rowsIn, accepted, corrected, skipped } = plan.counts;
				expect(accepted + corrected + skipped).toBe(rowsIn);
				return 'read';
			},
			(error: unknown) => {
				if (!(error instanceof UnreadableFile)) throw error;
				return error.code;
			},
		);
		codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
	}
	expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(500);
	expect(codes.size).toBeGreaterThan(2);
}, 60_000);

it('leaves the readers, the server and the data as they were', async () => {
	const ctx = await at.as('konsultant');
	const count = () =>
		at.database.raw
			.prepare(
				'select (select count(*) from org_unit) + (select count(*) from post) + (select count(*) from admin_function) + (select count(*) from import_run)',
			)
			.pluck()
			.get();
	const before = count();
	const random = numbers(7);
	for (let number = 0; number < 12; number++) {
		const bytes = damage(good, random);
		const brought = await bringFile(ctx, 'elena', { name: `файл ${number}.xlsx`, bytes });
		expect(brought.ok).toBe(true);
	}
	expect(count()).toBe(before);
	expect(await startReading({ bytes: good, name: 'проба', layout: {} }).finished).toMatchObject({ ok: true });
}, 60_000);
