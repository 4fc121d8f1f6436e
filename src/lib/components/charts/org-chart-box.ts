import {
	boxText,
	type BoxText,
	type ChartBox,
	type ChartChange,
	type OrgChartOptions,
} from '#lib/charts/org-chart.ts';
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

/** Words and where they begin. */
interface PlacedWords {
	readonly text: string;
	readonly x: string;
	readonly y: string;
}

/**
 * One box as it is drawn: words at their places, null where there is nothing. Numbers are written out already: an
 * attribute that is not a text makes the framework look through all that its element can be set to.
 */
export interface BoxDrawing {
	/** Classes of the whole box. */
	readonly looks: string;
	readonly spoken: string;
	readonly width: string;
	readonly height: string;
	readonly fontSize: string;
	readonly lines: readonly { readonly text: string; readonly y: string }[];
	readonly stripe: { readonly colour: string; readonly path: string; readonly hatch: string } | null;
	readonly numbers: {
		readonly figures: PlacedWords & { readonly isEnd: boolean };
		readonly value: PlacedWords;
	} | null;
	readonly change: { readonly words: string; readonly corner: string } | null;
	readonly fold: {
		readonly path: string;
		/** Where the button stands, as the drawing is moved there. */
		readonly at: string;
		/** Beside the button: how much is folded away or found there. */
		readonly count: (PlacedWords & { readonly isHit: boolean }) | null;
	} | null;
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
	return {
		looks: classesOf(box, looks, mark?.isReconstructed === true),
		spoken: [box.label, change, mark?.spoken ?? '', hits].filter(Boolean).join(', '),
		width: `${box.width}`,
		height: `${box.height}`,
		fontSize: `${text.fontSize}`,
		lines: lines.map((line, at) => ({ text: line, y: `${top + at * text.lineHeight}` })),
		stripe: mark?.colour ? stripeOf(box, mark.colour, mark.isHatched && !isPlain) : null,
		numbers: isPlain || !mark ? null : numbersOf(box, mark, { text, right, top }),
		change: change === '' ? null : changeOf(box, change, !isPlain && scale >= WORDS_FROM),
		fold: isPlain ? null : foldOf(box, looks, hits),
	};
}

function classesOf(
	{ key, change }: ChartBox,
	{ isDimmed, path }: BoxLooks,
	isReconstructed: boolean,
): string {
	const [dimmed, lit] = [isDimmed(key) && 'dimmed', path?.has(key) === true && 'lit'];
	return ['box', change, dimmed, lit, isReconstructed && 'reconstructed'].filter(Boolean).join(' ');
}

function stripeOf({ height }: ChartBox, colour: string, isHatched: boolean): BoxDrawing['stripe'] {
	const path = `M6 0H7V${height}H6Q0 ${height} 0 ${height - 6}V6Q0 0 6 0`;
	return { colour, path, hatch: isHatched ? HATCH.low + (height < LOW_BELOW ? '' : HATCH.high) : '' };
}

/** The line of figures and the number; from further away only the number. */
function numbersOf(
	{ width, height }: ChartBox,
	mark: ChartMark,
	{ text, right, top }: { readonly text: BoxText; readonly right: number; readonly top: number },
): BoxDrawing['numbers'] {
	if (text.lines.length === 0) return null;
	const isLow = height < LOW_BELOW;
	const foot = isLow ? top : height - 10;
	const value = text.hasFigures ? mark.value : mark.value || (mark.short ?? '');
	return {
		figures: {
			text: text.hasFigures ? mark.figures : '',
			...{ x: isLow ? `${width - 70}` : '13', y: `${foot}`, isEnd: isLow },
		},
		value: {
			text: text.hasValue ? value : '',
			...{ x: `${right}`, y: `${text.hasFigures || isLow ? foot : height - 8}` },
		},
	};
}

function changeOf({ width, change }: ChartBox, word: string, hasWords: boolean): BoxDrawing['change'] {
	const corner = `M${width - 16} 0H${width - 6}Q${width} 0 ${width} 6V16Z`;
	return {
		words: hasWords && change !== null ? `${CHANGE_SIGN[change]} ${word}` : '',
		corner: change === 'changed' ? corner : '',
	};
}

function foldOf(box: ChartBox, { options, scale }: BoxLooks, hits: string): BoxDrawing['fold'] {
	if (box.childCount === 0) return null;
	const { x, y } = foldPlace(box, options);
	const text = box.isCollapsed && scale >= WORDS_FROM ? hits || String(box.descendants) : '';
	return {
		path: foldPath(box.isCollapsed),
		at: `translate(${x} ${y})`,
		count: text === '' ? null : { text, x: `${x + 13}`, y: `${y + 5}`, isHit: hits !== '' },
	};
}

function changeLabel(change: ChartChange): string {
	if (change === 'new') return m.structure_change_new();
	if (change === 'closed') return m.structure_change_closed();
	return change === 'moved' ? m.structure_change_moved() : m.structure_change_changed();
}
