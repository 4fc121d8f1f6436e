import type { LocalText } from '../org/index.ts';
import type { CompetencyKey, CourseKey, EmployeeId, EurCents } from '../shared/index.ts';
import type { Quarter } from './months.ts';
import type { CourseForm } from './types.ts';

/** Задължително за служебно развитие, професионално развитие, специализирано по закон. */
export const PLAN_ITEM_KINDS = ['mandatory', 'professional', 'specialised'] as const;
export type PlanItemKind = (typeof PLAN_ITEM_KINDS)[number];

export const TRAINING_FUNDING = ['local', 'delegated', 'co-financed', 'project'] as const;
/** Who pays; free training costs nothing whoever pays. */
export type TrainingFunding = (typeof TRAINING_FUNDING)[number];

export const PLAN_ITEM_STATES = ['planned', 'held', 'cancelled'] as const;
export type PlanItemState = (typeof PLAN_ITEM_STATES)[number];

/** One line of the annual training plan: one group of one course (methodology §4.4). */
export interface PlanItem {
	readonly id: string;
	readonly courseKey: CourseKey;
	readonly title: LocalText;
	readonly competencyKey: CompetencyKey;
	readonly form: CourseForm;
	readonly kind: PlanItemKind;
	/** Own words for the group; empty when it goes by its number. */
	readonly groupName: string;
	/** Number of the group among those of its course in the plan, from 1; null when it was only named. */
	readonly groupNumber: number | null;
	readonly needKeys: readonly string[];
	/** Who takes part, by person. */
	readonly participants: readonly EmployeeId[];
	/** Participants who were absent from their session; nobody while none was held. */
	readonly absent?: readonly EmployeeId[];
	/** Who stood on the line and left before it is held; their seats are among the open ones. */
	readonly left?: readonly EmployeeId[];
	/** Seats kept for people not named yet. */
	readonly openSeats: number;
	readonly quarter: Quarter;
	/** Duration of the training for one participant. */
	readonly hours: number;
	/** Own words for who teaches; empty when it is the provider of the course. */
	readonly provider: string;
	readonly courseProvider: LocalText;
	readonly place: string;
	readonly pricePerPerson: EurCents;
	readonly funding: TrainingFunding;
	readonly responsible: string;
	readonly expectedResult: string;
	readonly evaluation: string;
	readonly state: PlanItemState;
}

export const PLAN_STATES = ['draft', 'approved', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export interface TrainingPlan {
	readonly year: number;
	readonly state: PlanState;
	readonly items: readonly PlanItem[];
}
