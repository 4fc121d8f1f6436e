import type { LocalText } from '#lib/domain/org/index.ts';
import type { FunctionYears } from '#lib/domain/workload/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** Everything that the workbook of two years works out its numbers from. */
export interface YearBook {
	readonly colophon: Colophon;
	/** Names of the version that is continued and of the one that continues it. */
	readonly before: LocalText;
	readonly after: LocalText;
	readonly functions: readonly FunctionYears[];
	readonly units: readonly YearUnit[];
	readonly activities: readonly YearActivity[];
}

/** What an activity of the unit is divided by and multiplied with in one year. */
export interface YearTerms {
	/** Available hours of one post. */
	readonly hours: number;
	/** Multiplier of the common work. */
	readonly factor: number;
	/** Individual duties, full posts. */
	readonly individual: number;
}

export interface YearUnit {
	readonly key: string;
	readonly name: LocalText;
	/** Null where the unit is not there or cannot be computed. */
	readonly before: YearTerms | null;
	readonly after: YearTerms | null;
	/** Expected need; null is not measured. */
	readonly needBefore: number | null;
	readonly needAfter: number | null;
	readonly difference: number | null;
}

/** Cases and minutes of an activity in one year; null is not measured. */
export interface YearFigures {
	readonly volume: number | null;
	/** Expected minutes of a case. */
	readonly minutes: number | null;
}

export interface YearActivity {
	readonly unitKey: string;
	readonly unit: LocalText;
	readonly functionKey: string;
	readonly fn: LocalText;
	readonly name: LocalText;
	readonly unitOfMeasure: LocalText;
	/** Null where the activity is not there in that year. */
	readonly before: YearFigures | null;
	readonly after: YearFigures | null;
}
