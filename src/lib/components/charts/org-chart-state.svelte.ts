import {
	boxAt,
	fitView,
	isStillGood,
	neighbourOf,
	nextNamed,
	openingScale,
	openingView,
	panView,
	revealIn,
	sightIn,
	sightText,
	smallestScale,
	windowFor,
	zoomView,
	type ChartBox,
	type Direction,
	type Hidden,
	type OrgChartLayout,
	type SceneWindow,
	type View,
} from '#lib/charts/org-chart.ts';
import { NOTHING_FOLDED, type Folded } from './org-chart-fold.ts';

const ZOOM_STEP = 1.25;
/** Room that a readable box needs with the gap beside it, in window pixels. */
const COLUMN = 136;
const MOST_COLUMNS = 8;
const TYPE_AHEAD_MS = 700;
/** Up to so many boxes the page comes with all of them, so that it can be read without script. */
const MOST_WITHOUT_SCRIPT = 125;
/** Larger charts are printed from the PDF file. */
const MOST_ON_PAPER = 1_500;
/** Lines that hold the longest name of a unit. */
const LINES_ON_PAPER = 9;
/** What is taken for the window before it is measured. */
const USUAL_WINDOW = { width: 1200, height: 640 };

/** What the person has done with a chart: the part in sight, the box with the focus, the letters typed. */
export class OrgChartState {
	#view = $state.raw<View | null>(null);
	#focusKey = $state<string | null>(null);
	/** Where the sight was at first. */
	#firstView: View | null = null;
	#isMoving = $state(false);
	#isWhole = $state(false);
	/** Boxes side by side, by the width that the window had at first. */
	columns = $state(MOST_COLUMNS);
	/** What of the window the person cannot see, in its pixels. */
	hidden: () => Hidden = () => ({ top: 0, bottom: 0 });
	#typed = '';
	#typedAt = 0;
	#last: {
		readonly layout: OrgChartLayout;
		readonly window: SceneWindow;
		/** No more than what was in sight at first. */
		readonly isFirst: boolean;
	} | null = null;
	/** The first picture stands: what lies beyond the sight, and the map, can be made ready. */
	isSettled = $state(false);
	/** A window over the measured drawing was made. */
	#hasDrawn = false;
	folded = $state.raw<Folded>(NOTHING_FOLDED);
	#width = $state(0);
	height = $state(0);

	get width(): number {
		return this.#width;
	}

	/** The window became wider or narrower: the scale and the upper left corner stay. */
	set width(width: number) {
		if (width === this.#width) return;
		const scale = this.#view && this.#width > 0 ? this.#width / this.#view.width : null;
		this.#width = width;
		if (this.#view && scale !== null)
			this.#view = { ...this.#view, width: width / scale, height: this.height / scale };
	}

	/** How the drawing differs from the usual one: fewer columns in a narrow window, whole names on paper. */
	get shape(): { readonly columns: number } | { readonly maxLines: number } {
		return this.#isWhole ? { maxLines: LINES_ON_PAPER } : { columns: this.columns };
	}

	get view(): View | null {
		return this.#view;
	}

	/** The drawing is a picture of its own, ready to be moved: once the first one stands, or is moved before that. */
	get isLifted(): boolean {
		return this.isSettled || this.#view !== this.#firstView;
	}

	get focusKey(): string | null {
		return this.#focusKey;
	}

	/** Window pixels for one pixel of the drawing. */
	get scale(): number {
		return this.#view && this.width > 0 ? this.width / this.#view.width : 1;
	}

	/** What is in sight; before anything is measured all of a small chart, or the usual window of a large one. */
	sightOf(layout: OrgChartLayout): View {
		if (this.#isWhole) return layout.bounds;
		if (this.#view) return this.#view;
		if (layout.shown.length <= MOST_WITHOUT_SCRIPT) return layout.bounds;
		return { ...openingView(layout, USUAL_WINDOW) };
	}

	/** The part of the drawing to keep in the document: the last one while it is still good. */
	windowOf(layout: OrgChartLayout): SceneWindow {
		const view = this.sightOf(layout);
		const { scale } = this;
		const last = this.#last;
		const isOver = last?.isFirst === true && this.isSettled;
		const isSharp =
			last !== null && !this.#isWhole && (this.#isMoving || Math.abs(scale / last.window.scale - 1) < 0.02);
		if (last && isSharp && !isOver && last.layout === layout && isStillGood(last.window, view, scale))
			return last.window;
		const isMeasured = this.#view !== null && !this.#isWhole;
		const isFirst = isMeasured && !this.#hasDrawn && !this.isSettled;
		const window = isMeasured
			? windowFor(layout, view, scale, { isFirst })
			: { ...view, detail: 'full' as const, scale: 1 };
		this.#last = { layout, window, isFirst };
		this.#hasDrawn ||= isMeasured;
		return window;
	}

	/** While a gesture lasts letters may be a little smaller or larger than they settle at. */
	set isMoving(isMoving: boolean) {
		this.#isMoving = isMoving;
	}

	/**
	 * Where the drawn part stands in the window and how much larger it is shown than it was made, so that moving the sight
	 * moves one finished picture. Null while the part in sight alone is drawn: before anything is measured, and for paper.
	 */
	placeOf(window: SceneWindow): { readonly x: number; readonly y: number; readonly scale: number } | null {
		if (!this.#view || this.#isWhole) return null;
		const { scale } = this;
		const round = (value: number) => Math.round(value * scale);
		return {
			x: round(window.x - this.#view.x),
			y: round(window.y - this.#view.y),
			scale: scale / window.scale,
		};
	}

	/** For paper everything is drawn, unless it is more than any paper holds: then what is in sight. */
	print(layout: OrgChartLayout, isPrinting: boolean): void {
		this.#isWhole = isPrinting && layout.shown.length <= MOST_ON_PAPER;
	}

	/**
	 * The window is measured: as many boxes side by side as it has room for, at least two. First sight of the drawing: the
	 * one that is asked for, its whole width from the top, or a readable part of it around the root.
	 */
	begin(
		layoutNow: () => OrgChartLayout,
		window: { width: number; most: number; asked: string | null },
	): void {
		const { width, most, asked } = window;
		this.width = width;
		this.columns =
			(asked ? sightIn(asked, this)?.columns : undefined) ??
			Math.min(MOST_COLUMNS, Math.max(2, Math.floor(width / COLUMN)));
		const layout = layoutNow();
		this.height = Math.min(most, Math.max(280, this.#wantedHeight(layout)));
		this.#view = (asked ? sightIn(asked, this)?.view : undefined) ?? openingView(layout, this);
		this.#firstView = this.#view;
	}

	/** The sight in words, to be asked for again; null while it is the first one. */
	sightSaid(layout: OrgChartLayout): string | null {
		if (!this.#view) return null;
		const text = (view: View) => sightText({ view, columns: this.columns }, this);
		return text(this.#view) === text(openingView(layout, this)) ? null : text(this.#view);
	}

	fit(layout: OrgChartLayout): void {
		this.#view = fitView(layout.bounds, this);
	}

	zoom(layout: OrgChartLayout, direction: 1 | -1): void {
		this.zoomTo(layout, this.scale * ZOOM_STEP ** direction);
	}

	zoomTo(layout: OrgChartLayout, scale: number, about?: { x: number; y: number }): void {
		if (!this.#view) return;
		const smallest = smallestScale(layout.bounds, this);
		this.#view = zoomView(this.#view, this, { scale, smallest, ...(about && { about }) });
	}

	pan(layout: OrgChartLayout, by: { x: number; y: number }): void {
		if (this.#view) this.#view = panView(this.#view, this, by, layout.bounds);
	}

	/** Brings the middle of the sight to a point of the drawing. */
	goTo(point: { x: number; y: number }): void {
		const view = this.#view;
		if (view) this.#view = { ...view, x: point.x - view.width / 2, y: point.y - view.height / 2 };
	}

	reveal(layout: OrgChartLayout, key: string | undefined): void {
		const box = boxAt(layout, key);
		if (!box || !this.#view) return;
		const { top, bottom } = this.hidden();
		const { scale } = this;
		const hidden = { top: top / scale, bottom: bottom / scale };
		this.#view = revealIn(this.#view, box, layout.bounds, hidden);
	}

	/** A box that stands elsewhere in the drawing stays where it is in the window. */
	keep(before: ChartBox | undefined, after: ChartBox | undefined): void {
		const view = this.#view;
		if (before && after && view)
			this.#view = { ...view, x: view.x + after.x - before.x, y: view.y + after.y - before.y };
	}

	/** Goes on from a box and brings it into sight; under a pointer it stays where it is. */
	focus(layout: OrgChartLayout, key: string | undefined, { isPressed = false } = {}): void {
		if (boxAt(layout, key) === undefined) return;
		this.#focusKey = key ?? null;
		if (!isPressed) this.reveal(layout, key);
	}

	step(layout: OrgChartLayout, direction: Direction): void {
		this.focus(layout, neighbourOf(layout, this.#focusKey ?? '', direction));
	}

	/** Moves to the next box whose name begins with the letters typed in quick succession. */
	typeAhead(layout: OrgChartLayout, letter: string, now: number): void {
		this.#typed = now - this.#typedAt > TYPE_AHEAD_MS ? letter : this.#typed + letter;
		this.#typedAt = now;
		this.focus(layout, nextNamed(layout, this.#focusKey ?? '', this.#typed));
	}

	/** Whether much of the drawing is out of sight. */
	isPartOf(layout: OrgChartLayout): boolean {
		const [{ bounds }, view] = [layout, this.sightOf(layout)];
		return bounds.width > view.width * 1.2 || bounds.height > view.height * 1.2;
	}

	/** Height of the window that the drawing would fill at its first scale. */
	#wantedHeight({ bounds }: OrgChartLayout): number {
		return bounds.height * openingScale(bounds.width, this.width);
	}
}
