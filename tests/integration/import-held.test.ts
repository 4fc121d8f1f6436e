import { describe, expect, it } from 'vitest';
import { NEW_VALUE, type ImportStep } from '#lib/domain/imports/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listVersions } from '#lib/server/queries/version.ts';
import { decideSheet } from '#lib/server/services/import-choices.ts';
import { listImports, viewImport } from '#lib/server/services/import-view.ts';
import { whereFrom } from '#lib/server/services/where-from.ts';
import type { SheetSpec } from '#tests/support/awkward.ts';
import { anElena, apply, bring, HEAD, planned } from '#tests/support/import-run.ts';

const OFFICE = 'Бюро „Незнайно“';
const POSTS: SheetSpec = { name: 'Щат', rows: [HEAD, [1, OFFICE, 'касиер', 1, 1, 'ТПО']] };
const FUNCTIONS: SheetSpec = {
	name: 'Функции',
	rows: [
		['Функция', 'Отговорно звено', 'Правно основание'],
		['Издава удостоверения за пчелини в регулация', OFFICE, 'чл. 8 от ЗУТ'],
		['Изчислява наема на общинските пчелини', OFFICE, null],
	],
};

async function look(ctx: Ctx, id: string, step: ImportStep, sheet: number) {
	const wish = { step, sheet, page: 1, filter: 'all', order: 'row' } as const;
	const view = await viewImport(ctx, { slug: 'elena', id }, wish);
	if (!view.ok) throw new Error(view.error.code);
	return view.value;
}

describe('a unit that was matched on one sheet of a workbook', () => {
	it('is shown on the next one as accepted there, and can be chosen otherwise for that sheet alone', async () => {
		const { ctx, structure } = await anElena();
		const id = await bring(ctx, POSTS, FUNCTIONS);
		await planned(ctx, id);
		const [first, second] = structure.units.filter(({ kind }) => kind === 'directorate');
		const choose = (sheet: number, meaning: string) =>
			decideSheet(
				ctx,
				{ slug: 'elena', id, sheet },
				{ what: 'matches', matches: [{ field: 'unit', text: OFFICE, meaning }] },
			);
		const lineOn = async (sheet: number) =>
			(await look(ctx, id, 'values', sheet)).values?.lines.find(({ field }) => field === 'unit');
		expect(await lineOn(1)).toMatchObject({ text: OFFICE, rows: 2, chosen: '', from: null });
		await choose(0, first!.key);
		expect(await lineOn(1)).toMatchObject({ text: OFFICE, rows: 0, chosen: first!.key, from: 'Щат' });
		await choose(1, second!.key);
		expect(await lineOn(1)).toMatchObject({ rows: 0, chosen: second!.key, from: null });
		expect(await lineOn(0)).toMatchObject({ chosen: first!.key, from: null });
		await choose(1, '');
		expect(await lineOn(1)).toMatchObject({ rows: 2, chosen: '', from: null });
		await choose(1, first!.key);
		expect((await planned(ctx, id)).sheets[1]?.choices.matches).toEqual({});
	});
});

