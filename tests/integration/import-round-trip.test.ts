import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '#lib/domain/imports/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listVersions } from '#lib/server/queries/version.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { decideTarget } from '#lib/server/services/import-choices.ts';
import { structureFile } from '#lib/server/services/import-file.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { editPost } from '#lib/server/services/post-edit.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { aMunicipality, planned } from '#tests/support/import-run.ts';

describe('the structure taken out', () => {
	it.each([
		['elena', true],
		['elena', false],
		['lyaskovets', true],
		['lyaskovets', false],
	] as const)('of %s comes back as an empty difference, keys %s', async (slug, keepsKeys) => {
		const { ctx, structure } = await aMunicipality(slug);
		const file = await structureFile(ctx, { slug });
		if (!file.ok) throw new Error(file.error.code);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(file.value.bytes as unknown as ArrayBuffer);
		const tables = workbook.worksheets.filter(({ state }) => state === 'visible');
		expect(tables.map(({ rowCount }) => rowCount - 1)).toEqual([
			structure.units.length,
			structure.posts.length,
			structure.functions.length,
			structure.participations.length,
			structure.activities.length,
		]);
		if (!keepsKeys)
			for (const sheet of workbook.worksheets)
				if (sheet.getCell('A1').value === 'Ключ') sheet.spliceColumns(1, 1);
		const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
		const brought = await bringFile(ctx, slug, { name: 'структура.xlsx', bytes });
		if (!brought.ok) throw new Error(brought.error.code);
		const { plan } = await planned(ctx, brought.value, slug);
		expect(plan.sheets.map((sheet) => sheet?.kind)).toEqual([
			'units',
			'staffing',
			'functions',
			'participations',
			'activities',
		]);
		const errors = plan.sheets.flatMap(
			(sheet) =>
				sheet?.outcomes.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error')) ??
				[],
		);
		expect(errors).toEqual([]);
		expect(plan.changes).toEqual([]);
		expect(plan.missing).toEqual([]);
	});

	describe.each(['elena', 'lyaskovets'] as const)(
		'of %s, while a draft with a renamed unit exists,',
		(slug) => {
			it('is compared with what it was taken out of, and changes nothing there', async () => {
				const { ctx, force, draft } = await withDraft(slug);
				for (const versionId of [force, draft]) {
					const { plan, version } = await broughtBack(ctx, slug, await bookOf(ctx, slug, versionId));
					expect(version.id).toBe(versionId);
					expect([errorsIn(plan), plan.changes, plan.missing]).toEqual([[], [], []]);
				}
			});

			it('finds units by their keys where the person chooses the draft, so that only the name differs', async () => {
				const { ctx, force, draft, unit } = await withDraft(slug);
				const id = await bringBook(ctx, slug, await bookOf(ctx, slug, force));
				await planned(ctx, id, slug);
				const chosen = await decideTarget(ctx, { slug, id }, { mode: 'merge', versionId: draft });
				expect(chosen.ok).toBe(true);
				const { plan } = await planned(ctx, id, slug);
				expect(errorsIn(plan)).toEqual([]);
				expect(plan.changes.map(({ entity, key }) => [entity, key])).toEqual([['unit', unit.key]]);
			});

			it('takes one unit renamed in its own sheet for one change, though the other sheets keep the old name', async () => {
				const { ctx, force, unit } = await withDraft(slug);
				const book = await bookOf(ctx, slug, force);
				const cell = cellWith(book, 'Звена', unit.name.bg);
				cell.value = 'Отдел „Съвсем друго име“';
				const { plan } = await broughtBack(ctx, slug, book);
				expect(errorsIn(plan)).toEqual([]);
				expect(plan.changes.map(({ entity, key }) => [entity, key])).toEqual([['unit', unit.key]]);
			});

			it('carries the codes of НКПД out and back, and takes one changed in the file for one change', async () => {
				const { ctx, draft, post } = await withDraft(slug);
				const edited = await editPost(
					ctx,
					{ slug, versionId: draft },
					{ kind: 'change', key: post.key, draft: { ...post, occupation: '2422 6041' } },
					{ revision: 1 },
				);
				expect(edited.ok && edited.value.after?.occupation).toBe('24226041');
				const book = await bookOf(ctx, slug, draft);
				const same = (await broughtBack(ctx, slug, book)).plan;
				expect([errorsIn(same), same.changes, same.missing]).toEqual([[], [], []]);
				cellWith(book, 'Щатно разписание', '2422 6041', 11).value = '2422-6046';
				const { plan } = await broughtBack(ctx, slug, book);
				expect(plan.changes.map(({ key, after }) => [key, Reflect.get(after!, 'occupation')])).toEqual([
					[post.key, '24226046'],
				]);
			});

			it('is not mistaken for a table made elsewhere: that one goes into the draft', async () => {
				const { ctx, force, draft } = await withDraft(slug);
				const book = await bookOf(ctx, slug, force);
				book.removeWorksheet('Устрой');
				expect((await broughtBack(ctx, slug, book)).version.id).toBe(draft);
			});
		},
	);
});

