import { pushWhileDragged } from './chart-edge.ts';

/** A box as a place for something. */
export interface DropPlace {
	/** Why it cannot be put there; null where it can. */
	readonly reason: string | null;
	/** What would not be in order there, although it can be put there; null for nothing. */
	readonly warning: string | null;
}

/** Places by the key of their box. */
export type DropPlaces = ReadonlyMap<string, DropPlace>;

export interface Dragged {
	readonly key: string;
	readonly label: string;
}

interface DragActs {
	/** Where the thing may be put; asked when it is lifted. */
	readonly placesOf: (dragged: Dragged) => Promise<DropPlaces>;
	readonly ondrop: (dragged: Dragged, to: string) => void;
	/** It was let go over a box that cannot hold it. */
	readonly onrefused: (reason: string) => void;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

/** A pointer that moved less than this many pixels was clicking. */
const DRAG_FROM = 6;

/** A box, or a line beside the drawing, on its way to another box under the pointer. Touch keeps moving the drawing. */
export class ChartDrag {
	readonly #acts: DragActs;
	#taken = $state.raw<(Dragged & { readonly from: Point }) | null>(null);
	#at = $state.raw<Point | null>(null);
	#over = $state<string | null>(null);
	#places = $state.raw<DropPlaces | null>(null);
	#hasEnded = false;

	constructor(acts: DragActs) {
		this.#acts = acts;
	}

	/** What is in the air; null while nothing is. */
	get dragged(): Dragged | null {
		return this.#at === null ? null : this.#taken;
	}

	/** Where the pointer is, in window pixels. */
	get at(): Point | null {
		return this.#at;
	}

	/** The box under the pointer. */
	get over(): string | null {
		return this.#over;
	}

	/** Null until the places are known. */
	get places(): DropPlaces | null {
		return this.#at === null ? null : this.#places;
	}

	/** Why it cannot be let go here; null where it can, or between the boxes. */
	get reason(): string | null {
		return this.#place?.reason ?? null;
	}

	/** What would not be in order if it were let go here. */
	get warning(): string | null {
		return this.#place?.warning ?? null;
	}

	get #place(): DropPlace | undefined {
		return this.#over === null || this.#over === this.#taken?.key ? undefined : this.#places?.get(this.#over);
	}

	/** Whether the click that follows was the end of a drag. */
	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/** The pointer went down on something; true when it may become a drag. */
	press(event: PointerEvent, dragged: Dragged): boolean {
		this.#hasEnded = false;
		if (event.button !== 0 || event.pointerType === 'touch') return false;
		this.#taken = { ...dragged, from: { x: event.clientX, y: event.clientY } };
		return true;
	}

	move(event: PointerEvent): void {
		const taken = this.#taken;
		if (!taken) return;
		if (event.buttons === 0) return this.cancel();
		const at = { x: event.clientX, y: event.clientY };
		if (this.#at === null) {
			if (Math.hypot(at.x - taken.from.x, at.y - taken.from.y) < DRAG_FROM) return;
			void this.#ask(taken);
		}
		this.#at = at;
		this.#over = boxUnder(at);
	}

	/** Moves a drawing while something is in the air near its edge. Answers with what ends it. */
	push(frame: Element, by: (way: Point) => void): (() => void) | undefined {
		return pushWhileDragged(frame, this, by);
	}

	/** The drawing moved under the pointer. */
	refresh(): void {
		if (this.#at !== null) this.#over = boxUnder(this.#at);
	}

	drop(): void {
		const [taken, over, places] = [this.#taken, this.#over, this.#places];
		const isDrag = this.#at !== null;
		const { reason } = this;
		this.cancel();
		this.#hasEnded = isDrag;
		if (!isDrag || !taken || over === null || over === taken.key || !places?.has(over)) return;
		if (reason === null) this.#acts.ondrop(taken, over);
		else this.#acts.onrefused(reason);
	}

	cancel(): void {
		this.#taken = null;
		this.#at = null;
		this.#over = null;
		this.#places = null;
	}

	async #ask(taken: Dragged): Promise<void> {
		const places = await this.#acts.placesOf(taken);
		if (this.#taken === taken) this.#places = places;
	}
}

function boxUnder({ x, y }: Point): string | null {
	return document.elementFromPoint(x, y)?.closest<SVGElement>('[data-key]')?.dataset['key'] ?? null;
}
