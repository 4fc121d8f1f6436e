import type { OverlapLabel, OverlapVerdict, WorkShape } from '#lib/domain/overlap/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** The overlap analysis as plain rows; texts are those of the structure, names in the language of the paper. */
export interface OverlapBook {
	readonly colophon: Colophon;
	readonly pairs: readonly PairRow[];
	/** Two units and how many pairs they have in common. */
	readonly cells: readonly {
		readonly row: string;
		readonly column: string;
		readonly count: number;
		readonly score: number;
	}[];
	readonly gaps: readonly { readonly kind: string; readonly text: string; readonly detail: string }[];
	readonly spread: readonly {
		readonly text: string;
		readonly concentration: number;
		readonly dispersion: number;
		readonly effectiveUnits: number;
		readonly shares: string;
	}[];
	readonly shapes: readonly (Omit<WorkShape, 'policyArea'> & { readonly area: string })[];
	/** Empty for one municipality alone. */
	readonly twins: readonly {
		readonly score: number;
		readonly sides: readonly [TwinCells, TwinCells];
	}[];
}

export interface PairRow {
	readonly score: number;
	readonly label: OverlapLabel;
	readonly textA: string;
	readonly unitA: string | null;
	readonly textB: string;
	readonly unitB: string | null;
	readonly verdict: OverlapVerdict | null;
	readonly reason: string | null;
	readonly decidedBy: string | null;
}

export interface TwinCells {
	readonly municipality: string;
	readonly text: string;
	readonly units: string;
	/** Null where the work is not measured. */
	readonly fte: number | null;
	readonly ftePerThousand: number | null;
	readonly ftePerSettlement: number | null;
}
