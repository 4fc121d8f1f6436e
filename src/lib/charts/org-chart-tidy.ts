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

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

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
		this.ancestor = Int32Array.from({ length: size }, (_, row) => row);
	}

	/** Seats the rows below one, from first to last, when everything below them is seated. */
	seat(above: number): void {
		const first = at(this.rows.firstBelow, above);
		const count = at(this.rows.belowCount, above);
		let default_ = first;
		for (let row = first; row < first + count; row++) {
			const before = row > first ? row - 1 : -1;
			const middle = this.middleBelow(row);
			const own = before < 0 ? middle : at(this.prelim, before) + this.gap(row, before);
			this.prelim[row] = own;
			if (before >= 0 && at(this.rows.belowCount, row) > 0) this.mod[row] = own - middle;
			default_ = this.apportion(row, before, default_);
		}
	}

	settle(): Tidy {
		const size = this.rows.columns.length;
		const [centre, level] = [new Float64Array(size), new Int32Array(size)];
		this.mod[0] = -this.middleBelow(0);
		for (let row = 1; row < size; row++) {
			const above = at(this.rows.parent, row);
			centre[row] = at(this.prelim, row) + at(this.mod, above);
			this.mod[row] = at(this.mod, row) + at(this.mod, above);
			level[row] = at(level, above) + 1;
		}
		return { centre, level };
	}

	private gap(a: number, b: number): number {
		return (at(this.rows.columns, a) + at(this.rows.columns, b)) / 2;
	}

	/** The middle of the rows below, after spreading the shifts that were noted for them. */
	private middleBelow(row: number): number {
		const first = at(this.rows.firstBelow, row);
		const last = first + at(this.rows.belowCount, row) - 1;
		if (last < first) return 0;
		let [shift, change] = [0, 0];
		for (let below = last; below >= first; below--) {
			this.prelim[below] = at(this.prelim, below) + shift;
			this.mod[below] = at(this.mod, below) + shift;
			change += at(this.change, below);
			shift += at(this.shift, below) + change;
		}
		return (at(this.prelim, first) + at(this.prelim, last)) / 2;
	}

	private left(row: number): number {
		return at(this.rows.belowCount, row) > 0 ? at(this.rows.firstBelow, row) : at(this.thread, row);
	}

	private right(row: number): number {
		const count = at(this.rows.belowCount, row);
		return count > 0 ? at(this.rows.firstBelow, row) + count - 1 : at(this.thread, row);
	}

	/** Pushes a subtree clear of everything at its left, along both outlines. */
	private apportion(row: number, before: number, default_: number): number {
		if (before < 0) return default_;
		let [inner, outer, leftInner] = [row, row, before];
		let leftOuter = at(this.rows.firstBelow, at(this.rows.parent, row));
		let [sumInner, sumOuter] = [at(this.mod, inner), at(this.mod, outer)];
		let [sumLeftInner, sumLeftOuter] = [at(this.mod, leftInner), at(this.mod, leftOuter)];
		for (;;) {
			const [nextLeft, nextInner] = [this.right(leftInner), this.left(inner)];
			if (nextLeft < 0 || nextInner < 0) {
				if (nextLeft >= 0 && this.right(outer) < 0) this.sew(outer, nextLeft, sumLeftInner - sumOuter);
				if (nextInner < 0 || this.left(leftOuter) >= 0) return default_;
				this.sew(leftOuter, nextInner, sumInner - sumLeftOuter);
				return row;
			}
			[leftInner, inner] = [nextLeft, nextInner];
			leftOuter = this.left(leftOuter);
			outer = this.right(outer);
			this.ancestor[outer] = row;
			const reach = at(this.prelim, leftInner) + sumLeftInner - at(this.prelim, inner) - sumInner;
			const shift = reach + this.gap(leftInner, inner);
			if (shift > 0) {
				this.move(this.ancestorOf(leftInner, row, default_), row, shift);
				sumInner += shift;
				sumOuter += shift;
			}
			sumLeftInner += at(this.mod, leftInner);
			sumInner += at(this.mod, inner);
			sumLeftOuter += at(this.mod, leftOuter);
			sumOuter += at(this.mod, outer);
		}
	}

	private sew(from: number, to: number, mod: number): void {
		this.thread[from] = to;
		this.mod[from] = at(this.mod, from) + mod;
	}

	private ancestorOf(leftInner: number, row: number, default_: number): number {
		const found = at(this.ancestor, leftInner);
		return at(this.rows.parent, found) === at(this.rows.parent, row) ? found : default_;
	}

	private move(from: number, row: number, shift: number): void {
		const share = shift / (row - from);
		this.change[row] = at(this.change, row) - share;
		this.shift[row] = at(this.shift, row) + shift;
		this.change[from] = at(this.change, from) + share;
		this.prelim[row] = at(this.prelim, row) + shift;
		this.mod[row] = at(this.mod, row) + shift;
	}
}
