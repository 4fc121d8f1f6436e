import { cutText } from '#lib/charts/org-chart-text.ts';
import { drawAll, type ChartBox, type OrgChartLayout } from '#lib/charts/org-chart.ts';
import { number, writeText, type PaperFont } from '../shared/pdf-text.ts';
import { rgbOf, SAMPLE, type PaperMark, type PlacedEntry } from './lens.ts';
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
/** Pixels of the coloured edge of a box; points of the letters of the legend. */
const STRIPE = 7;
const LEGEND = 8;

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
	const isDashed = unit?.isReconstructed === true || box.change === 'closed';
	const dash = isDashed ? `[${number(5 * scale)} ${number(3 * scale)}] 0 d` : '[] 0 d';
	const text = (font: PaperFont, size: number, down: number, words: string, colour = INK) =>
		writeText({ font, size: size * scale, x: x(box.x + 13), y: y(box.y + down), text: words, colour });
	const names = box.lines.map((line, at) =>
		text(fonts.bold, NAME, 8 + NAME + at * layout.lineHeight, line, box.change === 'closed' ? SECOND : INK),
	);
	const note = place.noteOf(box.key);
	const value = unit?.mark?.value ?? '';
	const isBeside = note !== '' && value !== '';
	const said = [unit?.figures ?? '', ...(isBeside ? [value] : [])].filter(Boolean).join(' · ');
	const figures = text(fonts.plain, FIGURES, box.height - 10, said, SECOND);
	const right = note === '' ? value : note;
	const below = right === '' ? '' : atRight(box, right, place, note === '' ? INK : ACCENT);
	const stripe = unit?.mark ? stripeOf(box, unit.mark, place) : '';
	return `${dash} 1 1 1 rg ${LINE} RG ${frame} re B\n${stripe}${names.join('')}${figures}${below}`;
}

/** The steps of the lens in one line at the head of a sheet, from a corner in points. */
export function drawLegend(
	legend: readonly PlacedEntry[],
	{ left, y, font }: { readonly left: number; readonly y: number; readonly font: PaperFont },
): string {
	const scale = LEGEND / SAMPLE;
	return legend
		.map(({ x, colour, isHatched, text }) => {
			const at = left + x * scale;
			const frame = [at, y - 1, LEGEND, LEGEND].map(number).join(' ');
			const hatch = isHatched ? hatching(at, y - 1, LEGEND, LEGEND) : '';
			const words = writeText({ font, size: LEGEND, x: at + LEGEND + 4, y, text, colour: SECOND });
			return `[] 0 d 0.4 w ${LINE} RG ${rgbOf(colour)} rg ${frame} re B\n${hatch}${words}`;
		})
		.join('');
}

/** The colour of the lens at the left edge of a box, hatched where nothing is known. */
function stripeOf(box: ChartBox, mark: PaperMark, { x, y, scale }: Place): string {
	const [left, foot] = [x(box.x), y(box.y + box.height)];
	const [width, height] = [STRIPE * scale, box.height * scale];
	const frame = [left, foot, width, height].map(number).join(' ');
	const hatch = mark.isHatched ? hatching(left, foot, width, height) : '';
	return `[] 0 d ${rgbOf(mark.colour)} rg ${LINE} RG ${frame} re B\n${hatch}`;
}

/** Slanted lines over a rectangle, from its lower left corner. */
function hatching(left: number, foot: number, width: number, height: number): string {
	const lines: string[] = [];
	for (let from = 0; from + width <= height; from += width)
		lines.push(
			`${number(left)} ${number(foot + from)} m ${number(left + width)} ${number(foot + from + width)} l\n`,
		);
	return `${SECOND} RG 0.4 w\n${lines.join('')}S\n`;
}

/** At the right of the line of figures: what the lens says, or where a folded box goes on. */
function atRight(box: ChartBox, note: string, { x, y, scale, fonts }: Place, colour: string): string {
	return writeText({
		font: fonts.bold,
		size: FIGURES * scale,
		x: x(box.x + box.width - 9),
		y: y(box.y + box.height - 10),
		text: cutText(note, box.width - 30, FIGURES),
		align: 'right',
		colour,
	});
}

/** A path of moves and lines as operators. */
function pathOperators(path: string, x: (value: number) => number, y: (value: number) => number): string {
	let operators = '';
	for (const [, kind, across, along] of path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g))
		operators += `${number(x(Number(across)))} ${number(y(Number(along)))} ${kind === 'M' ? 'm' : 'l'}\n`;
	return operators;
}
