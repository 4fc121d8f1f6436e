import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { changedFields, type ImportMode } from '#lib/domain/imports/index.ts';
import type { MunicipalityId, VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listProvenance, listRunRows, listRuns } from '#lib/server/queries/import-run.ts';
import { listVersions } from '#lib/server/queries/version.ts';
import { loadStructure } from '#lib/server/queries/structure.ts';
import { findMunicipalityBySlug } from '#lib/server/queries/municipality.ts';
import { applyImport, undoImport } from '#lib/server/services/import-apply.ts';
import { decideSheet, decideTarget } from '#lib/server/services/import-choices.ts';
import { openImport, planOf, type PlannedImport } from '#lib/server/services/import-open.ts';
import { structureFile } from '#lib/server/services/import-file.ts';
import { bringFile, discardImport } from '#lib/server/services/import-upload.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { aWorkbook, type SheetSpec } from '#tests/support/awkward.ts';
import { anInstallation } from '#tests/support/installation.ts';

const LABEL = { bg: 'Работна', en: null };
const HEAD = ['№', 'Звено', 'Наименование на длъжността', 'Брой по щат', 'Брой заети', 'ДС/ТПО'];

async function bring(ctx: Ctx, ...sheets: readonly SheetSpec[]): Promise<string> {
	const file = { name: 'щат.xlsx', bytes: await aWorkbook(...sheets) };
	const brought = await bringFile(ctx, 'elena', file);
	if (!brought.ok) throw new Error(brought.error.code);
	return brought.value;
}

