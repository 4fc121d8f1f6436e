import { describe, expect, it } from 'vitest';
import { isoDate, type MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { addDayEntry } from '#lib/server/services/workload-day.ts';
import { anElena, apply, bring, HEAD, newPosts } from '#tests/support/import-run.ts';

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

describe('an import that was taken in', () => {
	it('leaves an activity that it changes one revision further, so that a stale edit is noticed', async () => {
		const { ctx, structure } = await anElena();
		const activity = structure.activities[0]!;
		const fn = structure.functions.find(({ key }) => key === activity.functionKey)!;
		const unit = structure.units.find(({ key }) => key === activity.unitKey)!;
		const rows = (volume: number) => [
			['Ключ', 'Дейност', 'Функция', 'Звено', 'Годишен обем'],
			[activity.key, activity.name.bg, fn.key, unit.key, volume],
		];
		const stored = async () =>
			ctx.db
				.selectFrom('activity')
				.innerJoin('structure_version', 'structure_version.id', 'activity.version_id')
				.select(['activity.revision', 'activity.sort', 'activity.annual_volume'])
				.where('structure_version.status', '=', 'working')
				.where('activity.key', '=', activity.key)
				.executeTakeFirstOrThrow();
		const first = await bring(ctx, { rows: rows(77) });
		expect((await apply(ctx, first)).ok).toBe(true);
		expect(await stored()).toMatchObject({ revision: 2, annual_volume: 77 });
		const second = await bring(ctx, { rows: rows(78) });
		await apply(ctx, second);
		expect(await stored()).toMatchObject({ revision: 3, annual_volume: 78 });
		await undoImport(ctx, 'elena', second);
		expect(await stored()).toMatchObject({ revision: 4, annual_volume: 77 });
	});

	it('leaves the copy that it made where a working day was recorded on it', async () => {
		const { ctx, structure } = await anElena();
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const id = await bring(ctx, { rows: [HEAD, [1, unit.name.bg, 'куриер', 1, 1, 'ТПО']] });
		const applied = await apply(ctx, id);
		const versionId = applied.ok ? applied.value.versionId : null;
		const entry = { starts: 480, ends: 540, activity: 'Деловодство', functionKey: null } as const;
		const recorded = await addDayEntry(
			ctx,
			{ slug: 'elena', versionId },
			{
				postKey: structure.posts[0]!.key,
				day: isoDate('2026-11-20'),
				entry: { ...entry, kind: 'productive', isPlanned: true, isInterruption: false },
			},
		);
		expect(recorded.ok).toBe(true);
		expect(await undoImport(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		expect(await ctx.db.selectFrom('work_day_entry').select('version_id').execute()).toContainEqual({
			version_id: versionId,
		});
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
});
