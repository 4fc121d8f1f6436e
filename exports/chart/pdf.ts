import { cutText, textWidth } from '#lib/charts/org-chart-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { pdfBytes, type PdfLink, type PdfPage } from '../shared/pdf.ts';
import { writeText } from '../shared/pdf-text.ts';
import { drawChart, drawLegend, type PaperFonts } from './draw.ts';
import { chartFonts } from './fonts.ts';
import { layoutPaper, paperBox } from './layout.ts';
import type { ChartPaper, PaperUnit } from './model.ts';
import { chartPages, type ChartPage, type PageOptions } from './pages.ts';

export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type Paper = (typeof PAPERS)[number];

export const CHART_MODES = ['pages', 'poster', 'tiles'] as const;
/**
 * `pages` breaks the chart at its branches with references from page to page; `poster` is one sheet as large as the
 * drawing; `tiles` cuts that sheet into pages of the paper, to be put together.
 */
export type ChartMode = (typeof CHART_MODES)[number];

export interface PdfOptions extends PageOptions {
	readonly paper: Paper;
	readonly mode: ChartMode;
}

/** Width and height of a sheet lying on its side, in points. */
export const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
	A4: [842, 595],
	A3: [1191, 842],
	A2: [1684, 1191],
	A1: [2384, 1684],
	A0: [3370, 2384],
};
export const MARGIN = 28;
export const HEAD = 46;
const POSTER_SCALE = 0.65;
/** Points for one pixel at most on the only sheet of a chart: letters twice as large as the usual ones. */
const GROWN = 1.3;
/** No sheet of the format may be longer, in points. */
const LONGEST = 14_400;
/** Tiles lie over each other by so much, to be glued. */
const OVERLAP = 20;

/** Told how many sheets of all are made. */
export type PagesMade = (made: number, all: number) => void;

/** The chart as a PDF: vectors and text that can be selected, whatever its size. */
export function chartPdf(
	paper: ChartPaper,
	{ paper: size, mode, ...options }: PdfOptions,
	onmade: PagesMade = () => undefined,
): Uint8Array {
	const fonts = chartFonts();
	const units = new Map(paper.units.map((unit) => [unit.key, unit]));
	const [width, height] = SIZES[size];
	const drawn =
		mode === 'pages'
			? pagedPages({ paper, units, fonts, width, height }, options, onmade)
			: posterPages(paper, units, fonts, mode, [width, height]);
	return pdfBytes({
		title: `${paper.title} – ${paper.municipality}`,
		author: paper.municipality,
		language: paper.locale === 'en' ? 'en' : 'bg-BG',
		createdAt: paper.createdAt,
		fonts: [fonts.plain, fonts.bold],
		...drawn,
	});
}

type Drawn = Pick<Parameters<typeof pdfBytes>[0], 'pages' | 'forms'>;
type Size = readonly [width: number, height: number];

function pagedPages(sheet: Sheet, options: PageOptions, onmade: PagesMade): Drawn {
	const pages = sheetsOf(sheet.paper, [sheet.width, sheet.height], options);
	return {
		pages: pages.map((page, at) => {
			onmade(at, pages.length);
			return pagedPage(sheet, page, at, pages.length);
		}),
	};
}

/** The chart on sheets of a size, below the head that each of them has. */
export function sheetsOf(
	{ units }: ChartPaper,
	[width, height]: Size,
	options: PageOptions,
): readonly ChartPage[] {
	const area = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - HEAD };
	return chartPages(units, area, { ...options, most: GROWN });
}

interface Sheet {
	readonly paper: ChartPaper;
	readonly units: ReadonlyMap<string, PaperUnit>;
	readonly fonts: PaperFonts;
	readonly width: number;
	readonly height: number;
}

function pagedPage(sheet: Sheet, page: ChartPage, at: number, count: number): PdfPage {
	const { paper, units, fonts, width, height } = sheet;
	const options = { locale: paper.locale };
	const { bounds } = page.layout;
	const left = Math.max(MARGIN, (width - bounds.width * page.scale) / 2);
	const top = MARGIN + HEAD;
	const noteOf = (key: string) => {
		const to = page.goesOn.get(key);
		return to === undefined ? '' : m.exports_chart_see({ page: to }, options);
	};
	return {
		...{ width, height },
		content:
			head(sheet, originOf(paper, page), m.exports_chart_page({ page: at + 1, count }, options)) +
			drawChart(page.layout, units, { scale: page.scale, left, top, height, fonts, noteOf }),
		links: linksOf(page, { left, top, height }),
	};
}

/** A folded box leads to the page on which it goes on. */
function linksOf(
	{ layout, scale, goesOn }: ChartPage,
	{ left, top, height }: { readonly left: number; readonly top: number; readonly height: number },
): readonly PdfLink[] {
	const { bounds, tree, placeOf } = layout;
	return [...goesOn].flatMap(([key, page]) => {
		const place = placeOf[tree.indexOf.get(key) ?? -1] ?? -1;
		if (place < 0) return [];
		const x = left + ((layout.x[place] ?? 0) - bounds.x) * scale;
		const y = height - top - ((layout.y[place] ?? 0) - bounds.y) * scale;
		const [wide, high] = [(layout.width[place] ?? 0) * scale, (layout.height[place] ?? 0) * scale];
		return [{ rect: [x, y - high, x + wide, y], page: page - 1 }];
	});
}

