import type {
	Indicators,
	LocalText,
	Municipality,
	Origin,
	SpanBounds,
	StructureFinding,
	Verification,
} from '../org/index.ts';
import type { IsoDate, UnitKey, VersionId } from '../shared/index.ts';
import type { WorkloadFigure } from './figure.ts';
import type { WorkloadClass } from './thresholds.ts';
import type { WorkloadError } from './unit-workload.ts';

/** How many data of a kind were found in a source and how many we put together. */
export type OriginCounts = Readonly<Record<Verification, number>>;

/** The numbers of one structure version, as the overview shows them. */
export interface Overview {
	readonly municipality: Municipality;
	readonly version: {
		readonly id: VersionId;
		readonly label: LocalText;
		readonly status: 'working' | 'frozen';
		readonly validFrom: IsoDate;
		readonly origin: Origin;
	};
	readonly indicators: Indicators;
	/** Null when the bounds of the spans are not set. */
	readonly spanBounds: SpanBounds | null;
	readonly origins: {
		readonly units: OriginCounts;
		readonly posts: OriginCounts;
		readonly functions: OriginCounts;
	};
	/** The administration's balance and how many units are in each class; or why there is none. */
	readonly workload:
		| {
				readonly kind: 'computed';
				readonly year: number;
				readonly figure: WorkloadFigure;
				/** Least coverage that permits a verdict, 0–1. */
				readonly coverageMinimum: number;
				readonly classes: Readonly<Partial<Record<WorkloadClass, number>>>;
		  }
		| { readonly kind: 'not-computable'; readonly error: WorkloadError };
	readonly checks: readonly NamedFinding[];
}

/** A finding of the design checks with the name of what it is about. */
export interface NamedFinding {
	readonly finding: StructureFinding;
	readonly name: LocalText;
	/** The unit of a post or a function, which many of them share a name in; null for a unit itself. */
	readonly where: { readonly key: UnitKey; readonly name: LocalText } | null;
}
