import type {
	FundingSource,
	Indicators,
	LocalText,
	ManagerSpan,
	Municipality,
	Origin,
	SpanBand,
	StructureFinding,
	Verification,
} from '#lib/domain/org/index.ts';
import type { WorkloadClass, WorkloadError, WorkloadFigure } from '#lib/domain/workload/index.ts';

type OriginCounts = Readonly<Record<Verification, number>>;

interface Named {
	readonly key: string;
	readonly name: LocalText;
}

/** The numbers of one municipality as the page is given them. */
export interface OverviewData {
	readonly municipality: Municipality;
	readonly version: {
		readonly id: string;
		readonly label: LocalText;
		readonly status: 'working' | 'frozen';
		readonly validFrom: string;
	};
	readonly indicators: Indicators;
	readonly origins: {
		readonly units: OriginCounts;
		readonly posts: OriginCounts;
		readonly functions: OriginCounts;
	};
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
	readonly checks: readonly {
		readonly finding: StructureFinding;
		readonly name: LocalText;
		readonly where: Named | null;
	}[];
}

/** What one number is made of. */
export type CompositionData =
	| {
			readonly kind: 'posts';
			readonly lines: readonly {
				readonly key: string;
				readonly title: LocalText;
				readonly unit: Named;
				readonly approved: number;
				readonly occupied: number;
				readonly funding: FundingSource;
				readonly origin: Origin;
			}[];
	  }
	| {
			readonly kind: 'spans';
			readonly lines: readonly {
				readonly unit: Named;
				readonly approved: ManagerSpan;
				readonly actual: ManagerSpan | null;
				readonly band: SpanBand | null;
			}[];
	  }
	| {
			readonly kind: 'functions';
			readonly lines: readonly {
				readonly unit: Named;
				readonly accountable: number;
				readonly participates: number;
				readonly approved: number;
			}[];
	  }
	| {
			readonly kind: 'powers';
			readonly uncovered: readonly { readonly key: string; readonly text: LocalText }[];
			readonly total: number;
	  }
	| { readonly kind: 'origin'; readonly units: readonly (Named & { readonly origin: Origin })[] };
