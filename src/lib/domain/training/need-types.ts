import type {
	CompetencyKey,
	EmployeeId,
	FunctionKey,
	IsoDate,
	OperationId,
	PostKey,
	UnitKey,
} from '../shared/index.ts';
import type { SubjectKind } from './certificate.ts';
import type { CompetencyLevel, Requirement } from './types.ts';

/** What one person must know and does know of one competency; made only where something is required. */
export interface CompetencyCell {
	readonly employeeId: EmployeeId;
	readonly postKey: PostKey;
	readonly unitKey: UnitKey;
	readonly competencyKey: CompetencyKey;
	/** The highest level asked by any of `sources`. */
	readonly required: CompetencyLevel;
	/** Latest assessment on or before the day; null is „не е оценено“, never level 0. */
	readonly assessed: CompetencyLevel | null;
	readonly assessedOn: IsoDate | null;
	/** Missing levels, `max(0, required − assessed)`; null when nobody assessed the person. */
	readonly gap: number | null;
	/** The requirements that ask for the competency, function first, by key. */
	readonly sources: readonly Requirement[];
}

/**
 * A change of structure as training sees it. The scenario's operations are turned into these by the caller,
 * because training knows no scenario. `effectiveOn` null: the day is not decided yet.
 */
export type StructuralChange = {
	readonly operationId: OperationId;
	readonly unitKey: UnitKey;
	readonly effectiveOn: IsoDate | null;
} & (
	| { readonly kind: 'function-received'; readonly functionKey: FunctionKey }
	| { readonly kind: 'new-head'; readonly postKey: PostKey }
	| { readonly kind: 'new-unit' }
	| { readonly kind: 'post-changed'; readonly postKey: PostKey }
);

export const RULE_KINDS = ['provision', 'regulation', 'card'] as const;
/** A provision of law or of a register, the text of organisational rules, a technology card. */
export type RuleKind = (typeof RULE_KINDS)[number];

export const NEED_CAUSES = [
	'gap',
	'function-received',
	'new-unit',
	'post-changed',
	'new-head',
	'appointed-head',
	'new-employee',
	'certificate',
	'rule-changed',
	'wish',
] as const;
export type NeedCauseKind = (typeof NEED_CAUSES)[number];

/** Why a need exists, back to the thing that would take it away if it were removed. */
export type NeedCause =
	| { readonly kind: 'gap' }
	| { readonly kind: 'new-employee' | 'appointed-head' | 'wish' }
	| { readonly kind: 'certificate'; readonly subject: SubjectKind }
	| { readonly kind: 'rule-changed'; readonly rule: RuleKind; readonly ref: string }
	| {
			readonly kind: 'function-received';
			readonly operationId: OperationId;
			readonly functionKey: FunctionKey;
	  }
	| { readonly kind: 'new-unit'; readonly operationId: OperationId }
	| {
			readonly kind: 'post-changed' | 'new-head';
			readonly operationId: OperationId;
			readonly postKey: PostKey;
	  };

export interface NeedPerson {
	readonly employeeId: EmployeeId;
	readonly postKey: PostKey;
	readonly required: CompetencyLevel | null;
	readonly assessed: CompetencyLevel | null;
	/** Null when not assessed, or when the training is mandatory whatever the level. */
	readonly gap: number | null;
}

/** The terms of a priority, kept so that the number can be explained. */
export interface Priority {
	/** Missing levels of all assessed people together. */
	readonly gapSum: number;
	readonly people: number;
	readonly weight: number;
	/** `gapSum × weight`; null when nobody was assessed. */
	readonly value: number | null;
}

export interface TrainingNeed {
	/** Stable over recomputation: cause, unit and competency. */
	readonly key: string;
	readonly cause: NeedCause;
	readonly unitKey: UnitKey;
	/** Null for mandatory training, which is not bound to one competency. */
	readonly competencyKey: CompetencyKey | null;
	readonly requiredLevel: CompetencyLevel | null;
	readonly people: readonly NeedPerson[];
	/** Places in the posts concerned whose holder is not known yet. */
	readonly openPlaces: number;
	readonly priority: Priority;
	/** Last day on which the training still comes in time; null when no day is decided. */
	readonly deadline: IsoDate | null;
}

export const NEED_STATES = ['open', 'planned', 'done', 'dismissed'] as const;
/** Установена, планирана, удовлетворена, отклонена. */
export type NeedState = (typeof NEED_STATES)[number];
