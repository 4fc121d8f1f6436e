import type { CompetencyKey, CourseKey, EurCents } from '../shared/index.ts';
import type { PlanItemKind, PlanItemState, PlanState, Quarter, TrainingFunding } from '../training/index.ts';

/** A line of a training plan as an import knows it: what a table says of a group of a course, without its people. */
export interface PlanLine {
	readonly id: string;
	readonly year: number;
	readonly courseKey: CourseKey;
	/** Title of the course. */
	readonly title: string;
	readonly kind: PlanItemKind;
	/** Own words for the group; empty when it goes by its number. */
	readonly groupName: string;
	readonly groupNumber: number | null;
	readonly quarter: Quarter;
	readonly hours: number;
	/** Seats in all, of people known by name and of those who are not. */
	readonly seats: number;
	readonly pricePerPerson: EurCents;
	readonly provider: string;
	readonly place: string;
	readonly funding: TrainingFunding;
	readonly responsible: string;
	readonly expectedResult: string;
	readonly evaluation: string;
	readonly state: PlanItemState;
}

/** The plan of a year; an import begins it where nobody did. */
export interface PlanOfYear {
	readonly year: number;
	readonly state: PlanState;
}

/** What a table of a training plan is held against. */
export interface PlanRegister {
	readonly plans: readonly PlanOfYear[];
	readonly lines: readonly PlanLine[];
	/** People known by name, by the id of their line. */
	readonly people: ReadonlyMap<string, number>;
	readonly courses: readonly {
		readonly key: CourseKey;
		readonly title: { readonly bg: string; readonly en: string | null };
		readonly provider: { readonly bg: string; readonly en: string | null };
		readonly competencyKey: CompetencyKey;
		readonly hours: number;
		readonly pricePerPerson: EurCents;
	}[];
	/** The year that now is: a plan of an earlier one is over. */
	readonly thisYear: number;
	/** The year that a table is taken to be about when it does not say. */
	readonly nextYear: number;
}

export const NO_PLANS: PlanRegister = {
	...{ plans: [], lines: [], people: new Map<string, number>(), courses: [] },
	...{ thisYear: 0, nextYear: 0 },
};
