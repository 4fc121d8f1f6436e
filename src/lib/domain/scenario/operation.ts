import type { OccupationCode } from '../legal/index.ts';
import type {
	AdminFunction,
	AdministrationPart,
	EmploymentRelation,
	FunctionBasis,
	FundingSource,
	LocalText,
	ParticipationRole,
	PostCategory,
	UnitKind,
} from '../org/index.ts';
import type {
	ActivityKey,
	EurCents,
	FindingId,
	FunctionKey,
	Headcount,
	IsoDate,
	OperationId,
	PostKey,
	Share,
	UnitKey,
} from '../shared/index.ts';

export const BELOW_CHOICES = ['along', 'lifted', 'unplaced'] as const;
/**
 * What becomes of the units right below one that moves: they go along with it, stay under its former superior, or wait
 * at the top of the hierarchy for a place.
 */
export type BelowChoice = (typeof BELOW_CHOICES)[number];

/** A unit that an operation brings into being; the key is made by whoever writes the operation. */
export interface NewUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
}

/** A part of a unit that becomes a unit of its own, with what it takes along. */
export interface UnitPart extends NewUnit {
	readonly postKeys: readonly PostKey[];
	/** Functions for which the divided unit answers and for which the part will answer. */
	readonly functionKeys: readonly FunctionKey[];
	readonly subUnitKeys: readonly UnitKey[];
}

export interface NewPost {
	readonly key: PostKey;
	readonly unitKey: UnitKey;
	readonly title: LocalText;
	readonly approved: Headcount;
	readonly category: PostCategory;
	readonly relation: EmploymentRelation;
	readonly funding: FundingSource;
	readonly isHead: boolean;
	readonly annualCost: EurCents | null;
	/** Code of the job title in НКПД-2011; absent where nobody gave it. */
	readonly occupation?: OccupationCode;
}

/** What may change on a line of the staffing table; a field that is absent stays as it is. */
export type PostChanges = Partial<Omit<NewPost, 'key' | 'unitKey' | 'occupation'>> & {
	/** Null takes the code off the line. */
	readonly occupation?: OccupationCode | null;
};

/** A part of a line of the staffing table that becomes a line of its own in the same unit. */
export interface PostPart extends Omit<NewPost, 'unitKey' | 'isHead' | 'annualCost'> {
	/** What each of its posts costs a year, null when not known; absent where it costs what the line costs. */
	readonly annualCost?: NewPost['annualCost'];
	/** Absent where a part under the same title keeps the code of the line, and one under another title has none. */
	readonly occupation?: OccupationCode;
	/** Occupied posts that go with the part. */
	readonly occupied: Headcount;
}

/** Where a role in a function stands: the unit, or one post of it. */
export interface ParticipationSeat {
	readonly functionKey: FunctionKey;
	readonly unitKey: UnitKey;
	/** The post that performs; null for the unit as a whole. */
	readonly postKey: PostKey | null;
}

export type NewFunction = Pick<
	AdminFunction,
	'key' | 'text' | 'kind' | 'policyArea' | 'generalCategory' | 'territory' | 'bases' | 'powers'
>;

/** A part of a divided function with the unit that will answer for it. */
export interface FunctionPart {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly unitKey: UnitKey;
	/** Activities that go with this part; those named nowhere stay with the first part. */
	readonly activityKeys: readonly ActivityKey[];
}

