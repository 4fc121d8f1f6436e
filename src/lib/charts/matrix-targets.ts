import { COUNTED, WRITTEN } from '#lib/domain/workload/index.ts';
import type { Edge } from './matrix-edge.ts';
import type { MatrixAsk, MatrixData } from './matrix.ts';

const LAYER_BITS = { both: WRITTEN | COUNTED, paper: WRITTEN, practice: COUNTED } as const;

/** Where links go, by the numbers they use, and what of them is asked for. */
export interface Targets {
	/** By the place of a function: 1 unless the search dropped it. */
	readonly isKept: Uint8Array;
	/** Column of a place, by the number that links use; −1 where the search dropped it. */
	readonly columns: Int32Array;
	/** By column: that of the unit of a post that has a column of its own as well; −1 for all others. */
	readonly unitColumn: Int32Array;
	/** What of the marks is asked for, and whether the work is. */
	readonly bits: number;
	readonly hasWork: boolean;
}

export function targetsOf(
	{ places }: MatrixData,
	{ layer }: MatrixAsk,
	[functionEdge, placeEdge]: readonly [Edge, Edge],
): Targets {
	const { target } = placeEdge;
	const count = places.reduce((most, { number }) => Math.max(most, number + 1), 0);
	const columns = new Int32Array(count).fill(-1);
	places.forEach(({ number }, at) => {
		columns[number] = target[at] ?? -1;
	});
	return {
		isKept: functionEdge.isKept,
		columns,
		unitColumn: Int32Array.from(places, ({ kind, parent }, at) =>
			kind === 'post' && parent >= 0 && target[at] === at ? (target[parent] ?? -1) : -1,
		),
		bits: LAYER_BITS[layer],
		hasWork: layer !== 'paper',
	};
}
