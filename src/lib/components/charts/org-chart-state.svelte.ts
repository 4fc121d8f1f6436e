import {
	centreOn,
	fitView,
	neighbourOf,
	panView,
	zoomView,
	type ChartBox,
	type Direction,
	type OrgChartLayout,
	type View,
} from '#lib/charts/org-chart.ts';

const ZOOM_STEP = 1.25;
/** The chart opens in its whole width unless that would make the names too short to tell apart. */
const SMALLEST_OPENING_SCALE = 0.6;
const READABLE_SCALE = 0.93;
const TYPE_AHEAD_MS = 700;

/** What the person has done with a chart: the part in sight, the box with the focus, the letters typed. */
export class OrgChartState {
	#view = $state<View | null>(null);
	#focusKey = $state<string | null>(null);
	#typed = '';
	#typedAt = 0;
	width = $state(0);
	height = $state(0);

	get view(): View | null {
		return this.#view;
	}

	get focusKey(): string | null {
		return this.#focusKey;
	}

	/** Window pixels for one pixel of the drawing. */
	get scale(): number {
		return this.#view && this.width > 0 ? this.width / this.#view.width : 1;
	}

	/** First sight of the drawing: its whole width from the top, or a readable part of it around the root. */
	open(layout: OrgChartLayout): void {
		const { bounds } = layout;
		const across = Math.min(1, this.width / bounds.width);
		const scale = across >= SMALLEST_OPENING_SCALE ? across : READABLE_SCALE;
		const [root] = layout.boxes;
		const middle = scale === across || !root ? bounds.x + bounds.width / 2 : root.x + root.width / 2;
		const view = { width: this.width / scale, height: this.height / scale };
		this.#view = { ...view, x: middle - view.width / 2, y: bounds.y };
	}

	fit(layout: OrgChartLayout): void {
		this.#view = fitView(layout.bounds, this);
	}

	showAll(layout: OrgChartLayout): void {
		this.#view = { ...layout.bounds };
	}

	zoom(direction: 1 | -1): void {
		if (this.#view) this.#view = zoomView(this.#view, this, this.scale * ZOOM_STEP ** direction);
	}

	pan(layout: OrgChartLayout, by: { x: number; y: number }): void {
		if (this.#view) this.#view = panView(this.#view, this, by, layout.bounds);
	}

	reveal(box: ChartBox | undefined): void {
		if (box && this.#view) this.#view = centreOn(this.#view, box);
	}

	focus(layout: OrgChartLayout, key: string | undefined): void {
		const box = layout.boxes.find((candidate) => candidate.key === key);
		if (!box) return;
		this.#focusKey = box.key;
		this.reveal(box);
	}

	step(layout: OrgChartLayout, direction: Direction): void {
		this.focus(layout, neighbourOf(layout, this.#focusKey ?? '', direction));
	}

	/** Moves to the next box whose name begins with the letters typed in quick succession. */
	typeAhead(layout: OrgChartLayout, letter: string, now: number): void {
		this.#typed = now - this.#typedAt > TYPE_AHEAD_MS ? letter : this.#typed + letter;
		this.#typedAt = now;
		const start = layout.boxes.findIndex((box) => box.key === this.#focusKey);
		const from = this.#typed.length > 1 ? Math.max(0, start) : start + 1;
		const ordered = [...layout.boxes.slice(from), ...layout.boxes.slice(0, from)];
		const typed = this.#typed.toLocaleLowerCase('bg');
		this.focus(layout, ordered.find((box) => box.label.toLocaleLowerCase('bg').startsWith(typed))?.key);
	}
}
