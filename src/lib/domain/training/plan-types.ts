import type { LocalText } from '../org/index.ts';
import type { CompetencyKey, CourseKey, EmployeeId, EurCents } from '../shared/index.ts';
import type { Quarter } from './months.ts';
import type { CourseForm } from './types.ts';

/** Задължително за служебно развитие, професионално развитие, специализирано по закон. */
export const PLAN_ITEM_KINDS = ['mandatory', 'professional', 'statutory'] as const;
export type PlanItemKind = (typeof PLAN_ITEM_KINDS)[number];

export const TRAINING_FUNDING = ['municipal', 'state', 'project', 'free'] as const;
/** Who pays: the municipal budget, the state budget, a project, nobody (free of charge). */
export type TrainingFunding = (typeof TRAINING_FUNDING)[number];

export const PLAN_ITEM_STATES = ['planned', 'under-way', 'held', 'dropped'] as const;
export type PlanItemState = (typeof PLAN_ITEM_STATES)[number];

/** One line of the annual training plan (methodology §4.4). */
export interface PlanItem {
	readonly id: string;
	readonly title: LocalText;
	readonly courseKey: CourseKey | null;
	readonly competencyKey: CompetencyKey | null;
	readonly kind: PlanItemKind;
	readonly needKeys: readonly string[];
	/** Who takes part, by person. */
	readonly participants: readonly EmployeeId[];
	/** Seats kept for holders not known yet. */
	readonly openSeats: number;
	readonly groups: number;
	readonly quarter: Quarter;
	readonly form: CourseForm;
	readonly provider: LocalText;
	readonly hours: number;
	readonly place: string;
	readonly pricePerPerson: EurCents;
	readonly funding: TrainingFunding;
	readonly responsible: string;
	readonly expectedResult: string;
	readonly evaluation: string;
	readonly state: PlanItemState;
}

export interface TrainingPlan {
	readonly year: number;
	readonly items: readonly PlanItem[];
}
