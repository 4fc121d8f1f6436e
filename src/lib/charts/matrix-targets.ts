import { COUNTED, WRITTEN } from '#lib/domain/workload/index.ts';
import type { Edge } from './matrix-edge.ts';
import type { MatrixAsk, MatrixData, MatrixNode } from './matrix.ts';

const LAYER_BITS = { both: WRITTEN | COUNTED, paper: WRITTEN, practice: COUNTED } as const;

/** Where links go, by the numbers they use, and what of them is asked for. */
export interface Targets {
	/** Row of a function, column of a place; −1 where the search dropped it. */
	readonly rows: Int32Array;
	readonly columns: Int32Array;
	/** By column: that of the unit of a post that has a column of its own as well; −1 for all others. */
	readonly unitColumn: Int32Array;
	/** What of the marks is asked for, and whether the work is. */
	readonly bits: number;
	readonly hasWork: boolean;
}

export function targetsOf(
	{ functions, places }: MatrixData,
	{ layer }: MatrixAsk,
	[functionEdge, placeEdge]: readonly [Edge, Edge],
): Targets {
	return {
		rows: byNumber(functions, functionEdge),
		columns: byNumber(places, placeEdge),
		unitColumn: Int32Array.from(places, ({ kind, parent }, at) =>
			kind === 'post' && parent >= 0 && placeEdge.target[at] === at ? (placeEdge.target[parent] ?? -1) : -1,
		),
		bits: LAYER_BITS[layer],
		hasWork: layer !== 'paper',
	};
}

function byNumber(nodes: readonly MatrixNode[], { target }: Edge): Int32Array {
	const count = nodes.reduce((most, { number }) => Math.max(most, number + 1), 0);
	const lines = new Int32Array(count).fill(-1);
	nodes.forEach(({ number }, at) => {
		if (number >= 0) lines[number] = target[at] ?? -1;
	});
	return lines;
}
