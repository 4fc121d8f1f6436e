import {
	boxText,
	type BoxText,
	type ChartBox,
	type ChartChange,
	type OrgChartOptions,
} from '#lib/charts/org-chart.ts';
import { textWidth } from '#lib/charts/org-chart-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { foldPath, foldPlace } from './org-chart-fold.ts';
import type { ChartMark } from './org-chart-marks.ts';

/** What all boxes of a drawing share. */
export interface BoxLooks {
	readonly options: OrgChartOptions;
	/** What the lens says of each unit. */
	readonly marks: ReadonlyMap<string, ChartMark> | undefined;
	/** Window pixels for one of the drawing. */
	readonly scale: number;
	/** Two lines of the name and no more, where very many boxes stand at once. */
	readonly isPlain: boolean;
	readonly isDimmed: (key: string) => boolean;
	/** Units on the path that is shown. */
	readonly path: ReadonlySet<string> | null;
	/** Address of a unit; without one a box is a plain item. */
	readonly hrefOf: ((key: string) => string | undefined) | undefined;
	/** Found units that are folded away, by the unit that hides them. */
	readonly hits: ReadonlyMap<string, number> | null;
}

/**
 * One box as it is drawn: a frame, shapes over it, words at their places. Numbers are written out already: an attribute
 * that is not a text makes the framework look through all that its element can be set to.
 */
export interface BoxDrawing {
	/** Classes of the whole box. */
	readonly looks: string;
	readonly spoken: string;
	readonly width: string;
	readonly height: string;
	readonly shapes: readonly BoxShape[];
	readonly words: readonly BoxWords[];
}

/** A shape over the frame, by what it is. */
export interface BoxShape {
	readonly kind: 'stripe' | 'hatch' | 'corner' | 'fold';
	readonly path: string;
	readonly fill?: string;
	/** How the drawing is moved to its place. */
	readonly at?: string;
	/** The unit that it folds. */
	readonly folds?: string;
}

/** Words, by what they are, and where they begin, or end where that is their class. */
export interface BoxWords {
	readonly kind: string;
	readonly text: string;
	readonly x: string;
	readonly y: string;
	/** Where the style gives none. */
	readonly size?: string;
}

const CHANGE_SIGN: Readonly<Record<ChartChange, string>> = {
	new: '+',
	closed: '✕',
	moved: '→',
	changed: '△',
};
/** Below this scale the words beside a box could not be read. */
const WORDS_FROM = 0.6;
/** A box lower than this has one line for everything. */
const LOW_BELOW = 52;
/** Room for the number at the end of a low box, at least, so that the figures before it stand in a column. */
const LEAST_VALUE = 61;
const HATCH = { low: 'M0 18L7 11M0 34L7 27', high: 'M0 50L7 43M0 66L7 59M0 82L7 75' } as const;

/** Everything that a box shows at a zoom, so that the markup only puts it in its place. */
export function drawBox(box: ChartBox, looks: BoxLooks): BoxDrawing {
	const { options, scale, isPlain } = looks;
	const mark = looks.marks?.get(box.key);
	const isLow = box.height < LOW_BELOW;
	const right = box.width - (options.layout === 'icicle' && box.childCount > 0 ? 28 : 9);
	const text = boxText({ label: box.label, width: right + 9, height: box.height }, scale);
	const top = isLow ? Math.round((box.height + text.fontSize) / 2) - 2 : 8 + text.fontSize;
	const change = box.change === null ? '' : changeLabel(box.change);
	const found = looks.hits?.get(box.key) ?? 0;
	const hits = found === 0 ? '' : m.structure_chart_hits({ count: found });
	const lines = isPlain ? text.lines.slice(0, 2) : text.lines;
	const size = `${text.fontSize}`;
	const parts = [
		mark?.colour ? stripeOf(box, mark.colour, mark.isHatched && !isPlain) : NOTHING,
		isPlain || !mark ? NOTHING : numbersOf(box, mark, { text, right, top }),
		change === '' ? NOTHING : changeOf(box, change, !isPlain && scale >= WORDS_FROM),
		isPlain ? NOTHING : foldOf(box, looks, hits),
	];
	return {
		looks: classesOf(box, looks, mark?.isReconstructed === true),
		spoken: [box.label, change, mark?.spoken ?? '', hits].filter(Boolean).join(', '),
		width: `${box.width}`,
		height: `${box.height}`,
		shapes: parts.flatMap(({ shapes }) => shapes),
		words: lines
			.map((line, at): BoxWords => ({
				...{ kind: 'name', text: line, size },
				...{ x: '13', y: `${top + at * text.lineHeight}` },
			}))
			.concat(parts.flatMap(({ words }) => words)),
	};
}

