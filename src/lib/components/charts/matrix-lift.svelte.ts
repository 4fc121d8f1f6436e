import type { LineMove } from '#lib/charts/matrix-order.ts';
import type { MatrixPlace } from '#lib/charts/matrix-walk.ts';
import type { MatrixEntry } from '#lib/charts/matrix.ts';

export type MatrixEdge = 'rows' | 'columns';
/** A line of an edge by its key. */
export interface MatrixLine {
	readonly edge: MatrixEdge;
	readonly key: string;
}
/** Puts a line of an edge elsewhere among those beside it; false when it cannot go there. */
export type MoveLine = (edge: MatrixEdge, key: string, move: LineMove) => boolean;

const STEPS: Readonly<Record<MatrixEdge, Readonly<Record<string, 1 | -1>>>> = {
	rows: { ArrowUp: -1, ArrowDown: 1 },
	columns: { ArrowLeft: -1, ArrowRight: 1 },
};

/** The line whose name stands in a place; undefined over the cells. */
export function lineAt(
	place: MatrixPlace | undefined,
	{ rows, columns }: Readonly<Record<MatrixEdge, readonly MatrixEntry[]>>,
): { readonly edge: MatrixEdge; readonly entry: MatrixEntry } | undefined {
	const edge = place?.column === -1 ? 'rows' : place?.row === -1 ? 'columns' : undefined;
	const entry = edge === 'rows' ? rows[place?.row ?? -1] : columns[place?.column ?? -1];
	return edge && entry && { edge, entry };
}

/** The step that Alt and an arrow mean for a name of an edge. */
export function stepOf(event: KeyboardEvent, edge: MatrixEdge): 1 | -1 | undefined {
	return event.altKey ? STEPS[edge][event.key] : undefined;
}

/** The line whose name, but not whose link, is under the pointer; its cells are −1. */
export function nameUnder({ target }: Event): MatrixPlace | undefined {
	const name = target instanceof Element ? target.closest('[role$="header"]') : null;
	const row = Number(name?.parentElement?.ariaRowIndex);
	const column = Number(name?.ariaColIndex);
	if (name?.role === 'rowheader') return { row: row - 2, column: -1 };
	return name?.role === 'columnheader' && column > 1 ? { row: -1, column: column - 2 } : undefined;
}

/** The name of a line that is dragged over the others of its edge. */
export class MatrixLift {
	readonly #onmove: MoveLine;
	#lifted: MatrixLine | null = null;
	/** The name under the pointer while one is dragged. */
	over = $state<string | null>(null);

	constructor(onmove: MoveLine) {
		this.#onmove = onmove;
	}

	/** What the grid needs so that its names can be dragged and dropped on; `lineUnder` says which name an event is about. */
	handles(lineUnder: (event: DragEvent) => MatrixLine | undefined) {
		const targetOf = (event: DragEvent) => {
			const line = lineUnder(event);
			return line && line.edge === this.#lifted?.edge ? line.key : undefined;
		};
		return {
			ondragstart: (event: DragEvent) => {
				this.#lifted = lineUnder(event) ?? null;
				if (this.#lifted) event.dataTransfer?.setData('text/plain', this.#lifted.key);
			},
			ondragover: (event: DragEvent) => {
				this.over = targetOf(event) ?? null;
				if (this.over !== null) event.preventDefault();
			},
			ondrop: (event: DragEvent) => {
				const target = targetOf(event);
				this.over = null;
				if (!this.#lifted || target === undefined) return;
				event.preventDefault();
				this.#onmove(this.#lifted.edge, this.#lifted.key, { target });
			},
			ondragend: () => {
				this.#lifted = null;
				this.over = null;
			},
		};
	}
}
