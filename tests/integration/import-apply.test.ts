import { describe, expect, it } from 'vitest';
import { changedFields, type ImportMode } from '#lib/domain/imports/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import { listProvenance, listRunRows, listRuns } from '#lib/server/queries/import-run.ts';
import { findVersion } from '#lib/server/queries/version.ts';
import { loadStructure } from '#lib/server/queries/structure.ts';
import { applyImport } from '#lib/server/services/import-apply.ts';
import { decideSheet, decideTarget } from '#lib/server/services/import-choices.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { FOUNDED_SOURCE } from '#lib/server/services/municipality.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { viewImport } from '#lib/server/services/import-view.ts';
import { anElena, apply, bring, HEAD, LABEL, newPosts, planned } from '#tests/support/import-run.ts';

const WISH = { step: null, sheet: -1, page: 1, filter: null, order: 'row' } as const;

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
			(await listRunRows(ctx.db, run!.id)).map(({ row, outcome, reason, mended }) => [
				...[row, outcome, reason],
				mended.map(({ field, from, to }) => `${field} ${from} → ${to}`).join(),
			]),
		).toEqual([
			[4, 'corrected', null, 'approved един → 1'],
			[5, 'skipped', 'total', ''],
		]);

		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		expect(
			await loadStructure(ctx.db, versionId),
			'the copy that the import made goes with it',
		).toBeUndefined();
		expect(await listProvenance(ctx.db, municipality.id, { entity: 'post', key: made[0]!.key })).toEqual([]);
		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: false, error: { code: 'imports/not-applied' } });
	});

	it('leaves a working version that was there before, as it was', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const made = await copyAsWorking(ctx, { slug: 'elena', versionId: null }, LABEL);
		const versionId = (made.ok && made.value) as VersionId;
		const before = (await loadStructure(ctx.db, versionId))!;
		const id = await bring(ctx, newPosts(unit.name.bg));
		expect(await apply(ctx, id)).toEqual({ ok: true, value: { versionId } });
		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		expect((await loadStructure(ctx.db, versionId))!.posts).toEqual(before.posts);
		const result = await viewImport(ctx, { slug: 'elena', id }, WISH);
		expect(result.ok && result.value.result?.changes).toMatchObject({
			total: 1,
			sums: [{ entity: 'post', made: 1 }],
		});
	});

	it('names the file as the source of a version that nobody had filled, until it is taken back', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const made = await copyAsWorking(ctx, { slug: 'elena', versionId: null }, LABEL);
		const versionId = (made.ok && made.value) as VersionId;
		const sourceNow = async () => (await findVersion(ctx.db, versionId))?.origin.source;
		const copied = await sourceNow();
		const first = await bring(ctx, newPosts(unit.name.bg));
		expect((await apply(ctx, first)).ok).toBe(true);
		expect(await sourceNow(), 'a copy keeps the source that it has').toBe(copied);
		expect((await undoImport(ctx, 'elena', first)).ok).toBe(true);

		await ctx.db
			.updateTable('structure_version')
			.set({ source: FOUNDED_SOURCE })
			.where('id', '=', versionId)
			.execute();
		const second = await bring(ctx, newPosts(unit.name.bg));
		expect((await apply(ctx, second)).ok).toBe(true);
		expect(await sourceNow()).toBe('щат.xlsx');
		// Another file of the same name changes nothing of the source, so taking it back does not either.
		const third = await bring(ctx, { rows: [HEAD, [1, unit.name.bg, 'водач на кон', 1, 0, 'ТПО']] });
		expect((await apply(ctx, third)).ok).toBe(true);
		expect((await undoImport(ctx, 'elena', third)).ok).toBe(true);
		expect(await sourceNow()).toBe('щат.xlsx');
		expect((await undoImport(ctx, 'elena', second)).ok).toBe(true);
		expect(await sourceNow()).toBe(FOUNDED_SOURCE);
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
		const wish = { step: 'difference', sheet: 0, page: 1, filter: null, order: 'row' } as const;
		const view = await viewImport(ctx, { slug: 'elena', id }, wish);
		expect(view.ok && view.value.difference?.sums).toEqual([
			{ entity: 'unit', made: 1, changed: 0, closed: 0 },
			{ entity: 'post', made: 1, changed: 0, closed: 0 },
		]);
		expect((await apply(ctx, id)).ok).toBe(true);
	});

	it('shows beside a new function what says nearly the same, there and in the file itself', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const known = structure.functions.find(({ key }) => key === 'el-ut-f34')!;
		const id = await bring(ctx, {
			name: 'Функции',
			rows: [
				['Звено', 'Функция', 'Област', 'Вид на функцията'],
				[unit.name.bg, `${known.text.bg} ежегодно`, 'Култура и културно наследство', 'услуги'],
				[unit.name.bg, 'Стопанисва читалищната сцена на площада', 'Култура и културно наследство', 'услуги'],
				[
					unit.name.bg,
					'Стопанисване на читалищната сцена на площада',
					'Култура и културно наследство',
					'услуги',
				],
			],
		});
		const wish = { step: 'difference', sheet: 0, page: 1, filter: null, order: 'row' } as const;
		const view = await viewImport(ctx, { slug: 'elena', id }, wish);
		const changes = (view.ok && view.value.difference?.changes) || [];
		const near = changes.filter(({ entity }) => entity === 'function').map((change) => change.near[0]);
		expect(near.map((one) => one?.text.bg)).toEqual([
			known.text.bg,
			'Стопанисване на читалищната сцена на площада',
			'Стопанисва читалищната сцена на площада',
		]);
		expect(near.every((one) => one !== undefined && one.score > 0.8)).toBe(true);
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
});