/** Waits until a file is read, however busy the machine is. */
async function readingEnds(ctx: Ctx, id: string): Promise<void> {
	for (let looks = 0; looks < 200; looks++) {
		const open = await openImport(ctx, 'elena', id);
		if (open.ok && open.value.batch.state !== 'reading') return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('the file was not read in time');
}

async function planned(ctx: Ctx, id: string): Promise<PlannedImport> {
	await readingEnds(ctx, id);
	const open = await openImport(ctx, 'elena', id);
	if (!open.ok) throw new Error(open.error.code);
	const plan = await planOf(ctx, open.value);
	if (!plan.ok) throw new Error(plan.error.code);
	return plan.value;
}

async function apply(ctx: Ctx, id: string) {
	const { mark } = await planned(ctx, id);
	return applyImport(ctx, { slug: 'elena', id, mark }, LABEL);
}

async function anElena() {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const municipality = (await findMunicipalityBySlug(ctx.db, 'elena'))!;
	const force = (await listVersions(ctx.db, municipality.id)).find(({ status }) => status === 'frozen')!;
	const structure = (await loadStructure(ctx.db, force.id))!;
	return { at, ctx, municipality, structure };
}

/** A finding whose evidence is a post. */
async function restFinding(
	ctx: Ctx,
	at: { readonly municipalityId: MunicipalityId; readonly versionId: string; readonly postKey: string },
): Promise<void> {
	const finding = {
		id: 'f-rests',
		municipality_id: at.municipalityId,
		version_id: at.versionId,
		number: 900,
	};
	await ctx.db
		.insertInto('finding')
		.values({
			...finding,
			...{ kind: 'other', criterion: 'relevance', title: 'Куриер', body: 'Куриер', severity: 1 },
			...{ status: 'open', created_at: ctx.clock.now(), created_by: ctx.actor!.userId },
		})
		.execute();
	await ctx.db
		.insertInto('finding_evidence')
		.values({ id: 'e-rests', finding_id: finding.id, kind: 'post', ref: at.postKey, data: '{}', sort: 1 })
		.execute();
}

const newPosts = (unit: string): SheetSpec => ({
	name: 'Щатно',
	rows: [
		['ОБЩИНА ЕЛЕНА'],
		HEAD,
		[1, unit, 'гл. специалист по всичко', '1,5', 1, 'ДС'],
		[2, unit, 'куриер', 'един', 1, 'ТПО'],
		[null, 'ОБЩО', null, '2,5', 2, null],
	],
});

describe('an import', () => {
	it('goes into a working copy of the version in force, tells where each value came from, and can be undone', async () => {
		const { ctx, municipality, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(ctx, newPosts(unit.name.bg));
		const before = await planned(ctx, id);
		expect(before.plan.counts).toEqual({ rowsIn: 3, accepted: 1, corrected: 0, skipped: 2, withErrors: 1 });
		await decideSheet(
			ctx,
			{ slug: 'elena', id, sheet: 0 },
			{ what: 'fix', row: 4, field: 'approved', text: '1' },
		);
		expect((await planned(ctx, id)).plan.counts).toMatchObject({ accepted: 1, corrected: 1, skipped: 1 });

		const applied = await apply(ctx, id);
		expect(applied.ok).toBe(true);
		const versionId = (applied.ok && applied.value.versionId) as VersionId;
		const after = (await loadStructure(ctx.db, versionId))!;
		const made = after.posts.filter(({ key }) => !structure.posts.some((old) => old.key === key));
		expect(
			made.map(({ title, approved, occupied, relation }) => [title.bg, approved, occupied, relation]),
		).toEqual([
			['гл. специалист по всичко', 1.5, 1, 'civil-service'],
			['куриер', 1, 1, 'labour'],
		]);
		const sources = await listProvenance(ctx.db, municipality.id, { entity: 'post', key: made[0]!.key });
		expect(sources.map(({ field, file, sheet, cell }) => [field, file, sheet, cell])).toContainEqual([
			'approved',
			'щат.xlsx',
			'Щатно',
			'D3',
		]);
		const [run] = await listRuns(ctx.db, municipality.id);
		expect(run).toMatchObject({ rowsIn: 3, accepted: 1, corrected: 1, skipped: 1, kinds: ['staffing'] });
		expect(
			(await listRunRows(ctx.db, run!.id)).map(({ row, outcome, reason }) => [row, outcome, reason]),
		).toEqual([
			[4, 'corrected', null],
			[5, 'skipped', 'total'],
		]);

		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		const again = (await loadStructure(ctx.db, versionId))!;
		expect(again.posts).toEqual(structure.posts);
		expect(await listProvenance(ctx.db, municipality.id, { entity: 'post', key: made[0]!.key })).toEqual([]);
		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: false, error: { code: 'imports/not-applied' } });
	});

	it('is not undone over what somebody changed since', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const first = await bring(ctx, { rows: [HEAD, [1, unit.name.bg, 'куриер', 1, 1, 'ТПО']] });
		await apply(ctx, first);
		const second = await bring(ctx, { rows: [HEAD, [1, unit.name.bg, 'куриер', 2, 1, 'ТПО']] });
		await apply(ctx, second);
		const refused = await undoImport(ctx, 'elena', first);
		expect(refused).toMatchObject({
			ok: false,
			error: { code: 'imports/undo-blocked', blocks: [{ entity: 'post', reason: 'changed-since' }] },
		});
		expect((await undoImport(ctx, 'elena', second)).ok).toBe(true);
		expect((await undoImport(ctx, 'elena', first)).ok).toBe(true);
	});

	it('of several sheets takes units before the posts in them', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(
			ctx,
			{ name: 'Щат', rows: [HEAD, [1, 'Отдел „Нов“', 'началник на отдел', 1, 0, 'ДС']] },
			{
				name: 'Звена',
				rows: [
					['Звено', 'Вид на звеното', 'Подчинено на'],
					['Отдел „Нов“', 'отдел', unit.name.bg],
				],
			},
		);
		const { plan } = await planned(ctx, id);
		expect(plan.changes.map(({ entity }) => entity)).toEqual(['unit', 'post']);
		expect((await apply(ctx, id)).ok).toBe(true);
	});

	it.each(['merge', 'close', 'replace'] as const)(
		'of the own staffing table in mode %s changes nothing that the file says',
		async (mode: ImportMode) => {
			const { ctx, structure } = await anElena();
			const names = new Map(structure.units.map(({ key, name }) => [key, name.bg]));
			const rows = structure.posts.map((post, at) => [
				at + 1,
				names.get(post.unitKey)!,
				post.title.bg,
				post.approved,
				post.occupied,
			]);
			const id = await bring(ctx, { rows: [HEAD.slice(0, 5), ...rows] });
			await decideTarget(ctx, { slug: 'elena', id }, { mode, versionId: null });
			const { plan } = await planned(ctx, id);
			expect(plan.counts.withErrors).toBe(0);
			expect(plan.missing).toEqual([]);
			const counts = plan.changes
				.flatMap(({ before, after }) => changedFields(before, after))
				.filter((field) => /approved|occupied|title|unitKey/.test(field));
			expect(counts).toEqual([]);
			if (mode !== 'replace') expect(plan.changes).toEqual([]);
		},
	);

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

	it('is not written when people changed since the person saw the difference', async () => {
		const { ctx, structure, municipality } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(ctx, newPosts(unit.name.bg));
		const { mark } = await planned(ctx, id);
		await ctx.db
			.updateTable('employee')
			.set({ occupancy: 0.5 })
			.where('municipality_id', '=', municipality.id)
			.execute();
		expect(await applyImport(ctx, { slug: 'elena', id, mark }, LABEL)).toEqual({
			ok: false,
			error: { code: 'imports/stale' },
		});
		expect((await apply(ctx, id)).ok).toBe(true);
	});

	it('is not undone when a finding rests on what it made', async () => {
		const { ctx, structure, municipality } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(ctx, newPosts(unit.name.bg));
		await apply(ctx, id);
		const made = await ctx.db
			.selectFrom('post')
			.select('key')
			.where('title_bg', 'like', '%по всичко')
			.executeTakeFirstOrThrow();
		await restFinding(ctx, {
			municipalityId: municipality.id,
			versionId: structure.versionId,
			postKey: made.key,
		});
		expect(await undoImport(ctx, 'elena', id)).toMatchObject({
			ok: false,
			error: { code: 'imports/undo-blocked', blocks: [{ entity: 'post', key: made.key, reason: 'in-use' }] },
		});
	});

	it('that is out of date is not written', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(ctx, newPosts(unit.name.bg));
		const { mark } = await planned(ctx, id);
		await copyAsWorking(ctx, { slug: 'elena' }, LABEL);
		await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, { what: 'leave', row: 3, isLeft: true });
		expect(await applyImport(ctx, { slug: 'elena', id, mark }, LABEL)).toEqual({
			ok: false,
			error: { code: 'imports/stale' },
		});
	});

	it.each([true, false])('of the exported structure is an empty difference, keys %s', async (keepsKeys) => {
		const { ctx, structure } = await anElena();
		const file = await structureFile(ctx, { slug: 'elena' });
		if (!file.ok) throw new Error(file.error.code);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(file.value.bytes as unknown as ArrayBuffer);
		expect(workbook.worksheets.map(({ rowCount }) => rowCount - 1)).toEqual([
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
		const brought = await bringFile(ctx, 'elena', { name: 'структура.xlsx', bytes });
		if (!brought.ok) throw new Error(brought.error.code);
		const { plan } = await planned(ctx, brought.value);
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
});
