import { describe, expect, test } from 'vitest';
import type { ChartPaper, PaperUnit } from '#exports/chart/model.ts';
import { chartPages } from '#exports/chart/pages.ts';
import { chartPdf } from '#exports/chart/pdf.ts';
import { chartPng, sizeOfSvg } from '#exports/chart/png.ts';
import { chartSvg } from '#exports/chart/svg.ts';
import { pageCount, textsOfPdf } from '#tests/support/pdf.ts';

const A3 = { width: 1135, height: 746 };

/** Units of which each leads eight others. */
function units(count: number): readonly PaperUnit[] {
	return Array.from({ length: count }, (_, at) => ({
		key: `u${at}`,
		parentKey: at === 0 ? null : `u${Math.floor((at - 1) / 8)}`,
		label: at === 0 ? 'Кмет' : `Отдел ${at}`,
		...{ group: 'department', isApart: false, change: null, movedFromKey: null },
		figures: `${at % 4} бр.`,
		isReconstructed: at % 5 === 0,
	}));
}

function paper(count: number): ChartPaper {
	return {
		units: units(count),
		title: 'Структура',
		municipality: 'Община Елена',
		subtitle: 'в сила от 01.01.2024',
		createdAt: '2026-11-21T09:00:00.000Z',
		locale: 'bg',
	};
}

const allNames = (count: number) => units(count).map((unit) => unit.label);

describe('the chart on pages', () => {
	test('a small chart is one page without references', () => {
		const pages = chartPages(units(20), A3);
		expect(pages).toHaveLength(1);
		expect([...(pages[0]?.goesOn ?? [])]).toEqual([]);
	});

	test('every unit stands on a page, and every reference leads to the page that begins with the unit', () => {
		const pages = chartPages(units(600), A3);
		const drawn = pages.flatMap(({ layout }) =>
			Array.from(layout.shown, (node) => layout.tree.units[node]?.key),
		);
		expect(new Set(drawn)).toEqual(new Set(units(600).map((unit) => unit.key)));
		for (const [at, page] of pages.entries()) {
			for (const [key, to] of page.goesOn) {
				expect(pages[to - 1]).toMatchObject({ rootKey: key, from: at + 1 });
			}
		}
	});

	test('no page is drawn smaller than letters of 6,5 points', () => {
		expect(chartPages(units(600), A3).every((page) => page.scale >= 0.5)).toBe(true);
	});

	test('a unit with very many subordinates goes on upon the next page', () => {
		const [mayor, ...others] = units(400);
		const flat = [mayor!, ...others.map((unit) => ({ ...unit, parentKey: 'u0' }))];
		const pages = chartPages(flat, A3);
		const drawn = pages.flatMap(({ layout }) =>
			Array.from(layout.shown, (node) => layout.tree.units[node]?.key),
		);
		expect(pages.length).toBeGreaterThan(1);
		expect(new Set(drawn).size).toBe(400);
	});
});

describe('the PDF of the chart', () => {
	test('holds every name as Cyrillic text that can be found, on pages, as a poster and in tiles', () => {
		for (const mode of ['pages', 'poster', 'tiles'] as const) {
			const texts = new Set(textsOfPdf(chartPdf(paper(200), { paper: 'A4', mode })));
			expect(allNames(200).filter((name) => !texts.has(name))).toEqual([]);
		}
	});

	test('says on each page where it stands and where a branch goes on', () => {
		const bytes = chartPdf(paper(200), { paper: 'A4', mode: 'pages' });
		const texts = textsOfPdf(bytes);
		const pages = pageCount(bytes);
		expect(pages).toBeGreaterThan(2);
		expect(texts).toContain(`стр. ${pages} от ${pages}`);
		expect(texts).toContain('вж. стр. 2');
		expect(texts.some((text) => text.includes('(от стр. 1)'))).toBe(true);
		expect(texts).toContain('в сила от 01.01.2024');
	});

	test('a poster is one sheet whatever the size', () => {
		expect(pageCount(chartPdf(paper(2_000), { paper: 'A4', mode: 'poster' }))).toBe(1);
	});

	test('equal input gives equal bytes', () => {
		const make = () => Buffer.from(chartPdf(paper(30), { paper: 'A3', mode: 'pages' }));
		expect(make().equals(make())).toBe(true);
	});
});

describe('the pictures of the chart', () => {
	test('the SVG holds every name as text and no markup from a name', () => {
		const one = paper(9);
		const named = { ...one, units: one.units.map((unit) => ({ ...unit, label: 'A<b>&"' })) };
		expect(chartSvg(named)).toContain('A&lt;b&gt;&amp;&quot;');
		const svg = chartSvg(paper(50));
		expect(allNames(50).filter((name) => !svg.includes(`>${name}<`))).toEqual([]);
	});

	test('the PNG is the whole picture, twice as sharp, and its words are drawn', async () => {
		const svg = chartSvg(paper(9));
		const size = sizeOfSvg(svg);
		const png = Buffer.from(await chartPng(svg, size));
		expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
			Math.round(size.width * 2),
			Math.round(size.height * 2),
		]);
		const silent = await chartPng(svg.replaceAll(/<text[\s\S]*?<\/text>/g, ''), size);
		expect(png.length).toBeGreaterThan(silent.length * 1.2);
	});
});
