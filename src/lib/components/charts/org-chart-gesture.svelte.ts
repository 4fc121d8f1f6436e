import type { OrgChartLayout } from '#lib/charts/org-chart.ts';
import type { OrgChartState } from './org-chart-state.svelte.ts';

/** A pointer that moved further than this many pixels was dragging, not clicking. */
const DRAG_FROM = 4;
/** A gesture has ended when nothing came for so long. */
const SETTLED_MS = 140;
const WHEEL_STEP = 0.0022;

/** Pointer and wheel over a chart: drags it, and with Ctrl enlarges it under the pointer. */
export class OrgChartGesture {
	readonly #chart: OrgChartState;
	#drag = $state.raw<{ x: number; y: number; travelled: number } | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(chart: OrgChartState) {
		this.#chart = chart;
	}

	get isDragging(): boolean {
		return this.#drag !== null && this.#drag.travelled > DRAG_FROM;
	}

	wheel(event: WheelEvent & { currentTarget: Element }, layout: OrgChartLayout): void {
		if (!event.ctrlKey && !event.metaKey) return;
		event.preventDefault();
		const frame = (event.currentTarget.parentElement ?? event.currentTarget).getBoundingClientRect();
		const about = {
			x: (event.clientX - frame.left) / frame.width,
			y: (event.clientY - frame.top) / frame.height,
		};
		this.#chart.isMoving = true;
		this.#chart.zoomTo(layout, this.#chart.scale * Math.exp(-event.deltaY * WHEEL_STEP), about);
		this.#settleLater();
	}

	down(event: PointerEvent): void {
		if (event.button === 0) this.#drag = { x: event.clientX, y: event.clientY, travelled: 0 };
	}

	move(event: PointerEvent, layout: OrgChartLayout): void {
		if (!this.#drag) return;
		if (event.buttons === 0) return this.leave();
		const by = { x: event.clientX - this.#drag.x, y: event.clientY - this.#drag.y };
		const travelled = this.#drag.travelled + Math.abs(by.x) + Math.abs(by.y);
		if (travelled > DRAG_FROM) this.#chart.pan(layout, by);
		this.#drag = { x: event.clientX, y: event.clientY, travelled };
	}

	/** Ends a drag; true when it was one and no click. */
	end(): boolean {
		const wasDragging = this.isDragging;
		this.#drag = null;
		return wasDragging;
	}

	leave(): void {
		this.#drag = null;
	}

	#settleLater(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.#chart.isMoving = false), SETTLED_MS);
	}
}
