import { drawAll, layoutOrgChart, type ChartBox } from '#lib/charts/org-chart.ts';
import type { ChartPaper, PaperUnit } from './model.ts';

export const SVG_TYPE = 'image/svg+xml; charset=utf-8';

const STYLE = `text{font-family:'Sofia Sans',sans-serif;fill:#1d2226}.n{font-size:13px;font-weight:600}.f{font-size:12.5px;fill:#4d565c}.t{font-size:20px;font-weight:600}.b{fill:#fff;stroke:#8f8979}.r{stroke-dasharray:5 3}.l{fill:none;stroke:#8f8979;stroke-width:1.25}`;
const HEAD = 64;

/** The whole chart as one standing picture; its words are text. */
export function chartSvg(paper: ChartPaper): string {
	const layout = layoutOrgChart(paper.units);
	const { bounds, lineHeight } = layout;
	const units = new Map(paper.units.map((unit) => [unit.key, unit]));
	const scene = drawAll(layout);
	const width = Math.max(bounds.width, 640);
	const view = `${bounds.x} ${bounds.y - HEAD} ${width} ${bounds.height + HEAD}`;
	const title = escape(`${paper.title} · ${paper.municipality}`);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" lang="${paper.locale}" viewBox="${view}" width="${width}" height="${bounds.height + HEAD}">`,
		`<title>${title}</title><style>${STYLE}</style>`,
		`<rect x="${bounds.x}" y="${bounds.y - HEAD}" width="${width}" height="${bounds.height + HEAD}" fill="#fff"/>`,
		`<text class="t" x="0" y="${bounds.y - HEAD + 30}">${title}</text>`,
		`<text class="f" x="0" y="${bounds.y - HEAD + 50}">${escape(paper.subtitle)}</text>`,
		...scene.links.map((link) => `<path class="l" d="${link.path}"/>`),
		...scene.boxes.map((box) => boxSvg(box, units.get(box.key), lineHeight)),
		'</svg>',
	].join('\n');
}

function boxSvg(box: ChartBox, unit: PaperUnit | undefined, lineHeight: number): string {
	const { x, y, width, height, lines } = box;
	const frame = `<rect class="b${unit?.isReconstructed ? ' r' : ''}" width="${width}" height="${height}" rx="6"/>`;
	const name = lines
		.map((line, at) => `<tspan x="13" y="${21 + at * lineHeight}">${escape(line)}</tspan>`)
		.join('');
	const figures = `<text class="f" x="13" y="${height - 10}">${escape(unit?.figures ?? '')}</text>`;
	return `<g transform="translate(${x} ${y})"><title>${escape(box.label)}</title>${frame}<text class="n">${name}</text>${figures}</g>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for a file of signs: no markup, and none of the characters that the format forbids. */
function escape(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
		.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