/** A municipality with a draft in which the unit that most rows name is called something else. */
async function withDraft(slug: 'elena' | 'lyaskovets') {
	const { ctx, structure, municipality } = await aMunicipality(slug);
	const force = (await listVersions(ctx.db, municipality.id)).find(({ status }) => status === 'frozen')!.id;
	const copied = await copyAsWorking(ctx, { slug }, { bg: 'Работна', en: null });
	if (!copied.ok) throw new Error(copied.error.code);
	const rows = Map.groupBy(structure.participations, ({ unitKey }) => unitKey);
	const unit = structure.units
		.filter(({ kind }) => kind !== 'mayor')
		.toSorted((a, b) => (rows.get(b.key)?.length ?? 0) - (rows.get(a.key)?.length ?? 0))[0]!;
	const { key, ...draft } = unit;
	const renamed = { ...draft, name: { ...unit.name, bg: `${unit.name.bg} и още нещо` } };
	const address = { slug, versionId: copied.value };
	const edited = await editUnit(ctx, address, { kind: 'change', key, draft: renamed }, { revision: 1 });
	if (!edited.ok) throw new Error(edited.error.code);
	return { ctx, force, draft: copied.value, unit, post: structure.posts[0]! };
}

async function bookOf(ctx: Ctx, slug: string, versionId: string): Promise<ExcelJS.Workbook> {
	const file = await structureFile(ctx, { slug, versionId });
	if (!file.ok) throw new Error(file.error.code);
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(file.value.bytes as unknown as ArrayBuffer);
	return book;
}

async function bringBook(ctx: Ctx, slug: string, book: ExcelJS.Workbook): Promise<string> {
	const bytes = new Uint8Array(await book.xlsx.writeBuffer());
	const brought = await bringFile(ctx, slug, { name: 'структура.xlsx', bytes });
	if (!brought.ok) throw new Error(brought.error.code);
	return brought.value;
}

async function broughtBack(ctx: Ctx, slug: string, book: ExcelJS.Workbook) {
	return planned(ctx, await bringBook(ctx, slug, book), slug);
}

function cellWith(book: ExcelJS.Workbook, sheet: string, text: string, column = 2): ExcelJS.Cell {
	let found: ExcelJS.Cell | undefined;
	book
		.getWorksheet(sheet)
		?.getColumn(column)
		.eachCell((cell) => {
			if (cell.value === text) found = cell;
		});
	if (!found) throw new Error(`no „${text}“ in ${sheet}`);
	return found;
}

function errorsIn(plan: ImportPlan): readonly string[] {
	return plan.sheets.flatMap(
		(sheet) =>
			sheet?.outcomes.flatMap(({ problems }) =>
				problems
					.filter(({ severity }) => severity === 'error')
					.map(({ code, row, given }) => `${sheet.kind} ${row} ${code} ${given}`),
			) ?? [],
	);
}
