import { describe, expect, it } from 'vitest';
import { openImport, planOf } from '#lib/server/services/import-open.ts';
import { runningPlan } from '#lib/server/services/import-plan.ts';
import { stopPlanning } from '#lib/server/services/import-view.ts';
import { anElena, bring, HEAD, readingEnds } from '#tests/support/import-run.ts';

const ROWS = 3000;

async function aLargeTable() {
	const elena = await anElena();
	const rows = Array.from({ length: ROWS }, (_, at) => [
		at,
		`Отдел „Звено ${at % 60}“`,
		`експерт ${at % 25}`,
		1,
		1,
		'ДС',
	]);
	const id = await bring(elena.ctx, { rows: [HEAD, ...rows] });
	await readingEnds(elena.ctx, id);
	const open = await openImport(elena.ctx, 'elena', id);
	if (!open.ok) throw new Error(open.error.code);
	return { ...elena, id, open: open.value };
}

describe('the plan of a large file', () => {
	it('lets others in between, says how far it is, and is worked out once for all who ask', async () => {
		const { ctx, id, open } = await aLargeTable();
		let turns = 0;
		const seen: number[] = [];
		const timer = setInterval(() => {
			turns++;
			seen.push(runningPlan(ctx.db, id)?.progress() ?? 1);
		}, 1);
		const [one, two] = await Promise.all([planOf(ctx, open), planOf(ctx, open)]);
		clearInterval(timer);
		expect(turns).toBeGreaterThan(5);
		expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
		expect(one.ok && one.value.plan.counts.rowsIn).toBe(ROWS);
		expect(one.ok && two.ok && one.value.plan === two.value.plan).toBe(true);
	});

	it('is stopped on demand, and worked out anew when the file is opened again', async () => {
		const { ctx, id, open } = await aLargeTable();
		const waiting = planOf(ctx, open);
		while (!runningPlan(ctx.db, id)) await new Promise((done) => setImmediate(done));
		expect(await stopPlanning(ctx, 'elena', id)).toEqual({ ok: true, value: null });
		expect(await waiting).toEqual({ ok: false, error: { code: 'imports/given-up' } });
		expect((await planOf(ctx, open)).ok).toBe(true);
	});
});
