import { textWidth } from '#lib/charts/org-chart-text.ts';
import { drawAll, type ChartBox, type OrgChartLayout } from '#lib/charts/org-chart.ts';
import { SAMPLE, type PaperMark, type PlacedEntry } from './lens.ts';
import { layoutPaper, paperBox } from './layout.ts';
import type { ChartPaper, PaperUnit } from './model.ts';

export const SVG_TYPE = 'image/svg+xml; charset=utf-8';

export const STYLE = `text{font-family:'Sofia Sans',sans-serif;fill:#1d2226}.n{font-size:13px;font-weight:600}.f{font-size:12.5px;fill:#4d565c}.t{font-size:20px;font-weight:600}.b{fill:#fff;stroke:#8f8979}.r{stroke-dasharray:5 3}.c{text-decoration:line-through}.l{fill:none;stroke:#8f8979;stroke-width:1.25}`;
const LEGEND = 26;
export const HATCH =
	'<pattern id="h" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 7L7 0" stroke="#6b747a"/></pattern>';

/** A part of a chart on a sheet of its own. */
export interface ChartPart {
	readonly layout: OrgChartLayout;
	/** Beside the line under the title: which sheet this is, and from which one it goes on. */
	readonly line: string;
	/** What a folded box says of the sheet on which it goes on. */
	readonly noteOf: (key: string) => string;
}

/** Room for the head above a drawing without a lens, in its pixels. */
export const SVG_HEAD = 64;

/** The whole chart, or a part of it, as one standing picture; its words are text. */
export function chartSvg(paper: ChartPaper, part: ChartPart = wholeOf(paper)): string {
	const { layout } = part;
	const { bounds } = layout;
	const units = new Map(paper.units.map((unit) => [unit.key, unit]));
	const legend = paper.legend ?? [];
	const last = legend.at(-1);
	const width = Math.max(bounds.width, 640, last ? last.x + textWidth(last.text, SAMPLE) + 60 : 0);
	const head = SVG_HEAD + (legend.length > 0 ? LEGEND : 0);
	const view = `${bounds.x} ${bounds.y - head} ${width} ${bounds.height + head}`;
	const title = escape(`${paper.title} · ${paper.municipality}`);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" lang="${paper.locale}" viewBox="${view}" width="${width}" height="${bounds.height + head}">`,
		`<title>${title}</title><style>${STYLE}</style>${legend.length > 0 ? `<defs>${HATCH}</defs>` : ''}`,
		`<rect x="${bounds.x}" y="${bounds.y - head}" width="${width}" height="${bounds.height + head}" fill="#fff"/>`,
		`<text class="t" x="0" y="${bounds.y - head + 30}">${title}</text>`,
		`<text class="f" x="0" y="${bounds.y - head + 50}">${escape([paper.subtitle, part.line].filter(Boolean).join(' · '))}</text>`,
		...legend.map((entry) => legendSvg(entry, bounds.y - 20)),
		...drawing(layout, units, part.noteOf),
		'</svg>',
	].join('\n');
}

function wholeOf({ units }: ChartPaper): ChartPart {
	return { layout: layoutPaper(units, paperBox(units)), line: '', noteOf: () => '' };
}

/** Lines and boxes of a laid-out chart; a folded box says at its right where it goes on. */
export function drawing(
	layout: OrgChartLayout,
	units: ReadonlyMap<string, PaperUnit>,
	noteOf: (key: string) => string = () => '',
): readonly string[] {
	const scene = drawAll(layout);
	return [
		...scene.links.map((link) => `<path class="l" d="${link.path}"/>`),
		...scene.boxes.map((box) => boxSvg(box, units.get(box.key), layout.lineHeight, noteOf(box.key))),
	];
}

function boxSvg(box: ChartBox, unit: PaperUnit | undefined, lineHeight: number, note: string): string {
	const { x, y, width, height, lines } = box;
	const isClosed = box.change === 'closed';
	const frame = `<rect class="b${unit?.isReconstructed || isClosed ? ' r' : ''}" width="${width}" height="${height}" rx="6"/>`;
	const name = lines
		.map((line, at) => `<tspan x="13" y="${21 + at * lineHeight}" ${asWide(line)}>${escape(line)}</tspan>`)
		.join('');
	const figures = `<text class="f" x="13" y="${height - 10}">${escape(unit?.figures ?? '')}</text>`;
	const edge = unit?.mark
		? markSvg(note === '' ? unit.mark : { ...unit.mark, value: note }, width, height)
		: '';
	const mark = edge === '' && note !== '' ? valueSvg(note, width, height) : edge;
	return `<g transform="translate(${x} ${y})"><title>${escape(box.label)}</title>${frame}${mark}<text class="${isClosed ? 'n c' : 'n'}">${name}</text>${figures}</g>`;
}

/** Keeps a line as wide as in the typeface of the house where a viewer lacks it. */
function asWide(line: string): string {
	return `textLength="${Math.round(textWidth(line, 13))}" lengthAdjust="spacingAndGlyphs"`;
}

/** The coloured edge of a box and the number behind it. */
function markSvg({ colour, isHatched, value }: PaperMark, width: number, height: number): string {
	const edge = `d="M6 0H7V${height}H6Q0 ${height} 0 ${height - 6}V6Q0 0 6 0"`;
	const hatch = isHatched ? `<path ${edge} fill="url(#h)"/>` : '';
	return `<path ${edge} fill="${colour}"/>${hatch}${valueSvg(value, width, height)}`;
}

function valueSvg(value: string, width: number, height: number): string {
	return `<text class="n" text-anchor="end" x="${width - 9}" y="${height - 10}">${escape(value)}</text>`;
}

export function legendSvg({ x, colour, isHatched, text }: PlacedEntry, y: number): string {
	const sample = (fill: string) =>
		`<rect x="${x}" y="${y - SAMPLE + 2}" width="${SAMPLE}" height="${SAMPLE}" fill="${fill}" stroke="#8f8979"/>`;
	const hatch = isHatched ? sample('url(#h)') : '';
	return `${sample(colour)}${hatch}<text class="f" x="${x + SAMPLE + 6}" y="${y}">${escape(text)}</text>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for a file of signs: no markup, and none of the characters that the format forbids. */
export function escape(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
		.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
