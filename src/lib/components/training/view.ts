import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type {
	CompetencyLevel,
	NeedCauseKind,
	NeedRank,
	NeedStage,
	NeedState,
	PlanItem,
	PlanSum,
	Priority,
	Quarter,
	TrainingFunding,
} from '#lib/domain/training/index.ts';

/** A changed rule, as the chain of a need names it. */
export type NeedRule =
	| {
			readonly kind: 'provision';
			/** Id of the provision. */
			readonly ref: string;
			readonly act: { readonly key: string; readonly name: LocalText };
			readonly reference: LegalReference;
	  }
	| { readonly kind: 'regulation'; readonly ref: string; readonly title: string }
	| {
			readonly kind: 'card';
			readonly ref: string;
			/** Id of the technology card. */
			readonly card: string;
			readonly number: string;
			readonly service: string;
			readonly what: string | null;
	  };

/** A need as the list draws it; numbers that may not be shown are null. */
export interface NeedLine {
	readonly id: string;
	readonly state: NeedState;
	readonly note: string | null;
	readonly competency: LocalText | null;
	readonly cause: {
		readonly kind: NeedCauseKind;
		readonly functionText: LocalText | null;
		readonly functionKey: string | null;
		readonly postTitle: LocalText | null;
		readonly rule: NeedRule | null;
		readonly law: { readonly citation: string; readonly months: number } | null;
		readonly scenario: { readonly id: string; readonly name: string; readonly isLaidAside: boolean } | null;
	};
	/** Null where the unit would tell of too few people. */
	readonly unit: { readonly key: string; readonly name: LocalText; readonly isInForce: boolean } | null;
	readonly requiredLevel: CompetencyLevel | null;
	readonly people: number | null;
	readonly openPlaces: number;
	readonly named:
		| readonly {
				readonly id: string;
				readonly name: string;
				readonly required: number | null;
				readonly assessed: number | null;
		  }[]
		| null;
	readonly priority: Priority | null;
	readonly rank: NeedRank | null;
	readonly stage: NeedStage | null;
	readonly deadline: IsoDate | null;
	readonly plannedIn:
		| readonly (Pick<PlanItem, 'id' | 'title' | 'groupName' | 'groupNumber'> & {
				readonly year: number;
		  })[]
		| null;
	readonly left: number | null;
	readonly isByHand: boolean;
	readonly revision: number;
}

export type QuarterSum = { readonly quarter: Quarter; readonly sum: PlanSum };
export type FundingSum = { readonly funding: TrainingFunding; readonly sum: PlanSum };
