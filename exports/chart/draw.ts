import { cutText } from '#lib/charts/org-chart-text.ts';
import { drawAll, type ChartBox, type OrgChartLayout } from '#lib/charts/org-chart.ts';
import { number, writeText, type PaperFont } from '../shared/pdf-text.ts';
import type { PaperUnit } from './model.ts';

export interface PaperFonts {
	readonly plain: PaperFont;
	readonly bold: PaperFont;
}

export interface DrawnAt {
	/** Points for one pixel. */
	readonly scale: number;
	/** Corner of the drawing from the upper left of the sheet, and the height of the sheet, in points. */
	readonly left: number;
	readonly top: number;
	readonly height: number;
	readonly fonts: PaperFonts;
	/** Under a folded box: „вж. стр. 3“. */
	readonly noteOf: (key: string) => string;
}

const INK = '0.11 0.13 0.15';
const SECOND = '0.3 0.34 0.36';
const LINE = '0.56 0.54 0.47';
const ACCENT = '0.08 0.35 0.36';
const NAME = 13;
const FIGURES = 12;

/** Operators that draw a laid-out chart. */
export function drawChart(
	layout: OrgChartLayout,
	units: ReadonlyMap<string, PaperUnit>,
	at: DrawnAt,
): string {
	const { bounds } = layout;
	const x = (value: number) => at.left + (value - bounds.x) * at.scale;
	const y = (value: number) => at.height - at.top - (value - bounds.y) * at.scale;
	const scene = drawAll(layout);
	const lines = scene.links.map((link) => pathOperators(link.path, x, y)).join('');
	const boxes = scene.boxes.map((box) => drawBox(box, units.get(box.key), { ...at, x, y, layout })).join('');
	return `${LINE} RG ${number(1.25 * at.scale)} w\n${lines}S\n${boxes}`;
}

interface Place extends DrawnAt {
	readonly x: (value: number) => number;
	readonly y: (value: number) => number;
	readonly layout: OrgChartLayout;
}

function drawBox(box: ChartBox, unit: PaperUnit | undefined, place: Place): string {
	const { x, y, scale, fonts, layout } = place;
	const frame = [x(box.x), y(box.y + box.height), box.width * scale, box.height * scale]
		.map(number)
		.join(' ');
	const dash = unit?.isReconstructed ? `[${number(5 * scale)} ${number(3 * scale)}] 0 d` : '[] 0 d';
	const text = (font: PaperFont, size: number, down: number, words: string, colour = INK) =>
		writeText({ font, size: size * scale, x: x(box.x + 13), y: y(box.y + down), text: words, colour });
	const names = box.lines.map((line, at) => text(fonts.bold, NAME, 8 + NAME + at * layout.lineHeight, line));
	const figures = text(fonts.plain, FIGURES, box.height - 10, unit?.figures ?? '', SECOND);
	const note = place.noteOf(box.key);
	const below = note === '' ? '' : noteUnder(box, note, place);
	return `${dash} 1 1 1 rg ${LINE} RG ${frame} re B\n${names.join('')}${figures}${below}`;
}

/** What a folded box says, at the right of its line of figures. */
function noteUnder(box: ChartBox, note: string, { x, y, scale, fonts }: Place): string {
	return writeText({
		font: fonts.bold,
		size: FIGURES * scale,
		x: x(box.x + box.width - 9),
		y: y(box.y + box.height - 10),
		text: cutText(note, box.width - 30, FIGURES),
		align: 'right',
		colour: ACCENT,
	});
}

/** A path of moves and lines as operators. */
function pathOperators(path: string, x: (value: number) => number, y: (value: number) => number): string {
	let operators = '';
	for (const [, kind, across, along] of path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g))
		operators += `${number(x(Number(across)))} ${number(y(Number(along)))} ${kind === 'M' ? 'm' : 'l'}\n`;
	return operators;
}