/** With which unit a sheet goes on, and from where: „(от стр. 1)“; both empty for the first. */
export interface SheetOrigin {
	readonly name: string;
	readonly from: string;
}

export const NO_ORIGIN: SheetOrigin = { name: '', from: '' };

export function originOf({ units, locale }: ChartPaper, { rootKey, from }: ChartPage): SheetOrigin {
	if (from === null) return NO_ORIGIN;
	const name = units.find(({ key }) => key === rootKey)?.label ?? '';
	return { name, from: m.exports_chart_from({ page: from }, { locale }) };
}

/** The line at the head of a sheet. A long name is cut, so that where it goes on from and the number of the page are read. */
export function titleOf(
	{ title, municipality }: ChartPaper,
	{ name, from }: SheetOrigin,
	width: number,
): string {
	const words = [title, municipality, name].filter(Boolean).join(' · ');
	const after = from === '' ? '' : ` ${from}`;
	return `${cutText(words, width - 2 * MARGIN - 90 - textWidth(after, 12), 12)}${after}`;
}

/** Municipality, title, version and page at the head of a sheet. */
function head({ paper, fonts, width, height }: Sheet, origin: SheetOrigin, right: string): string {
	const y = height - MARGIN - 8;
	const line = `0.75 0.72 0.65 RG 0.5 w ${MARGIN} ${y - 18} m ${width - MARGIN} ${y - 18} l S\n`;
	const title = titleOf(paper, origin, width);
	const legend = drawLegend(paper.legend ?? [], { left: MARGIN, y: y - 28, font: fonts.plain });
	return [
		line,
		legend,
		writeText({ font: fonts.bold, size: 12, x: MARGIN, y, text: title }),
		writeText({
			font: fonts.plain,
			size: 8,
			x: MARGIN,
			y: y - 12,
			text: paper.subtitle,
			colour: '0.3 0.34 0.36',
		}),
		writeText({ font: fonts.plain, size: 9, x: width - MARGIN, y, text: right, align: 'right' }),
	].join('');
}

function posterPages(
	paper: ChartPaper,
	units: ReadonlyMap<string, PaperUnit>,
	fonts: PaperFonts,
	mode: 'poster' | 'tiles',
	[tileWidth, tileHeight]: Size,
): Drawn {
	const layout = layoutPaper(paper.units, paperBox(paper.units));
	const { scale, width, height, left } = posterSize(layout.bounds);
	const at = { scale, left, top: MARGIN + HEAD, height, fonts, noteOf: () => '' };
	const content = head({ paper, units, fonts, width, height }, NO_ORIGIN, '') + drawChart(layout, units, at);
	if (mode === 'poster') return { pages: [{ width, height, content }] };
	const forms = [{ name: 'Poster', box: [0, 0, width, height], content }];
	return { forms, pages: tiles({ width, height }, [tileWidth, tileHeight], fonts, paper) };
}

/** The one sheet that holds a whole drawing, and where the drawing stands on it, in points. */
export function posterSize(bounds: { readonly width: number; readonly height: number }) {
	const room = LONGEST - 2 * MARGIN - HEAD;
	const scale = Math.min(POSTER_SCALE, room / bounds.width, room / bounds.height);
	const width = Math.max(420, bounds.width * scale + 2 * MARGIN);
	const height = bounds.height * scale + 2 * MARGIN + HEAD;
	return { scale, width, height, left: (width - bounds.width * scale) / 2 };
}

/** How a large sheet is cut into pages of a paper. */
export function tileGrid(sheet: { readonly width: number; readonly height: number }, [width, height]: Size) {
	const step = { x: width - 2 * MARGIN - OVERLAP, y: height - 2 * MARGIN - OVERLAP };
	const columns = Math.max(1, Math.ceil((sheet.width - OVERLAP) / step.x));
	const rows = Math.max(1, Math.ceil((sheet.height - OVERLAP) / step.y));
	return { step, columns, rows };
}

/** Pages that show a part each of one drawing, row by row, with their place at the foot. */
function tiles(
	sheet: { readonly width: number; readonly height: number },
	[width, height]: Size,
	fonts: PaperFonts,
	{ locale }: ChartPaper,
): readonly PdfPage[] {
	const { step, columns, rows } = tileGrid(sheet, [width, height]);
	return Array.from({ length: rows * columns }, (_, at) => {
		const [row, column] = [Math.floor(at / columns), at % columns];
		const x = MARGIN - column * step.x;
		const y = height - MARGIN - sheet.height + row * step.y;
		const place = m.exports_chart_tile({ row: row + 1, column: column + 1, rows, columns }, { locale });
		const window = `${MARGIN} ${MARGIN} ${width - 2 * MARGIN} ${height - 2 * MARGIN} re`;
		return {
			...{ width, height },
			content: `q ${window} W n 1 0 0 1 ${x} ${y} cm /Poster Do Q\n0.75 0.72 0.65 RG 0.3 w ${window} S\n${writeText({ font: fonts.plain, size: 8, x: width / 2, y: 12, text: place, align: 'middle' })}`,
		};
	});
}