/** A part of a box beside its name. */
type Part = Pick<BoxDrawing, 'shapes' | 'words'>;

const NOTHING: Part = { shapes: [], words: [] };

function classesOf(
	{ key, change }: ChartBox,
	{ isDimmed, path }: BoxLooks,
	isReconstructed: boolean,
): string {
	const [dimmed, lit] = [isDimmed(key) && 'dimmed', path?.has(key) === true && 'lit'];
	return ['box', change, dimmed, lit, isReconstructed && 'reconstructed'].filter(Boolean).join(' ');
}

function stripeOf({ height }: ChartBox, fill: string, isHatched: boolean): Part {
	const path = `M6 0H7V${height}H6Q0 ${height} 0 ${height - 6}V6Q0 0 6 0`;
	const hatch = HATCH.low + (height < LOW_BELOW ? '' : HATCH.high);
	const stripe: BoxShape = { kind: 'stripe', path, fill };
	return { shapes: isHatched ? [stripe, { kind: 'hatch', path: hatch }] : [stripe], words: [] };
}

/** The line of figures and the number; from further away only the number. */
function numbersOf(
	{ height }: ChartBox,
	mark: ChartMark,
	{ text, right, top }: { readonly text: BoxText; readonly right: number; readonly top: number },
): Part {
	const isLow = height < LOW_BELOW;
	const foot = isLow ? top : height - 10;
	const value = text.hasFigures ? mark.value : mark.value || (mark.short ?? '');
	const figures: BoxWords = {
		...{ kind: isLow ? 'figures end' : 'figures', text: text.hasFigures ? mark.figures : '' },
		...{
			x: isLow ? `${right - Math.max(LEAST_VALUE, textWidth(value, text.fontSize) + 12)}` : '13',
			y: `${foot}`,
		},
	};
	const number: BoxWords = {
		...{ kind: 'value', text: text.hasValue ? value : '', size: `${text.fontSize}` },
		...{ x: `${right}`, y: `${text.hasFigures || isLow ? foot : height - 8}` },
	};
	const words = text.lines.length === 0 ? [] : [figures, number];
	return { shapes: [], words: words.filter((one) => one.text !== '') };
}

function changeOf({ width, change }: ChartBox, word: string, hasWords: boolean): Part {
	const path = `M${width - 16} 0H${width - 6}Q${width} 0 ${width} 6V16Z`;
	const text = change === null ? '' : `${CHANGE_SIGN[change]} ${word}`;
	return {
		shapes: change === 'changed' ? [{ kind: 'corner', path }] : [],
		words: hasWords ? [{ kind: 'change', text, x: '2', y: '-6' }] : [],
	};
}

/** The button, and beside it how much is folded away or found there. */
function foldOf(box: ChartBox, { options, scale }: BoxLooks, hits: string): Part {
	if (box.childCount === 0) return NOTHING;
	const { x, y } = foldPlace(box, options);
	const text = box.isCollapsed && scale >= WORDS_FROM ? hits || String(box.descendants) : '';
	const [at, path] = [`translate(${x} ${y})`, foldPath(box.isCollapsed)];
	const count = { kind: hits === '' ? 'count' : 'count hit', text, x: `${x + 13}`, y: `${y + 5}` };
	return { shapes: [{ kind: 'fold', path, at, folds: box.key }], words: text === '' ? [] : [count] };
}

function changeLabel(change: ChartChange): string {
	if (change === 'new') return m.structure_change_new();
	if (change === 'closed') return m.structure_change_closed();
	return change === 'moved' ? m.structure_change_moved() : m.structure_change_changed();
}
