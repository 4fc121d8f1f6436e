import { describe, expect, it } from 'vitest';
import { namedKind } from '#lib/domain/imports/index.ts';
import { decideSheet } from '#lib/server/services/import-choices.ts';
import { forgetMap } from '#lib/server/services/import-maps.ts';
import { listImports, viewImport } from '#lib/server/services/import-view.ts';
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

describe('a text', () => {
	it.each(['doc.txt', 'Правилник.DOCX', 'решение.pdf'])(
		'„%s“ is refused where tables are taken in, and not kept',
		async (name) => {
			const { ctx } = await anElena();
			const brought = await bringFile(ctx, 'elena', {
				name,
				bytes: Buffer.from('Чл. 1. Отделът води регистър.'),
			});
			expect(brought).toEqual({ ok: false, error: { code: 'imports/text-file' } });
			const list = await listImports(ctx, 'elena');
			expect(list.ok && list.value.mine).toEqual([]);
		},
	);
});

describe('a text table under the name of something else', () => {
	it.each(['щат.exe', 'щат.csv.exe', 'щат.html', 'щат.7z'])('is refused and not kept: %s', async (name) => {
		const { ctx } = await anElena();
		const bytes = Buffer.from('Звено;Длъжност;Брой\nОтдел „Бюджет“;експерт;2\n');
		expect(await bringFile(ctx, 'elena', { name, bytes })).toEqual({
			...{ ok: false, error: { code: 'imports/other-file' } },
		});
		const list = await listImports(ctx, 'elena');
		expect(list.ok && list.value.mine).toEqual([]);
	});
});

describe('the kind of a file by its name', () => {
	it.each([
		['щат.XLSX', 'workbook'],
		['щат.csv ', 'table'],
		['правилник.docm', 'text'],
		['щат.xlsx.exe', 'other'],
		['Разписание 01.07', 'unnamed'],
		['Структура 2026 г.', 'unnamed'],
	])('%s is %s', (name, kind) => {
		expect(namedKind(name)).toBe(kind);
	});
});

describe('the difference', () => {
	it('says how many rows stay out because the role may not change them, and what it may take in', async () => {
		const { at } = await anElena();
		const hr = await at.as('hr-elena');
		const id = await bring(hr, newPosts('Отдел „Бюджет“'));
		await readingEnds(hr, id);
		const view = await viewImport(hr, { slug: 'elena', id }, { ...WISH, step: 'difference' });
		if (!view.ok) throw new Error(view.error.code);
		// Two rows of posts; the heading, the title above it and the total are no data.
		expect(view.value.difference?.refused).toEqual([{ kind: 'staffing', rows: 2 }]);
		expect(view.value.kinds).toEqual(['employees', 'requirements', 'training']);
		expect(view.value.difference?.changes).toEqual([]);
	});

	it('names no such rows to whoever may take all of them in', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, newPosts('Отдел „Бюджет“'));
		await readingEnds(ctx, id);
		const view = await viewImport(ctx, { slug: 'elena', id }, { ...WISH, step: 'difference' });
		expect(view.ok && view.value.difference?.refused).toEqual([]);
	});
});

const WISH = { step: null, sheet: -1, page: 1, filter: null, order: 'row' } as const;

describe('a remembered map of columns', () => {
	it('is listed, recognises the next file, and is forgotten with a note in the trail', async () => {
		const { at, ctx } = await anElena();
		const odd = {
			rows: [
				['Кутийка', 'Длъжност', 'Брой по щат'],
				['Отдел „ТСУ“', 'куриер', 1],
				['Отдел „Бюджет“', 'главен експерт', 2],
				['Отдел „Бюджет“', 'касиер', '1,5'],
			],
		};
		const first = await bring(ctx, odd);
		await readingEnds(ctx, first);
		const columns = { 0: 'unit', 1: 'title', 2: 'approved' } as const;
		const address = { slug: 'elena', id: first, sheet: 0 };
		await decideSheet(ctx, address, { what: 'kind', kind: 'staffing' });
		const band = { first: 1, last: 1 };
		await decideSheet(ctx, address, {
			what: 'band',
			band,
			lastRow: null,
			takesHidden: true,
			takesTotals: false,
		});
		await decideSheet(ctx, address, {
			what: 'columns',
			...{ columns, whole: {}, isRemembered: true, mapName: null },
		});
		const mapsOf = async () => {
			const list = await listImports(ctx, 'elena');
			return list.ok ? list.value.maps : [];
		};
		const [map] = await mapsOf();
		expect(map).toMatchObject({ kind: 'staffing', columns: { Кутийка: 'unit', Длъжност: 'title' } });

		const denied = { ok: false, error: { code: 'access/not-found' } };
		expect(await forgetMap(ctx, 'elena', 'nyama')).toEqual(denied);
		expect((await forgetMap(await at.as('savetnik-elena-1'), 'elena', map!.id)).ok).toBe(false);
		expect(await mapsOf()).toHaveLength(1);
		expect(await forgetMap(ctx, 'elena', map!.id)).toEqual({ ok: true, value: null });
		expect(await mapsOf()).toEqual([]);
		const trail = await ctx.db
			.selectFrom('audit_entry')
			.select('entity_key')
			.where('action', '=', 'import.forget-map')
			.execute();
		expect(trail).toEqual([{ entity_key: map!.id }]);
	});
});