describe('a sheet of functions without their types and areas', () => {
	it('takes one value of each for all rows, says so of every value, and remembers both for the next file', async () => {
		const { ctx, structure } = await anElena();
		const id = await bring(ctx, FUNCTIONS);
		await planned(ctx, id);
		const unit = structure.units.find(({ kind }) => kind === 'directorate')!;
		const at = { slug: 'elena', id, sheet: 0 };
		const matches = [{ field: 'unit', text: OFFICE, meaning: unit.key }] as const;
		await decideSheet(ctx, at, { what: 'matches', matches });
		const { columns } = await look(ctx, id, 'columns', 0);
		expect(columns?.whole.map(({ field, isNeeded, chosen }) => [field, isNeeded, chosen])).toEqual([
			['functionKind', true, ''],
			['policyArea', true, ''],
		]);
		const area = columns?.whole[1]?.options[0]?.code ?? '';
		await decideSheet(ctx, at, {
			what: 'columns',
			columns: { 0: 'text', 1: 'unit', 2: 'basis' },
			whole: { functionKind: 'service', policyArea: area },
			...{ isRemembered: true, mapName: null },
		});
		expect((await look(ctx, id, 'rows', 0)).rows?.rows[0]?.cells.map(({ whole }) => whole?.code)).toEqual([
			'service',
			area,
			...[undefined, undefined, undefined],
		]);
		const { plan } = await planned(ctx, id);
		expect(plan.counts).toMatchObject({ accepted: 2, skipped: 0 });
		expect((await apply(ctx, id)).ok).toBe(true);
		const key = plan.changes.find(({ entity }) => entity === 'function')!.key;
		const working = (await listVersions(ctx.db, 'elena' as never)).find(
			({ status }) => status === 'working',
		)!;
		const now = plan.after.functions.find((fn) => fn.key === key)!;
		const from = await whereFrom(
			ctx,
			{ slug: 'elena', versionId: working.id },
			{ entity: 'function', key, now },
		);
		const cells = from.ok ? from.value.map(({ field, cell }) => [field, cell]) : [];
		const named = from.ok ? from.value.flatMap((one) => one.named?.bg ?? []) : [];
		expect(named).toContain(unit.name.bg);
		expect(named).toHaveLength(2);
		expect(cells).toEqual(
			expect.arrayContaining([
				['functionKind', '*'],
				['policyArea', '*'],
				['text', 'A2'],
			]),
		);
		const list = await listImports(ctx, 'elena');
		expect(list.ok && list.value.maps[0]?.whole).toEqual({ functionKind: 'service', policyArea: area });
		const again = await bring(ctx, {
			...FUNCTIONS,
			rows: [...FUNCTIONS.rows, ['Води опис на пчелите', OFFICE]],
		});
		const next = await look(ctx, again, 'columns', 0).catch(() => undefined);
		await planned(ctx, again);
		const shown = next?.columns ?? (await look(ctx, again, 'columns', 0)).columns;
		expect(shown?.whole.map(({ chosen }) => chosen)).toEqual(['service', area]);
	});
});

it('rows below one unknown heading are mended together, and keep their own cells', async () => {
	const { ctx, structure } = await anElena();
	const heading = structure.units.find(({ kind }) => kind === 'directorate')!.name.bg.replace(/“$/u, 'я“');
	const spec: SheetSpec = {
		name: 'Щат',
		rows: [HEAD, [heading], [1, 'Бюро едно', 'касиер', 1, 1, 'ТПО'], [2, 'Бюро две', 'касиер', 1, 1, 'ТПО']],
	};
	const id = await bring(ctx, spec);
	await planned(ctx, id);
	const alike = async () => (await look(ctx, id, 'rows', 0)).rows?.alike ?? [];
	const line = (await alike()).find(({ problem }) => problem.detail === heading);
	expect(line).toMatchObject({ count: 2, problem: { suggestion: expect.any(String) } });
	const accept = { what: 'accept', alike: line!.key } as const;
	expect((await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, accept)).ok).toBe(true);
	const after = await planned(ctx, id);
	expect(after.sheets[0]?.choices.fixes).toEqual({});
	expect((await alike()).map(({ problem }) => problem.detail).sort()).toEqual(['Бюро две', 'Бюро едно']);
});

describe('a unit that a heading of a file made', () => {
	it('shows beside its cell the name that it took from there', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, POSTS);
		await planned(ctx, id);
		const matches = [{ field: 'unit' as const, text: OFFICE, meaning: NEW_VALUE }];
		await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, { what: 'matches', matches });
		const { plan } = await planned(ctx, id);
		expect((await apply(ctx, id)).ok).toBe(true);
		const now = plan.after.units.find(({ name }) => name.bg === OFFICE)!;
		const versions = await listVersions(ctx.db, 'elena' as never);
		const versionId = versions.find(({ status }) => status === 'working')!.id;
		const from = await whereFrom(ctx, { slug: 'elena', versionId }, { entity: 'unit', key: now.key, now });
		const named = from.ok ? from.value.find(({ field }) => field === 'unit') : undefined;
		expect(named).toMatchObject({ cell: 'B2', stored: 'name', value: { bg: OFFICE } });
	});
});
