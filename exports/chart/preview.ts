import { textWidth } from '#lib/charts/org-chart-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { layoutPaper, paperBox } from './layout.ts';
import type { ChartPaper, PaperUnit } from './model.ts';
import {
	HEAD,
	MARGIN,
	NO_ORIGIN,
	originOf,
	posterSize,
	sheetsOf,
	SIZES,
	tileGrid,
	titleOf,
	type PdfOptions,
	type SheetOrigin,
} from './pdf.ts';
import { drawing, escape, HATCH, legendSvg, STYLE } from './svg.ts';

/** How many sheets the PDF of a chart has. */
export function countPages(paper: ChartPaper, options: PdfOptions): number {
	if (options.mode === 'poster') return 1;
	const size = SIZES[options.paper];
	if (options.mode === 'pages') return sheetsOf(paper, size, options).length;
	const { columns, rows } = tileGrid(
		posterSize(layoutPaper(paper.units, paperBox(paper.units)).bounds),
		size,
	);
	return columns * rows;
}

/** One sheet of the PDF, from 1, as a picture in its points; the last one where there are fewer. */
export function pagePicture(
	paper: ChartPaper,
	{ page, ...options }: PdfOptions & { readonly page: number },
): string {
	const at = Math.max(1, Number.isFinite(page) ? Math.round(page) : 1) - 1;
	return options.mode === 'pages' ? pageOf(paper, options, at) : posterOf(paper, options, at);
}

function pageOf(paper: ChartPaper, options: PdfOptions, wanted: number): string {
	const [width, height] = SIZES[options.paper];
	const pages = sheetsOf(paper, [width, height], options);
	const at = Math.min(wanted, pages.length - 1);
	const page = pages[at];
	if (!page) return '';
	const units = unitsOf(paper);
	const inLocale = { locale: paper.locale };
	const noteOf = (key: string) => {
		const to = page.goesOn.get(key);
		return to === undefined ? '' : m.exports_chart_see({ page: to }, inLocale);
	};
	const { bounds } = page.layout;
	const left = Math.max(MARGIN, (width - bounds.width * page.scale) / 2);
	const place = `translate(${left} ${MARGIN + HEAD}) scale(${page.scale}) translate(${-bounds.x} ${-bounds.y})`;
	return sheet({ x: 0, y: 0, width, height }, [
		...head(
			paper,
			width,
			originOf(paper, page),
			m.exports_chart_page({ page: at + 1, count: pages.length }, inLocale),
		),
		`<g transform="${place}">${drawing(page.layout, units, noteOf).join('')}</g>`,
	]);
}

function posterOf(paper: ChartPaper, options: PdfOptions, wanted: number): string {
	const layout = layoutPaper(paper.units, paperBox(paper.units));
	const { bounds } = layout;
	const poster = posterSize(bounds);
	const place = `translate(${poster.left} ${MARGIN + HEAD}) scale(${poster.scale}) translate(${-bounds.x} ${-bounds.y})`;
	const content = [
		...head(paper, poster.width, NO_ORIGIN, ''),
		`<g transform="${place}">${drawing(layout, unitsOf(paper)).join('')}</g>`,
	];
	if (options.mode === 'poster') return sheet({ x: 0, y: 0, ...poster }, content);
	const [width, height] = SIZES[options.paper];
	const { columns, rows, step } = tileGrid(poster, [width, height]);
	const at = Math.min(wanted, columns * rows - 1);
	const x = (at % columns) * step.x - MARGIN;
	const y = Math.floor(at / columns) * step.y - MARGIN;
	return sheet({ x, y, width, height }, content);
}

function unitsOf(paper: ChartPaper): ReadonlyMap<string, PaperUnit> {
	return new Map(paper.units.map((unit) => [unit.key, unit]));
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function sheet({ x, y, width, height }: Box, content: readonly string[]): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
		`<style>${STYLE}.h{font-size:12px;font-weight:600}.s{font-size:8px;fill:#4d565c}</style><defs>${HATCH}</defs>`,
		`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`,
		...content,
		'</svg>',
	].join('\n');
}

/** Title, version, page and legend as the PDF has them. */
function head(paper: ChartPaper, width: number, origin: SheetOrigin, right: string): readonly string[] {
	const y = MARGIN + 8;
	const title = titleOf(paper, origin, width);
	const legend = (paper.legend ?? []).map((entry) => legendSvg(entry, 0)).join('');
	return [
		`<text class="h" x="${MARGIN}" y="${y}" textLength="${Math.round(textWidth(title, 12))}" lengthAdjust="spacingAndGlyphs">${escape(title)}</text>`,
		`<text class="s" x="${MARGIN}" y="${y + 12}">${escape(paper.subtitle)}</text>`,
		`<text class="s" x="${width - MARGIN}" y="${y}" text-anchor="end">${escape(right)}</text>`,
		`<path d="M${MARGIN} ${y + 18}H${width - MARGIN}" stroke="#bdb7a8"/>`,
		`<g transform="translate(${MARGIN} ${y + 28}) scale(0.66)">${legend}</g>`,
	];
}
