import type { ComparedRow, ComparedRule, MeasureValues, Weighing } from '#lib/domain/scenario/index.ts';
import type { Headcount, IsoDate } from '#lib/domain/shared/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** Up to four scenarios beside the base of the first; in every list the base stands first. */
export interface ComparisonBook {
	readonly colophon: Colophon;
	readonly sides: readonly ComparedSide[];
	/** Everything that differs anywhere, also only from the base. */
	readonly rows: readonly ComparedRow[];
	readonly rules: readonly ComparedRule[];
	/** The day by whose law the rules are checked in every column. */
	readonly judgedOn: IsoDate;
	readonly weighing: Weighing;
	readonly hasSeveralBases: boolean;
}

export interface ComparedSide {
	/** Null for the base. */
	readonly name: string | null;
	/** The day from which its base is valid. */
	readonly baseValidFrom: IsoDate;
	readonly operations: number;
	readonly isCutShort: boolean;
	readonly values: MeasureValues;
	/** Approved posts outside the administration. */
	readonly outside: Headcount;
}
