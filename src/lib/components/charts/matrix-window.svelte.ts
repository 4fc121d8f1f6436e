import {
	linesInSight,
	patchesOver,
	scrollTo,
	type MatrixPatch,
	type MatrixPlace,
	type MatrixSize,
	type MatrixTile,
} from '#lib/charts/matrix-walk.ts';
import {
	FIRST_BOX,
	patchOf,
	sizesOf,
	type MatrixBox,
	type MatrixSizes,
	type MatrixScale,
} from './matrix-sizes.ts';

/** Lines kept in the page beyond both edges of the window, once the first picture stands. */
const BEYOND = 4;
/** Milliseconds until the first picture surely stands. */
const SETTLED_AFTER = 150;
/** What is printed whole. */
const PRINT_UP_TO = 20_000;
/** More pixels than this are printed at half the sharpness. */
const MOST_PIXELS = 16_000_000;

/** The window over a matrix: its size, where it is scrolled to, what stands in it. */
export class MatrixWindow {
	readonly #zoom: () => MatrixScale;
	#element: HTMLElement | undefined;
	#box = $state.raw<MatrixBox>(FIRST_BOX);
	#isNarrow = $state(false);
	#patches: readonly MatrixPatch[] = [];
	/** Pixels of the screen for one of the page. */
	#sharp = $state(1);
	/** The first picture stands, and what lies beyond the edges can be made ready. */
	isSettled = $state(false);
	/** The browser has told the size of the window. */
	#isMeasured = $state(false);
	isPrinting = $state(false);

	constructor(zoom: () => MatrixScale) {
		this.#zoom = zoom;
	}

	get sizes(): MatrixSizes {
		return sizesOf(this.#zoom(), this.#isNarrow);
	}

	/** Follows an element until the returned function is called. */
	follow(element: HTMLElement): () => void {
		this.#element = element;
		// The observer also tells the first size, in the frame in which the browser has worked it out anyway.
		const observer = new ResizeObserver(() => this.#measure());
		observer.observe(element);
		const later = setTimeout(() => (this.isSettled = true), SETTLED_AFTER);
		return () => {
			observer.disconnect();
			clearTimeout(later);
		};
	}

	scrolled(): void {
		const element = this.#element;
		// The first picture ends at the edges of the window: whatever may move them needs those that scroll.
		this.isSettled = true;
		if (element) this.#box = { ...this.#box, left: element.scrollLeft, top: element.scrollTop };
	}

	sightOf({ rows, columns }: MatrixSize): MatrixTile {
		if (this.#isWhole({ rows, columns }))
			return { firstRow: 0, endRow: rows, firstColumn: 0, endColumn: columns };
		const { sizes } = this;
		const { left, top, width, height } = this.#box;
		const beyond = this.isSettled ? BEYOND : 0;
		const down = { from: top, length: height - sizes.head, step: sizes.line, count: rows, beyond };
		const across = { from: left, length: width - sizes.names, step: sizes.cell, count: columns, beyond };
		const [vertical, horizontal] = [linesInSight(down), linesInSight(across)];
		return {
			firstRow: vertical.first,
			endRow: vertical.end,
			firstColumn: horizontal.first,
			endColumn: horizontal.end,
		};
	}

	/**
	 * The pictures of the cells in sight; none until the size of the window is known. The first is one picture of exactly
	 * what is in sight: several of them, and whatever reaches out of sight, cost the browser more. Those that scroll follow.
	 */
	patchesOf(size: MatrixSize): readonly MatrixPatch[] {
		if (!this.#isMeasured) return [];
		const sight = this.sightOf(size);
		if (!this.isSettled && !this.isPrinting) return isEmpty(sight) ? [] : [{ ...sight, slot: 0 }];
		const { sizes } = this;
		const { width, height } = this.#box;
		const most = this.#isWhole(size)
			? size
			: { rows: mostLines(height, sizes.line), columns: mostLines(width, sizes.cell) };
		const ask = { size, patch: patchOf(sizes), most, before: this.#patches };
		this.#patches = patchesOver(sight, ask);
		return this.#patches;
	}

	/** Pixels of a picture for one of the page. */
	sharpnessOf({ rows, columns }: MatrixSize): number {
		const { cell, line } = this.sizes;
		return this.isPrinting && rows * cell * columns * line > MOST_PIXELS ? 1 : this.#sharp;
	}

	#isWhole({ rows, columns }: MatrixSize): boolean {
		return this.isPrinting && rows * columns <= PRINT_UP_TO;
	}

	/** The cell under the pointer; undefined over the names. */
	placeUnder(event: MouseEvent, { rows, columns }: MatrixSize): MatrixPlace | undefined {
		const element = this.#element;
		if (!element) return undefined;
		const { sizes } = this;
		const edge = element.getBoundingClientRect();
		const [x, y] = [event.clientX - edge.left - sizes.names, event.clientY - edge.top - sizes.head];
		if (x < 0 || y < 0) return undefined;
		const row = Math.floor((y + element.scrollTop) / sizes.line);
		const column = Math.floor((x + element.scrollLeft) / sizes.cell);
		return row < rows && column < columns ? { row, column } : undefined;
	}

	bringIntoView({ row, column }: MatrixPlace): void {
		const element = this.#element;
		if (!element) return;
		const { sizes } = this;
		const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
		const down = { from: scrollTop, length: clientHeight - sizes.head, step: sizes.line };
		const across = { from: scrollLeft, length: clientWidth - sizes.names, step: sizes.cell };
		element.scrollTop = scrollTo(row, down);
		element.scrollLeft = scrollTo(column, across);
		this.scrolled();
	}

	#measure(): void {
		const element = this.#element;
		if (!element) return;
		const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = element;
		this.#box = { left, top, width, height };
		this.#isNarrow = window.innerWidth <= 640;
		this.#sharp = Math.max(1, Math.min(2, window.devicePixelRatio || 1));
		this.#isMeasured = true;
	}
}

/** The names leave no room for cells. */
function isEmpty({ firstRow, endRow, firstColumn, endColumn }: MatrixTile): boolean {
	return endRow <= firstRow || endColumn <= firstColumn;
}

/** As many lines as can be touched by a window, with those beyond its edges. */
function mostLines(length: number, step: number): number {
	return Math.ceil(length / step) + 1 + 2 * BEYOND;
}