/** The typed contents of an operation, by kind. */
export interface OperationPayloads {
	readonly 'unit-create': NewUnit & { readonly parentKey: UnitKey | null };
	readonly 'unit-rename': {
		readonly unitKey: UnitKey;
		readonly name: LocalText;
		readonly kind: UnitKind;
		readonly part: AdministrationPart;
	};
	readonly 'unit-move': {
		readonly unitKey: UnitKey;
		readonly parentKey: UnitKey | null;
		/** What becomes of the units right below it; along with it when absent. */
		readonly below?: BelowChoice;
		/** The part of the administration where the new place has none; the own one stays when absent. */
		readonly part?: AdministrationPart;
	};
	readonly 'unit-merge': {
		readonly sourceKeys: readonly UnitKey[];
		readonly targetKey: UnitKey;
		/** The post that heads the merged unit; needed when more than one head meets there. */
		readonly headPostKey: PostKey | null;
	};
	readonly 'unit-split': { readonly unitKey: UnitKey; readonly parts: readonly UnitPart[] };
	readonly 'unit-close': {
		readonly unitKey: UnitKey;
		/** The unit that takes over what is left: participations, activities, allowances. */
		readonly takenOverBy: UnitKey | null;
	};
	readonly 'post-create': NewPost;
	readonly 'post-move': {
		readonly postKey: PostKey;
		readonly unitKey: UnitKey;
		/** Whether the post heads the receiving unit. */
		readonly isHead: boolean;
		/** Whether the work recorded on the post goes with it; otherwise the old unit keeps it. */
		readonly withWork: boolean;
		/** Only a part of the line moves, under a new key; null moves the whole line. */
		readonly part: {
			readonly key: PostKey;
			readonly approved: Headcount;
			readonly occupied: Headcount;
		} | null;
	};
	readonly 'post-change': { readonly postKey: PostKey; readonly changes: PostChanges };
	readonly 'post-split': {
		readonly postKey: PostKey;
		/** The lines that leave it, at least one; what they do not take stays on the line, with its head if it is one. */
		readonly parts: readonly PostPart[];
	};
	readonly 'post-fund': {
		readonly postKeys: readonly PostKey[];
		/** From where the posts are paid from now on. */
		readonly funding: FundingSource;
	};
	readonly 'post-close': { readonly postKey: PostKey };
	readonly 'function-create': NewFunction & { readonly unitKey: UnitKey };
	readonly 'function-transfer': {
		readonly functionKey: FunctionKey;
		/** The unit that answers now; null only when nobody does. */
		readonly fromUnitKey: UnitKey | null;
		readonly toUnitKey: UnitKey;
		/** Role that the former holder keeps; null when it lets go. */
		readonly formerRole: Exclude<ParticipationRole, 'accountable'> | null;
		/** Whether the measured work moves too; a holder that lets go always hands it over. */
		readonly withActivities: boolean;
	};
	readonly 'function-merge': {
		readonly sourceKeys: readonly FunctionKey[];
		readonly targetKey: FunctionKey;
		/** The wording after the merger; null keeps the wording of the target. */
		readonly text: LocalText | null;
		/** What becomes of the units that answered for the merged functions. */
		readonly formerOwners: 'participate' | 'released';
	};
	readonly 'function-split': {
		readonly functionKey: FunctionKey;
		readonly parts: readonly FunctionPart[];
	};
	readonly 'function-reword': {
		readonly functionKey: FunctionKey;
		readonly text: LocalText;
		/** The legal bases after the change; null leaves them. */
		readonly bases: readonly FunctionBasis[] | null;
	};
	readonly 'function-drop': {
		readonly functionKey: FunctionKey;
		/** Why no legal duty remains; empty in a draft, and then submission is blocked. */
		readonly legalReason: string;
	};
	readonly 'participation-set': ParticipationSeat & {
		/** The role from now on: a new one, or instead of the one that stands there. */
		readonly role: ParticipationRole;
		/** Estimated share of the work of the function, 0–1; null when not known. */
		readonly share: Share | null;
	};
	readonly 'participation-clear': ParticipationSeat;
}

export type OperationKind = keyof OperationPayloads;

export const OPERATION_KINDS = [
	'unit-create',
	'unit-rename',
	'unit-move',
	'unit-merge',
	'unit-split',
	'unit-close',
	'post-create',
	'post-move',
	'post-change',
	'post-split',
	'post-fund',
	'post-close',
	'function-create',
	'function-transfer',
	'function-merge',
	'function-split',
	'function-reword',
	'function-drop',
	'participation-set',
	'participation-clear',
] as const satisfies readonly OperationKind[];

export type OperationBody = {
	[Kind in OperationKind]: { readonly kind: Kind; readonly payload: OperationPayloads[Kind] };
}[OperationKind];

interface OperationHead {
	readonly id: OperationId;
	/** Place in the list, from 1; operations are applied in this order. */
	readonly position: number;
	readonly motive: string;
	/** The findings from which the change follows („защо?“). */
	readonly findingIds: readonly FindingId[];
	/** When this change takes effect; null means with the whole decision. */
	readonly effectiveOn: IsoDate | null;
}

/** One step of a scenario: a typed change of the structure with its reason. */
export type Operation = OperationHead & OperationBody;
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { readonly kind: Kind }>;
