import { afterAll, describe, expect, test } from 'vitest';
import { drawChartFile } from '#exports/chart/file.ts';
import { drawInWorker } from '#lib/server/jobs/chart.ts';
import { exportChart, exportStructure } from '#lib/server/services/export-structure.ts';
import { viewStructureChart } from '#lib/server/services/structure-chart.ts';
import { costLens, rulesLens } from '#lib/server/services/unit-lens.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { textsOfPdf } from '#tests/support/pdf.ts';
import { checkedFormulas, readBack } from '#tests/support/workbook.ts';

const installation = await anInstallation();
afterAll(() => installation.close());
const ctx = await installation.as('konsultant');
const ELENA = { slug: 'elena' };

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

describe('the chart of a municipality', () => {
	test('has every post, and its relations name units of the structure', async () => {
		const { units, headline } = valueOf(await viewStructure(ctx, ELENA));
		const chart = valueOf(await viewStructureChart(ctx, ELENA, { withChange: true }));
		const keys = new Set(units.map((unit) => unit.key));
		expect(chart.posts.reduce((sum, post) => sum + post.approved, 0)).toBe(headline.allPosts.approved);
		expect(chart.relations.length).toBeGreaterThan(0);
		expect(chart.relations.every((one) => keys.has(one.fromKey) && keys.has(one.toKey))).toBe(true);
		expect(chart.change).toBeNull();
	});

	test('the cost of the mayor is the sum over all posts, and flaws are counted for each unit', async () => {
		const { units } = valueOf(await viewStructure(ctx, ELENA));
		const cost = valueOf(await costLens(ctx, ELENA));
		const top = units.filter((unit) => unit.parentKey === null).map((unit) => cost[unit.key]?.value ?? 0);
		const rows = await ctx.db
			.selectFrom('post')
			.innerJoin('structure_version as version', 'version.id', 'post.version_id')
			.select(['post.approved', 'post.annual_cost_cents'])
			.where('version.municipality_id', '=', 'elena')
			.execute();
		const cents = rows.reduce((sum, row) => sum + Number(row.approved) * (row.annual_cost_cents ?? 0), 0);
		expect(top.reduce((sum, value) => sum + value, 0)).toBeCloseTo(cents / 100, 4);
		const rules = valueOf(await rulesLens(ctx, ELENA));
		expect(Object.keys(rules)).toHaveLength(units.length);
		expect(Object.values(rules).every((figure) => figure.value !== null)).toBe(true);
	});

	test('the PDF names every unit, with the posts also every title', async () => {
		const { units } = valueOf(await viewStructure(ctx, ELENA));
		const pdf = { kind: 'pdf', paper: 'A3', mode: 'pages' } as const;
		const file = valueOf(await exportChart(ctx, ELENA, { of: 'posts', format: pdf, locale: 'bg' }));
		const text = textsOfPdf(file.bytes).join(' ').replaceAll('- ', '-');
		const missing = units.filter(({ name }) => !text.includes(name.bg.split(' ')[0] ?? ''));
		expect(missing).toEqual([]);
		expect(text).toContain('Главен счетоводител');
		expect(file.fileName).toBe('Структура Община Елена.pdf');
	});

	test('every file of a coloured chart says the lens, its steps with their counts and the number of each unit', async () => {
		const { units } = valueOf(await viewStructure(ctx, ELENA));
		const pdf = { kind: 'pdf', paper: 'A3', mode: 'pages' } as const;
		const wanted = { of: 'units', lens: 'headcount', locale: 'bg' } as const;
		const paper = valueOf(await exportChart(ctx, ELENA, { ...wanted, format: pdf }));
		const words = textsOfPdf(paper.bytes).join(' ');
		const alone = units.filter((unit) => unit.total > 0 && unit.total <= 2).length;
		expect(words).toContain('Численост');
		expect(words).toContain(`≤ 2 бр.: ${alone}`);
		const svg = valueOf(await exportChart(ctx, ELENA, { ...wanted, format: { kind: 'svg' } }));
		const drawing = new TextDecoder().decode(svg.bytes);
		// every box with a step of the lens has its edge in the colour of the step
		expect(drawing.split('M6 0H7V').length - 1).toBe(units.length);
		expect(drawing).toContain(`≤ 2 бр.: ${alone}`);
		const file = valueOf(await exportStructure(ctx, ELENA, 'bg', 'headcount'));
		const [, sheet] = (await readBack(file.bytes)).worksheets;
		const cells = sheet?.getColumn(13).values.map(String) ?? [];
		expect(cells.filter((text) => text.includes('≤ 2 бр.'))).toHaveLength(alone);
		const coloured = sheet?.getCell(8, 13).fill;
		expect(coloured).toMatchObject({ type: 'pattern', pattern: 'solid' });
	});

	test('a large chart is drawn in a process of its own, and comes out the same', async () => {
		const task = {
			paper: {
				units: Array.from({ length: 400 }, (_, at) => ({
					...{ key: `u${at}`, parentKey: at === 0 ? null : `u${Math.floor((at - 1) / 8)}` },
					...{ label: `Отдел ${at}`, group: 'department', isApart: false, change: null },
					...{ movedFromKey: null, figures: '1 бр.', isReconstructed: false },
				})),
				...{ title: 'Структура', municipality: 'Елена', subtitle: '', locale: 'bg' as const },
				createdAt: '2026-11-21T09:00:00.000Z',
			},
			format: { kind: 'pdf', paper: 'A3', mode: 'pages' } as const,
		};
		let ticks = 0;
		const timer = setInterval(() => ticks++, 1);
		const bytes = await drawInWorker(task);
		clearInterval(timer);
		expect(ticks).toBeGreaterThan(0);
		expect(Buffer.from(bytes).equals(Buffer.from(await drawChartFile(task)))).toBe(true);
	});

	test('the workbook sums the posts of a unit with those below by formulas that agree', async () => {
		const { headline } = valueOf(await viewStructure(ctx, ELENA));
		const file = valueOf(await exportStructure(ctx, ELENA, 'bg'));
		const book = await readBack(file.bytes);
		const formulas = checkedFormulas(book);
		expect(formulas.length).toBeGreaterThan(40);
		expect(formulas.filter(({ stored, worked }) => stored !== worked)).toEqual([]);
		expect(book.worksheets[2]?.actualRowCount).toBeGreaterThan(headline.units);
	});
});
