import type { Rows } from './org-chart-rows.ts';

/** Middles of the rows across the direction, in columns, and their levels from the empty row above everything. */
export interface Tidy {
	readonly centre: Float64Array;
	readonly level: Int32Array;
}

/**
 * Tidy drawing of rows of different widths in linear time: subtrees as close as their outlines allow, a superior over the
 * middle of its first and last row below. After C. Buchheim, M. Jünger, S. Leipert, “Improving Walker's Algorithm to Run
 * in Linear Time” (2002), in flat arrays.
 * Example: three rows of one column under one → centres −1, 0, 1.
 */
export function tidy(rows: Rows): Tidy {
	const walk = new Walk(rows);
	for (let row = rows.columns.length - 1; row >= 0; row--) walk.seat(row);
	return walk.settle();
}

/** Two of them, so that each meets one kind of list only and stays fast. No lists of names are taken apart here: that is slow until the code is warm. */
const int = (list: Int32Array, index: number): number => list[index] ?? 0;
const real = (list: Float64Array, index: number): number => list[index] ?? 0;

/** Scratch of one run. A row that does not exist is −1. */
class Walk {
	readonly rows: Rows;
	readonly prelim: Float64Array;
	readonly mod: Float64Array;
	readonly change: Float64Array;
	readonly shift: Float64Array;
	readonly thread: Int32Array;
	readonly ancestor: Int32Array;

	constructor(rows: Rows) {
		const size = rows.columns.length;
		this.rows = rows;
		this.prelim = new Float64Array(size);
		this.mod = new Float64Array(size);
		this.change = new Float64Array(size);
		this.shift = new Float64Array(size);
		this.thread = new Int32Array(size).fill(-1);
		this.ancestor = new Int32Array(size);
		for (let row = 0; row < size; row++) this.ancestor[row] = row;
	}

	/** Seats the rows below one, from first to last, when everything below them is seated. */
	seat(above: number): void {
		const first = int(this.rows.firstBelow, above);
		const count = int(this.rows.belowCount, above);
		let default_ = first;
		for (let row = first; row < first + count; row++) {
			const before = row > first ? row - 1 : -1;
			const middle = this.middleBelow(row);
			const own = before < 0 ? middle : real(this.prelim, before) + this.gap(row, before);
			this.prelim[row] = own;
			if (before >= 0 && int(this.rows.belowCount, row) > 0) this.mod[row] = own - middle;
			default_ = this.apportion(row, before, default_);
		}
	}

	settle(): Tidy {
		const size = this.rows.columns.length;
		const [centre, level] = [new Float64Array(size), new Int32Array(size)];
		this.mod[0] = -this.middleBelow(0);
		for (let row = 1; row < size; row++) {
			const above = int(this.rows.parent, row);
			centre[row] = real(this.prelim, row) + real(this.mod, above);
			this.mod[row] = real(this.mod, row) + real(this.mod, above);
			level[row] = int(level, above) + 1;
		}
		return { centre, level };
	}

	private gap(a: number, b: number): number {
		return (int(this.rows.columns, a) + int(this.rows.columns, b)) / 2;
	}

	/** The middle of the rows below, after spreading the shifts that were noted for them. */
	private middleBelow(row: number): number {
		const first = int(this.rows.firstBelow, row);
		const last = first + int(this.rows.belowCount, row) - 1;
		if (last < first) return 0;
		let shift = 0;
		let change = 0;
		for (let below = last; below >= first; below--) {
			this.prelim[below] = real(this.prelim, below) + shift;
			this.mod[below] = real(this.mod, below) + shift;
			change += real(this.change, below);
			shift += real(this.shift, below) + change;
		}
		return (real(this.prelim, first) + real(this.prelim, last)) / 2;
	}

	private left(row: number): number {
		return int(this.rows.belowCount, row) > 0 ? int(this.rows.firstBelow, row) : int(this.thread, row);
	}

	private right(row: number): number {
		const count = int(this.rows.belowCount, row);
		return count > 0 ? int(this.rows.firstBelow, row) + count - 1 : int(this.thread, row);
	}

	/** Pushes a subtree clear of everything at its left, along both outlines. */
	private apportion(row: number, before: number, default_: number): number {
		if (before < 0) return default_;
		let inner = row;
		let outer = row;
		let leftInner = before;
		let leftOuter = int(this.rows.firstBelow, int(this.rows.parent, row));
		let sumInner = real(this.mod, row);
		let sumOuter = sumInner;
		let sumLeftInner = real(this.mod, leftInner);
		let sumLeftOuter = real(this.mod, leftOuter);
		for (;;) {
			const nextLeft = this.right(leftInner);
			const nextInner = this.left(inner);
			if (nextLeft < 0 || nextInner < 0) {
				if (nextLeft >= 0 && this.right(outer) < 0) this.sew(outer, nextLeft, sumLeftInner - sumOuter);
				if (nextInner < 0 || this.left(leftOuter) >= 0) return default_;
				this.sew(leftOuter, nextInner, sumInner - sumLeftOuter);
				return row;
			}
			leftInner = nextLeft;
			inner = nextInner;
			leftOuter = this.left(leftOuter);
			outer = this.right(outer);
			this.ancestor[outer] = row;
			const reach = real(this.prelim, leftInner) + sumLeftInner - real(this.prelim, inner) - sumInner;
			const shift = reach + this.gap(leftInner, inner);
			if (shift > 0) {
				this.move(this.ancestorOf(leftInner, row, default_), row, shift);
				sumInner += shift;
				sumOuter += shift;
			}
			sumLeftInner += real(this.mod, leftInner);
			sumInner += real(this.mod, inner);
			sumLeftOuter += real(this.mod, leftOuter);
			sumOuter += real(this.mod, outer);
		}
	}

	private sew(from: number, to: number, mod: number): void {
		this.thread[from] = to;
		this.mod[from] = real(this.mod, from) + mod;
	}

	private ancestorOf(leftInner: number, row: number, default_: number): number {
		const found = int(this.ancestor, leftInner);
		return int(this.rows.parent, found) === int(this.rows.parent, row) ? found : default_;
	}

	private move(from: number, row: number, shift: number): void {
		const share = shift / (row - from);
		this.change[row] = real(this.change, row) - share;
		this.shift[row] = real(this.shift, row) + shift;
		this.change[from] = real(this.change, from) + share;
		this.prelim[row] = real(this.prelim, row) + shift;
		this.mod[row] = real(this.mod, row) + shift;
	}
}
