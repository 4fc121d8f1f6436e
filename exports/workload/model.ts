import type { EmploymentRelation, LocalText } from '#lib/domain/org/index.ts';
import type {
	AgreementRule,
	AssumedName,
	AvailableTime,
	ComparisonBase,
	DistributionTimes,
	Estimate,
	NeedMeasure,
	NeedVerdict,
	WorkloadMethod,
} from '#lib/domain/workload/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** Everything that the workbook of the three methods works out its numbers from. */
export interface WorkloadBook {
	readonly colophon: Colophon;
	readonly year: number;
	readonly method: WorkloadMethod;
	readonly base: ComparisonBase;
	readonly rule: AgreementRule;
	readonly distribution: DistributionTimes | null;
	/** True when assumptions were tried out that are not in force. */
	readonly isWhatIf: boolean;
	readonly sources: readonly BookSource[];
	readonly times: readonly { readonly relation: EmploymentRelation; readonly time: AvailableTime }[];
	readonly units: readonly BookUnit[];
}

/** Where the value of an assumption comes from. */
export interface BookSource {
	readonly name: AssumedName | 'shortage' | 'surplus' | 'coverageMinimum';
	/** Of one employment relation, where it has a source of its own. */
	readonly relation?: EmploymentRelation;
	readonly citation: string;
	readonly note: string | null;
}

export interface BookUnit {
	readonly key: string;
	readonly name: LocalText;
	readonly depth: number;
	readonly approved: number;
	readonly occupied: number;
	/** Approved posts by employment relation. */
	readonly posts: ReadonlyMap<EmploymentRelation, number>;
	/** Null where the common work takes the whole time, and nothing is computed. */
	readonly volume: BookVolume | null;
	readonly activities: readonly BookActivity[];
	readonly allowances: readonly BookAllowance[];
	/** Occupied posts whose people answered the survey. */
	readonly answered: number;
	readonly functions: readonly BookFunction[];
	readonly survey: readonly BookSurvey[];
	readonly comparison: readonly BookPeer[];
	readonly measures: readonly NeedMeasure[];
	readonly verdict: NeedVerdict;
}

/** Results that stand beside the formulas. */
export interface BookVolume {
	/** Available hours of one post. */
	readonly hours: number;
	/** CAS as a share. */
	readonly common: number;
	readonly factor: number;
	/** Hours of individual duties a year. */
	readonly individualHours: number;
}

/** What the unit does for a function, by which the coverage is weighed. */
export interface BookFunction {
	readonly key: string;
	readonly text: LocalText;
	readonly weight: number;
}

export interface BookActivity {
	readonly fnKey: string;
	readonly fn: LocalText;
	readonly name: LocalText;
	readonly unitOfMeasure: LocalText;
	readonly volume: number | null;
	readonly minutes: { readonly low: number; readonly usual: number; readonly high: number } | null;
	readonly dataYear: number;
	readonly source: string;
}

export interface BookAllowance {
	readonly name: LocalText;
	readonly kind: 'category' | 'individual';
	/** Share of the time of everybody, or hours a year of each. */
	readonly share: number | null;
	readonly hours: number | null;
	/** People who do it; only individual. */
	readonly staff: number | null;
	readonly source: string;
}

/** An answer of a post, or what stays hidden because too few people stand behind it. */
export type BookSurvey =
	| {
			readonly kind: 'shown';
			readonly fn: LocalText;
			readonly post: LocalText;
			readonly occupied: number;
			/** Hours worked ÷ hours of the posts, 1 where nobody stated them. */
			readonly load: number;
			readonly share: number;
			readonly low: number;
			readonly high: number;
	  }
	| { readonly kind: 'hidden'; readonly fte: Estimate };

export interface BookPeer {
	readonly fnKey: string;
	readonly fn: LocalText;
	readonly municipality: LocalText;
	readonly fte: Estimate;
	readonly theirs: number;
	readonly own: number;
	/** Part of the function that falls on the unit, 0–1. */
	readonly part: number;
	/** How many peers the function has. */
	readonly count: number;
	/** Whether the bound of this peer is the bound of the function. */
	readonly isLeast: boolean;
	readonly isGreatest: boolean;
}
