import type { LocalText } from '../org/index.ts';
import type { OverlapLabel } from './compare.ts';

/** The workload of a unit as a finding tells it. */
export interface MeasuredNeed {
	/** Full posts: most likely, least and most. */
	readonly need: number;
	readonly low: number;
	readonly high: number;
	/** Occupied posts. */
	readonly occupied: number;
	/** Need for one occupied post; null without any. */
	readonly utilisation: number | null;
	/** Part of the functions that is measured, 0–1. */
	readonly coverage: number;
	/** Year of the available working time. */
	readonly year: number;
}

/** What is known of a new finding before a person writes it; the words are made of it in the language of the reader. */
export type FindingFacts =
	| { readonly kind: 'manual' }
	| {
			readonly kind: 'pair';
			readonly label: OverlapLabel | null;
			readonly score: number | null;
			readonly texts: readonly [string, string];
			readonly units: readonly [LocalText | null, LocalText | null];
	  }
	| { readonly kind: 'power'; readonly text: LocalText; readonly act: LocalText; readonly reference: string }
	| { readonly kind: 'function'; readonly text: LocalText; readonly gap: string | null }
	| {
			readonly kind: 'fragmentation' | 'area';
			readonly text: LocalText;
			readonly dispersion: number | null;
			readonly effectiveUnits: number | null;
	  }
	| {
			readonly kind: 'workload';
			readonly unit: LocalText;
			readonly load: 'overload' | 'underload' | null;
			readonly measured: MeasuredNeed | null;
	  }
	| { readonly kind: 'structure' | 'rule'; readonly unit: LocalText | null; readonly code: string }
	| { readonly kind: 'role-conflict'; readonly unit: LocalText; readonly area: LocalText };
