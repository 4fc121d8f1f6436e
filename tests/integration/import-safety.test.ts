import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isoDate, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listVersions } from '#lib/server/queries/version.ts';
import { decideSheet, decideTarget } from '#lib/server/services/import-choices.ts';
import { markedFile } from '#lib/server/services/import-file.ts';
import { openImport } from '#lib/server/services/import-open.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { bringFile, readAgain } from '#lib/server/services/import-upload.ts';
import { aWorkbook } from '#tests/support/awkward.ts';
import { anElena, apply, bring, HEAD, newPosts, planned, readingEnds } from '#tests/support/import-run.ts';

const unitOf = ({ structure }: Awaited<ReturnType<typeof anElena>>) =>
	structure.units.find(({ kind }) => kind === 'directorate')!.name.bg;

/** How many rows of what was read, and whether a file, an import still has. */
async function keptOf(ctx: Ctx, id: string) {
	const sheets = await ctx.db
		.selectFrom('import_sheet')
		.select('position')
		.where('import_batch_id', '=', id)
		.execute();
	const files = await ctx.db
		.selectFrom('import_file')
		.select('import_batch_id')
		.where('import_batch_id', '=', id)
		.execute();
	return { sheets: sheets.length, files: files.length };
}

describe('an import that breaks off', () => {
	it('leaves no working copy behind', async () => {
		const elena = await anElena();
		const { ctx, municipality } = elena;
		const before = await listVersions(ctx.db, municipality.id);
		const id = await bring(ctx, newPosts(unitOf(elena)));
		await planned(ctx, id);
		await sql`create trigger full_disk before insert on import_run begin select raise(abort, 'full'); end`.execute(
			ctx.db,
		);
		await expect(apply(ctx, id)).rejects.toThrow('full');
		expect(await listVersions(ctx.db, municipality.id)).toEqual(before);
		await sql`drop trigger full_disk`.execute(ctx.db);
		expect((await apply(ctx, id)).ok).toBe(true);
		expect(await listVersions(ctx.db, municipality.id)).toHaveLength(before.length + 1);
	});
});

describe('a target that is not a working version', () => {
	it('is refused, and the one chosen before stays', async () => {
		const elena = await anElena();
		const { ctx, structure } = elena;
		const id = await bring(ctx, newPosts(unitOf(elena)));
		await readingEnds(ctx, id);
		for (const versionId of ['nyama' as VersionId, structure.versionId])
			expect(await decideTarget(ctx, { slug: 'elena', id }, { mode: 'close', versionId })).toEqual({
				ok: false,
				error: { code: 'imports/no-version' },
			});
		const open = await openImport(ctx, 'elena', id);
		expect(open.ok && open.value.batch).toMatchObject({ mode: 'merge', versionId: null });
	});
});

describe('files brought at the same moment', () => {
	it('are read two at a time; the others are told to come again', async () => {
		const { ctx } = await anElena();
		const table = Buffer.from('Звено;Длъжност;Бр.\nНяма;експерт;1\n');
		const first = await bringFile(ctx, 'elena', { name: 'a.csv', bytes: table });
		if (!first.ok) throw new Error(first.error.code);
		await readingEnds(ctx, first.value);
		const books = await Promise.all(
			[1, 2, 3, 4].map((at) => aWorkbook({ rows: [HEAD, [at, 'В', 'Г', 1, 1, 'ДС']] })),
		);
		const layout = { encoding: 'windows-1251', separator: ',' } as const;
		const answers = await Promise.all([
			...books.map((bytes, at) => bringFile(ctx, 'elena', { name: `${at}.xlsx`, bytes })),
			readAgain(ctx, { slug: 'elena', id: first.value }, layout),
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
		expect(answers.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(Array(3).fill('imports/busy'));
		for (const one of answers) if (one.ok && one.value !== null) await readingEnds(ctx, one.value);
		expect((await bringFile(ctx, 'elena', { name: '9.xlsx', bytes: books[3]! })).ok).toBe(true);
	});
});

describe('what was read of a file', () => {
	it('goes when the file is taken in; the file with its marks stays as the person saw it', async () => {
		const elena = await anElena();
		const { ctx } = elena;
		const id = await bring(ctx, newPosts(unitOf(elena)));
		await readingEnds(ctx, id);
		const fix = { what: 'fix', row: 4, field: 'approved', text: '2' } as const;
		await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, fix);
		const texts = async () => {
			const file = await markedFile(ctx, 'elena', id);
			if (!file.ok) throw new Error(file.error.code);
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load(file.value.bytes as unknown as ArrayBuffer);
			return ['D3', 'D4', 'F3', 'G4'].map((cell) => workbook.worksheets[0]?.getCell(cell).text);
		};
		const before = await texts();
		expect(before.slice(0, 2)).toEqual(['1,5', '2']);
		expect(await keptOf(ctx, id)).toEqual({ sheets: 1, files: 1 });
		await apply(ctx, id);
		expect(await keptOf(ctx, id)).toEqual({ sheets: 0, files: 1 });
		expect(await texts()).toEqual(before);
		await undoImport(ctx, 'elena', id);
		expect(await texts()).toEqual(before);
	});

	it('goes at once when the file is refused, and after sixty days when nobody took it in', async () => {
		const elena = await anElena();
		const { ctx } = elena;
		const refused = await bringFile(ctx, 'elena', {
			name: 'x.xlsx',
			bytes: Buffer.from('PK\u0003\u0004oops'),
		});
		if (!refused.ok) throw new Error(refused.error.code);
		await readingEnds(ctx, refused.value);
		expect(await keptOf(ctx, refused.value)).toEqual({ sheets: 0, files: 0 });

		const waiting = await bring(ctx, newPosts(unitOf(elena)));
		await readingEnds(ctx, waiting);
		// Brought on 21 November 2026: on 20 January it is sixty days old, on the 21st it is older.
		const on = (day: string): Ctx => ({
			...ctx,
			clock: { now: () => `${day}T09:00:00.000Z`, today: () => isoDate(day) },
		});
		await bringFile(on('2027-01-20'), 'elena', { name: 'b.csv', bytes: Buffer.from('a;b\n1;2') });
		expect(await keptOf(ctx, waiting)).toEqual({ sheets: 1, files: 1 });
		await bringFile(on('2027-01-21'), 'elena', { name: 'c.csv', bytes: Buffer.from('a;b\n1;3') });
		expect(await keptOf(ctx, waiting)).toEqual({ sheets: 0, files: 0 });
		const open = await openImport(ctx, 'elena', waiting);
		expect(open.ok && open.value.batch).toMatchObject({ state: 'refused', refusal: 'file/expired' });
	});
});
