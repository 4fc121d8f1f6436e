import { linesInSight, scrollTo, type MatrixPlace, type MatrixSize } from '#lib/charts/matrix-walk.ts';
import { FIRST_BOX, sizesOf, type MatrixBox, type MatrixSizes, type MatrixZoom } from './matrix-sizes.ts';

/** Lines kept in the page beyond both edges of the window, once the first picture stands. */
const BEYOND = 4;
/** What is printed whole. */
const PRINT_UP_TO = 20_000;

/** The part of a matrix that stands in the page. */
export interface MatrixSight {
	readonly firstRow: number;
	readonly endRow: number;
	readonly firstColumn: number;
	readonly endColumn: number;
}

/** The window over a matrix: its size, where it is scrolled to, what stands in it. */
export class MatrixWindow {
	readonly #zoom: () => MatrixZoom;
	#element: HTMLElement | undefined;
	#box = $state.raw<MatrixBox>(FIRST_BOX);
	#isNarrow = $state(false);
	#beyond = $state(0);
	isPrinting = $state(false);

	constructor(zoom: () => MatrixZoom) {
		this.#zoom = zoom;
	}

	get sizes(): MatrixSizes {
		return sizesOf(this.#zoom(), this.#isNarrow);
	}

	/** Follows an element until the returned function is called. */
	follow(element: HTMLElement): () => void {
		this.#element = element;
		this.#measure();
		const observer = new ResizeObserver(() => this.#measure());
		observer.observe(element);
		// The lines beyond the edges wait for the first picture.
		const later = requestAnimationFrame(() => requestAnimationFrame(() => (this.#beyond = BEYOND)));
		return () => {
			observer.disconnect();
			cancelAnimationFrame(later);
		};
	}

	scrolled(): void {
		const element = this.#element;
		if (element) this.#box = { ...this.#box, left: element.scrollLeft, top: element.scrollTop };
	}

	sightOf({ rows, columns }: MatrixSize): MatrixSight {
		if (this.isPrinting && rows * columns <= PRINT_UP_TO)
			return { firstRow: 0, endRow: rows, firstColumn: 0, endColumn: columns };
		const { sizes } = this;
		const { left, top, width, height } = this.#box;
		const beyond = this.#beyond;
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
	}
}
