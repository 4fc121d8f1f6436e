import type { FunctionKind, LocalText, WorkloadAllowance } from '#lib/domain/org/index.ts';
import type { UnitWorkload, WorkloadFigure, WorkloadReport } from '#lib/domain/workload/index.ts';
import type { SourceLine, TimeLine } from '#lib/i18n/workload-time-text.ts';

/** What the page of one unit is given. */
export interface UnitPage {
	readonly unit: { readonly key: string; readonly name: LocalText };
	readonly workload: UnitWorkload;
	readonly report: Pick<WorkloadReport, 'year' | 'method' | 'thresholds' | 'distribution'>;
	readonly times: readonly TimeLine[];
	readonly sources: readonly SourceLine[];
	readonly functions: readonly {
		readonly key: string;
		readonly text: LocalText;
		readonly kind: FunctionKind;
	}[];
	/** Functions to which an activity of this unit can be added. */
	readonly ownFunctions: readonly { readonly key: string; readonly text: LocalText }[];
	/** Revision of each activity by its key. */
	readonly revisions: Readonly<Record<string, number>>;
	readonly allowances: readonly {
		readonly id: string;
		readonly revision: number;
		readonly allowance: WorkloadAllowance;
	}[];
	/** Units directly below. */
	readonly below: readonly {
		readonly key: string;
		readonly name: LocalText;
		readonly subtree: WorkloadFigure;
	}[];
	/** Posts of too few people to have a figure of their own for this reader. */
	readonly hiddenPosts: { readonly posts: number; readonly occupied: number };
	readonly canEdit: boolean;
	readonly isFrozen: boolean;
}
