import { describe, expect, test } from 'vitest';
import { chartPaper, type ChartPaper, type PaperUnit } from '#exports/chart/model.ts';
import { paperBox } from '#exports/chart/layout.ts';
import { chartPages, LEGIBLE } from '#exports/chart/pages.ts';
import { chartPdf } from '#exports/chart/pdf.ts';
import { countPages, pagePicture } from '#exports/chart/preview.ts';
import { chartPng, sizeOfSvg } from '#exports/chart/png.ts';
import { chartSvg } from '#exports/chart/svg.ts';
import { drawAll } from '#lib/charts/org-chart.ts';
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

/** The longest name of a unit in the sources of the municipalities, and one still longer. */
const LONG =
	'Дирекция „Административно обслужване, информационно осигуряване, човешки ресурси, канцелария и регионално развитие“';
const LONGER = `${LONG.slice(0, -1)}, устройство на територията, екология, земеделие и гори“`;
const longPaper = (name: string) => {
	const plain = paper(120);
	return {
		...plain,
		units: plain.units.map((unit, at) => (at % 50 === 7 ? { ...unit, label: name } : unit)),
	};
};

describe('names on paper', () => {
	test('stand whole on every page, in boxes of one size', () => {
		for (const name of [LONG, LONGER]) {
			const pages = chartPages(longPaper(name).units, A3);
			const boxes = pages.flatMap(({ layout }) => drawAll(layout).boxes);
			const whole = boxes.filter(({ label }) => label === name);
			expect(whole.length).toBeGreaterThan(0);
			for (const { lines } of whole) expect(lines.join(' ').replaceAll('- ', '-')).toBe(name);
			expect(new Set(boxes.map(({ width, height }) => `${width} × ${height}`)).size).toBe(1);
		}
	});

	test('make the boxes wider before they make them higher than five lines', () => {
		expect(paperBox(paper(20).units)).toEqual({ boxWidth: 172, minLines: 1, maxLines: 1 });
		const { boxWidth, maxLines } = paperBox(longPaper(LONG).units);
		expect(boxWidth).toBeGreaterThan(172);
		expect(maxLines).toBeLessThanOrEqual(5);
	});

	test('are whole in the picture, the poster, the tiles and the sheet that is looked at first', () => {
		const long = longPaper(LONGER);
		const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
		const sheet = { paper: 'A3', mode: 'pages' } as const;
		expect(
			words(chartSvg({ ...long, units: long.units.filter(({ label }) => label === LONGER) })),
		).not.toContain('…');
		expect(pagePicture(long, { ...sheet, page: 1 })).not.toContain('…');
		// the head of a page names the unit it goes on from as far as there is room
		const isHead = (text: string) => text.includes('Структура ·');
		for (const mode of ['poster', 'tiles'] as const)
			expect(textsOfPdf(chartPdf(long, { paper: 'A3', mode })).join(' ')).not.toContain('…');
		const paged = textsOfPdf(chartPdf(long, sheet)).filter((text) => !isHead(text));
		expect(paged.join(' ')).not.toContain('…');
	});
});

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

	test('letters of 7 points are kept where they are asked for, also below a unit with very many subordinates', () => {
		const [mayor, ...others] = units(400);
		const flat = [mayor!, ...others.map((unit) => ({ ...unit, parentKey: 'u0' }))];
		for (const all of [units(600), flat]) {
			const pages = chartPages(all, A3, { least: LEGIBLE });
			// figures of 12,5 pixels
			expect(Math.min(...pages.map(({ scale }) => scale * 12.5))).toBeGreaterThanOrEqual(7);
			const drawn = pages.flatMap(({ layout }) =>
				Array.from(layout.shown, (node) => layout.tree.units[node]?.key),
			);
			expect(new Set(drawn).size).toBe(all.length);
		}
	});

	test('the only page of a chart is filled by it, up to letters twice the usual ones', () => {
		const A0 = { width: 3314, height: 2282 };
		const usual = chartPages(units(20), A0)[0]?.scale ?? 0;
		expect(usual).toBe(0.65);
		expect(chartPages(units(20), A0, { most: 1.3 })[0]?.scale).toBe(1.3);
		const several = chartPages(units(600), A3, { most: 1.3 });
		expect(several.length).toBeGreaterThan(1);
		expect(Math.max(...several.map(({ scale }) => scale))).toBeLessThanOrEqual(0.65);
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

describe('where a page ends', () => {
	const rootsOf = (breaks: 'level' | 'directorate', all: readonly PaperUnit[]) =>
		chartPages(all, A3, { breaks }).map((page) => page.rootKey);

	test('by level every direct unit with something below it has a page of its own', () => {
		// u0 leads u1 … u8, and u1 leads u9 … u16: 17 boxes would fit on one sheet.
		expect(rootsOf('level', units(17))).toEqual([null, 'u1']);
		expect(chartPages(units(17), A3)).toHaveLength(1);
	});

	test('by directorate only directorates with something below them do', () => {
		const all = units(25).map((unit) => (unit.key === 'u2' ? { ...unit, group: 'directorate' } : unit));
		expect(rootsOf('directorate', all)).toEqual([null, 'u2']);
	});

	test('a directorate below a branch that goes on elsewhere stands on one page only, and pages follow the act', () => {
		// Too much for one page: the branches u1 … u8 go on elsewhere, and with them the directorates below them.
		const all = units(600).map((unit, at) =>
			at >= 9 && at <= 16 ? { ...unit, group: 'directorate' } : unit,
		);
		const pages = chartPages(all, { width: 786, height: 493 }, { breaks: 'directorate' });
		const roots = pages.map(({ rootKey }) => rootKey).filter((key) => key !== null);
		expect(roots).toContain('u9');
		expect(new Set(roots).size).toBe(roots.length);
		const place = (key: string) => all.findIndex((unit) => unit.key === key);
		for (const { goesOn } of pages) {
			const next = [...goesOn].sort(([, a], [, b]) => a - b).map(([key]) => place(key));
			expect(next).toEqual(next.toSorted((a, b) => a - b));
		}
	});

	test('a page that goes on names its unit and says from where, however long the name is', () => {
		const long = longPaper(LONGER);
		const plain = { paper: 'A4', mode: 'pages' } as const;
		const heads = textsOfPdf(chartPdf(long, plain)).filter((text) => text.startsWith('Структура ·'));
		expect(heads.some((text) => /… \(от стр\. \d+\)$/.test(text))).toBe(true);
		for (const head of heads.slice(1)) expect(head).toMatch(/\(от стр\. \d+\)$/);
		const [mayor, ...others] = units(400);
		const flat = { ...long, units: [mayor!, ...others.map((unit) => ({ ...unit, parentKey: 'u0' }))] };
		expect(textsOfPdf(chartPdf(flat, plain))).toContain('Структура · Община Елена · Кмет (от стр. 1)');
	});

	test('a denser page has smaller letters, never below 4,5 points, and so fewer pages', () => {
		const pages = (density: 'usual' | 'densest') => chartPages(units(600), A3, { density });
		expect(pages('densest').every((page) => page.scale >= 0.35)).toBe(true);
		expect(pages('densest').length).toBeLessThan(pages('usual').length);
	});

	test('the preview has as many sheets as the PDF, and each shows what stands on it', () => {
		for (const mode of ['pages', 'poster', 'tiles'] as const) {
			const options = { paper: 'A4', mode } as const;
			expect(countPages(paper(200), options)).toBe(pageCount(chartPdf(paper(200), options)));
		}
		const options = { paper: 'A4', mode: 'pages' } as const;
		expect(pagePicture(paper(200), { ...options, page: 1 })).toContain('>вж. стр. 2<');
		expect(pagePicture(paper(200), { ...options, page: 2 })).toContain('(от стр. 1)');
	});
});

describe('closed units on paper', () => {
	const mayor = {
		...{ key: 'mayor', parentKey: null, name: { bg: 'Кмет', en: null }, group: 'mayor' },
		...{ isApart: false, posts: 1, total: 1, isReconstructed: false },
	};
	const gone = { ...mayor, key: 'gone', parentKey: 'mayor', name: { bg: 'Архив', en: null }, posts: 0 };
	const made = chartPaper(
		[mayor, { ...gone, total: null, change: 'closed' }],
		{
			...{ municipality: { name: { bg: 'Община Елена', en: null } }, locale: 'bg', asOf: '2026-11-21' },
			...{ structureValidFrom: '2024-01-01', createdAt: '2026-11-21T09:00:00.000Z' },
			...{ madeBy: 'Консултант', snapshotId: null },
		} as unknown as Parameters<typeof chartPaper>[1],
		{
			code: 'change',
			figures: {
				mayor: { step: 'change-none', value: null },
				gone: { step: 'change-closed', value: null },
			},
		},
	);

	test('stand in every file with the word and without posts, and are counted in the legend', () => {
		const texts = textsOfPdf(chartPdf(made, { paper: 'A4', mode: 'pages' }));
		expect(texts).toContain('Архив');
		expect(texts).toContain('закрито');
		expect(texts).toContain('закрито: 1');
		const svg = chartSvg(made);
		expect(svg).toContain('class="n c"');
		expect(svg).toContain('>закрито<');
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
