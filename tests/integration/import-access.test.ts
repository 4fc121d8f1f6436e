import { describe, expect, it } from 'vitest';
import { openImport } from '#lib/server/services/import-open.ts';
import { bringFile, discardImport } from '#lib/server/services/import-upload.ts';
import { anElena, bring, newPosts, planned, readingEnds } from '#tests/support/import-run.ts';

describe('an import', () => {
	it('belongs to whoever brought it, and is refused to whoever may not', async () => {
		const { at, ctx } = await anElena();
		const id = await bring(ctx, newPosts('няма такова'));
		for (const username of ['hr-elena', 'admin'])
			expect(await openImport(await at.as(username), 'elena', id)).toEqual({
				ok: false,
				error: { code: 'access/not-found' },
			});
		const councillor = await at.as('savetnik-elena-1');
		const file = { name: 'x.csv', bytes: Buffer.from('a;b') };
		expect(await bringFile(councillor, 'elena', file)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		const people = await bring(ctx, {
			rows: [
				['Име', 'Звено', 'Длъжност', 'Назначен на'],
				['А Б', 'В', 'Г', '01.02.2010'],
			],
		});
		expect((await planned(ctx, people)).plan.sheets[0]?.outcomes.map(({ reason }) => reason)).toEqual([
			'not-allowed',
		]);
		await readingEnds(ctx, id);
		expect((await discardImport(ctx, 'elena', id)).ok).toBe(true);
		expect(await openImport(ctx, 'elena', id)).toMatchObject({ ok: false });
	});
});
